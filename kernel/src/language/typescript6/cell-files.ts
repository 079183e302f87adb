/**
 * The virtual files of a notebook's cells. They lie in the notebook's folder, so that `./x.ts` in a
 * cell is what it is in a file there.
 *
 * @module
 */
import { posix } from "node:path";
import ts from "typescript";
import type { Owners } from "../compiler.ts";
import { pinned, sharedSpecifiers, sharedText } from "./shared.ts";

/** Ends a name that means what an earlier cell declared. */
const earlier = "__daylab_cell_before";

/** Ends a name whose plain form is declared anew, so that it can be assigned to. */
const other = "__daylab_cell_value";

const nothing = "export {};";

/** A program with another file takes about 40 ms longer than one with another text. */
const room = 16;

export interface CellFile {
  readonly path: string;
  readonly version: string;
  readonly snapshot: ts.IScriptSnapshot;
}

/** Cells by number and by path. Cell 0 is the one being looked at. */
export class CellFiles {
  readonly directory: string;
  /** Imports every cell: the program's root files stay the same, and so do the types they load. */
  readonly hub: string;
  readonly #cells = new Map<number, CellFile>();
  readonly #files = new Map<string, CellFile>();
  #owners: Owners = { values: new Map(), types: new Map() };
  /** The highest number that has a file. */
  #spare = 0;
  #edits = 0;

  constructor(directory: string) {
    this.directory = directory;
    this.hub = posix.join(directory, "__daylab_cells__.ts");
    this.write(0, "", false);
    this.#makeRoom(0);
  }

  /** How many edits there have been. */
  get edits(): number {
    return this.#edits;
  }

  /** Absolute paths of the two files that lead to all the others. */
  get roots(): string[] {
    return [this.pathOf(0), this.hub];
  }

  /** Says what the shared modules hand out. */
  share(owners: Owners): void {
    this.#owners = owners;
    for (const meaning of ["values", "types"] as const) {
      const path = posix.join(this.directory, `${sharedSpecifiers[meaning]}.ts`);
      const text = sharedText(owners[meaning], this.#spare, (n) => this.specifier(n));
      const before = this.#files.get(path);
      if (before === undefined || textOf(before) !== text) this.#put(path, text);
    }
  }

  /** The text of a declaration file, with the shared modules replaced by the cells behind them. */
  pinned(text: string): string {
    return pinned(text, this.#owners, (n) => this.specifier(n));
  }

  /** The file of a shared module, by its specifier. */
  sharedPath(specifier: string): string | undefined {
    const path = posix.join(this.directory, `${specifier}.ts`);
    const known = Object.values<string>(sharedSpecifiers).includes(specifier);
    return known ? path : undefined;
  }

  /** Sets the text of a cell; `frozen` text is a declaration file. */
  write(n: number, text: string, frozen: boolean): void {
    if (n > this.#spare) this.#makeRoom(n);
    const path = posix.join(this.directory, `__daylab_cell_${n}${frozen ? ".d.ts" : ".ts"}`);
    const before = this.#cells.get(n);
    // The same text under a new version would be a new program.
    if (before?.path === path && textOf(before) === text) return;
    if (before !== undefined) this.#files.delete(before.path);
    this.#cells.set(n, this.#put(path, text));
  }

  /**
   * Forgets a cell that nothing refers to any more. An empty declaration file takes its place until
   * another cell does: a program with one file less is built from nothing, one with the same files
   * is not.
   */
  remove(n: number): void {
    if (this.#cells.has(n)) this.write(n, nothing, true);
  }

  file(path: string): CellFile | undefined {
    return this.#files.get(path);
  }

  /** Throws where there is no such cell. */
  pathOf(n: number): string {
    const cell = this.#cells.get(n);
    if (cell === undefined) throw new Error(`cell ${n} has no text`);
    return cell.path;
  }

  specifier(n: number): string {
    return `./__daylab_cell_${n}`;
  }

  otherName(name: string): string {
    return name + other;
  }

  earlierName(name: string): string {
    return name + earlier;
  }

  /** The number of the cell that a specifier or a path names. */
  number(name: string): number | undefined {
    const match = /__daylab_cell_(\d+)(?:\.d\.ts|\.ts|\.js)?$/.exec(name);
    return match === null ? undefined : Number(match[1]);
  }

  /** The cells that a module's text refers to. */
  references(text: string): number[] {
    return [...text.matchAll(/"\.\/__daylab_cell_(\d+)"/g)].map(([, n]) => Number(n));
  }

  /** Whether a specifier or a path names something that exists only here. */
  isVirtual(name: string): boolean {
    return name.includes("__daylab_cell");
  }

  /** Takes the virtual modules out of a message: `import("…/cell").Foo` is `Foo` to a reader. */
  clean(text: string): string {
    return text
      .replaceAll(/import\("[^"]*__daylab_cell_\d+"\)\./g, "")
      .replaceAll(earlier, "")
      .replaceAll(other, "");
  }

  /** Empty cells up to `n` and some beyond: what comes into them changes no file's imports. */
  #makeRoom(n: number): void {
    const first = this.#spare + 1;
    this.#spare = n + room;
    for (let spare = first; spare <= this.#spare; spare++) this.write(spare, nothing, true);
    const numbers = Array.from({ length: this.#spare }, (_, i) => i + 1);
    this.#put(this.hub, numbers.map((each) => `import "${this.specifier(each)}";`).join("\n"));
    this.share(this.#owners);
  }

  #put(path: string, text: string): CellFile {
    const version = String(++this.#edits);
    const file = { path, version, snapshot: ts.ScriptSnapshot.fromString(text) };
    this.#files.set(path, file);
    return file;
  }
}

/** The whole text of a virtual file. */
export function textOf({ snapshot }: CellFile): string {
  return snapshot.getText(0, snapshot.getLength());
}
