import { realpathSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What is known of one local file that a cell imported, itself or through other files. */
interface LocalFile {
  /** Counts the reloads. The first load has none, so that its URL is the file's own. */
  version: number;
  /** Time and size of the file when it was last loaded; undefined before it is. */
  stamp: string | undefined;
  /** Whether the import that loaded it has not ended well yet. */
  pending: boolean;
  /** The files it imports, with the version each had then. */
  readonly imports: Map<string, number>;
}

const parameter = "reload";
const { cache } = createRequire(import.meta.url);

/**
 * Local files and who imports whom. Node keeps a module for good under its URL, so a file that was
 * edited, or that imports one that was, is loaded again under a URL with a new version.
 */
export class LocalFiles {
  readonly #files = new Map<string, LocalFile>();

  has(url: string): boolean {
    return this.#files.has(url);
  }

  /** Marks what has to be loaded again among a file and those it imports; returns its URL. */
  refresh(url: string): string {
    const root = this.#touch(url);
    const reachable = this.#reachable(url);
    const stale = new Set([...reachable].filter((file) => this.#isEdited(file)));
    for (let before = -1; before !== stale.size;) {
      before = stale.size;
      for (const file of reachable) if (this.#importsAny(file, stale)) stale.add(file);
    }
    for (const file of stale) this.#invalidate(file);
    this.#touch(url);
    return versioned(url, root.version);
  }

  /** Records that one local file imports another; returns the other's URL. */
  link(parent: string, child: string): string {
    const { version } = this.#touch(child);
    this.#files.get(parent)?.imports.set(child, version);
    return versioned(child, version);
  }

  /** Ends an import. Files of one that failed are loaded again by the next. */
  settle(url: string, succeeded: boolean): void {
    for (const reached of this.#reachable(url)) {
      const file = this.#files.get(reached);
      if (!file?.pending) continue;
      if (succeeded) file.pending = false;
      else file.stamp = "failed";
    }
  }

  #touch(url: string): LocalFile {
    let file = this.#files.get(url);
    if (!file) {
      file = { version: 0, stamp: undefined, pending: true, imports: new Map() };
      this.#files.set(url, file);
    }
    if (file.stamp === undefined) {
      file.stamp = stampOf(url);
      file.pending = true;
    }
    return file;
  }

  #isEdited(url: string): boolean {
    const stamp = this.#files.get(url)?.stamp;
    return stamp !== undefined && stamp !== stampOf(url);
  }

  #importsAny(url: string, stale: ReadonlySet<string>): boolean {
    const imports = this.#files.get(url)?.imports ?? new Map<string, number>();
    return [...imports].some(
      ([child, version]) => stale.has(child) || this.#files.get(child)?.version !== version,
    );
  }

  #invalidate(url: string): void {
    const file = this.#files.get(url);
    if (!file) return;
    file.version++;
    file.stamp = undefined;
    file.imports.clear();
    Reflect.deleteProperty(cache, fileURLToPath(url));
  }

  #reachable(url: string, reached = new Set<string>()): Set<string> {
    if (reached.has(url)) return reached;
    reached.add(url);
    for (const child of this.#files.get(url)?.imports.keys() ?? []) this.#reachable(child, reached);
    return reached;
  }
}

function stampOf(url: string): string {
  const stat = statSync(fileURLToPath(url), { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.mtimeNs}:${stat.size}` : "gone";
}

function versioned(url: string, version: number): string {
  if (version === 0) return url;
  const result = new URL(url);
  result.searchParams.set(parameter, String(version));
  return result.href;
}

/** A URL without the version that a reload gave it. */
export function unversioned(url: string): string {
  if (!url.includes(parameter)) return url;
  const result = new URL(url);
  result.searchParams.delete(parameter);
  return result.href;
}

/** The URL under which Node knows a file, behind symbolic links too. */
export const fileUrl = (path: string): string => pathToFileURL(realpathSync(path)).href;
