import type { AnyNode, Program, VariableDeclaration } from "acorn";
import { blank, type Edits } from "./edits.ts";
import { originalName } from "./shadowing.ts";
import { boundNames, isFunction, walk } from "./walk.ts";

/** How the declarations of one cell are rewritten. */
export interface Plan {
  readonly edits: Edits;
  readonly isPrivate: (name: string) => boolean;
  /** Whether the cell's statements stand in a block, with its names declared before it. */
  readonly block: boolean;
  /** Names that the script has to declare ahead of the cell's statements. */
  readonly names: string[];
  /** Names that the block has to declare, unseen by other cells. */
  readonly inner: string[];
}

export const declareNames = (names: readonly string[]): string =>
  names.length > 0 ? `let ${[...new Set(names)].join(",")};` : "";

/** Rewrites a statement at the cell's top level. `var` is left to `rewriteVars`. */
export function rewriteDeclaration(node: AnyNode, plan: Plan): void {
  const { edits } = plan;
  if (node.type === "FunctionDeclaration" && node.id && !plan.isPrivate(node.id.name)) {
    // `function f(` and `f=function(` are equally long, so that columns stay.
    const { name, start, end } = node.id;
    plan.names.push(name);
    // Assigned to another name than the user's, a function takes that of a property.
    const shown = originalName(name);
    const [before, after] = shown === name ? ["", ""] : [`{${shown}:`, `}.${shown}`];
    edits.insert(node.start, `${name}=${before}`);
    edits.replace(edits.source[start - 1] === " " ? start - 1 : start, end, "");
    edits.replace(node.end - 1, node.end, `}${after};`);
  } else if (node.type === "ClassDeclaration" && node.id && plan.block) {
    if (plan.isPrivate(node.id.name)) return;
    plan.names.push(node.id.name);
    edits.insert(node.start, `${node.id.name}=`);
    edits.insert(node.end, ";");
  } else if (node.type === "VariableDeclaration" && node.kind !== "var") {
    rewriteVariables(node, plan);
  }
}

function rewriteVariables(node: VariableDeclaration, plan: Plan): void {
  const { edits } = plan;
  const names = node.declarations.flatMap(({ id }) => boundNames(id));
  if (names.some(plan.isPrivate)) return;
  if (!plan.block) {
    if (node.kind === "const") edits.replace(node.start, node.start + "const".length, "let  ");
    return;
  }
  plan.names.push(...names);
  if (node.kind.endsWith("using")) {
    for (const { id, init } of node.declarations) {
      edits.insert(id.start, `__using${id.start}=(`);
      edits.insert(init?.end ?? id.end, ")");
    }
    return;
  }
  for (const { id, init } of node.declarations) {
    if (!init) edits.insert(id.end, "=void 0");
  }
  assign(node, edits, true);
}

/** Turns every `var` of the cell's own scope, nested ones too, into an assignment. */
export function rewriteVars(program: Program, plan: Plan): void {
  walk(program, (node, parent, key) => {
    if (isFunction(node) || node.type === "StaticBlock") return false;
    if (node.type === "PropertyDefinition") return false;
    if (node.type !== "VariableDeclaration" || node.kind !== "var") return;
    for (const name of node.declarations.flatMap(({ id }) => boundNames(id))) {
      (plan.isPrivate(name) ? plan.inner : plan.names).push(name);
    }
    if (key === "init" || key === "left") {
      plan.edits.erase(node.start, node.start + "var".length);
    } else if (node.declarations.every(({ init }) => !init)) {
      plan.edits.replace(
        node.start,
        node.end,
        blank(plan.edits.source.slice(node.start, node.end)).replace(/.$/, ";"),
      );
    } else {
      assign(node, plan.edits, key === "body" || key === "consequent" ? isList(parent) : false);
    }
  });
}

const isList = (parent: AnyNode | undefined): boolean =>
  parent?.type === "Program" || parent?.type === "BlockStatement" || parent?.type === "SwitchCase";

/**
 * Blanks the keyword of a declaration. A pattern needs parentheses to be an assignment, and in a
 * list of statements a semicolon, lest the line before it swallows it as a call.
 */
function assign(node: VariableDeclaration, edits: Edits, inList: boolean): void {
  const first = node.declarations[0];
  const last = node.declarations.at(-1);
  if (!first || !last) return;
  const patterns = node.declarations.some(({ id }) => id.type !== "Identifier");
  const opening = patterns ? (inList ? ";(" : "(") : "";
  edits.replace(node.start, first.start, opening.padStart(first.start - node.start));
  if (patterns) edits.insert(last.end, ")");
}
