import type { AnyNode, FunctionDeclaration, ModuleDeclaration, Statement } from "acorn";

/**
 * The top-level functions of a cell that must be moved before its statements, because some
 * statement may call one above its declaration. Most cells have none, and keep their lines.
 */
export function hoistedFunctions(
  body: readonly (Statement | ModuleDeclaration)[],
  firstUse: ReadonlyMap<string, number>,
): FunctionDeclaration[] {
  const runs = body.findIndex((node) => !isInert(node));
  if (runs < 0) return [];
  const late = body
    .slice(runs)
    .map(declaredFunction)
    .filter((node) => node !== undefined);
  const early = late.some((node) => (firstUse.get(node.id.name) ?? Infinity) < node.start);
  return early ? late : [];
}

function declaredFunction(node: AnyNode): FunctionDeclaration | undefined {
  const inner =
    node.type === "ExportNamedDeclaration" || node.type === "ExportDefaultDeclaration"
      ? node.declaration
      : node;
  return inner?.type === "FunctionDeclaration" && inner.id ? inner : undefined;
}

/** True for statements that run none of the user's code. */
function isInert(node: AnyNode): boolean {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "EmptyStatement":
    case "FunctionDeclaration":
      return true;
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
      return !node.declaration || isInert(node.declaration);
    case "VariableDeclaration":
      return node.declarations.every(
        ({ id, init }) =>
          id.type === "Identifier" &&
          (!init ||
            init.type === "ArrowFunctionExpression" ||
            init.type === "FunctionExpression" ||
            init.type === "Literal"),
      );
    default:
      return false;
  }
}
