import type { AnyNode, Identifier } from "acorn";
import { CompileError } from "./compile-error.ts";
import { Edits } from "./edits.ts";
import { parseJavaScript, type JavaScript } from "./javascript.ts";
import type { PositionMap } from "./positions.ts";
import { declaredByCell, visitOuterNames } from "./scope.ts";
import { walk } from "./walk.ts";

const globals = new Set(Object.getOwnPropertyNames(globalThis));
const suffix = "$cell";

/** The name that the user gave to what may have another one in the script. */
export const originalName = (name: string): string =>
  name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;

/** A message or a function's name with the names that the user gave. */
export const withOriginalNames = (text: string): string =>
  text.replace(/\b(\w+)\$cell\b/g, (whole, name: string) => (globals.has(name) ? name : whole));

/**
 * Keeps cells from breaking the packages they use. The engine lets every module see the top-level
 * names of cells, so that a cell's own `process` or `URL` would replace Node's for all of them.
 * Such names are given others, in this cell and in all that follow.
 *
 * @param shadowed The names that the notebook's cells took from globals so far; grows.
 */
export function keepGlobals(js: JavaScript, shadowed: Set<string>): JavaScript {
  for (const name of declaredByCell(js.program.body)) {
    if (globals.has(name)) shadowed.add(name);
  }
  if (shadowed.size === 0) return js;
  const edits = new Edits(js.code);
  const shorthands = shorthandProperties(js.program);
  const renamed = new Set<number>();
  visitOuterNames(js.program, (node, parent) => {
    // `export { a }` holds the same identifier twice.
    if (!shadowed.has(node.name) || renamed.has(node.start)) return;
    renamed.add(node.start);
    const text = shorthands.has(node.start) ? `${node.name}:` : specifier(node, parent);
    edits.replace(node.start, node.end, `${text}${node.name}${suffix}`);
  });
  if (renamed.size === 0) return js;
  const { code, toSource } = edits.finish();
  const output = parseJavaScript({ code, toSource: joined(toSource, js.toSource) }, js.compiled);
  if (output instanceof CompileError) throw output;
  return output;
}

const joined =
  (first: PositionMap, second: PositionMap): PositionMap =>
  (line, column) => {
    const place = first(line, column);
    return second(place.line, place.column);
  };

/** `import { a }` has to say by which name it means the export. */
const specifier = (node: Identifier, parent: AnyNode | undefined): string =>
  parent?.type === "ImportSpecifier" && parent.imported.start === node.start
    ? `${node.name} as `
    : "";

/** Where `{ a }` stands for `{ a: a }`, in objects and in patterns. */
function shorthandProperties(program: AnyNode): Set<number> {
  const starts = new Set<number>();
  walk(program, (node) => {
    if (node.type === "Property" && node.shorthand) starts.add(node.key.start);
  });
  return starts;
}
