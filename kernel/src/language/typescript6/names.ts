/**
 * The names a cell declares at its top level, and those it may take from earlier cells.
 *
 * @module
 */
import ts from "typescript";
import type { CellNames, Declaration, DeclarationKind } from "../compiler.ts";
import { earlierUses } from "./earlier.ts";

/** Whether a name of this kind is a value, a type, or both. */
const meanings: Readonly<Record<DeclarationKind, { value: boolean; type: boolean }>> = {
  const: { value: true, type: false },
  let: { value: true, type: false },
  function: { value: true, type: false },
  class: { value: true, type: true },
  enum: { value: true, type: true },
  namespace: { value: true, type: true },
  import: { value: true, type: true },
  interface: { value: false, type: true },
  type: { value: false, type: true },
};

/** Reads the names of a parsed cell. The tree needs its parent links. */
export function cellNames(source: ts.SourceFile): CellNames {
  const declared = new Map<string, Declaration>();
  const exportedNames = new Set<string>();

  const add = (name: ts.Identifier, kind: DeclarationKind, node: ts.Node): void => {
    const before = declared.get(name.text);
    const { value, type } = meanings[kind];
    declared.set(name.text, {
      kind: before?.value === true && !value ? before.kind : kind,
      value: value || before?.value === true,
      type: type || before?.type === true,
      exported: false,
      start: before?.start ?? node.getStart(source),
      end: node.end,
    });
    if (isExported(node)) exportedNames.add(name.text);
  };

  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement)) {
      if (statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause))
        for (const element of statement.exportClause.elements) exportedNames.add(element.name.text);
    } else if (ts.isImportDeclaration(statement)) addImport(statement, add);
    else if (ts.isImportEqualsDeclaration(statement)) add(statement.name, "import", statement);
    else if (ts.isVariableStatement(statement))
      addVariables(statement.declarationList, add, statement);
    else {
      const kind = declarationKind(statement);
      if (kind !== undefined) {
        const { name } = statement as ts.DeclarationStatement;
        if (name !== undefined && ts.isIdentifier(name)) add(name, kind, statement);
      }
      addHoistedVars(statement, add);
    }
  }
  for (const [name, declaration] of declared)
    if (exportedNames.has(name)) declared.set(name, { ...declaration, exported: true });
  return {
    declared,
    used: usedNames(source),
    earlier: earlierUses(source),
    unchecked: isUnchecked(source.text),
  };
}

type Add = (name: ts.Identifier, kind: DeclarationKind, node: ts.Node) => void;

function isExported(node: ts.Node): boolean {
  if (!ts.canHaveModifiers(node)) return false;
  const modifiers = ts.getModifiers(node) ?? [];
  const has = (kind: ts.SyntaxKind): boolean => modifiers.some((m) => m.kind === kind);
  // `export default function f` exports the name "default", not "f".
  return has(ts.SyntaxKind.ExportKeyword) && !has(ts.SyntaxKind.DefaultKeyword);
}

function declarationKind(statement: ts.Statement): DeclarationKind | undefined {
  if (ts.isFunctionDeclaration(statement)) return "function";
  if (ts.isClassDeclaration(statement)) return "class";
  if (ts.isEnumDeclaration(statement)) return "enum";
  if (ts.isInterfaceDeclaration(statement)) return "interface";
  if (ts.isTypeAliasDeclaration(statement)) return "type";
  // `declare global` has an identifier for a name but declares no such name.
  if (
    ts.isModuleDeclaration(statement) &&
    (statement.flags & ts.NodeFlags.GlobalAugmentation) === 0
  )
    return "namespace";
  return undefined;
}

function addImport(statement: ts.ImportDeclaration, add: Add): void {
  const clause = statement.importClause;
  if (clause?.name !== undefined) add(clause.name, "import", statement);
  const bindings = clause?.namedBindings;
  if (bindings === undefined) return;
  if (ts.isNamespaceImport(bindings)) add(bindings.name, "import", statement);
  else for (const element of bindings.elements) add(element.name, "import", statement);
}

function addVariables(list: ts.VariableDeclarationList, add: Add, node: ts.Node): void {
  const constant = (list.flags & (ts.NodeFlags.Const | ts.NodeFlags.Using)) !== 0;
  const addBinding = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) add(name, constant ? "const" : "let", node);
    else
      for (const element of name.elements)
        if (ts.isBindingElement(element)) addBinding(element.name);
  };
  for (const declaration of list.declarations) addBinding(declaration.name);
}

/** A `var` inside a block or a loop belongs to the cell; one inside a function does not. */
function addHoistedVars(statement: ts.Statement, add: Add): void {
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isModuleDeclaration(node)) return;
    if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0)
      addVariables(node, add, node);
    ts.forEachChild(node, visit);
  };
  visit(statement);
}

/** Every identifier that can refer to something outside: no member, label or property names. */
function usedNames(source: ts.SourceFile): Set<string> {
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isMemberName(node)) used.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return used;
}

function isMemberName(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === name;
  if (ts.isQualifiedName(parent)) return parent.right === name;
  if (ts.isBindingElement(parent)) return parent.propertyName === name;
  if (ts.isImportSpecifier(parent)) return true;
  if (ts.isPropertyAssignment(parent) || ts.isEnumMember(parent)) return parent.name === name;
  if (ts.isClassElement(parent) || ts.isTypeElement(parent)) return parent.name === name;
  return ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent);
}

function isUnchecked(text: string): boolean {
  const comments = ts.getLeadingCommentRanges(text, 0) ?? [];
  return comments.some(({ pos, end }) => /^\/\/+\s*@ts-nocheck\b/.test(text.slice(pos, end)));
}
