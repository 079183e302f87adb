import { createRequire } from "node:module";
import { dirname, join, resolve as absolute } from "node:path";
import { pathToFileURL } from "node:url";
import { addNotebook, localFiles, resolveFor } from "./hooks.ts";
import { namedImports } from "./named-imports.ts";
import type { ImportOptions, ModuleLoader, ModuleLoaderOptions, ModuleNamespace } from "./types.ts";

export type * from "./types.ts";
export { ModuleNotFoundError } from "./not-found.ts";
export { originalPlace } from "./source-files.ts";

/**
 * Loads modules for the cells of a notebook.
 *
 * Files are found with or without extension, and loaded again after they, or files they import,
 * were edited; TypeScript files may use enums, decorators and imports of types that are not marked
 * so. Packages come from the notebook's folder and those above it, else from the kernel's own
 * installation; a package is loaded once, and is the same for cells and for other packages.
 * `tslab` is the kernel's implementation of that API. `require` does not reload ES modules.
 *
 * @example
 * const loader = createModuleLoader({ directory: "/home/ada/notebooks" });
 * const { loss } = await loader.importNames("./metrics", ["loss"]);
 */
export function createModuleLoader(options: ModuleLoaderOptions): ModuleLoader {
  const filename = absolute(options.filename ?? join(options.directory, "notebook.ts"));
  const url = pathToFileURL(filename).href;
  addNotebook(url);

  const load = async (target: ReturnType<typeof resolveFor>, { with: given }: ImportOptions) => {
    const attributes = isJson(target.url) ? { type: "json", ...given } : { ...given };
    if (!target.isLocal) return importUrl(target.url, attributes);
    try {
      const namespace = await importUrl(localFiles.refresh(target.url), attributes);
      localFiles.settle(target.url, true);
      return namespace;
    } catch (error) {
      localFiles.settle(target.url, false);
      throw error;
    }
  };

  return {
    import: async (specifier, importOptions = {}) =>
      load(resolveFor(url, String(specifier)), importOptions),
    importNames: async (specifier, required, importOptions = {}) => {
      const target = resolveFor(url, specifier);
      const namespace = await load(target, importOptions);
      return namedImports(specifier, namespace, required, isJson(target.url));
    },
    importMeta: {
      url,
      filename,
      dirname: dirname(filename),
      main: true,
      resolve: (specifier) => resolveFor(url, specifier).url,
    },
    require: reloadingRequire(filename, url),
    filename,
    dirname: dirname(filename),
  };
}

const isJson = (url: string): boolean => /\.json($|[?#])/.test(url);

const importUrl = async (url: string, attributes: ImportAttributes): Promise<ModuleNamespace> =>
  (await import(url, { with: attributes })) as ModuleNamespace;

/** `require` for a notebook, which forgets local files that were edited before it loads them. */
function reloadingRequire(filename: string, notebook: string): NodeJS.Require {
  const require = createRequire(filename);
  const load = (specifier: string): unknown => {
    const target = /^[./]/.test(specifier) ? resolveFor(notebook, specifier) : undefined;
    if (target?.isLocal) localFiles.refresh(target.url);
    return require(specifier);
  };
  return Object.assign(load, require);
}
