/** A count of 1 or more. */
export function checkCount(name: string, value: number, least = 1): number {
  if (Number.isInteger(value) && value >= least) return value;
  throw new RangeError(
    `The option ${name} is a whole number of ${least} or more; it was ${value}.`,
  );
}

/** The side of a window that has a middle. */
export function checkOdd(name: string, value: number): number {
  if (Number.isInteger(value) && value >= 1 && value % 2 === 1) return value;
  throw new RangeError(
    `The option ${name} is an odd number (a window has a middle); it was ${value}.`,
  );
}

/** A number above 0. */
export function checkPositive(name: string, value: number): number {
  if (value > 0 && Number.isFinite(value)) return value;
  throw new RangeError(`The option ${name} is a number above 0; it was ${value}.`);
}

/** A number that is neither NaN nor infinite. */
export function checkFinite(name: string, value: number): number {
  if (Number.isFinite(value)) return value;
  throw new RangeError(`The option ${name} is a finite number; it was ${value}.`);
}

/** One of several words. */
export function checkChoice<Word extends string>(
  name: string,
  value: Word,
  known: readonly Word[],
): Word {
  if (known.includes(value)) return value;
  throw new TypeError(
    `The option ${name} is ${known.map((word) => `"${word}"`).join(", ")}; it was "${String(value)}".`,
  );
}
