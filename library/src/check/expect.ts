import { isDeepStrictEqual } from "node:util";
import { bounded, showValue } from "./show-value.ts";
import { containsTodo, TodoError } from "./todo.ts";

/** An answer is wrong: the check ends with FAIL and this message. */
export class ExpectationError extends Error {
  override readonly name = "ExpectationError";
}

/** The assertions that a checker is given. Each throws with what was expected and what was received. */
export interface Expect {
  /** Equal in type, value and structure, as `node:util`'s `isDeepStrictEqual`. */
  equal(actual: unknown, expected: unknown, message?: string): void;
  /**
   * Numbers, or arrays, typed arrays and tensors of numbers of one shape, that differ by no more
   * than `tolerance` (absolute, default 1e-6) anywhere.
   */
  close(actual: unknown, expected: unknown, tolerance?: number, message?: string): void;
  /** A condition that must hold; the message says what was expected. */
  that(condition: boolean, message: string): asserts condition;
  /** `typeof`, and "array" for arrays. */
  type(actual: unknown, type: TypeName, message?: string): void;
  /** Calling the function must throw, with a message that matches where a pattern is given. */
  throws(action: () => unknown, pattern?: RegExp, message?: string): void;
}

export type TypeName = "number" | "string" | "boolean" | "function" | "array" | "object";

function fail(message: string | undefined, expected: string, received: string): never {
  const start = message === undefined ? "" : `${bounded(message, 400)}\n`;
  throw new ExpectationError(`${start}Expected: ${expected}\nReceived: ${received}`);
}

/** A function may have returned the sentinel: that is an answer not written, not a wrong one. */
function written(actual: unknown): void {
  if (containsTodo(actual)) throw new TodoError("The answer gives back todo().");
}

export const expect: Expect = {
  equal(actual, expected, message) {
    written(actual);
    if (!isDeepStrictEqual(actual, expected)) fail(message, showValue(expected), showValue(actual));
  },

  close(actual, expected, tolerance = 1e-6, message) {
    written(actual);
    const wanted = numbersIn(expected);
    const received = numbersIn(actual);
    const about = `${showValue(plain(expected))} (within ${tolerance})`;
    if (!wanted) throw new TypeError(`expect.close needs numbers to compare with, not ${about}`);
    if (!received || received.shape.join() !== wanted.shape.join())
      fail(message, about, showValue(plain(actual)));
    const { worst, at } = largestDifference(received.values, wanted.values);
    if (worst <= tolerance) return;
    const where = wanted.values.length === 1 ? "" : `, largest difference ${worst} at number ${at}`;
    fail(message, about, `${showValue(plain(actual))}${where}`);
  },

  that(condition, message) {
    if (!condition) throw new ExpectationError(bounded(message, 800));
  },

  type(actual, type, message) {
    written(actual);
    const found = Array.isArray(actual) ? "array" : actual === null ? "null" : typeof actual;
    if (found !== type) fail(message, `a value of type ${type}`, `${showValue(actual)} (${found})`);
  },

  throws(action, pattern, message) {
    try {
      written(action());
    } catch (error) {
      if (error instanceof TodoError) throw error;
      const text = error instanceof Error ? error.message : String(error);
      if (!pattern || pattern.test(text)) return;
      fail(message, `an error with a message like ${pattern}`, showValue(text));
    }
    fail(message, `an error${pattern ? ` with a message like ${pattern}` : ""}`, "no error");
  },
};

/** A tensor as nested arrays (by its own method: this module knows no TensorFlow); else the value. */
function plain(value: unknown): unknown {
  const tensor = value as { arraySync?: () => unknown } | null;
  return typeof value === "object" && typeof tensor?.arraySync === "function"
    ? tensor.arraySync()
    : value;
}

interface Numbers {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** Shape and numbers of a number or a rectangular nest of arrays; undefined for anything else. */
function numbersIn(value: unknown): Numbers | undefined {
  const given = plain(value);
  if (typeof given === "number") return { shape: [], values: [given] };
  const isList =
    Array.isArray(given) || (ArrayBuffer.isView(given) && !(given instanceof DataView));
  if (!isList) return undefined;
  const parts = Array.from(given as ArrayLike<unknown>, numbersIn);
  const first = parts[0]?.shape ?? [];
  if (parts.some((part) => part?.shape.join() !== first.join())) return undefined;
  return { shape: [parts.length, ...first], values: parts.flatMap((part) => part?.values ?? []) };
}

/** NaN counts as infinitely far from a number and at no distance from NaN. */
function largestDifference(a: readonly number[], b: readonly number[]) {
  let worst = 0;
  let at = 0;
  a.forEach((value, i) => {
    const gap = Object.is(value, b[i]) ? 0 : Math.abs(value - b[i]);
    const difference = Number.isNaN(gap) ? Infinity : gap;
    if (difference > worst) [worst, at] = [difference, i];
  });
  return { worst, at };
}
