import { checkChoice } from "./checks.ts";

/**
 * What lies outside an image, here for the row `a b c d`:
 * - `"constant"`: one value, `0 0 | a b c d | 0 0`.
 * - `"replicate"`: the edge again, `a a | a b c d | d d` (scipy: nearest).
 * - `"reflect"`: mirrored with the edge, `b a | a b c d | d c`.
 * - `"reflect101"`: mirrored about the edge, `c b | a b c d | c b` (scipy: mirror).
 * - `"wrap"`: the other end, `c d | a b c d | a b`.
 */
export type BorderMode = "constant" | "replicate" | "reflect" | "reflect101" | "wrap";

export const borderModes: readonly BorderMode[] = [
  "constant",
  "replicate",
  "reflect",
  "reflect101",
  "wrap",
];

/** What lies outside the image where a filter reaches over its edge. */
export interface BorderOptions {
  /** Default `"reflect101"`, as in OpenCV. */
  readonly border?: BorderMode;
  /** The value outside for `"constant"`, in the image's own unit. Default 0. */
  readonly borderValue?: number;
}

export const borderOptions: readonly string[] = ["border", "borderValue"];

/** Where position `at` of an axis of `length` values is read; -1 for the constant outside. */
export function borderIndex(at: number, length: number, mode: BorderMode): number {
  if (at >= 0 && at < length) return at;
  if (mode === "constant") return -1;
  if (mode === "replicate") return at < 0 ? 0 : length - 1;
  if (mode === "wrap") return ((at % length) + length) % length;
  if (length === 1) return 0;
  const period = mode === "reflect" ? 2 * length : 2 * length - 2;
  const folded = ((at % period) + period) % period;
  return folded < length ? folded : period - folded - (mode === "reflect" ? 1 : 0);
}

/** Where each position from `-before` to `length + after - 1` is read. */
export function borderIndices(
  length: number,
  before: number,
  after: number,
  mode: BorderMode,
): Int32Array {
  checkChoice("border", mode, borderModes);
  const indices = new Int32Array(before + length + after);
  for (let i = 0; i < indices.length; i++) indices[i] = borderIndex(i - before, length, mode);
  return indices;
}
