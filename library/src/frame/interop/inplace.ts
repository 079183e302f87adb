import { checkOptions } from "../engine/options.ts";

/** Verbs that take `inplace` in danfo and no options here, by the position where danfo takes them. */
export const frameVerbs = {
  rename: 1,
  query: 1,
  round: 1,
  applyMap: 1,
  replace: 2,
  append: 2,
  asType: 2,
  resetIndex: 0,
  transpose: 0,
  abs: 0,
  cumSum: 0,
  cumProd: 0,
  cumMin: 0,
  cumMax: 0,
} as const;

export const seriesVerbs = {
  add: 1,
  sub: 1,
  mul: 1,
  div: 1,
  pow: 1,
  mod: 1,
  round: 1,
  map: 1,
  apply: 1,
  asType: 1,
  setIndex: 1,
  fillNa: 1,
  replace: 2,
  append: 2,
  resetIndex: 0,
  dropNa: 0,
  abs: 0,
  cumSum: 0,
  cumProd: 0,
  cumMin: 0,
  cumMax: 0,
} as const;

type Verb = (this: unknown, ...given: unknown[]) => unknown;

/**
 * Makes `column.add(2, { inplace: true })` an error: without it the options would be one argument too
 * many, which JavaScript drops, and a danfo script would go on with the old values.
 */
export function refuseInplace(prototype: object, verbs: Readonly<Record<string, number>>): void {
  for (const [verb, position] of Object.entries(verbs)) {
    const run = Reflect.get(prototype, verb) as Verb;
    const guarded: Verb = function (...given) {
      const options = given[position];
      if (typeof options === "object" && options !== null && Object.hasOwn(options, "inplace")) {
        checkOptions(verb, { inplace: true }, []);
      }
      return Reflect.apply(run, this, given);
    };
    Object.defineProperty(guarded, "name", { value: verb });
    Object.defineProperty(prototype, verb, { value: guarded, configurable: true, writable: true });
  }
}
