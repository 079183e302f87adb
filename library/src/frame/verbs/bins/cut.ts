import pl from "nodejs-polars";
import { shown } from "../../engine/cell.ts";
import { seriesOf } from "../../engine/make.ts";
import { checkOptions } from "../../engine/options.ts";
import type { SeriesBase } from "../../series/base.ts";
import type { Series } from "../../series/series.ts";
import { floatsOf } from "../windows/index.ts";
import { checkedEdges, equalWidthEdges, quantileEdges } from "./edges.ts";
import { binLabels } from "./labels.ts";

interface BinOptions<L extends readonly string[] | false> {
  /** A name for each bin, or `false` for its number from 0. Default: its edges. */
  readonly labels?: L;
  /** Digits in the names after the point (default 3). */
  readonly precision?: number;
}

export interface CutOptions<L extends readonly string[] | false> extends BinOptions<L> {
  /** Whether a bin holds its right edge (default true), or its left one. */
  readonly right?: boolean;
  /** Whether the first bin holds its left edge as well (default false). */
  readonly includeLowest?: boolean;
}

export interface QcutOptions<L extends readonly string[] | false> extends BinOptions<L> {
  /** What to do where two quantiles are equal (default `"raise"`): leave one out (`"drop"`). */
  readonly duplicates?: "raise" | "drop";
}

/** What a row gets: a name, or a number where `labels` is false; missing outside all bins. */
export type Bin<L> = L extends false
  ? number | null
  : L extends readonly (infer Text)[]
    ? Text | null
    : string | null;

type Numeric = SeriesBase<number> | SeriesBase<number | null>;

/**
 * The bin of each value: `bins` of equal width, or those between the edges given. Values outside, and
 * missing ones, get nothing.
 *
 * @throws RangeError where edges do not rise or labels are too few or too many
 * @example
 * const ages = new Series([3, 17, 40, 70]);
 * cut(ages, [0, 18, 65]).values; // ["(0, 18]", "(0, 18]", "(18, 65]", null]
 * cut(ages, [0, 18, 65, 120], { labels: ["child", "adult", "old"] }).values; // ["child", "child", "adult", "old"]
 * cut(ages, 2, { labels: false }).values; // [0, 0, 1, 1]
 */
export function cut<const L extends readonly string[] | false = readonly string[]>(
  values: Numeric,
  bins: number | readonly number[],
  options: CutOptions<L> = {},
): Series<Bin<L>> {
  checkOptions("cut", options, ["labels", "precision", "right", "includeLowest"]);
  const { right = true, includeLowest = false } = options;
  const floats = floatsOf(values.data, "cut");
  const edges =
    typeof bins === "number" ? equalWidthEdges(floats, bins, right) : checkedEdges(bins);
  const whole = typeof bins !== "number" && bins.every((edge) => Number.isInteger(edge));
  return binned(values, floats, edges, { right, includeLowest, whole, verb: "cut", ...options });
}

/**
 * The bin of each value, every bin holding about as many: `q` of them, or those between the shares
 * given.
 *
 * @throws RangeError where two edges are equal, since many values are, unless `duplicates` is `"drop"`
 * @example
 * qcut(new Series([1, 2, 3, 4]), 2).values; // ["(0.999, 2.5]", "(0.999, 2.5]", "(2.5, 4.0]", "(2.5, 4.0]"]
 * qcut(new Series([1, 2, 3, 40]), [0, 0.75, 1], { labels: ["most", "top"] }).values; // ["most", "most", "most", "top"]
 */
export function qcut<const L extends readonly string[] | false = readonly string[]>(
  values: Numeric,
  q: number | readonly number[],
  options: QcutOptions<L> = {},
): Series<Bin<L>> {
  checkOptions("qcut", options, ["labels", "precision", "duplicates"]);
  if (typeof q === "number" && (!Number.isInteger(q) || q < 1))
    throw new RangeError(`qcut: q is a whole number from 1, or shares; got ${shown(q)}.`);
  const shares = typeof q === "number" ? Array.from({ length: q + 1 }, (_, i) => i / q) : q;
  const outside = shares.find((share) => !(share >= 0 && share <= 1));
  if (outside !== undefined)
    throw new RangeError(`qcut: shares are from 0 to 1; got ${shown(outside)}.`);
  const floats = floatsOf(values.data, "qcut");
  const all = quantileEdges(floats, shares);
  // One bin holds its lower edge: there the two may be equal.
  const edges = all.length === 2 ? all : all.filter((edge, at) => edge !== all[at - 1]);
  if (edges.length < all.length && options.duplicates !== "drop")
    throw new RangeError(
      `qcut: ${all.length - edges.length + 1} edges are equal, because many values are. Ask for fewer bins, or duplicates: "drop".`,
    );
  const how = { right: true, includeLowest: true, whole: false, verb: "qcut" };
  return binned(values, floats, edges, { ...how, ...options });
}

interface How extends BinOptions<readonly string[] | false> {
  readonly right: boolean;
  readonly includeLowest: boolean;
  readonly whole: boolean;
  readonly verb: string;
}

function binned<L extends readonly string[] | false>(
  values: Numeric,
  floats: Float64Array,
  edges: Float64Array,
  how: How,
): Series<Bin<L>> {
  const { labels, precision = 3, verb } = how;
  const count = edges.length - 1;
  if (labels && labels.length !== count)
    throw new RangeError(`${verb}: ${count} bins need as many labels; got ${labels.length}.`);
  const codes = Array.from(floats, (value) => binOf(value, edges, how));
  if (labels === false) return seriesOf(pl.Series(values.name, codes, pl.Int64), values.labels);
  const names = labels ?? binLabels(edges, { ...how, precision });
  const texts = codes.map((code) => (code === null ? null : names[code]));
  return seriesOf(pl.Series(values.name, texts, pl.Utf8), values.labels);
}

/** The number of the bin that holds a value, or null where none does. */
export function binOf(
  value: number,
  edges: Float64Array,
  how: Pick<How, "right" | "includeLowest">,
): number | null {
  const last = edges.length - 1;
  if (Number.isNaN(value) || last < 1) return null;
  if (how.right) {
    if (value === edges[0]) return how.includeLowest ? 0 : null;
    const at = firstFrom(edges, (edge) => edge >= value);
    return at === 0 || at > last ? null : at - 1;
  }
  const at = firstFrom(edges, (edge) => edge > value);
  return at === 0 || at > last ? null : at - 1;
}

/** Position of the first edge for which `holds`, which is false before it and true after. */
function firstFrom(edges: Float64Array, holds: (edge: number) => boolean): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(edges[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
