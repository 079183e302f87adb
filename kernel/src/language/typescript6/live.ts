/**
 * What the live session could be asked at a place, read from the text alone.
 *
 * @module
 */
import ts from "typescript";
import type { LiveAt } from "../types.ts";

/** Stands for the name that is still to be written, so that the text around it parses. */
const placeholder = "x";

/** What a name or a text written at `offset` would belong to. */
export function liveAt(code: string, offset: number): LiveAt | undefined {
  const text = code.slice(0, offset) + placeholder + code.slice(offset);
  const source = ts.createSourceFile("cell.ts", text, ts.ScriptTarget.Latest, true);
  const node = deepest(source, offset, source);
  if (ts.isStringLiteralLike(node)) {
    const candidates = holders(node);
    return candidates.length === 0 ? undefined : { kind: "columns", of: candidates };
  }
  if (!ts.isIdentifier(node)) return undefined;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    const of = pathOf(parent.expression);
    return of === undefined ? undefined : { kind: "members", of };
  }
  return isInType(node) || isDeclared(node) ? undefined : { kind: "names" };
}

/** It is given a name here, or is the name of something in another module. */
function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return true;
  if (ts.isShorthandPropertyAssignment(parent)) return false;
  return ts.isBindingElement(parent) || (parent as Partial<ts.NamedDeclaration>).name === node;
}

/** The name that `offset` touches, with what it is a member of. */
export function pathAt(code: string, offset: number): string | undefined {
  const source = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, true);
  for (const at of [offset, offset - 1]) {
    const node = deepest(source, at, source);
    if (!ts.isIdentifier(node)) continue;
    const { parent } = node;
    return pathOf(ts.isPropertyAccessExpression(parent) && parent.name === node ? parent : node);
  }
  return undefined;
}

function deepest(node: ts.Node, offset: number, source: ts.SourceFile): ts.Node {
  const child = ts.forEachChild(node, (inner) =>
    inner.getStart(source) <= offset && offset < inner.end ? inner : undefined,
  );
  return child === undefined ? node : deepest(child, offset, source);
}

function isInType(node: ts.Node): boolean {
  return ts.findAncestor(node, ts.isTypeNode) !== undefined;
}

/** An expression that only looks: names, members and literal indices; types are taken out. */
function pathOf(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text === "" ? undefined : node.text;
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node)
  )
    return pathOf(node.expression);
  const isElement = ts.isElementAccessExpression(node);
  if (!isElement && !ts.isPropertyAccessExpression(node)) return undefined;
  const object = pathOf(node.expression);
  if (object === undefined) return undefined;
  const dot = node.questionDotToken === undefined ? "" : "?.";
  if (!isElement)
    return ts.isIdentifier(node.name) ? `${object}${dot || "."}${node.name.text}` : undefined;
  const index = node.argumentExpression;
  if (!ts.isStringLiteralLike(index) && !ts.isNumericLiteral(index)) return undefined;
  return `${object}${dot}[${JSON.stringify(index.text)}]`;
}

/** The value that a chain of calls starts from: the columns of `frame.head().sort(…)` are those of `frame`. */
function rootOf(node: ts.Expression): string | undefined {
  const path = pathOf(node);
  if (path !== undefined) return path;
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return rootOf(node.expression.expression);
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return rootOf(node.expression);
  return undefined;
}

/**
 * The values whose columns a text may name, nearest first: what is indexed by it, the object of the
 * method that it is handed to, the other arguments of the call or their properties, and so on outwards.
 */
function holders(text: ts.StringLiteralLike): string[] {
  const found = new Set<string | undefined>();
  let inner: ts.Node = text;
  for (let node: ts.Node = text.parent; !ts.isStatement(node); node = node.parent) {
    if (ts.isElementAccessExpression(node) && node.argumentExpression === inner)
      found.add(rootOf(node.expression));
    if (ts.isCallExpression(node) && node.expression !== inner) {
      if (ts.isPropertyAccessExpression(node.expression))
        found.add(rootOf(node.expression.expression));
      for (const argument of node.arguments) if (argument !== inner) found.add(rootOf(argument));
    }
    if (ts.isObjectLiteralExpression(node))
      for (const property of node.properties)
        if (ts.isPropertyAssignment(property) && property !== inner)
          found.add(rootOf(property.initializer));
    if (ts.isSourceFile(node)) break;
    inner = node;
  }
  found.delete(undefined);
  return [...found] as string[];
}
