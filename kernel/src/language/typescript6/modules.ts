/**
 * Finds the module behind an import: another cell, then what the notebook's folder offers, then
 * what the kernel brings along.
 *
 * @module
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { options } from "./options.ts";

const here = fileURLToPath(import.meta.url);
const api = join(dirname(here), "..", "..", "api");

/** Declares what the kernel puts on the global object. */
const globalsFile = join(api, "globals.d.ts");
/** What `import … from "tslab"` means in a cell, whatever tslab is installed. */
const tslabFile = join(api, "tslab.ts");

const cellPrefix = "__daylab_cell_";

/** The files of the cells of one notebook: virtual, and next to it so that `./x.ts` resolves. */
export class CellFiles {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  specifier(n: number): string {
    return `./${cellPrefix}${n}`;
  }

  path(n: number, frozen: boolean): string {
    return `${this.directory}/${cellPrefix}${n}${frozen ? ".d.ts" : ".ts"}`;
  }

  /** The number of the cell that a specifier or a path names. */
  number(name: string): number | undefined {
    const match = /__daylab_cell_(\d+)(?:\.d\.ts|\.ts|\.js)?$/.exec(name);
    return match === null ? undefined : Number(match[1]);
  }

  /** Takes the virtual modules out of a message: `import("…/cell").Foo` is `Foo` to a reader. */
  clean(text: string): string {
    return text.replaceAll(/(?:typeof )?import\("[^"]*__daylab_cell_\d+"\)\.?/g, (match) =>
      match.startsWith("typeof ") && match.endsWith(".") ? "typeof " : "",
    );
  }
}

/** The declaration files every cell sees without importing them: Node's, and the kernel's own. */
export function ambientFiles(): string[] {
  const files: string[] = [];
  const node = nodeTypes();
  if (node !== undefined) files.push(node);
  if (existsSync(globalsFile)) files.push(globalsFile);
  return files;
}

function nodeTypes(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve("@types/node/package.json");
    return join(dirname(manifest), "index.d.ts");
  } catch {
    return undefined;
  }
}

/** Resolves the imports of one file. Failures are not remembered: a package may be installed later. */
export function resolveModules(
  cells: CellFiles,
  cellPath: (n: number) => string | undefined,
  host: ts.ModuleResolutionHost,
): (
  literals: readonly ts.StringLiteralLike[],
  containingFile: string,
  redirect: ts.ResolvedProjectReference | undefined,
  settings: ts.CompilerOptions,
  source: ts.SourceFile,
) => readonly ts.ResolvedModuleWithFailedLookupLocations[] {
  const found = (path: string): ts.ResolvedModuleWithFailedLookupLocations => ({
    resolvedModule: {
      resolvedFileName: path,
      extension: path.endsWith(".d.ts") ? ts.Extension.Dts : ts.Extension.Ts,
      isExternalLibraryImport: false,
    },
  });
  return (literals, containingFile, redirect, settings, source) =>
    literals.map((literal) => {
      const name = literal.text;
      const cell = cells.number(name);
      const path = cell === undefined ? undefined : cellPath(cell);
      if (path !== undefined) return found(path);
      if (name === "tslab" && existsSync(tslabFile)) return found(tslabFile);
      const mode = ts.getModeForUsageLocation(source, literal, settings);
      const resolve = (from: string): ts.ResolvedModuleWithFailedLookupLocations =>
        ts.resolveModuleName(name, from, options, host, undefined, redirect, mode);
      const result = resolve(containingFile);
      const bare = !name.startsWith(".") && !name.startsWith("/");
      if (result.resolvedModule !== undefined || !bare) return result;
      return resolve(here);
    });
}
