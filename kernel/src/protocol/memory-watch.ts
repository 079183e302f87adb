import { totalmem } from "node:os";
import type { CellError } from "../errors/types.ts";
import type { HeapLimit } from "../threads/messages.ts";
import type { CellWatcher, WatchedCell } from "./cell-watcher.ts";

/** How often a running cell's memory is looked at, in milliseconds. */
const interval = 50;

/** The machine is short of memory where less than this part of it is left, or this many bytes. */
const leastPart = 0.05;
const least = 300 * 2 ** 20;

/** Bytes that a cell may add after one was stopped, so that there is room to let go of things. */
const grace = 100 * 2 ** 20;

/**
 * Below this part of its limit V8 has surely put the limit back where it was: it does so when the old
 * generation has shrunk to half of its own limit, which is a part of the whole.
 */
const low = 0.15;

/** The main thread's heap. */
export interface Heap {
  /** Bytes that it holds, what is no longer needed included. */
  readonly used: () => Promise<number | undefined>;
  /** Has what is no longer needed freed between cells. */
  readonly collect: () => void;
  /** Frees what is no longer needed while a cell runs. */
  readonly collectNow: () => Promise<void>;
}

/** What is known of memory, all in bytes. */
export interface Readings {
  /** The process's share of the machine's memory. */
  readonly resident: () => number;
  /** What the machine, or the container, can still give. */
  readonly available: () => number;
  readonly total: () => number;
  readonly heap: Heap;
}

/**
 * Stops a cell that is about to use up the memory, while that is still possible: V8 ends a process
 * whose heap is full, and the operating system one that takes the machine's last memory.
 */
export class MemoryWatch implements CellWatcher {
  /** Where the heap ends; until it is known, only the machine's memory is watched. */
  heap: HeapLimit | undefined;
  readonly #readings: Readings;
  readonly #stop: (reason: CellError) => void;
  readonly #running = new Set<number>();
  #timer: NodeJS.Timeout | undefined;
  /** Set by a stop: what the next cells may hold without being stopped for it again. */
  #allowedHeap = 0;
  #allowedResident = 0;

  constructor(readings: Readings, stop: (reason: CellError) => void) {
    this.#readings = readings;
    this.#stop = stop;
  }

  began({ id }: WatchedCell): void {
    this.#running.add(id);
    if (this.#timer) return;
    const timer = setTimeout(() => void this.#look(timer), interval);
    this.#timer = timer;
  }

  ended(id: number): void {
    this.#running.delete(id);
    if (this.#running.size > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#allowedHeap > 0) void this.#recover();
  }

  /** After a stop: what a cell lets go of would count against the next one. */
  async #recover(): Promise<void> {
    const { heap } = this.#readings;
    heap.collect();
    const used = await heap.used();
    if (this.heap && used !== undefined && used <= this.heap.limit * low) this.#allowedHeap = 0;
  }

  async #look(timer: NodeJS.Timeout): Promise<void> {
    const reason = this.#machineShort() ?? (await this.#heapFull());
    // Its cell may have ended while the main thread was asked.
    if (this.#timer !== timer) return;
    if (reason) this.#stop(reason);
    timer.refresh();
  }

  #machineShort(): CellError | undefined {
    const { resident, available, total } = this.#readings;
    const taken = resident();
    const all = total();
    // Others are to blame for what this process does not hold.
    if (taken < all / 4 || taken < this.#allowedResident) return undefined;
    const left = available();
    if (left > Math.min(least, all * leastPart)) return undefined;
    this.#allowedResident = taken + grace;
    return outOfMemory(
      `the kernel takes ${gigabytes(taken)}, and the machine has only ${gigabytes(left)} left`,
    );
  }

  async #heapFull(): Promise<CellError | undefined> {
    const { heap } = this;
    // The process cannot hold less than its heap, and asking costs the cell some time.
    if (!heap || this.#readings.resident() < heap.limit * 0.9) return undefined;
    let used = (await this.#readings.heap.used()) ?? 0;
    const allowed = Math.max(heap.limit, this.#allowedHeap);
    if (used <= allowed) return undefined;
    // V8 lets the heap beyond its limit only where what is still needed has reached it; but then it
    // does so for garbage too, until the heap has shrunk. Near the end of the reserve there is no
    // time to look.
    if (this.#allowedHeap > 0 && used < heap.limit + heap.reserve / 4) {
      await this.#readings.heap.collectNow();
      used = (await this.#readings.heap.used()) ?? 0;
      if (used <= allowed) return undefined;
    }
    this.#allowedHeap = used + Math.min(heap.reserve / 8, grace);
    const megabytes = Math.ceil(heap.limit / 2 ** 19);
    return outOfMemory(
      `the JavaScript heap holds ${gigabytes(used)}, and its limit is ${gigabytes(heap.limit)}`,
      ` For a higher limit start Jupyter with NODE_OPTIONS=--max-old-space-size=${megabytes} (in MB).`,
    );
  }
}

/** Readings of this process and machine, containers' limits included. */
export function machineReadings(heap: Heap): Readings {
  return {
    resident: () => process.memoryUsage.rss(),
    available: () => process.availableMemory(),
    total: () => Math.min(totalmem(), process.constrainedMemory() || Infinity),
    heap,
  };
}

function outOfMemory(why: string, remedy = ""): CellError {
  const ename = "OutOfMemory";
  const evalue =
    `The cell was stopped: ${why}. All variables are kept; let go of large ones, such as by ` +
    `name = undefined.${remedy}`;
  return { ename, evalue, traceback: [`\u001b[31m${ename}\u001b[39m: ${evalue}`] };
}

function gigabytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GB`;
}
