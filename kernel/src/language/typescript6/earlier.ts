/**
 * Uses of a name before the cell's own declaration of it has a value: `const rows = rows.slice(1)`.
 * In a notebook these mean what an earlier cell declared.
 *
 * @module
 */
import ts from "typescript";
import type { EarlierUse } from "../compiler.ts";

/** Every such use of a top-level variable. The tree needs its parent links. */
export function earlierUses(source: ts.SourceFile): EarlierUse[] {
  const declarations = topLevelVariables(source);
  if (declarations.size === 0) return [];
  const uses: EarlierUse[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node)) {
      const declaration = declarations.get(node.text);
      if (declaration !== undefined && isEarlier(node, declaration))
        uses.push({
          name: node.text,
          end: node.end,
          shorthand: ts.isShorthandPropertyAssignment(node.parent),
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

function topLevelVariables(source: ts.SourceFile): Map<string, ts.VariableDeclaration> {
  const found = new Map<string, ts.VariableDeclaration>();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const declaration of statement.declarationList.declarations)
      for (const name of boundNames(declaration.name))
        if (!found.has(name)) found.set(name, declaration);
  }
  return found;
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isBindingElement(element) ? boundNames(element.name) : [],
  );
}

function isEarlier(use: ts.Identifier, declaration: ts.VariableDeclaration): boolean {
  if (use.pos >= declaration.end || isName(use)) return false;
  for (let node: ts.Node = use; !ts.isSourceFile(node); node = node.parent) {
    if (node !== declaration && declares(node, use.text)) return false;
    // A function runs later, when the name has its value; one that is handed to a call runs now.
    if (ts.isFunctionLike(node) && !(isArgument(node) && isInside(node, declaration))) return false;
    if (ts.isClassLike(node)) return false;
  }
  return true;
}

/** It names something instead of meaning it. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return false;
  if (ts.isBindingElement(parent)) return parent.initializer !== node;
  return (
    (parent as Partial<ts.NamedDeclaration>).name === node ||
    ts.isExportSpecifier(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isLabeledStatement(parent) ||
    ts.isBreakOrContinueStatement(parent)
  );
}

function isArgument(node: ts.SignatureDeclaration): boolean {
  const { parent } = node;
  const called = ts.isCallExpression(parent) || ts.isNewExpression(parent);
  return called && parent.arguments?.includes(node as ts.Node as ts.Expression) === true;
}

function isInside(node: ts.Node, outer: ts.Node): boolean {
  return node.pos >= outer.pos && node.end <= outer.end;
}

/** Whether a scope between the use and the top has the name for itself. */
function declares(scope: ts.Node, name: string): boolean {
  if (ts.isFunctionLike(scope))
    return scope.parameters.some((parameter) => boundNames(parameter.name).includes(name));
  if (ts.isCatchClause(scope))
    return scope.variableDeclaration !== undefined && has(scope.variableDeclaration, name);
  if (ts.isForStatement(scope) || ts.isForInStatement(scope) || ts.isForOfStatement(scope))
    return scope.initializer !== undefined && listHas(scope.initializer, name);
  if (!ts.isBlock(scope) && !ts.isCaseBlock(scope)) return false;
  const statements = ts.isBlock(scope)
    ? scope.statements
    : scope.clauses.flatMap((clause) => [...clause.statements]);
  return statements.some((statement) =>
    ts.isVariableStatement(statement)
      ? listHas(statement.declarationList, name)
      : (statement as Partial<ts.NamedDeclaration>).name?.getText() === name,
  );
}

function listHas(list: ts.Node, name: string): boolean {
  return (
    ts.isVariableDeclarationList(list) &&
    list.declarations.some((declaration) => has(declaration, name))
  );
}

function has(declaration: ts.VariableDeclaration, name: string): boolean {
  return boundNames(declaration.name).includes(name);
}
