import { SparseMatrix } from "../../learn/index.ts";
import { checkCount, checkOptions, checkSequence, unknownName } from "../checks/index.ts";

export interface HashOptions {
  /** How many columns there are. Default 2^20. */
  readonly nFeatures?: number;
  /** Half of the tokens count negative, so that those in one column cancel out on average. Default true. */
  readonly alternateSign?: boolean;
  /** The length that each document gets: of squares, of absolute values, or as it is. Default `"l2"`. */
  readonly norm?: "l1" | "l2" | null;
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
const mix = (block: number): number =>
  Math.imul(rotate(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);

/**
 * A number from -2^31 to 2^31 - 1 for a text, by its bytes in UTF-8.
 *
 * Source: A. Appleby, MurmurHash3 (2011, public domain), the variant x86_32.
 *
 * @example
 * murmurHash3("foo"); // -156908512
 */
export function murmurHash3(text: string, seed = 0): number {
  const bytes = new TextEncoder().encode(text);
  let hash = seed;
  const whole = bytes.length - (bytes.length % 4);
  for (let i = 0; i < whole; i += 4) {
    const block = bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
    hash = (Math.imul(rotate(hash ^ mix(block), 13), 5) + 0xe6546b64) | 0;
  }
  let tail = 0;
  for (let i = bytes.length - 1; i >= whole; i -= 1) tail = (tail << 8) | bytes[i];
  if (bytes.length > whole) hash ^= mix(tail);
  hash ^= bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/**
 * Counts of tokens without a vocabulary: a token's hash is its column. Nothing is learned, so texts
 * can be read one after the other; which token a column stands for is lost, and some share one.
 * scikit-learn's `HashingVectorizer` on tokens.
 *
 * Source: K. Weinberger et al., "Feature Hashing for Large Scale Multitask Learning" (2009).
 *
 * @throws RangeError for an unknown norm or a number of columns that is none
 *
 * @example
 * hashTokens([["a", "a", "b"]], { nFeatures: 4, norm: null, alternateSign: false }).toArray(); // [[0, 1, 2, 0]]
 */
export function hashTokens(
  documents: readonly (readonly string[])[],
  options: HashOptions = {},
): SparseMatrix {
  checkOptions("hashTokens", options, ["nFeatures", "alternateSign", "norm"]);
  const { nFeatures = 2 ** 20, alternateSign = true, norm = "l2" } = options;
  checkCount("hashTokens", "nFeatures", nFeatures);
  if (norm !== null && norm !== "l1" && norm !== "l2")
    throw unknownName("norm", norm, ["l1", "l2"]);
  const rows = documents.map((tokens) => {
    checkSequence("hashTokens", tokens);
    const row = new Map<number, number>();
    for (const token of tokens) {
      const hash = murmurHash3(token);
      const column = Math.abs(hash) % nFeatures;
      row.set(column, (row.get(column) ?? 0) + (alternateSign && hash < 0 ? -1 : 1));
    }
    for (const [column, value] of row) if (value === 0) row.delete(column);
    const values = [...row.values()];
    const length =
      norm === "l2"
        ? Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
        : values.reduce((sum, value) => sum + Math.abs(value), 0);
    if (norm !== null && length > 0)
      for (const [column, value] of row) row.set(column, value / length);
    return row;
  });
  return SparseMatrix.fromRows(rows, nFeatures);
}
