/**
 * Quick info, signatures and definitions as plain data.
 *
 * @module
 */
import ts from "typescript";
import type { CallInfo, DefinitionAt, QuickInfo, Span, StringAt } from "../compiler.ts";
import type { CellFiles } from "./cell-files.ts";
import { documented } from "./documentation.ts";

export function toSpan({ start, length }: ts.TextSpan): Span {
  return { start, end: start + length };
}

export function quickInfo(files: CellFiles, info: ts.QuickInfo | undefined): QuickInfo | undefined {
  const signature = ts.displayPartsToString(info?.displayParts);
  // An unknown name has the type `any`, and that says nothing.
  if (info === undefined || signature === "" || signature === "any") return undefined;
  return {
    signature: files.clean(signature),
    ...documented(info.documentation, info.tags),
    span: toSpan(info.textSpan),
  };
}

export function callInfo(
  files: CellFiles,
  help: ts.SignatureHelpItems | undefined,
): CallInfo | undefined {
  const item = help?.items[help.selectedItemIndex];
  if (help === undefined || item === undefined) return undefined;
  const clean = (parts: readonly ts.SymbolDisplayPart[]): string =>
    files.clean(ts.displayPartsToString([...parts]));
  const separator = clean(item.separatorDisplayParts);
  const written = (of: ts.SignatureHelpItem): string[] =>
    of.parameters.map(({ displayParts }) => clean(displayParts));
  const print = (of: ts.SignatureHelpItem): string =>
    clean(of.prefixDisplayParts) + written(of).join(separator) + clean(of.suffixDisplayParts);

  const last = item.parameters.length - 1;
  const index = item.isVariadic ? Math.min(help.argumentIndex, last) : help.argumentIndex;
  const parameter = item.parameters[index];
  const before = written(item)
    .slice(0, index)
    .map((each) => each + separator);
  const begin = clean(item.prefixDisplayParts).length + before.join("").length;
  return {
    signature: print(item),
    ...documented(item.documentation, item.tags),
    ...(parameter !== undefined && {
      parameter: {
        span: { start: begin, end: begin + clean(parameter.displayParts).length },
        documentation: documented(parameter.documentation, []).documentation,
      },
    }),
    overload: help.selectedItemIndex + 1,
    overloads: help.items.map(print),
  };
}

/** The first declaration that is in a cell, or in a file with source instead of mere types. */
export function definitionAt(
  files: CellFiles,
  program: ts.Program,
  found: readonly ts.DefinitionInfo[],
): DefinitionAt | undefined {
  for (const { fileName, name, containerName, contextSpan, textSpan } of found) {
    const cell = files.number(fileName);
    if (cell === undefined && /\.d\.[cm]?ts$/.test(fileName)) continue;
    const outer = containerName.split(".").reverse();
    return {
      ...(cell !== undefined && { cell }),
      text: program.getSourceFile(fileName)?.text ?? "",
      span: toSpan(contextSpan ?? textSpan),
      names: [name, ...outer].filter((each) => each !== ""),
    };
  }
  return undefined;
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
