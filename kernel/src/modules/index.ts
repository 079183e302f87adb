import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ModuleLoader, ModuleLoaderOptions, ModuleNamespace } from "./types.ts";
export type * from "./types.ts";

/** Loads modules for the cells of the notebook in `directory`. */
export function createModuleLoader(options: ModuleLoaderOptions): ModuleLoader {
  const filename = options.filename ?? join(options.directory, "notebook.ts");
  const require = createRequire(filename);
  const load = async (specifier: unknown): Promise<ModuleNamespace> =>
    (await import(String(specifier))) as ModuleNamespace;
  return {
    import: load,
    importNames: load,
    importMeta: {
      url: pathToFileURL(filename).href,
      filename,
      dirname: options.directory,
      main: true,
      resolve: (specifier) => import.meta.resolve(specifier),
    },
    require,
    filename,
    dirname: options.directory,
  };
}
