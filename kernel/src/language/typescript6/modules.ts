/**
 * Finds the module behind an import: another cell, then what the notebook's folder offers, then
 * what the kernel brings along.
 *
 * @module
 */
import { existsSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { CellFiles } from "./cell-files.ts";
import { options } from "./options.ts";

const here = fileURLToPath(import.meta.url);
const api = join(dirname(here), "..", "..", "api");

/** Declares what the kernel puts on the global object. */
const globalsFile = join(api, "globals.d.ts");
/** What `import … from "tslab"` means in a cell, whatever tslab is installed. */
const tslabFile = join(api, "tslab.ts");

/** The declaration files every cell sees without importing them: Node's, and the kernel's own. */
export function ambientFiles(): string[] {
  return [nodeTypes(), globalsFile].filter((file) => file !== undefined).filter(existsSync);
}

/** Those of the Node that runs the kernel, whatever the notebook's folder has installed. */
function nodeTypes(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve("@types/node/package.json");
    return join(dirname(manifest), "index.d.ts");
  } catch {
    return undefined;
  }
}

interface ModuleName {
  readonly name: string;
  readonly mode: ts.ResolutionMode;
}

interface Unsettled extends ModuleName {
  readonly file: string;
  /** Where it led. */
  readonly led: string | undefined;
}

/** Resolves imports for one notebook. */
export class ModuleResolver {
  readonly #cells: CellFiles;
  readonly #host: ts.ModuleResolutionHost;
  /** What installed packages import does not change; what a cell imports may be installed later. */
  readonly installed: ts.ModuleResolutionCache;
  /** What led nowhere, or to a file without types, by {@link canonical} file; it may not the next time. */
  readonly #unsettled = new Map<string, readonly Unsettled[]>();
  /** The files for which that has changed since. */
  readonly #outdated = new Set<string>();

  constructor(cells: CellFiles, host: ts.ModuleResolutionHost) {
    this.#cells = cells;
    this.#host = host;
    this.installed = ts.createModuleResolutionCache(cells.directory, canonical, options);
  }

  /** Resolves the imports of one file. */
  resolveAll(
    names: readonly ModuleName[],
    file: string,
  ): ts.ResolvedModuleWithFailedLookupLocations[] {
    const results = names.map(({ name, mode }) => this.#resolve(name, file, mode));
    const path = canonical(file);
    const unsettled = names.flatMap(({ name, mode }, i): Unsettled[] => {
      const module = results[i]?.resolvedModule;
      const settled = isBuiltin(name) || (module !== undefined && !isUntyped(module));
      return settled ? [] : [{ name, mode, file, led: module?.resolvedFileName }];
    });
    this.#outdated.delete(path);
    if (isInstalled(file) || unsettled.length === 0) this.#unsettled.delete(path);
    else this.#unsettled.set(path, unsettled);
    return results;
  }

  /**
   * Looks again for what was not found.
   *
   * @returns whether anything is found elsewhere than before.
   */
  refresh(): boolean {
    for (const [path, names] of this.#unsettled)
      for (const { name, mode, file, led } of names)
        if (this.#resolve(name, file, mode).resolvedModule?.resolvedFileName !== led)
          this.#outdated.add(path);
    return this.#outdated.size > 0;
  }

  /** Whether an import of the file leads elsewhere than it did. */
  isOutdated(path: string): boolean {
    return this.#outdated.has(path);
  }

  #resolve(
    name: string,
    containingFile: string,
    mode: ts.ResolutionMode,
  ): ts.ResolvedModuleWithFailedLookupLocations {
    const cell = this.#cells.number(name);
    if (cell !== undefined) return found(this.#cells.pathOf(cell));
    const shared = this.#cells.sharedPath(name);
    if (shared !== undefined) return found(shared);
    // Node's types declare its modules, and what is declared comes before what is found.
    if (isBuiltin(name)) return { resolvedModule: undefined };
    if (name === "tslab" && existsSync(tslabFile)) return found(tslabFile);
    const installed = isInstalled(containingFile);
    const cache = installed ? this.installed : undefined;
    const from = (file: string): ts.ResolvedModuleWithFailedLookupLocations =>
      ts.resolveModuleName(name, file, options, this.#host, cache, undefined, mode);
    const result = from(containingFile);
    const bare = !name.startsWith(".") && !name.startsWith("/");
    return result.resolvedModule !== undefined || installed || !bare ? result : from(here);
  }

  /** `/// <reference types="…" />`. A second copy of Node's types would contradict the first. */
  resolveTypes(
    name: string,
    containingFile: string,
    redirect: ts.ResolvedProjectReference | undefined,
  ): ts.ResolvedTypeReferenceDirectiveWithFailedLookupLocations {
    const node = name === "node" ? nodeTypes() : undefined;
    if (node !== undefined)
      return { resolvedTypeReferenceDirective: { resolvedFileName: node, primary: true } };
    return ts.resolveTypeReferenceDirective(name, containingFile, options, this.#host, redirect);
  }
}

function canonical(path: string): string {
  return ts.sys.useCaseSensitiveFileNames ? path : path.toLowerCase();
}

/** A package in JavaScript alone; its types may be installed later. */
function isUntyped({ isExternalLibraryImport, extension }: ts.ResolvedModuleFull): boolean {
  return isExternalLibraryImport === true && /^\.[cm]?js$/.test(extension);
}

function isInstalled(file: string): boolean {
  return file.includes("/node_modules/");
}

function found(path: string): ts.ResolvedModuleWithFailedLookupLocations {
  const extension = path.endsWith(".d.ts") ? ts.Extension.Dts : ts.Extension.Ts;
  return { resolvedModule: { resolvedFileName: path, extension, isExternalLibraryImport: false } };
}
