/**
 * The files that the language service sees: cells in memory, the rest from disk.
 *
 * @module
 */
import ts from "typescript";
import { type CellFiles, textOf } from "./cell-files.ts";
import { Disk } from "./disk.ts";
import { ambientFiles, ModuleResolver } from "./modules.ts";
import { options } from "./options.ts";

/** A language service host over the cells of one notebook. */
export class NotebookHost implements ts.LanguageServiceHost {
  readonly #cells: CellFiles;
  readonly #disk = new Disk();
  readonly #ambient = ambientFiles();
  readonly #resolver: ModuleResolver;
  #changes = 0;

  constructor(cells: CellFiles) {
    this.#cells = cells;
    this.#resolver = new ModuleResolver(cells, this);
  }

  /** From here on an edited file counts as changed, and a file that was missing is found. */
  refresh(): void {
    const edited = this.#disk.refresh();
    if (this.#resolver.refresh() || edited) this.#changes++;
  }

  /** While this stays the same, the language service does not look at the files again. */
  getProjectVersion(): string {
    return `${this.#cells.edits}/${this.#changes}`;
  }

  /** Asked for by the language service, though its type does not say so; called without `this`. */
  readonly hasInvalidatedResolutions = (path: string): boolean => this.#resolver.isOutdated(path);

  getCompilationSettings(): ts.CompilerOptions {
    return options;
  }

  getScriptFileNames(): string[] {
    return [...this.#ambient, ...this.#cells.roots];
  }

  getScriptVersion(path: string): string {
    return this.#cells.file(path)?.version ?? this.#disk.version(path);
  }

  getScriptSnapshot(path: string): ts.IScriptSnapshot | undefined {
    return this.#cells.file(path)?.snapshot ?? this.#disk.snapshot(path);
  }

  resolveModuleNameLiterals(
    literals: readonly ts.StringLiteralLike[],
    containingFile: string,
    _redirect: ts.ResolvedProjectReference | undefined,
    settings: ts.CompilerOptions,
    source: ts.SourceFile,
  ): readonly ts.ResolvedModuleWithFailedLookupLocations[] {
    const names = literals.map((literal) => ({
      name: literal.text,
      mode: ts.getModeForUsageLocation(source, literal, settings),
    }));
    return this.#resolver.resolveAll(names, containingFile);
  }

  resolveTypeReferenceDirectiveReferences<T extends ts.FileReference | string>(
    references: readonly T[],
    containingFile: string,
    redirect: ts.ResolvedProjectReference | undefined,
  ): readonly ts.ResolvedTypeReferenceDirectiveWithFailedLookupLocations[] {
    return references.map((reference) =>
      this.#resolver.resolveTypes(
        typeof reference === "string" ? reference : reference.fileName,
        containingFile,
        redirect,
      ),
    );
  }

  /** Asked for by the language service, though its type does not say so: it knows package.json files. */
  getModuleResolutionCache(): ts.ModuleResolutionCache {
    return this.#resolver.installed;
  }

  getCurrentDirectory(): string {
    return this.#cells.directory;
  }

  getDefaultLibFileName(settings: ts.CompilerOptions): string {
    return ts.getDefaultLibFilePath(settings);
  }

  useCaseSensitiveFileNames(): boolean {
    return ts.sys.useCaseSensitiveFileNames;
  }

  fileExists(path: string): boolean {
    return this.#cells.file(path) !== undefined || ts.sys.fileExists(path);
  }

  readFile(path: string): string | undefined {
    const cell = this.#cells.file(path);
    return cell === undefined ? ts.sys.readFile(path) : textOf(cell);
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
