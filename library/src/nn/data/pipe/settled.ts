import { release } from "../element.ts";

/** All of them; where one fails, the others' tensors are disposed. */
export async function settled<T>(taken: readonly (T | Promise<T>)[]): Promise<T[]> {
  const results = await Promise.allSettled(taken);
  const done = results.filter((one) => one.status === "fulfilled").map(({ value }) => value);
  const failed = results.find((one) => one.status === "rejected");
  if (failed === undefined) return done;
  release(done);
  throw failed.reason;
}

/** The elements that functions give, one or all of them later; where one fails, the others' are disposed. */
export function together<T>(takes: Iterable<() => T | Promise<T>>): T[] | Promise<T[]> {
  const taken: (T | Promise<T>)[] = [];
  try {
    for (const take of takes) taken.push(take());
  } catch (error) {
    settled(taken).then(release, () => {});
    throw error;
  }
  return taken.some((one) => one instanceof Promise) ? settled(taken) : (taken as T[]);
}
