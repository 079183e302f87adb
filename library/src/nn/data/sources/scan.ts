import { knownColumns } from "../../../frame/engine/names.ts";
import type { Scan } from "../../../frame/index.ts";
import { WiderSchema } from "../../../frame/scan/source/source.ts";
import { type Pipe, streamPipe } from "../pipe/pipe.ts";
import { skipPipe } from "../steps/parts.ts";
import { type FrameOptions, type FrameSample, framePipe } from "./frame.ts";

/** The rows of files that may be larger than the memory. */
export function scanPipe<R extends object, Target extends keyof R & string>(
  scan: Scan<R>,
  options: FrameOptions<R, Target>,
): Pipe<FrameSample<R[Target]>> {
  // A wrong name shows here, before anything is read.
  knownColumns([options.target, ...(options.features ?? [])], scan.columns);
  return streamPipe(undefined, async function* (pass) {
    let given = 0;
    for (;;) {
      let seen = 0;
      try {
        for await (const frame of scan.chunks()) {
          const fresh = Math.max(0, given - seen);
          seen += frame.length;
          if (fresh >= frame.length) continue;
          const rows = framePipe(frame, options);
          const rest = fresh === 0 ? rows : skipPipe(rows, fresh);
          for await (const row of rest.read(pass)) {
            given++;
            yield row;
          }
        }
        return;
      } catch (error) {
        // The file goes on with wider types than it began with: read again with those, from there on.
        if (!(error instanceof WiderSchema)) throw error;
      }
    }
  });
}
