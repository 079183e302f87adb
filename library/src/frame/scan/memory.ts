import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

type Collect = (options?: { type?: "minor" | "major" }) => void;

let collect: Collect | undefined;

/**
 * Lets go of the engine's frames that nobody holds any more. V8 sees a few bytes of each, not the
 * megabytes behind them, so by itself it would collect them far too late.
 */
export async function releaseFrames(): Promise<void> {
  collect ??= collector();
  collect({ type: "major" });
  // The engine's part of a frame is freed by a task of its own, after the collection.
  await setImmediate();
}

function collector(): Collect {
  setFlagsFromString("--expose-gc");
  const found = runInNewContext("gc") as Collect;
  setFlagsFromString("--no-expose-gc");
  return found;
}
