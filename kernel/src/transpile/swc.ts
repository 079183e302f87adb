import { createRequire, SourceMap } from "node:module";
import type * as Swc from "@swc/core";
import { atWidth } from "../errors/width.ts";
import type { Position, PositionMap } from "./positions.ts";

let loaded: typeof Swc | undefined;

/** Loaded on first need: most cells never do, and it costs more than the rest of a start. */
function swc(): typeof Swc {
  loaded ??= createRequire(import.meta.url)("@swc/core") as typeof Swc;
  return loaded;
}

export interface Compiled {
  readonly code: string;
  readonly toSource: PositionMap;
}

/** Why a text is no TypeScript, as far as the compiler can say it. */
export class CompileError extends Error {
  readonly position: Position;

  constructor(message: string, position: Position) {
    super(message);
    this.position = position;
  }
}

/**
 * Compiles TypeScript whose types cannot just be blanked out: enums, namespaces, parameter
 * properties, decorators (2023-11), `accessor`.
 *
 * @throws CompileError for anything that is not TypeScript.
 */
export function compile(source: string, target: "esnext" | "es2022"): Compiled {
  const options: Swc.Options = {
    swcrc: false,
    configFile: false,
    sourceMaps: true,
    isModule: true,
    jsc: {
      parser: { syntax: "typescript", decorators: true },
      target,
      transform: { verbatimModuleSyntax: true, decoratorVersion: "2023-11" },
    },
    module: { type: "es6" },
  };
  try {
    const { code, map } = swc().transformSync(source, options);
    return { code, toSource: mapFrom(map) };
  } catch (error) {
    throw compileError(String((error as Error).message), source);
  }
}

/** Whether the text is TypeScript, with `tsx` set: with JSX in it. */
export function parses(source: string, tsx = false): boolean {
  try {
    swc().parseSync(source, { syntax: "typescript", decorators: true, tsx });
    return true;
  } catch {
    return false;
  }
}

function mapFrom(json: string | undefined): PositionMap {
  let map: SourceMap | undefined;
  return (line, column) => {
    map ??= new SourceMap(JSON.parse(json ?? "") as ConstructorParameters<typeof SourceMap>[0]);
    const entry = map.findEntry(line - 1, column - 1);
    if (!("originalLine" in entry)) return { line: 1, column: 1 };
    return { line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  };
}

/**
 * The compiler reports only a drawing: a message, numbered lines and markers under one of them,
 * which stand where a terminal would show the place. A run with a bar in it is mere explanation.
 */
function compileError(report: string, source: string): CompileError {
  const message = /^\s*x\s+(.*)/.exec(report)?.[1] ?? report.split("\n")[0] ?? report;
  const drawing = /^ *(\d+) [|│] .*\n +[:·] (.*)$/m.exec(report);
  const lines = source.split(/\r?\n/);
  const line = Number(drawing?.[1] ?? lines.length);
  const text = lines[line - 1] ?? "";
  const runs = [...(drawing?.[2] ?? "").matchAll(/[\^|]+/g)];
  const marker = runs.find((run) => !run[0].includes("|")) ?? runs[0];
  const column = (marker ? atWidth(text, marker.index, tabStop) : text.length) + 1;
  return new CompileError(wording(message), { line, column });
}

const tabStop = 4;

const wording = (message: string): string =>
  message
    .replace("Unexpected eof", "Unexpected end of the cell")
    .replace(/'?<eof>'?/g, "the end of the cell");
