import pl from "nodejs-polars";
import { dtypeOf } from "../engine/dtypes.ts";
import { type Table, takeRows } from "../engine/table.ts";
import { differing } from "./cells.ts";
import { numbering } from "./labels.ts";
import { kindOf } from "./operand.ts";

/** The rows and columns in which two tables of one shape differ. */
export function compareTables(own: Table, other: Table): Table {
  const names = own.data.columns;
  if (names.join("\0") !== other.data.columns.join("\0")) {
    throw new RangeError(
      `compare: one frame has the columns ${names.join(", ")}; the other ${other.data.columns.join(", ")}.`,
    );
  }
  if (own.data.height !== other.data.height) {
    throw new RangeError(
      `compare: one frame has ${own.data.height} rows, the other ${other.data.height}.`,
    );
  }
  const changed = names.flatMap((name) => {
    const [left, right] = [own.data.getColumn(name), other.data.getColumn(name)];
    const [mine, theirs] = [dtypeOf(left), dtypeOf(right)];
    if (kindOf(mine) !== kindOf(theirs))
      throw new TypeError(
        `compare: column ${JSON.stringify(name)} is ${mine} here, ${theirs} there.`,
      );
    const flags = differing(left, right);
    return flags.includes(true) ? [{ name, left, right, flags }] : [];
  });
  const rows = Array.from({ length: own.data.height }, (_, row) => row).filter((row) =>
    changed.some(({ flags }) => flags[row]),
  );
  const columns = changed.flatMap(({ name, left, right, flags }) => {
    const keep = pl.Series("keep", flags, pl.Bool);
    const frame = pl.DataFrame([left.alias("left"), right.alias("right"), keep]);
    const kept = (side: string): pl.Series =>
      frame
        .select(pl.when(pl.col("keep")).then(pl.col(side)).otherwise(pl.lit(null)).alias("x"))
        .toSeries(0);
    return [kept("left").alias(`${name}_self`), kept("right").alias(`${name}_other`)];
  });
  const index = own.index ?? numbering(own.data.height);
  return takeRows({ data: pl.DataFrame(columns), index }, rows);
}
