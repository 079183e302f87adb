import type pl from "nodejs-polars";
import { dtypeOf } from "../engine/dtypes.ts";
import { fromEngine } from "../engine/from-engine.ts";
import { kindOf } from "./operand.ts";

/** Which values of a column are true: numbers other than 0, texts that are not empty. */
export function truths(series: pl.Series, verb: string): (boolean | null)[] {
  const kind = kindOf(dtypeOf(series));
  if (kind === "date" || kind === "other") {
    throw new TypeError(
      `${verb}: column ${JSON.stringify(series.name)} is ${dtypeOf(series)}, neither true nor false; select others, or compare it first.`,
    );
  }
  return fromEngine(series).map((value) => (value === null ? null : Boolean(value)));
}
