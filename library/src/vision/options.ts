/** An option that is one of several words. */
export function oneOf<Word extends string>(
  name: string,
  value: Word,
  known: readonly Word[],
): Word {
  if (known.includes(value)) return value;
  throw new TypeError(
    `The option ${name} is one of ${known.map((word) => JSON.stringify(word)).join(", ")}; it was ${JSON.stringify(value)}.`,
  );
}

/** An option that is a whole number of at least `least`. */
export function wholeNumber(name: string, value: number, least = 1): number {
  if (Number.isInteger(value) && value >= least) return value;
  throw new RangeError(
    `The option ${name} is a whole number of ${String(least)} or more; it was ${String(value)}.`,
  );
}

/** An option that is a finite number above 0. */
export function positive(name: string, value: number): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new RangeError(`The option ${name} is a number above 0; it was ${String(value)}.`);
}
