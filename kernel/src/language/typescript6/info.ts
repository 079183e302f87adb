/**
 * Quick info, signatures and definitions as plain data.
 *
 * @module
 */
import ts from "typescript";
import type { DefinitionAt, QuickInfo, Span, StringAt } from "../compiler.ts";
import type { CellFiles } from "./cell-files.ts";

export function toSpan({ start, length }: ts.TextSpan): Span {
  return { start, end: start + length };
}

export function quickInfo(files: CellFiles, info: ts.QuickInfo | undefined): QuickInfo | undefined {
  const signature = ts.displayPartsToString(info?.displayParts);
  // An unknown name has the type `any`, and that says nothing.
  if (info === undefined || signature === "" || signature === "any") return undefined;
  return {
    signature: files.clean(signature),
    documentation: ts.displayPartsToString(info.documentation),
    tags: tagsOf(info.tags),
    span: toSpan(info.textSpan),
  };
}

export function signatureInfo(
  files: CellFiles,
  help: ts.SignatureHelpItems | undefined,
): QuickInfo | undefined {
  const item = help?.items[help.selectedItemIndex];
  if (help === undefined || item === undefined) return undefined;
  const parameters = item.parameters.map(({ displayParts }) =>
    ts.displayPartsToString(displayParts),
  );
  const signature =
    ts.displayPartsToString(item.prefixDisplayParts) +
    parameters.join(ts.displayPartsToString(item.separatorDisplayParts)) +
    ts.displayPartsToString(item.suffixDisplayParts);
  return {
    signature: files.clean(signature),
    documentation: ts.displayPartsToString(item.documentation),
    tags: tagsOf(item.tags),
    span: toSpan(help.applicableSpan),
  };
}

function tagsOf(tags: readonly ts.JSDocTagInfo[] | undefined): QuickInfo["tags"] {
  return (tags ?? []).map(({ name, text }) => ({ name, text: ts.displayPartsToString(text) }));
}

export function definitionAt(
  files: CellFiles,
  [first]: readonly ts.DefinitionInfo[],
): DefinitionAt | undefined {
  const cell = first === undefined ? undefined : files.number(first.fileName);
  if (first === undefined || cell === undefined) return undefined;
  const outer = first.containerName.split(".").reverse();
  return {
    cell,
    span: toSpan(first.contextSpan ?? first.textSpan),
    names: [first.name, ...outer].filter((name) => name !== ""),
  };
}

/** Where a name that the module exports is declared, in the module or where it got it from. */
export function exportedName(
  checker: ts.TypeChecker,
  source: ts.SourceFile,
  name: string,
): ts.Node | undefined {
  const module = checker.getSymbolAtLocation(source);
  if (module === undefined) return undefined;
  const exported = checker.getExportsOfModule(module).find((symbol) => symbol.name === name);
  if (exported === undefined) return undefined;
  const alias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
  const [declaration] = (alias ? checker.getAliasedSymbol(exported) : exported).declarations ?? [];
  return declaration === undefined
    ? undefined
    : (ts.getNameOfDeclaration(declaration) ?? declaration);
}

/** The string literal that `offset` is inside of; it need not be terminated. */
export function stringAt(source: ts.SourceFile, offset: number): StringAt | undefined {
  const find = (node: ts.Node): StringAt | undefined => {
    if (offset <= node.getStart(source) || offset > node.end) return undefined;
    if (!ts.isStringLiteralLike(node)) return ts.forEachChild(node, find);
    const quote = source.text[node.getStart(source)];
    const terminated = node.end - node.getStart(source) > 1 && source.text[node.end - 1] === quote;
    if (terminated && offset === node.end) return undefined;
    const span = { start: node.getStart(source) + 1, end: node.end - (terminated ? 1 : 0) };
    return { module: namesModule(node), span };
  };
  return find(source);
}

function namesModule(node: ts.StringLiteralLike): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  if (ts.isExternalModuleReference(parent)) return true;
  if (ts.isLiteralTypeNode(parent)) return ts.isImportTypeNode(parent.parent);
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== node) return false;
  const { expression } = parent;
  if (expression.kind === ts.SyntaxKind.ImportKeyword) return true;
  const text = expression.getText();
  return text === "require" || text === "require.resolve" || text === "import.meta.resolve";
}
