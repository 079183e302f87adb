import type { AnyNode } from "acorn";
import { parses, type JavaScript } from "./javascript.ts";

/** Whether a cell's last statement is an expression that no semicolon of the user's ends. */
export function endsInValue(js: JavaScript, source: string): boolean {
  if (js.compiled) return compiledEndsInValue(js, source);
  const last = js.program.body.at(-1);
  if (last?.type !== "ExpressionStatement") return false;
  // Stripping may end a statement with a semicolon in the place of a type.
  return js.code[last.end - 1] !== ";" || source[last.end - 1] !== ";";
}

/** Compiled code has lost the semicolons; only an expression without one can be continued. */
function compiledEndsInValue(js: JavaScript, source: string): boolean {
  const last = js.program.body.findLast((node) => !isAddition(node));
  // The compiler puts the statements of a cell with a top-level `using` into a `try`.
  const mayBeValue = last?.type === "ExpressionStatement" || last?.type === "TryStatement";
  return mayBeValue && parses(`${source}\n,0`);
}

/** What the compiler may add after the user's last statement. */
const isAddition = (node: AnyNode): boolean =>
  (node.type === "VariableDeclaration" && node.declarations.every(({ init }) => !init)) ||
  (node.type === "ExportNamedDeclaration" && !node.declaration);
