/** Options of a dynamic `import()`, such as `{ with: { type: "json" } }`. */
export interface ImportOptions {
  readonly with?: Readonly<Record<string, string>>;
}

/** A module's exports by name, as `import * as ns` gives them. */
export type ModuleNamespace = Readonly<Record<string, unknown>>;

/** What `import.meta` is inside a cell. */
export interface CellImportMeta {
  readonly url: string;
  readonly filename: string;
  readonly dirname: string;
  readonly main: boolean;
  /** The URL that `specifier` would be loaded from. */
  readonly resolve: (specifier: string) => string;
}

/** Loads modules for the cells of one notebook. */
export interface ModuleLoader {
  /** `import(specifier)` as seen from the notebook's folder. */
  import(specifier: unknown, options?: ImportOptions): Promise<ModuleNamespace>;
  /**
   * A static `import { … } from specifier`. Throws for a name of `required` that the module does
   * not export; other missing names are undefined, since they may be types.
   */
  importNames(
    specifier: string,
    required: readonly string[],
    options?: ImportOptions,
  ): Promise<ModuleNamespace>;
  readonly importMeta: CellImportMeta;
  /** CommonJS `require` with the notebook's folder as its starting point. */
  readonly require: NodeJS.Require;
  /** Absolute path of the notebook, also where it has not been saved yet. */
  readonly filename: string;
  readonly dirname: string;
}

export interface ModuleLoaderOptions {
  /** Absolute path of the notebook's folder. */
  readonly directory: string;
  /** Absolute path of the notebook. Default: `notebook.ts` in the directory. */
  readonly filename?: string;
}
