/**
 * Completions as plain data, each with what it is and how it is called.
 *
 * @module
 */
import ts from "typescript";
import type { RawCompletion, RawCompletions } from "../compiler.ts";
import type { CellFiles } from "./cell-files.ts";
import { toSpan } from "./info.ts";

/** A list that nobody reads to its end does not say of each item how it is called. */
const mostSignatures = 150;

/** No front end has room for more of a signature; hovering shows it whole. */
const longest = 200;

/** What the language service offers at a place, in its order. */
export function completionsAt(
  files: CellFiles,
  service: ts.LanguageService,
  path: string,
  offset: number,
): RawCompletions | undefined {
  const found = service.getCompletionsAtPosition(path, offset, { includeSymbol: true });
  const program = service.getProgram();
  const source = program?.getSourceFile(path);
  if (found === undefined || program === undefined || source === undefined) return undefined;
  const checker = program.getTypeChecker();
  const { text } = source;
  const span = toSpan(
    found.optionalReplacementSpan ??
      found.entries[0]?.replacementSpan ?? { start: offset, length: 0 },
  );
  const prefix = text.slice(span.start, offset);
  const entries = isEcho(found, text, text.slice(span.start, span.end))
    ? []
    : found.entries.filter(({ name }) => !files.isVirtual(name) && matches(name, prefix));
  const described = entries.length <= mostSignatures;
  return {
    entries: entries.map((entry) => describe(entry, checker, source, files, described)),
    span,
    names: !found.isMemberCompletion,
  };
}

/**
 * A type parameter that is inferred from the very texts of the call offers these texts, and says
 * nothing of what else there is.
 */
function isEcho({ entries }: ts.CompletionInfo, text: string, written: string): boolean {
  return entries.every(({ name, kind }) => {
    const quoted = [`"${name}"`, `'${name}'`, `\`${name}\``];
    const occurs = name === written || quoted.some((literal) => text.includes(literal));
    return kind === ts.ScriptElementKind.string && occurs;
  });
}

/** Whoever types a capital means it. */
function matches(name: string, prefix: string): boolean {
  return (prefix === prefix.toLowerCase() ? name.toLowerCase() : name).startsWith(prefix);
}

function describe(
  { name, kind, symbol: offered }: ts.CompletionEntry,
  checker: ts.TypeChecker,
  source: ts.SourceFile,
  files: CellFiles,
  described: boolean,
): RawCompletion {
  if (offered === undefined) return { name, kind };
  const alias = (offered.flags & ts.SymbolFlags.Alias) !== 0;
  const symbol = alias ? checker.getAliasedSymbol(offered) : offered;
  const known = { name, kind: alias ? kindOf(symbol) : kind };
  const signature = described ? signatureOf(checker, symbol, source) : undefined;
  return signature === undefined ? known : { ...known, signature: brief(files.clean(signature)) };
}

function brief(signature: string): string {
  const line = signature.replaceAll(/\s+/g, " ");
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

const kinds: readonly (readonly [ts.SymbolFlags, string])[] = [
  [ts.SymbolFlags.Function, "function"],
  [ts.SymbolFlags.Class, "class"],
  [ts.SymbolFlags.Enum, "enum"],
  [ts.SymbolFlags.ValueModule | ts.SymbolFlags.NamespaceModule, "module"],
  [ts.SymbolFlags.BlockScopedVariable, "const"],
  [ts.SymbolFlags.FunctionScopedVariable, "var"],
  [ts.SymbolFlags.Interface, "interface"],
  [ts.SymbolFlags.TypeAlias, "type"],
];

/** What an imported name is where it is declared. */
function kindOf(symbol: ts.Symbol): string {
  const { flags, declarations } = symbol;
  const kind = kinds.find(([flag]) => (flags & flag) !== 0)?.[1] ?? "module";
  const list = declarations?.[0]?.parent;
  const isLet = list !== undefined && (list.flags & ts.NodeFlags.Let) !== 0;
  return kind === "const" && isLet ? "let" : kind;
}

/** What would follow the name in a declaration: `(x: number): string`, or `: number[]`. */
function signatureOf(
  checker: ts.TypeChecker,
  symbol: ts.Symbol,
  source: ts.SourceFile,
): string | undefined {
  if ((symbol.flags & ts.SymbolFlags.Value) === 0) return undefined;
  if ((symbol.flags & ts.SymbolFlags.Module) !== 0) return undefined;
  const type = checker.getTypeOfSymbolAtLocation(symbol, source);
  // A method that may be missing is called like one that may not.
  const present = checker.getNonNullableType(type);
  const calls = present.getCallSignatures();
  const signatures = calls.length > 0 ? calls : constructors(symbol, type);
  const [first] = signatures;
  if (first === undefined) return `: ${checker.typeToString(type, undefined, format)}`;
  const others = signatures.length - 1;
  const more = others === 0 ? "" : ` (+${others} overload${others === 1 ? "" : "s"})`;
  return checker.signatureToString(first, undefined, format) + more;
}

/** Where a type comes from would take more room than what it is, and much of the time. */
const format =
  ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope |
  ts.TypeFormatFlags.AllowUniqueESSymbolType;

function constructors(symbol: ts.Symbol, type: ts.Type): readonly ts.Signature[] {
  return (symbol.flags & ts.SymbolFlags.Class) === 0 ? [] : type.getConstructSignatures();
}
