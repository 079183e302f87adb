import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { type Pipe, streamPipe } from "../pipe/pipe.ts";

/** The lines of text files, in UTF-8, one file after the other. */
export function textLinesPipe(paths: readonly string[]): Pipe<string> {
  return streamPipe(undefined, async function* () {
    for (const path of paths) {
      // A stream would tell of a missing file through an event, outside of this loop.
      await access(path).catch((cause: unknown) => {
        throw new Error(`There is no file ${resolve(path)} to read lines from.`, { cause });
      });
      const input = createReadStream(path, "utf8");
      try {
        yield* createInterface({ input, crlfDelay: Infinity });
      } finally {
        input.destroy();
      }
    }
  });
}
