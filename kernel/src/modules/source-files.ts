import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AnyNode } from "acorn";
import { codeFrame } from "../errors/code-frame.ts";
import { CellSyntaxError } from "../transpile/cell-syntax-error.ts";
import { CompileError } from "../transpile/compile-error.ts";
import { Edits } from "../transpile/edits.ts";
import { toJavaScript, type JavaScript } from "../transpile/javascript.ts";
import type { PositionMap } from "../transpile/positions.ts";
import { usedNames, walk } from "../transpile/walk.ts";

export interface LoadedSource {
  readonly format: "module" | "commonjs";
  readonly source: string;
}

/** Files whose lines were moved by compiling them, by URL. */
const compiled = new Map<string, PositionMap>();

/** The place in a local file that a place in its evaluated code came from. */
export function originalPlace(
  url: string,
  line: number,
  column: number,
): { line: number; column: number } {
  return compiled.get(url)?.(line, column) ?? { line, column };
}

/**
 * Reads a local TypeScript file as JavaScript, enums and decorators included.
 *
 * @param url The file's URL, without a version.
 * @param format What Node takes the file for, where it knows.
 * @throws CellSyntaxError with the file's URL.
 */
export function readTypeScript(url: string, format: string | null | undefined): LoadedSource {
  const text = readFileSync(fileURLToPath(url), "utf8");
  const js = parsed(text, url);
  if (js.compiled) compiled.set(url, js.toSource);
  else compiled.delete(url);
  return { format: formatOf(js, format), source: withoutTypeImports(js) };
}

function parsed(text: string, url: string): JavaScript {
  try {
    return toJavaScript(text);
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    const { line, column } = error.position;
    const frame = codeFrame(text, line, column);
    throw new CellSyntaxError(error.message, { line, column, frame, url });
  }
}

function formatOf(js: JavaScript, format: string | null | undefined): LoadedSource["format"] {
  if (format?.startsWith("module")) return "module";
  if (format?.startsWith("commonjs")) return "commonjs";
  let isModule = false;
  walk(js.program, (node) => {
    isModule ||= /^(Import|Export)\w*Declaration$/.test(node.type) || node.type === "MetaProperty";
    return !isModule;
  });
  return isModule || !/\b(require|module|exports)\b/.test(js.code) ? "module" : "commonjs";
}

/** A name that is imported but not used as a value may be a type, and asking for it an error. */
function withoutTypeImports(js: JavaScript): string {
  const edits = new Edits(js.code);
  const used = usedNames(js.program);
  const exported = new Set(js.program.body.flatMap(exportedLocals));
  for (const node of js.program.body) {
    if (node.type !== "ImportDeclaration") continue;
    for (const { type, local, start, end } of node.specifiers) {
      if (type !== "ImportSpecifier" || used.has(local.name) || exported.has(local.name)) continue;
      const comma = /^\s*,/.exec(js.code.slice(end))?.[0].length ?? 0;
      edits.erase(start, end + comma);
    }
  }
  return edits.finish().code;
}

function exportedLocals(node: AnyNode): string[] {
  if (node.type !== "ExportNamedDeclaration" || node.source) return [];
  return node.specifiers.map(({ local }) => (local.type === "Identifier" ? local.name : ""));
}
