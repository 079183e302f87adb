/**
 * The files that the language service sees: cells in memory, the rest from disk.
 *
 * @module
 */
import { statSync } from "node:fs";
import ts from "typescript";
import { ambientFiles, type CellFiles, resolveModules } from "./modules.ts";
import { options } from "./options.ts";

interface CellText {
  readonly path: string;
  readonly version: string;
  readonly snapshot: ts.IScriptSnapshot;
}

/** A language service host over the cells of one notebook. */
export class NotebookHost implements ts.LanguageServiceHost {
  readonly #files: CellFiles;
  readonly #cells = new Map<number, CellText>();
  readonly #paths = new Map<string, CellText>();
  readonly #ambient = ambientFiles();
  readonly resolveModuleNameLiterals: NonNullable<
    ts.LanguageServiceHost["resolveModuleNameLiterals"]
  >;
  #edits = 0;

  constructor(files: CellFiles) {
    this.#files = files;
    const resolve = resolveModules(files, (n) => this.#cells.get(n)?.path, this);
    this.resolveModuleNameLiterals = resolve;
  }

  write(n: number, text: string, frozen: boolean): void {
    this.remove(n);
    const path = this.#files.path(n, frozen);
    const version = String(++this.#edits);
    const cell = { path, version, snapshot: ts.ScriptSnapshot.fromString(text) };
    this.#cells.set(n, cell);
    this.#paths.set(path, cell);
  }

  remove(n: number): void {
    const cell = this.#cells.get(n);
    if (cell === undefined) return;
    this.#cells.delete(n);
    this.#paths.delete(cell.path);
  }

  pathOf(n: number): string {
    const cell = this.#cells.get(n);
    if (cell === undefined) throw new Error(`cell ${n} has no text`);
    return cell.path;
  }

  getCompilationSettings(): ts.CompilerOptions {
    return options;
  }

  /** Cells that nothing uses any more stay roots: dropping one would drop the types it imports. */
  getScriptFileNames(): string[] {
    return [...this.#ambient, ...this.#paths.keys()];
  }

  getScriptVersion(path: string): string {
    const cell = this.#paths.get(path);
    if (cell !== undefined) return cell.version;
    // An installed package or a library of the language does not change under a running kernel.
    if (path.includes("/node_modules/")) return "installed";
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat === undefined ? "absent" : `${stat.mtimeMs}/${stat.size}`;
  }

  getScriptSnapshot(path: string): ts.IScriptSnapshot | undefined {
    const cell = this.#paths.get(path);
    if (cell !== undefined) return cell.snapshot;
    const text = ts.sys.readFile(path);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  }

  getCurrentDirectory(): string {
    return this.#files.directory;
  }

  getDefaultLibFileName(settings: ts.CompilerOptions): string {
    return ts.getDefaultLibFilePath(settings);
  }

  useCaseSensitiveFileNames(): boolean {
    return ts.sys.useCaseSensitiveFileNames;
  }

  fileExists(path: string): boolean {
    return this.#paths.has(path) || ts.sys.fileExists(path);
  }

  readFile(path: string): string | undefined {
    const cell = this.#paths.get(path);
    return cell?.snapshot.getText(0, cell.snapshot.getLength()) ?? ts.sys.readFile(path);
  }

  directoryExists(path: string): boolean {
    return ts.sys.directoryExists(path);
  }

  getDirectories(path: string): string[] {
    return ts.sys.getDirectories(path);
  }

  readDirectory(
    path: string,
    extensions?: readonly string[],
    exclude?: readonly string[],
    include?: readonly string[],
    depth?: number,
  ): string[] {
    return ts.sys.readDirectory(path, extensions, exclude, include, depth);
  }

  realpath(path: string): string {
    return ts.sys.realpath?.(path) ?? path;
  }
}
