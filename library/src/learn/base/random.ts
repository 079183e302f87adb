import { Random } from "../../random/index.ts";

/** A whole number or a text makes the result the same in every run; undefined, another each time. */
export type RandomState = number | string | undefined;

/** The generator of a fit. */
export function randomOf(state: RandomState): Random {
  return new Random(state ?? Math.floor(Math.random() * 2 ** 52));
}

/** The whole numbers from 0 to `count - 1` in random order (Fisher and Yates). */
export function permutation(count: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = random.integer(0, i + 1);
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
  return order;
}
