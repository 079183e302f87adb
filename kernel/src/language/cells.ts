/**
 * One module per cell. A cell imports the names it uses from the latest cell that declared them, so
 * that any kind of redeclaration in a later cell is simply another module's declaration.
 *
 * @module
 */
import type { CellNames, Compiler, Declaration, Owners } from "./compiler.ts";
import { type Insertion, ModuleText } from "./module-text.ts";

/** A cell that has been committed, or, as number 0, is being looked at. */
export interface Cell {
  readonly number: number;
  readonly code: string;
  readonly names: CellNames;
}

/** A cell with the cells whose declarations its own refer to. */
interface Committed extends Cell {
  readonly references: readonly number[];
}

/** A cell as the compiler sees it: imports in one line, the code, exports. */
export interface CellModule extends Cell {
  readonly module: ModuleText;
}

/** The committed cells of a notebook, and which of them a name belongs to. */
export class Cells {
  readonly #compiler: Compiler;
  readonly #cells = new Map<number, Committed>();
  readonly #values = new Map<string, Cell>();
  readonly #types = new Map<string, Cell>();
  /** The numbers of cells that were forgotten. */
  readonly #free: number[] = [];
  #next = 1;

  constructor(compiler: Compiler) {
    this.#compiler = compiler;
  }

  cell(n: number): Cell | undefined {
    return this.#cells.get(n);
  }

  /** The committed declaration that a name stands for, value before type. */
  declaration(name: string): { cell: Cell; declaration: Declaration } | undefined {
    const cell = this.#values.get(name) ?? this.#types.get(name);
    const declaration = cell?.names.declared.get(name);
    return cell === undefined || declaration === undefined ? undefined : { cell, declaration };
  }

  /**
   * The module of a cell not committed yet. With `everything`, it imports all names that cells have declared, which
   * is what completion wants; otherwise only those it uses. `pinned`, it goes on to mean the cells
   * that own these names now; otherwise it means whatever the shared modules hand out.
   */
  module(code: string, { everything = false, pinned = false } = {}): CellModule {
    const names = this.#compiler.names(code);
    const wanted = everything
      ? new Set([...this.#values.keys(), ...this.#types.keys()])
      : names.used;
    const earlier = names.earlier.filter(({ name }) => this.#values.has(name));
    const before = new Set(earlier.map(({ name }) => name));
    const imports = `${this.#imports(names, wanted, before, pinned)}\n`;
    if (this.#isObject(code))
      return {
        number: 0,
        code,
        names,
        module: new ModuleText(`${imports}(`, code, "\n);export {};"),
      };
    const exports = this.#compiler.syntax(code).error === undefined ? exportsOf(names) : "";
    const insertions = earlier.map(({ name, end, shorthand }): Insertion => {
      const other = this.#compiler.earlierName(name);
      return { at: end, text: shorthand ? `: ${other}` : other.slice(name.length) };
    });
    return { number: 0, code, names, module: new ModuleText(imports, code, exports, insertions) };
  }

  /** A cell that starts with a brace and can be read as an expression is an object, not a block. */
  #isObject(code: string): boolean {
    if (!/^(?:\s|\/\/.*|\/\*[^]*?\*\/)*\{/.test(code) || /;\s*$/.test(code)) return false;
    return this.#compiler.syntax(`(${code}\n)`).error === undefined;
  }

  /** Makes the cell, under a number that no other has, the owner of the names it declares. */
  commit({ code, names }: Cell, references: readonly number[]): Cell {
    const cell = { number: this.#free.shift() ?? this.#next++, code, names, references };
    this.#cells.set(cell.number, cell);
    for (const [name, declaration] of cell.names.declared) {
      const type = this.#types.get(name);
      // A value takes a class's or an enum's place whole; a mere type keeps its own name.
      if (declaration.value && type?.names.declared.get(name)?.value === true)
        this.#types.delete(name);
      if (declaration.value) this.#values.set(name, cell);
      if (declaration.type) this.#types.set(name, cell);
    }
    return cell;
  }

  /** Forgets the cells whose names have all been declared again and that no other refers to. */
  prune(): number[] {
    const alive = new Set<number>();
    const keep = (n: number): void => {
      if (alive.has(n)) return;
      alive.add(n);
      for (const reference of this.#cells.get(n)?.references ?? []) keep(reference);
    };
    for (const { number } of [...this.#values.values(), ...this.#types.values()]) keep(number);
    // A cell without names is here for what its imports or its `declare global` do.
    for (const { number, names } of this.#cells.values())
      if (names.declared.size === 0) keep(number);
    const dead = [...this.#cells.keys()].filter((n) => !alive.has(n));
    for (const n of dead) this.#cells.delete(n);
    this.#free.push(...dead);
    return dead;
  }

  /** Which cell owns which name. */
  get owners(): Owners {
    const numbers = (cells: ReadonlyMap<string, Cell>): Map<string, number> =>
      new Map([...cells].map(([name, { number }]) => [name, number]));
    return { values: numbers(this.#values), types: numbers(this.#types) };
  }

  /** `earlier` are names that the cell declares, and uses before that. */
  #imports(
    names: CellNames,
    wanted: ReadonlySet<string>,
    earlier: ReadonlySet<string>,
    pinned: boolean,
  ): string {
    const { shared } = this.#compiler;
    const imports = new Map<string, string[]>(
      pinned ? [] : [shared.values, shared.types].map((from) => [from, []]),
    );
    const statements: string[] = [];
    const add = (meaning: keyof Owners, { number }: Cell, text: string): void => {
      const from = pinned ? this.#compiler.specifier(number) : shared[meaning];
      imports.set(from, [...(imports.get(from) ?? []), text]);
    };
    for (const name of wanted) {
      const own = names.declared.get(name);
      const value = own?.value === true ? undefined : this.#values.get(name);
      const type = own?.type === true ? undefined : this.#types.get(name);
      if (value !== undefined) {
        const kind = value.names.declared.get(name)?.kind;
        const whole = own === undefined && (type === undefined || type === value);
        // An import cannot be assigned to, and two imports cannot share a name.
        if (whole && (kind !== "let" || type !== undefined)) add("values", value, name);
        else {
          const other = this.#compiler.otherName(name);
          add("values", value, `${name} as ${other}`);
          statements.push(`declare ${kind === "let" ? "let" : "const"} ${name}: typeof ${other};`);
        }
      }
      if (type !== undefined && type !== value && type.names.declared.get(name)?.value !== true)
        add("types", type, `type ${name}`);
    }
    for (const name of earlier) {
      const cell = this.#values.get(name);
      if (cell !== undefined) add("values", cell, `${name} as ${this.#compiler.earlierName(name)}`);
    }
    const lines = [...imports].map(
      ([from, list]) => `import { ${list.join(", ")} } from "${from}";`,
    );
    return [...lines, ...statements].join(" ");
  }
}

function exportsOf(names: CellNames): string {
  const list: string[] = [];
  for (const [name, { exported }] of names.declared) if (!exported) list.push(name);
  return `\n;export { ${list.join(", ")} };`;
}
