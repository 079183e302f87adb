import type { AnyNode, Node } from "acorn";

/** Calls `visit` for a node and everything below it; `visit` returns false to stay out of a node. */
export function walk(
  node: AnyNode,
  visit: (node: AnyNode, parent: AnyNode | undefined, key: string) => boolean | void,
  parent?: AnyNode,
  key = "",
): void {
  if (visit(node, parent, key) === false) return;
  // A plain loop, since this runs over every node of every cell.
  for (const name in node) {
    const child = (node as unknown as Record<string, unknown>)[name];
    if (typeof child !== "object" || child === null) continue;
    if (!Array.isArray(child)) {
      if (isNode(child)) walk(child, visit, node, name);
      continue;
    }
    for (const item of child as unknown[]) if (isNode(item)) walk(item, visit, node, name);
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof (value as Partial<Node> | null)?.type === "string";
}

/** True for the nodes that have their own `var` scope and, but for arrows, their own `this`. */
export function isFunction(node: AnyNode): boolean {
  return (
    node.type === "FunctionDeclaration" ||
    node.type === "FunctionExpression" ||
    node.type === "ArrowFunctionExpression"
  );
}

/** The names that a binding pattern declares. */
export function boundNames(pattern: AnyNode): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        boundNames(property.type === "Property" ? property.value : property),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element ? boundNames(element) : []));
    case "AssignmentPattern":
      return boundNames(pattern.left);
    case "RestElement":
      return boundNames(pattern.argument);
    default:
      return [];
  }
}

/** Names that code reads or writes as values, with the offset of each one's first use. */
export function usedNames(root: AnyNode): Map<string, number> {
  const used = new Map<string, number>();
  walk(root, (node, parent, key) => {
    if (node.type === "ImportDeclaration" || node.type === "ExportSpecifier") return false;
    if (node.type !== "Identifier" || !isReference(parent, key)) return;
    if (!used.has(node.name)) used.set(node.name, node.start);
  });
  return used;
}

function isReference(parent: AnyNode | undefined, key: string): boolean {
  switch (parent?.type) {
    case "MemberExpression":
      return key === "object" || parent.computed;
    case "Property":
      // In a shorthand the key and the value are the same identifier, and the value counts.
      return key === "value" || parent.computed;
    case "MethodDefinition":
    case "PropertyDefinition":
      return key === "value" || parent.computed;
    case "FunctionDeclaration":
    case "ClassDeclaration":
      return key !== "id";
    case "MetaProperty":
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return key !== "label" && key !== "meta" && key !== "property";
    default:
      return true;
  }
}
