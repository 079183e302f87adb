import type pl from "nodejs-polars";
import { toEngine } from "../../engine/to-engine.ts";
import { floatsOf } from "../windows/index.ts";
import { checkedEdges, equalWidthEdges } from "./edges.ts";
import { binOf } from "./cut.ts";
import { binLabels } from "./labels.ts";

/** How many values fall in each bin, the first of which holds its lower edge; every bin is there. */
export function binCounts(
  series: pl.Series,
  bins: number | readonly number[],
): { values: pl.Series; counts: number[] } {
  const floats = floatsOf(series, "valueCounts");
  const edges = typeof bins === "number" ? equalWidthEdges(floats, bins, true) : checkedEdges(bins);
  const how = { right: true, includeLowest: true };
  const whole = typeof bins !== "number" && bins.every((edge) => Number.isInteger(edge));
  const counts = new Array<number>(Math.max(0, edges.length - 1)).fill(0);
  for (const value of floats) {
    const bin = binOf(value, edges, how);
    if (bin !== null) counts[bin] += 1;
  }
  const names = binLabels(edges, { ...how, whole, precision: 3 });
  return { values: toEngine(series.name, names, "string"), counts };
}
