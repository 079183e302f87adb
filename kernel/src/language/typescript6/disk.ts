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
  /** Of the files that the user may edit, as of the last look. */
  readonly #versions = new Map<string, string>();

  /**
   * From here on an edited file counts as changed.
   *
   * @returns whether there is one.
   */
  refresh(): boolean {
    let edited = false;
    for (const [path, version] of this.#versions) {
      const now = versionOf(path);
      if (now === version) continue;
      this.#versions.set(path, now);
      edited = true;
    }
    return edited;
  }

  version(path: string): string {
    // An installed package or a library of the language does not change under a running kernel.
    if (path.includes("/node_modules/")) return "installed";
    let version = this.#versions.get(path);
    if (version === undefined) this.#versions.set(path, (version = versionOf(path)));
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

function versionOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? "absent" : `${stat.mtimeMs}/${stat.size}`;
}
