import { readFile } from "node:fs/promises";
import { parseCsv } from "../../bundled/csv.ts";
import type { Columns } from "../../bundled/rows/index.ts";
import type { FileFinder } from "./types.ts";

/** One passenger of the Titanic. */
export interface TitanicPassenger {
  pclass: 1 | 2 | 3;
  survived: 0 | 1;
  name: string;
  sex: "female" | "male";
  /** Years, with a fraction below one and for estimates. */
  age: number | null;
  /** Brothers, sisters, husband or wife on board. */
  sibsp: number;
  /** Parents and children on board. */
  parch: number;
  ticket: string;
  /** Pounds of 1912. */
  fare: number | null;
  cabin: string | null;
  /** Cherbourg, Queenstown or Southampton. */
  embarked: "C" | "Q" | "S" | null;
  boat: string | null;
  body: number | null;
  home_dest: string | null;
}

const numbers = new Set(["pclass", "survived", "age", "sibsp", "parch", "fare", "body"]);
const required = new Set(["pclass", "survived", "name", "sex", "sibsp", "parch", "ticket"]);

export async function readTitanic(find: FileFinder): Promise<Columns<TitanicPassenger>> {
  // OpenML writes a quote inside a quoted field with a backslash, not with a second quote.
  const text = (await readFile(await find("titanic.csv"), "utf8")).replaceAll('\\"', '""');
  const [header = [], ...records] = parseCsv(text);
  const columns = header.map((name, at) => {
    const values = records.map((record, row) => value(name, record[at], row));
    return [name.replace(".", "_"), values] as const;
  });
  return Object.fromEntries(columns) as unknown as Columns<TitanicPassenger>;
}

function value(column: string, text: string, row: number): string | number | null {
  const missing = text === "?" || text === "";
  const parsed = numbers.has(column) && !missing ? Number(text) : text;
  if ((missing && required.has(column)) || Number.isNaN(parsed))
    throw new SyntaxError(`Row ${row} of "${column}" is ${JSON.stringify(text)}.`);
  return missing ? null : parsed;
}
