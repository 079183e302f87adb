import type { Spans } from "./window.ts";

/** Number, sum and spread of the present values of a window. */
export interface Moments {
  readonly count: number;
  readonly sum: number;
  /** Sum of the squared distances from the mean. */
  readonly squares: number;
}

/**
 * What `result` makes of each row's window.
 *
 * Nothing is ever subtracted, so that a small value survives a large one that has left: the older
 * part of the window is kept as the moments of each of its ends, the newer part as one, and the two are
 * joined. Each row is looked at twice.
 *
 * Source: the window as two stacks is folklore, written down by K. Tangwongsan, M. Hirzel, S. Schneider
 * (2017), Low-latency sliding-window aggregation in worst-case constant time; joining moments is
 * T. F. Chan, G. H. Golub, R. J. LeVeque (1983), Algorithms for computing the sample variance; adding
 * one value is B. P. Welford (1962), and W. Kahan (1965) for the sum.
 */
export function slideMoments(
  values: Float64Array,
  spans: Spans,
  minPeriods: number,
  result: (moments: Moments) => number,
): Float64Array {
  const out = new Float64Array(values.length);
  const newer = new Accumulator();
  const older = new Ends(values.length);
  let [border, end] = [0, 0];
  for (let row = 0; row < values.length; row += 1) {
    const span = spans(row);
    for (; end < span.end; end += 1) newer.add(values[end]);
    if (span.start > border) {
      older.fill(values, span.start, end);
      newer.clear();
      border = end;
    }
    const window = span.start < border ? older.joined(span.start, newer) : newer;
    out[row] = window.count >= minPeriods ? result(window) : Number.NaN;
  }
  return out;
}

class Accumulator implements Moments {
  count = 0;
  sum = 0;
  mean = 0;
  squares = 0;
  #lost = 0;

  clear(): void {
    [this.count, this.sum, this.mean, this.squares, this.#lost] = [0, 0, 0, 0, 0];
  }

  add(value: number): void {
    if (Number.isNaN(value)) return;
    this.count += 1;
    const corrected = value - this.#lost;
    const next = this.sum + corrected;
    this.#lost = next - this.sum - corrected;
    this.sum = next;
    const distance = value - this.mean;
    this.mean += distance / this.count;
    this.squares += distance * (value - this.mean);
  }
}

/** The moments of the rows from each row up to a border. */
class Ends {
  readonly #counts: Int32Array;
  readonly #sums: Float64Array;
  readonly #means: Float64Array;
  readonly #squares: Float64Array;

  constructor(rows: number) {
    this.#counts = new Int32Array(rows);
    this.#sums = new Float64Array(rows);
    this.#means = new Float64Array(rows);
    this.#squares = new Float64Array(rows);
  }

  fill(values: Float64Array, start: number, border: number): void {
    const ending = new Accumulator();
    for (let row = border - 1; row >= start; row -= 1) {
      ending.add(values[row]);
      this.#counts[row] = ending.count;
      this.#sums[row] = ending.sum;
      this.#means[row] = ending.mean;
      this.#squares[row] = ending.squares;
    }
  }

  /** The moments of the rows from `start` up to the border, and those after it. */
  joined(start: number, newer: Accumulator): Moments {
    const [own, other] = [this.#counts[start], newer.count];
    const count = own + other;
    const distance = own > 0 && other > 0 ? newer.mean - this.#means[start] : 0;
    const between = count > 0 ? distance * distance * ((own * other) / count) : 0;
    return {
      count,
      sum: this.#sums[start] + newer.sum,
      squares: this.#squares[start] + newer.squares + between,
    };
  }
}
