import type pl from "nodejs-polars";
import { shown } from "../engine/cell.ts";
import { knownColumns } from "../engine/names.ts";
import type { Table } from "../engine/table.ts";
import { positionSlice } from "./rows.ts";

/** The columns of these names, in this order. */
export function selectColumns(data: pl.DataFrame, names: readonly string[]): pl.DataFrame {
  const repeated = names.find((name, position) => names.indexOf(name) !== position);
  if (repeated !== undefined) {
    throw new RangeError(
      `Column ${JSON.stringify(repeated)} is asked for twice; a frame's names are unique.`,
    );
  }
  return data.select(...knownColumns(names, data.columns));
}

const chosen = (names: readonly string[], mask: readonly boolean[]): string[] => {
  if (mask.length !== names.length) {
    throw new RangeError(
      `The column filter has ${mask.length} values for ${names.length} columns.`,
    );
  }
  return names.filter((_, position) => mask[position]);
};

/** Names by position: numbers, slices such as `"0:2"`, or a boolean for each column. */
export function columnsByPosition(names: readonly string[], wanted: readonly unknown[]): string[] {
  if (wanted.length > 0 && wanted.every((one) => typeof one === "boolean"))
    return chosen(names, wanted);
  return wanted.flatMap((one) => {
    if (typeof one === "string" && one.includes(":")) {
      const [start, end] = positionSlice(one, names.length);
      return names.slice(start, end);
    }
    const position = typeof one === "number" && one < 0 ? names.length + one : one;
    const name = typeof position === "number" ? names[position] : undefined;
    if (name === undefined) {
      throw new RangeError(
        `There is no column ${shown(one)}: there are ${names.length}, numbered from 0.`,
      );
    }
    return [name];
  });
}

/** Names by label: names, slices such as `"a:c"` with both ends, or a boolean for each column. */
export function columnsByLabel(names: readonly string[], wanted: readonly unknown[]): string[] {
  if (wanted.length > 0 && wanted.every((one) => typeof one === "boolean"))
    return chosen(names, wanted);
  return wanted.flatMap((one) => {
    if (typeof one === "string" && !names.includes(one) && one.includes(":")) {
      const [from = "", to = ""] = one.split(":");
      const ends = [from || (names[0] ?? ""), to || (names.at(-1) ?? "")];
      const [start = 0, end = 0] = knownColumns(ends, names).map((name) => names.indexOf(name));
      return names.slice(start, end + 1);
    }
    return knownColumns([one as string], names);
  });
}

/** The frame with columns put in place of those of the same name, or after the last. */
export function withColumns(table: Table, columns: readonly pl.Series[]): Table {
  let { data } = table;
  for (const column of columns) {
    if (data.width > 0 && column.length !== data.height) {
      throw new RangeError(
        `Column ${JSON.stringify(column.name)} has ${column.length} values for ${data.height} rows.`,
      );
    }
    data = data.withColumn(column);
  }
  return { data, index: table.index };
}
