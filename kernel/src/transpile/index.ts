import { stripTypeScriptTypes } from "node:module";
import type { PreparedCell, PrepareOptions } from "./types.ts";
export { CellSyntaxError } from "./cell-syntax-error.ts";
export type * from "./types.ts";

/** Turns a TypeScript cell into JavaScript for `Runtime.evaluate` in replMode. */
export function prepareCell(source: string, options: PrepareOptions): PreparedCell {
  const code = stripTypeScriptTypes(source, { mode: "strip" });
  return {
    code: `${code}\n//# sourceURL=${options.url}`,
    showsResult: !/;\s*$/.test(source),
    toOriginal: (line, column) => ({ line, column }),
  };
}
