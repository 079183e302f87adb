import type { AnyNode, ModuleDeclaration, Statement } from "acorn";
import { stopAtAwaits } from "./awaits.ts";
import { declareNames, rewriteDeclaration, rewriteVars, type Plan } from "./declarations.ts";
import { Edits } from "./edits.ts";
import { hoistedFunctions } from "./hoisting.ts";
import { rewriteImport } from "./imports.ts";
import type { JavaScript } from "./javascript.ts";
import type { PositionMap } from "./positions.ts";
import { originalName } from "./shadowing.ts";
import { isFunction, usedNames, walk } from "./walk.ts";

/**
 * Rewrites a parsed cell into a script in which every top-level name is a `let`, since that is the
 * only kind of declaration that the engine's replMode lets later cells declare again as any kind.
 */
export function rewrite(
  js: JavaScript,
  source: string,
  loader: string,
  awaits?: string,
): { code: string; toJavaScript: PositionMap } {
  const { body } = js.program;
  const edits = new Edits(js.code);
  // First, so that what others put at the end of an `await` comes after it.
  if (awaits !== undefined) stopAtAwaits(js.program, edits, awaits);
  const used = usedNames(js.program);
  // Names that the compiler made up must not show among the user's: a block keeps them inside.
  const isPrivate = (name: string): boolean => js.compiled && !source.includes(originalName(name));
  const plan: Plan = { edits, isPrivate, block: needsBlock(body, isPrivate), names: [], inner: [] };
  const imports: { text: string; start: number }[] = [];

  for (const node of body) {
    const loads = rewriteImport(node, used, loader);
    if (loads) {
      plan.names.push(...loads.names);
      imports.push({ text: loads.code, start: node.start });
      edits.erase(node.start, node.end);
    } else {
      rewriteTopLevel(node, plan, js.code);
    }
  }
  rewriteVars(js.program, plan);
  rewriteModuleSyntax(js.program, edits, loader);

  if (js.code.startsWith("#!")) edits.replace(0, 2, "//");
  edits.prepend(`"use strict";${declareNames(plan.names)}`);
  for (const { text, start } of imports) edits.prepend(text, start);
  if (plan.block) edits.prepend(`{${declareNames(plan.inner)}`);
  for (const node of hoistedFunctions(body, used)) {
    if (!isPrivate(node.id.name)) edits.moveToHead(node.start, node.end);
  }
  if (plan.block) edits.append("\n}");
  const { code, toSource } = edits.finish();
  return { code, toJavaScript: toSource };
}

type TopLevel = Statement | ModuleDeclaration;

/** A block disposes what a top-level `using` holds when the cell ends, also by an error. */
function needsBlock(body: readonly TopLevel[], isPrivate: (name: string) => boolean): boolean {
  return body.some((node) => {
    const inner = unexported(node);
    if (inner?.type === "VariableDeclaration") {
      return (
        inner.kind.endsWith("using") ||
        inner.declarations.some(({ id }) => id.type === "Identifier" && isPrivate(id.name))
      );
    }
    return inner?.type === "FunctionDeclaration" && isPrivate(inner.id?.name ?? "");
  });
}

function unexported(node: TopLevel): AnyNode | null | undefined {
  return node.type === "ExportNamedDeclaration" ? node.declaration : node;
}

function rewriteTopLevel(node: TopLevel, plan: Plan, code: string): void {
  const { edits } = plan;
  if (node.type === "ExportNamedDeclaration") {
    if (node.declaration) {
      edits.erase(node.start, node.declaration.start);
      rewriteDeclaration(node.declaration, plan);
      return;
    }
    edits.erase(node.start, node.end);
  } else if (node.type === "ExportDefaultDeclaration") {
    const { declaration } = node;
    if ("id" in declaration && declaration.id && declaration.type.endsWith("Declaration")) {
      edits.erase(node.start, declaration.start);
      rewriteDeclaration(declaration, plan);
    } else {
      edits.replace(node.start, declaration.start, ";(".padEnd(declaration.start - node.start));
      edits.insert(declaration.end, code[declaration.end] === ";" ? ")" : ");");
    }
  } else {
    rewriteDeclaration(node, plan);
  }
}

/** `import()` and `import.meta` become the loader's, and a module's `this` is undefined. */
function rewriteModuleSyntax(program: AnyNode, edits: Edits, loader: string): void {
  walk(program, (node) => {
    if (node.type === "ImportExpression") {
      // With the parenthesis, at which the engine says that the call is.
      const end = edits.source.indexOf("(", node.start) + 1;
      edits.replace(node.start, end, `${loader}.import(`);
    } else if (node.type === "MetaProperty" && node.meta.name === "import") {
      edits.replace(node.start, node.end, `${loader}.importMeta`);
    } else if (isHtmlComment(node)) {
      edits.insert(node.right.start, " ");
    }
  });
  walk(program, (node) => {
    if (node.type === "ThisExpression") edits.replace(node.start, node.end, "(void 0)");
    return !(
      node.type === "ClassBody" ||
      (isFunction(node) && node.type !== "ArrowFunctionExpression")
    );
  });
}

/** `a<!--b` compares in a module, but starts a comment in the script that the engine evaluates. */
function isHtmlComment(node: AnyNode): node is Extract<AnyNode, { type: "BinaryExpression" }> {
  return (
    node.type === "BinaryExpression" &&
    node.operator === "<" &&
    node.right.type === "UnaryExpression" &&
    node.right.operator === "!" &&
    node.right.argument.type === "UpdateExpression" &&
    node.right.argument.prefix
  );
}
