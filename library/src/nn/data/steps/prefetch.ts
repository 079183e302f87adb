import { release } from "../element.ts";
import { type Pipe, streamPipe } from "../pipe/pipe.ts";

/** Makes the next elements while the reader works on the present one. */
export function prefetchPipe<T>(pipe: Pipe<T>, ahead: number): Pipe<T> {
  if (!Number.isInteger(ahead) || ahead < 1)
    throw new RangeError(`prefetch needs a whole number of elements from 1, not ${ahead}.`);
  return streamPipe(pipe.size, async function* (pass) {
    const source = pipe.read(pass);
    const coming: Promise<IteratorResult<T, void>>[] = [];
    const ask = (): void => {
      const next = source.next();
      // Its failure is seen when its turn comes; until then it must not count as unhandled.
      next.catch(() => {});
      coming.push(next);
    };
    try {
      while (coming.length < ahead) ask();
      for (let next = coming.shift(); next; next = coming.shift()) {
        const { done, value } = await next;
        if (done) return;
        ask();
        yield value;
      }
    } finally {
      for (const result of await Promise.allSettled(coming))
        if (result.status === "fulfilled") release(result.value.value);
      await source.return();
    }
  });
}
