import pl from "nodejs-polars";
import { shown } from "../engine/cell.ts";
import { cellAt } from "../engine/from-engine.ts";

const cardinalities = {
  one_to_one: ["left", "right"],
  "1:1": ["left", "right"],
  one_to_many: ["left"],
  "1:m": ["left"],
  many_to_one: ["right"],
  "m:1": ["right"],
  many_to_many: [],
  "m:m": [],
} as const;

/** How often a key may stand on each side: once (`one`, `1`) or any number of times. */
export type Cardinality = keyof typeof cardinalities;

/** Refuses keys that occur several times on a side that may have each once only; names one. */
export function checkCardinality(
  wanted: Cardinality,
  sides: { readonly left: pl.DataFrame; readonly right: pl.DataFrame },
): void {
  if (!Object.hasOwn(cardinalities, wanted)) {
    throw new TypeError(
      `merge: validate is one of ${Object.keys(cardinalities).join(", ")}; got ${shown(wanted)}.`,
    );
  }
  for (const side of cardinalities[wanted]) {
    const keys = sides[side];
    const repeated = firstRepeated(keys);
    if (repeated === undefined) continue;
    const key = repeated.getColumns().map((one) => shown(cellAt(one, 0)));
    const count = String(cellAt(repeated.getColumn(sizeName), 0));
    throw new RangeError(
      `merge is not ${wanted}: the key ${key.slice(0, keys.width).join(", ")} stands in ${count} rows of the ${side} frame.`,
    );
  }
}

const sizeName = "\u0000size";
const rowName = "\u0000row";

/** The key that repeats itself first, with the number of its rows; undefined where none does. */
function firstRepeated(keys: pl.DataFrame): pl.DataFrame | undefined {
  const repeated = keys
    .withColumn(pl.intRange(0, pl.len()).alias(rowName))
    .groupBy(...keys.columns)
    .agg(pl.len().alias(sizeName), pl.col(rowName).min().alias(rowName))
    .filter(pl.col(sizeName).gt(1));
  return repeated.height === 0 ? undefined : repeated.sort({ by: [rowName] }).head(1);
}
