import type { AnyNode, Identifier } from "acorn";
import { boundNames, isFunction, walk } from "./walk.ts";

type Visit = (node: Identifier, parent: AnyNode | undefined, key: string) => void;

/**
 * Visits every identifier that means a name of the cell's top level or a global, declarations
 * included: those that no function, block or class in between declares for itself.
 */
export function visitOuterNames(program: AnyNode, visit: Visit): void {
  descend(program, undefined, "", [], visit);
}

function descend(
  node: AnyNode,
  parent: AnyNode | undefined,
  key: string,
  scopes: readonly ReadonlySet<string>[],
  visit: Visit,
): void {
  if (node.type === "Identifier") {
    if (!isLabelOrKey(parent, key) && !scopes.some((scope) => scope.has(node.name))) {
      visit(node, parent, key);
    }
    return;
  }
  const own = node.type === "Program" ? [] : declaredIn(node);
  const inside = own.length > 0 ? [...scopes, new Set(own)] : scopes;
  const children = Object.entries(node) as [string, AnyNode | (AnyNode | null)[] | null][];
  for (const [name, child] of children) {
    // A declaration's own name belongs to the scope around it.
    const outside = name === "id" && node.type.endsWith("Declaration");
    for (const item of Array.isArray(child) ? child : [child]) {
      if (typeof item?.type !== "string") continue;
      descend(item, node, name, outside ? scopes : inside, visit);
    }
  }
}

function isLabelOrKey(parent: AnyNode | undefined, key: string): boolean {
  switch (parent?.type) {
    case "MemberExpression":
      return key === "property" && !parent.computed;
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return key === "key" && !parent.computed;
    case "ImportSpecifier":
      return key === "imported";
    case "ExportSpecifier":
      return key === "exported";
    case "ExportAllDeclaration":
    case "ImportAttribute":
    case "MetaProperty":
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return key !== "body";
    default:
      return false;
  }
}

/** The names that a node declares for what is inside it. */
function declaredIn(node: AnyNode): string[] {
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression": {
      const own = node.type === "FunctionExpression" && node.id ? [node.id.name] : [];
      return [...own, "arguments", ...node.params.flatMap(boundNames), ...varNames(node.body)];
    }
    case "ClassDeclaration":
    case "ClassExpression":
      return node.type === "ClassExpression" && node.id ? [node.id.name] : [];
    case "StaticBlock":
      return [...node.body.flatMap(lexicalNames), ...node.body.flatMap(varNames)];
    case "BlockStatement":
      return node.body.flatMap(lexicalNames);
    case "SwitchStatement":
      return node.cases.flatMap(({ consequent }) => consequent.flatMap(lexicalNames));
    case "ForStatement":
      return node.init ? lexicalNames(node.init) : [];
    case "ForInStatement":
    case "ForOfStatement":
      return lexicalNames(node.left);
    case "CatchClause":
      return node.param ? boundNames(node.param) : [];
    default:
      return [];
  }
}

function lexicalNames(node: AnyNode): string[] {
  if (node.type === "VariableDeclaration" && node.kind !== "var") {
    return node.declarations.flatMap(({ id }) => boundNames(id));
  }
  const isNamed = node.type === "FunctionDeclaration" || node.type === "ClassDeclaration";
  return isNamed && node.id ? [node.id.name] : [];
}

/** The names that `var` declares in a node, but for functions inside it. */
export function varNames(root: AnyNode): string[] {
  const names: string[] = [];
  walk(root, (node) => {
    if (isFunction(node) || node.type === "ClassBody") return false;
    if (node.type !== "VariableDeclaration" || node.kind !== "var") return;
    names.push(...node.declarations.flatMap(({ id }) => boundNames(id)));
  });
  return names;
}

/** The names that a cell declares for later cells. */
export function declaredByCell(body: readonly AnyNode[]): string[] {
  return body.flatMap((node) => {
    if (node.type === "ImportDeclaration") return node.specifiers.map(({ local }) => local.name);
    const isExport =
      node.type === "ExportNamedDeclaration" || node.type === "ExportDefaultDeclaration";
    const inner = isExport ? node.declaration : node;
    return inner ? [...lexicalNames(inner), ...varNames(inner)] : [];
  });
}
