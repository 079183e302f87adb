import { release } from "../element.ts";
import { type Pipe, streamPipe } from "../pipe/pipe.ts";
import { type At, ElementError } from "./map.ts";

/** The elements for which a condition holds. */
export function filterPipe<T>(
  pipe: Pipe<T>,
  condition: (element: T, at: At) => boolean | Promise<boolean>,
): Pipe<T> {
  return streamPipe(undefined, async function* (pass) {
    let index = 0;
    for await (const element of pipe.read(pass)) {
      const at = { index: index++, epoch: pass[0] };
      let holds: boolean;
      try {
        holds = await condition(element, at);
      } catch (error) {
        release(element);
        throw new ElementError("filter", at, error);
      }
      if (holds) yield element;
      else release(element);
    }
  });
}
