import { knownColumns } from "../../../frame/engine/names.ts";
import type { Scan } from "../../../frame/index.ts";
import { type Pipe, streamPipe } from "../pipe/pipe.ts";
import { type FrameOptions, type FrameSample, framePipe } from "./frame.ts";

/** The rows of files that may be larger than the memory. */
export function scanPipe<R extends object, Target extends keyof R & string>(
  scan: Scan<R>,
  options: FrameOptions<R, Target>,
): Pipe<FrameSample<R[Target]>> {
  // A wrong name shows here, before anything is read.
  knownColumns([options.target, ...(options.features ?? [])], scan.columns);
  return streamPipe(undefined, async function* (pass) {
    for await (const frame of scan.chunks()) yield* framePipe(frame, options).read(pass);
  });
}
