/**
 * How much text a cell's declarations would be. A type that holds others twice doubles from cell to
 * cell when it is written out, though to the checker it is one object more.
 *
 * @module
 */
import ts from "typescript";

/** Some tens of kilobytes of declarations; a cell beyond that keeps its source. */
const most = 1000;

/** Whether writing out the types of a module's exports would take too long. */
export function isTooLarge(checker: ts.TypeChecker, source: ts.SourceFile): boolean {
  const module = checker.getSymbolAtLocation(source);
  if (module === undefined) return false;
  const meter = new Meter(checker, source);
  for (const exported of checker.getExportsOfModule(module)) {
    const alias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
    meter.addSymbol(alias ? checker.getAliasedSymbol(exported) : exported);
  }
  return meter.full;
}

class Meter {
  readonly #checker: ts.TypeChecker;
  readonly #source: ts.SourceFile;
  /** Types declared in the module, which are written out once. */
  readonly #declared = new Set<ts.Type>();
  #parts = 0;

  constructor(checker: ts.TypeChecker, source: ts.SourceFile) {
    this.#checker = checker;
    this.#source = source;
  }

  get full(): boolean {
    return this.#parts > most;
  }

  /** Counts what declares the symbol, where that is in the module. */
  addSymbol(symbol: ts.Symbol): void {
    if (!this.#isOwn(symbol)) return;
    if (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface))
      this.#addDeclared(this.#checker.getDeclaredTypeOfSymbol(symbol));
    if (symbol.flags & (ts.SymbolFlags.Variable | ts.SymbolFlags.Function))
      this.#add(this.#checker.getTypeOfSymbol(symbol));
  }

  #isOwn(symbol: ts.Symbol): boolean {
    return symbol.declarations?.some((d) => d.getSourceFile() === this.#source) === true;
  }

  #addDeclared(type: ts.Type): void {
    if (this.#declared.has(type)) return;
    this.#declared.add(type);
    this.#addMembers(type);
  }

  #add(type: ts.Type): void {
    this.#parts++;
    if (this.full) return;
    if (type.aliasSymbol !== undefined) for (const t of type.aliasTypeArguments ?? []) this.#add(t);
    else if (type.isUnionOrIntersection()) for (const part of type.types) this.#add(part);
    else if (type.flags & ts.TypeFlags.Object) this.#addObject(type as ts.ObjectType);
  }

  #addObject(type: ts.ObjectType): void {
    if (type.objectFlags & ts.ObjectFlags.Reference)
      for (const t of this.#checker.getTypeArguments(type as ts.TypeReference)) this.#add(t);
    // A class, an enum or a namespace has a name to be called by.
    const named = ts.SymbolFlags.Class | ts.SymbolFlags.Enum | ts.SymbolFlags.ValueModule;
    const { symbol } = type as { symbol?: ts.Symbol };
    if (symbol !== undefined && (symbol.flags & named) !== 0) return;
    if (type.objectFlags & ts.ObjectFlags.Anonymous) this.#addMembers(type);
  }

  #addMembers(type: ts.Type): void {
    for (const property of type.getProperties()) {
      if (this.full) return;
      this.#add(this.#checker.getTypeOfSymbol(property));
    }
    for (const signature of [...type.getCallSignatures(), ...type.getConstructSignatures()]) {
      for (const parameter of signature.parameters) {
        if (this.full) return;
        this.#add(this.#checker.getTypeOfSymbol(parameter));
      }
      this.#add(signature.getReturnType());
    }
  }
}
