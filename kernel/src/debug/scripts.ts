import type { PositionMap } from "../transpile/positions.ts";
import type { Debugger } from "node:inspector";
import { fileURLToPath } from "node:url";

/** A script of the user's: a cell that ran, or a file. */
export interface Script {
  readonly id: string;
  readonly url: string;
  readonly kind: "cell" | "file";
  /** The path that front ends know it by. Empty for a cell until it is known. */
  readonly path: string;
  /** Leads back to the cell's text where the main thread does not know it: for one that did not run. */
  readonly toOriginal?: PositionMap;
}

const kernel = new URL("../", import.meta.url).href;

/** Packages that the kernel stands on; a notebook may use them, but hardly to step through. */
const ownPackages = "/node_modules/(?:acorn|koffi|typescript|zeromq)/";

/** Names of scripts that nobody who writes a notebook wants to step through. */
export const hiddenPatterns = [
  "^node:",
  `^${kernel.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`,
  "^user-expression\\.ts$",
  ownPackages,
];

const hidden = new RegExp(hiddenPatterns.join("|"));
const cellUrl = /^cell-\d+\.ts$/;
const previewUrl = /^preview-\d+\.ts$/;

/** What V8 has parsed. */
export class Scripts {
  readonly #scripts = new Map<string, Script>();
  /** Ids of scripts that are only looked at, by URL. */
  readonly #previews = new Map<string, string>();
  readonly #pathOfCell: (url: string) => string;

  constructor(pathOfCell: (url: string) => string) {
    this.#pathOfCell = pathOfCell;
  }

  /** @returns The script, if it is the user's. */
  add({ scriptId: id, url }: Debugger.ScriptParsedEventDataType): Script | undefined {
    if (previewUrl.test(url)) this.#previews.set(url, id);
    const script = this.#classify(id, url);
    if (script) this.#scripts.set(id, script);
    return script;
  }

  /** Undefined for those of Node and the kernel. */
  get(id: string): Script | undefined {
    return this.#scripts.get(id);
  }

  /** The id of a script that is only looked at. */
  previewed(url: string): string | undefined {
    return this.#previews.get(url);
  }

  hasCell(url: string): boolean {
    return [...this.#scripts.values()].some((script) => script.url === url);
  }

  withPath(path: string): Script[] {
    return [...this.#scripts.values()].filter((script) => script.path === path);
  }

  files(): Script[] {
    return [...this.#scripts.values()].filter(({ kind }) => kind === "file");
  }

  #classify(id: string, url: string): Script | undefined {
    if (cellUrl.test(url)) return { id, url, kind: "cell", path: this.#pathOfCell(url) };
    if (!url.startsWith("file:") || hidden.test(url)) return undefined;
    try {
      return { id, url, kind: "file", path: fileURLToPath(url.replace(/[?#].*/, "")) };
    } catch {
      return undefined;
    }
  }
}
