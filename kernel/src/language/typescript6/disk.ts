/**
 * Files on disk, read once per version. The language service asks for every file of the program at
 * every keystroke, so what has not changed must cost nothing.
 *
 * @module
 */
import { statSync } from "node:fs";
import ts from "typescript";

/** Reads files, and notices after {@link Disk.refresh} that the user has edited one. */
export class Disk {
  readonly #snapshots = new Map<string, { version: string; snapshot: ts.IScriptSnapshot }>();
  readonly #versions = new Map<string, string>();

  /** From here on an edited file counts as changed. */
  refresh(): void {
    this.#versions.clear();
  }

  version(path: string): string {
    // An installed package or a library of the language does not change under a running kernel.
    if (path.includes("/node_modules/")) return "installed";
    let version = this.#versions.get(path);
    if (version === undefined) {
      const stat = statSync(path, { throwIfNoEntry: false });
      version = stat === undefined ? "absent" : `${stat.mtimeMs}/${stat.size}`;
      this.#versions.set(path, version);
    }
    return version;
  }

  snapshot(path: string): ts.IScriptSnapshot | undefined {
    const version = this.version(path);
    const known = this.#snapshots.get(path);
    if (known?.version === version) return known.snapshot;
    const text = ts.sys.readFile(path);
    if (text === undefined) {
      this.#snapshots.delete(path);
      return undefined;
    }
    const snapshot = ts.ScriptSnapshot.fromString(text);
    this.#snapshots.set(path, { version, snapshot });
    return snapshot;
  }
}
