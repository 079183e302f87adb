import { SourceMap } from "node:module";
import type { PositionMap } from "./positions.ts";

/** JavaScript that a compiler made, and where its positions come from. */
export interface Compiled {
  readonly code: string;
  readonly toSource: PositionMap;
}

/** Reads a source map on the first question: most cells never fail, so most are never asked. */
export function mapFrom(read: () => string): PositionMap {
  let map: SourceMap | undefined;
  return (line, column) => {
    map ??= new SourceMap(JSON.parse(read()) as ConstructorParameters<typeof SourceMap>[0]);
    const entry = map.findEntry(line - 1, column - 1);
    if (!("originalLine" in entry)) return { line: 1, column: 1 };
    return { line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  };
}
