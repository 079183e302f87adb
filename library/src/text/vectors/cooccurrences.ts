import { checkCount, checkOptions, checkSequence } from "../checks/index.ts";

export interface CooccurrenceOptions {
  /** So many tokens on each side count. Default 10. */
  readonly window?: number;
  /** A neighbour at distance d counts 1 / d. Default true. */
  readonly distanceWeighting?: boolean;
}

/** Entry i says how much token `columns[i]` stood near token `rows[i]`; ordered by rows, then columns. */
export interface Cooccurrences {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/**
 * How often tokens stand near each other, both ways, in sentences of token numbers.
 *
 * Source: J. Pennington, R. Socher, C. D. Manning, "GloVe: Global Vectors for Word Representation"
 * (2014).
 *
 * @example
 * const { rows, columns, values } = cooccurrences([[0, 1, 2]], { window: 2 });
 * rows; // [0, 0, 1, 1, 2, 2]
 * values; // [1, 0.5, 1, 1, 0.5, 1]
 */
export function cooccurrences(
  sentences: Iterable<ArrayLike<number>>,
  options: CooccurrenceOptions = {},
): Cooccurrences {
  checkOptions("cooccurrences", options, ["window", "distanceWeighting"]);
  const { window = 10, distanceWeighting = true } = options;
  checkCount("cooccurrences", "window", window);
  const found = new Map<number, Map<number, number>>();
  const add = (row: number, column: number, value: number): void => {
    let of = found.get(row);
    if (of === undefined) found.set(row, (of = new Map<number, number>()));
    of.set(column, (of.get(column) ?? 0) + value);
  };
  for (const ids of sentences) {
    checkSequence("cooccurrences", ids);
    for (let i = 0; i < ids.length; i += 1)
      for (let j = Math.max(0, i - window); j < i; j += 1) {
        const value = distanceWeighting ? 1 / (i - j) : 1;
        add(ids[i], ids[j], value);
        add(ids[j], ids[i], value);
      }
  }
  const entries = [...found].flatMap(([row, of]) =>
    Array.from(of, ([column, value]) => [row, column, value] as const),
  );
  entries.sort(([a, b], [c, d]) => a - c || b - d);
  return {
    rows: Int32Array.from(entries, ([row]) => row),
    columns: Int32Array.from(entries, ([, column]) => column),
    values: Float64Array.from(entries, ([, , value]) => value),
  };
}
