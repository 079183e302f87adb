import pl from "nodejs-polars";
import { type Cell, isDate, shown } from "../engine/cell.ts";
import type { Table } from "../engine/table.ts";
import { toEngine } from "../engine/to-engine.ts";
import { stack } from "../joins/index.ts";
import { checkNames } from "../engine/names.ts";

type Kind = "frame" | "record" | "value";

function kindOf(result: unknown): Kind {
  if (typeof result !== "object" || result === null || isDate(result)) return "value";
  if ("table" in result) return "frame";
  if (Array.isArray(result) || ("data" in result && "labels" in result)) {
    throw new TypeError(
      `apply: the function makes a frame, an object or a value of each group; got ${shown(result)}. For a value a row there is transform.`,
    );
  }
  return "record";
}

/** The results of all groups as one table, the keys of the groups first. */
export function applied(keys: pl.DataFrame, results: readonly unknown[]): Table {
  const kinds = results.map(kindOf);
  const [kind = "value"] = kinds;
  const other = kinds.findIndex((one) => one !== kind);
  if (other >= 0) {
    throw new TypeError(
      `apply: the function made a ${kind} of the first group and a ${kinds[other] ?? ""} of group ${other}.`,
    );
  }
  if (kind === "frame") return stacked(keys, results as { readonly table: Table }[]);
  const records = (kind === "record" ? results : results.map((value) => ({ value }))) as Record<
    string,
    Cell
  >[];
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const columns = names.map((name) =>
    toEngine(
      name,
      records.map((record) => record[name] ?? null),
    ),
  );
  const own = keys.getColumns().filter((key) => !names.includes(key.name));
  checkNames([...own.map((key) => key.name), ...names]);
  return { data: pl.DataFrame([...own, ...columns]), index: undefined };
}

/** The frames below one another, each with the keys of its group where it lacks them. */
function stacked(keys: pl.DataFrame, frames: readonly { readonly table: Table }[]): Table {
  return stack(
    frames.map(({ table }, group) => {
      const lacking = keys.getColumns().filter((key) => !table.data.columns.includes(key.name));
      if (lacking.length === 0) return table;
      const at = pl.Series("at", new Uint32Array(table.data.height).fill(group));
      const repeated = pl.DataFrame(lacking).select(pl.all().gather(at)).getColumns();
      return { data: pl.DataFrame([...repeated, ...table.data.getColumns()]), index: table.index };
    }),
  );
}
