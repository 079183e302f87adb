import pl from "nodejs-polars";
import type { Table } from "../../engine/table.ts";
import { numbering } from "../labels.ts";
import { melt } from "./melt.ts";
import { gather } from "./pivot.ts";

/** Row by row, one row for each present value: its row's label, its column's name, and itself. */
export function stackCells({ data, index }: Table, varName: string, valueName: string): Table {
  const labels = index ?? numbering(data.height);
  const id = labels.name === "" ? "index" : labels.name;
  const wide = pl.DataFrame([labels.alias("\u0000id"), ...data.getColumns()]);
  const long = melt(wide, {
    idVars: ["\u0000id"],
    valueVars: data.columns,
    varName,
    valueName,
  }).data;
  // melt goes column by column.
  const at = Uint32Array.from(
    { length: long.height },
    (_, i) => (i % data.width) * data.height + Math.floor(i / data.width),
  );
  const columns = long
    .getColumns()
    .map((one) => gather(one, at).alias(one.name === "\u0000id" ? id : one.name));
  const present = pl.DataFrame(columns).filter(pl.nth(2).isNotNull());
  return { data: present, index: undefined };
}
