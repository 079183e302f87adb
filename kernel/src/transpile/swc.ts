import { createRequire, SourceMap } from "node:module";
import type * as Swc from "@swc/core";
import { CompileError, drawnError } from "./compile-error.ts";
import type { PositionMap } from "./positions.ts";

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

/**
 * Compiles any TypeScript, standard decorators (2023-11) and `accessor` included.
 *
 * @throws CompileError for anything that is not TypeScript.
 */
export function compile(source: string, target: "esnext" | "es2022"): Compiled {
  check(source);
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
    return { code, toSource: mapFrom(() => map ?? "") };
  } catch (error) {
    throw compileError(String((error as Error).message), source);
  }
}

/**
 * Parses a text.
 *
 * @throws CompileError for anything that is not TypeScript.
 */
export function check(source: string): void {
  let program: Swc.Module;
  try {
    program = swc().parseSync(source, { syntax: "typescript", decorators: true });
  } catch (error) {
    throw compileError(String((error as Error).message), source);
  }
  // The parser lets this pass, and the compiler ends the whole process over it.
  const bare = /\busing\b/.test(source) ? findBareUsing(program) : undefined;
  if (bare) throw new CompileError(`'using ${bare}' must be initialized`, { line: 1, column: 1 });
}

/** The name of a `using` declaration without a value. */
function findBareUsing(node: unknown): string | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  const { type, decls } = node as { type?: string; decls?: Swc.VariableDeclarator[] };
  if (type === "UsingDeclaration") {
    const bare = decls?.find(({ init }) => !init);
    if (bare) return bare.id.type === "Identifier" ? bare.id.value : "";
  }
  for (const child of Object.values(node)) {
    const found = findBareUsing(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether the text is TypeScript once JSX is allowed. */
export function parsesAsJsx(source: string): boolean {
  try {
    swc().parseSync(source, { syntax: "typescript", decorators: true, tsx: true });
    return true;
  } catch {
    return false;
  }
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

/** A run of markers with a bar in it is mere explanation. */
function compileError(report: string, source: string): CompileError {
  const message = /^\s*x\s+(.*)/.exec(report)?.[1] ?? report.split("\n")[0] ?? report;
  const drawing = /^ *(\d+) [|│] .*\n +[:·] (.*)$/m.exec(report);
  const line = Number(drawing?.[1] ?? source.split("\n").length);
  const runs = [...(drawing?.[2] ?? "").matchAll(/[\^|]+/g)];
  const marker = runs.find((run) => !run[0].includes("|")) ?? runs[0];
  return drawnError(message, source, line, marker?.index);
}
