import pl from "nodejs-polars";
import { dtypeOf, isNumeric } from "../../engine/dtypes.ts";
import { knownColumns } from "../../engine/names.ts";
import type { Table } from "../../engine/table.ts";
import { unique } from "./pivot.ts";

export interface Melt {
  readonly idVars: readonly string[];
  readonly valueVars: readonly string[];
  readonly varName: string;
  readonly valueName: string;
}

/** One row for each cell of `valueVars`: which column it was in and its value, after the `idVars`. */
export function melt(data: pl.DataFrame, { idVars, valueVars, varName, valueName }: Melt): Table {
  const ids = knownColumns(idVars, data.columns).map((name) => data.getColumn(name));
  const values = common(knownColumns(valueVars, data.columns).map((name) => data.getColumn(name)));
  const parts = values.map((series) => {
    const at = pl.Series("at", new Uint32Array(series.length));
    const name = pl.DataFrame([pl.Series("x", [series.name], pl.Utf8)]);
    const names = name.select(pl.col("x").gather(at)).toSeries(0).alias(varName);
    return pl.DataFrame(unique([...ids, names, series.alias(valueName)]));
  });
  const [first] = parts;
  if (first !== undefined) return { data: pl.concat(parts), index: undefined };
  const none = [...ids.map((series) => series.slice(0, 0)), pl.Series(varName, [], pl.Utf8)];
  return {
    data: pl.DataFrame(unique([...none, pl.Series(valueName, [], pl.Utf8)])),
    index: undefined,
  };
}

/** The columns in a type that holds them all. */
function common(columns: readonly pl.Series[]): pl.Series[] {
  const [first] = columns;
  const dtypes = new Set(columns.map(dtypeOf));
  if (first === undefined || dtypes.size === 1) return [...columns];
  if ([...dtypes].every(isNumeric)) return columns.map((series) => series.cast(pl.Float64));
  const said = columns.map((series) => `${series.name} is ${dtypeOf(series)}`).join(", ");
  throw new TypeError(
    `melt: one column cannot hold all of these: ${said}. Choose valueVars of one kind, or use asType first.`,
  );
}
