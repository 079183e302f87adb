import { Random, type Seed } from "../../../random/index.ts";
import { tensorflow } from "../../../tensorflow/index.ts";
import { release, tensorsOf, withTensors } from "../element.ts";
import { type Pass, type Pipe, sequencePipe, streamPipe } from "../pipe/pipe.ts";

/** Where an element stands. */
export interface At {
  /** Its place in this pass, from 0. */
  readonly index: number;
  readonly epoch: number;
}

/** A step that failed at an element; `cause` is the error itself. */
export class ElementError extends Error {
  override readonly name = "ElementError";
  readonly index: number;

  constructor(step: string, { index, epoch }: At, cause: unknown) {
    const said = cause instanceof Error ? cause.message : String(cause);
    super(`${step} failed at element ${index} (epoch ${epoch}): ${said}`, { cause });
    this.index = index;
  }
}

type Change<T, U> = (element: T, at: At, pass: Pass) => U | Promise<U>;

/** Each element through a function. */
export function mapPipe<T, U>(step: string, pipe: Pipe<T>, change: Change<T, U>): Pipe<U> {
  const changed = (element: T, index: number, pass: Pass): U | Promise<U> =>
    applied(step, change, element, index, pass);
  const { sequence } = pipe;
  if (sequence && pipe.size !== undefined) {
    return sequencePipe(pipe.size, (pass) => {
      const before = sequence(pass);
      return {
        length: before.length,
        at(index) {
          const element = before.at(index);
          return element instanceof Promise
            ? element.then((one) => changed(one, index, pass))
            : changed(element, index, pass);
        },
      };
    });
  }
  return streamPipe(pipe.size, async function* (pass) {
    let index = 0;
    for await (const element of pipe.read(pass)) yield await changed(element, index++, pass);
  });
}

/** Each element through a function that draws random numbers from its own stream. */
export function augmentPipe<T, U>(
  pipe: Pipe<T>,
  seed: Seed,
  change: (element: T, random: Random, at: At) => U | Promise<U>,
): Pipe<U> {
  // A stream for each element: the numbers do not depend on which element is ready first.
  return mapPipe("augment", pipe, (element, at, pass) =>
    change(element, new Random(seed, "augment", ...pass, at.index), at),
  );
}

function applied<T, U>(
  step: string,
  change: Change<T, U>,
  element: T,
  index: number,
  pass: Pass,
): U | Promise<U> {
  const at = { index, epoch: pass[0] };
  const fail = (error: unknown): never => {
    release(element);
    throw error instanceof ElementError ? error : new ElementError(step, at, error);
  };
  const engine = tensorflow().engine();
  engine.startScope(step);
  let result: U | Promise<U>;
  try {
    result = change(element, at, pass);
  } catch (error) {
    engine.endScope();
    return fail(error);
  }
  const made = [...engine.state.activeScope.track];
  if (result instanceof Promise) {
    // What an async function has made so far it may still need: it disposes that itself.
    engine.endScope(made);
    return result.then((one: U) => {
      release(element, one);
      return one;
    }, fail);
  }
  // A tensor that was there before belongs to somebody else: the element gets one of its own.
  const own = new Set([...made, ...tensorsOf(element)]);
  if (tensorsOf(result).some((tensor) => !own.has(tensor)))
    result = withTensors(result, (one) => (own.has(one) ? one : one.clone())) as U;
  engine.endScope([...tensorsOf(result)]);
  release(element, result);
  return result;
}
