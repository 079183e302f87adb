/**
 * The virtual files of a notebook's cells. They lie in the notebook's folder, so that `./x.ts` in a
 * cell is what it is in a file there.
 *
 * @module
 */
import { posix } from "node:path";
import ts from "typescript";

/** Ends a name that means what an earlier cell declared. */
const earlier = "__daylab_cell_before";

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
  #edits = 0;

  constructor(directory: string) {
    this.directory = directory;
    this.hub = posix.join(directory, "__daylab_cells__.ts");
    this.write(0, "", false);
  }

  /** How many edits there have been. */
  get edits(): number {
    return this.#edits;
  }

  /** Absolute paths of the two files that lead to all the others. */
  get roots(): string[] {
    return [this.pathOf(0), this.hub];
  }

  /** Sets the text of a cell; `frozen` text is a declaration file. */
  write(n: number, text: string, frozen: boolean): void {
    const path = posix.join(this.directory, `__daylab_cell_${n}${frozen ? ".d.ts" : ".ts"}`);
    const before = this.#cells.get(n);
    // The same text under a new version would be a new program.
    if (before?.path === path && textOf(before) === text) return;
    if (before !== undefined) this.#files.delete(before.path);
    this.#cells.set(n, this.#put(path, text));
    if (before === undefined) this.#updateHub();
  }

  /**
   * Forgets a cell that nothing refers to any more. An empty declaration file takes its place until
   * another cell does: a program with one file less is built from nothing, one with the same files
   * is not.
   */
  remove(n: number): void {
    if (this.#cells.has(n)) this.write(n, "export {};", true);
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
    return text.replaceAll(/import\("[^"]*__daylab_cell_\d+"\)\./g, "").replaceAll(earlier, "");
  }

  #updateHub(): void {
    const numbers = [...this.#cells.keys()].filter((n) => n !== 0);
    this.#put(this.hub, numbers.map((n) => `import "${this.specifier(n)}";`).join("\n"));
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
