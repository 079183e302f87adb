/**
 * Two modules that hand out the names of all cells, values and types. The cell being looked at
 * imports from these alone: its imports stay the same from cell to cell, so the program does too.
 * A committed cell must go on to mean the very cells it was written against.
 *
 * @module
 */
import ts from "typescript";
import type { Owners } from "../compiler.ts";

export const sharedSpecifiers = {
  values: "./__daylab_cell_values",
  types: "./__daylab_cell_types",
} as const;

type Meaning = keyof typeof sharedSpecifiers;

/** The text of the module that hands out these names; it imports all cells, up to the last. */
export function sharedText(
  owners: ReadonlyMap<string, number>,
  last: number,
  specifier: (n: number) => string,
): string {
  const names = Array.from({ length: last }, (): string[] => []);
  for (const [name, n] of owners) names[n - 1]?.push(name);
  return names
    .map((own, i) => `export { ${own.join(", ")} } from "${specifier(i + 1)}";`)
    .join("\n");
}

/** The text of a declaration file, with the shared modules replaced by the cells behind them. */
export function pinned(text: string, owners: Owners, specifier: (n: number) => string): string {
  if (!text.includes(sharedSpecifiers.values) && !text.includes(sharedSpecifiers.types))
    return text;
  const source = ts.createSourceFile("cell.d.ts", text, ts.ScriptTarget.Latest, true);
  const edits: { start: number; end: number; text: string }[] = [];
  const owner = (meaning: Meaning, name: string): number | undefined => owners[meaning].get(name);

  const visit = (node: ts.Node): void => {
    const literal = ts.isImportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
        ? node.argument.literal
        : undefined;
    const meaning = literal && ts.isStringLiteral(literal) ? meaningOf(literal.text) : undefined;
    if (meaning !== undefined && ts.isImportDeclaration(node))
      edits.push({ start: node.getStart(), end: node.end, text: split(node, meaning) });
    else if (meaning !== undefined && literal !== undefined && ts.isImportTypeNode(node)) {
      const n = node.qualifier && owner(meaning, firstName(node.qualifier));
      if (n !== undefined)
        edits.push({ start: literal.getStart(), end: literal.end, text: `"${specifier(n)}"` });
    }
    ts.forEachChild(node, visit);
  };

  const split = (node: ts.ImportDeclaration, meaning: Meaning): string => {
    const bindings = node.importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) return "";
    const keyword = node.importClause?.isTypeOnly === true ? "import type" : "import";
    return bindings.elements
      .map((element) => {
        const n = owner(meaning, (element.propertyName ?? element.name).text);
        return n === undefined ? "" : `${keyword} { ${element.getText()} } from "${specifier(n)}";`;
      })
      .join(" ");
  };

  visit(source);
  let result = text;
  for (const { start, end, text: replacement } of edits.sort((a, b) => b.start - a.start))
    result = result.slice(0, start) + replacement + result.slice(end);
  return result;
}

function meaningOf(specifier: string): Meaning | undefined {
  if (specifier === sharedSpecifiers.values) return "values";
  return specifier === sharedSpecifiers.types ? "types" : undefined;
}

function firstName(name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : firstName(name.left);
}
