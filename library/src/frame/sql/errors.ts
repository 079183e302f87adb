import { nearest, unknownColumn } from "../engine/names.ts";

/** The tables of a query: their columns by their name. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** What the engine says about a query, as an error that names the tables and columns there are. */
export function queryError(reason: string, tables: Known): Error {
  const [, relation] = /relation '([^']*)' was not found/u.exec(reason) ?? [];
  if (relation !== undefined) return unknownTable(relation, Object.keys(tables));
  const [, column] = /unable to find column "([^"]*)"/u.exec(reason) ?? [];
  if (column !== undefined)
    return unknownColumn(column, [...new Set(Object.values(tables).flat())]);
  const [first = reason] = reason.split("\n");
  const said = first.replace(/^sql parser error: /u, "");
  const [, name] = /unsupported function '([^']*)'/u.exec(first) ?? [];
  if (name !== undefined)
    return new SyntaxError(`SQL has no function ${JSON.stringify(name)} here.`);
  return new SyntaxError(`The SQL query cannot be run: ${said}`);
}

function unknownTable(wrong: string, names: readonly string[]): Error {
  const [near] = nearest(wrong, names);
  const question = near === undefined ? "" : ` Did you mean ${JSON.stringify(near)}?`;
  return new RangeError(
    `There is no table ${JSON.stringify(wrong)}.${question} The tables are: ${names.join(", ") || "none"}.`,
  );
}
