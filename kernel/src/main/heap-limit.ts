import { getHeapStatistics } from "node:v8";
import type { HeapLimit } from "../threads/messages.ts";

/** What a heap may grow beyond its limit before V8 ends the process, as a part of the limit. */
const reserve = 0.5;

/** The least that it may grow beyond, in bytes: one large array's worth. */
const leastReserve = 512 * 2 ** 20;

/** V8's C++ functions by the names that they are exported under, on Linux and macOS. */
const symbols = {
  current: "uintptr_t _ZN2v87Isolate10GetCurrentEv()",
  onNearLimit:
    "void _ZN2v87Isolate24AddNearHeapLimitCallbackEPFmPvmmES1_(uintptr_t isolate, void *callback, uintptr_t data)",
  restoreLimit:
    "void _ZN2v87Isolate36AutomaticallyRestoreInitialHeapLimitEd(uintptr_t isolate, double below)",
};

/**
 * Lets the calling thread's heap grow beyond its limit once it has reached it, so that there is time
 * to stop the cell: V8 would end the process at once. The limit holds again when the heap has shrunk
 * to half of it.
 *
 * V8 asks a native function for the new limit, in the midst of a garbage collection, where no
 * JavaScript may run. The C library's `labs` serves: it returns its first argument, which is the
 * data that V8 passes on.
 *
 * @returns the limit that there was; undefined where V8's functions cannot be reached, as on Windows.
 */
export async function keepHeapReserve(): Promise<HeapLimit | undefined> {
  try {
    const { default: koffi } = await import("koffi");
    const library = koffi.load(null);
    type Call = (...values: unknown[]) => number | bigint;
    const call = (declaration: string) => library.func(declaration) as unknown as Call;
    const isolate = call(symbols.current)();
    const { heap_size_limit: limit } = getHeapStatistics();
    const beyond = Math.max(limit * reserve, leastReserve);
    const raised = BigInt(Math.round(limit + beyond));
    call(symbols.onNearLimit)(isolate, library.symbol("labs", "void *"), raised);
    call(symbols.restoreLimit)(isolate, 0.5);
    return { limit, reserve: beyond };
  } catch {
    return undefined;
  }
}
