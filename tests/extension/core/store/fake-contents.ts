import type {
  Channel,
  Contents,
  FileContent,
  LocalStore,
  Locks,
  StoreOptions,
} from "../../../../extension/src/core/index.ts";

/** What a server answers instead of doing it. */
export class ServerError extends Error {
  readonly status: number;

  constructor(status: number, message = `HTTP ${String(status)}`) {
    super(message);
    this.status = status;
  }
}

/** Files in memory, as a Jupyter server keeps them; `fault` may fail any call. */
export class FakeContents implements Contents {
  readonly files = new Map<string, string>();
  readonly folders = new Set<string>();
  readonly readOnly = new Set<string>();
  calls: string[] = [];
  /** Called before each call; may throw or change the files. */
  fault: (call: string, path: string) => void | Promise<void> = () => undefined;

  async get(path: string): Promise<FileContent> {
    await this.#called("get", path);
    const text = this.files.get(path);
    if (text === undefined) throw new ServerError(404);
    return { text, hash: text, writable: !this.readOnly.has(folderOf(path)) };
  }

  async hash(path: string): Promise<string | undefined> {
    await this.#called("hash", path);
    const text = this.files.get(path);
    if (text === undefined) throw new ServerError(404);
    return text;
  }

  async save(path: string, text: string): Promise<void> {
    await this.#called("save", path);
    if (this.readOnly.has(folderOf(path))) throw new ServerError(403, "Permission denied");
    if (!this.folders.has(folderOf(path))) throw new ServerError(404);
    this.files.set(path, text);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#called("rename", from);
    const text = this.files.get(from);
    if (text === undefined) throw new ServerError(404);
    if (this.files.has(to)) throw new ServerError(409);
    this.files.set(to, text);
    this.files.delete(from);
  }

  async list(folder: string): Promise<string[]> {
    await this.#called("list", folder);
    if (!this.folders.has(folder)) throw new ServerError(404);
    return [...this.files.keys()]
      .filter((path) => folderOf(path) === folder)
      .map((path) => path.slice(folder.length + 1));
  }

  async makeFolder(folder: string): Promise<void> {
    await this.#called("makeFolder", folder);
    this.folders.add(folder);
  }

  async #called(call: string, path: string): Promise<void> {
    this.calls.push(`${call} ${path}`);
    await Promise.resolve();
    await this.fault(call, path);
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

export class FakeLocal implements LocalStore {
  readonly values = new Map<string, string>();
  full = false;

  keys(): string[] {
    return [...this.values.keys()];
  }

  get(key: string): string | undefined {
    return this.values.get(key);
  }

  set(key: string, value: string): void {
    if (this.full) throw new Error("QuotaExceededError");
    this.values.set(key, value);
  }

  remove(key: string): void {
    this.values.delete(key);
  }
}

export class FakeLocks implements Locks {
  #last: Promise<unknown> = Promise.resolve();

  request<T>(_name: string, work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

/** One channel a tab; what one posts the others hear. */
export function fakeChannels(count: number): Channel[] {
  const listeners: ((message: string) => void)[][] = Array.from({ length: count }, () => []);
  return listeners.map((own) => ({
    post: (message) =>
      listeners.filter((each) => each !== own).forEach((each) => each.forEach((f) => f(message))),
    listen: (listener) => {
      own.push(listener);
      return () => own.splice(own.indexOf(listener), 1);
    },
  }));
}

let ids = 0;

export function options(contents: Contents, more: Partial<StoreOptions> = {}): StoreOptions {
  return {
    contents,
    scope: "server",
    folder: "progress",
    writer: "laptop",
    now: () => "2026-11-21T09:30:00.000+05:30",
    newId: () => `id-${String(++ids)}`,
    ...more,
  };
}
