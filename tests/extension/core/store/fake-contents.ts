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

/** How a call goes wrong. */
export interface Fault {
  /** The call fails without doing anything. */
  readonly before?: Error;
  /** It is done, and its answer is lost. */
  readonly after?: Error;
  /** A save writes so much of the text, then fails: a disk that is full. */
  readonly cut?: number;
  /** The tab ends here: the call never comes back. Done or not. */
  readonly hang?: "before" | "after";
}

/** Files in memory, as a Jupyter server keeps them; `fault` may fail any call. */
export class FakeContents implements Contents {
  readonly files = new Map<string, string>();
  readonly folders = new Set<string>();
  readonly readOnly = new Set<string>();
  calls: string[] = [];
  /** Asked at each call. */
  fault: (call: string, path: string) => Fault | undefined = () => undefined;
  /** Awaited before each call: tests order the calls of two tabs here. */
  turn: () => Promise<void> = () => Promise.resolve();

  get(path: string): Promise<FileContent> {
    return this.#call("get", path, () => {
      const text = this.files.get(path);
      if (text === undefined) throw new ServerError(404);
      return { text, hash: text, writable: !this.readOnly.has(folderOf(path)) };
    });
  }

  hash(path: string): Promise<string | undefined> {
    return this.#call("hash", path, () => {
      const text = this.files.get(path);
      if (text === undefined) throw new ServerError(404);
      return text;
    });
  }

  save(path: string, text: string): Promise<void> {
    return this.#call("save", path, (cut) => {
      if (this.readOnly.has(folderOf(path))) throw new ServerError(403, "Permission denied");
      if (!this.folders.has(folderOf(path))) throw new ServerError(404);
      this.files.set(path, cut === undefined ? text : text.slice(0, text.length * cut));
      if (cut !== undefined) throw new ServerError(500, "[Errno 28] No space left on device");
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#call("rename", from, () => {
      const text = this.files.get(from);
      if (text === undefined) throw new ServerError(404);
      if (this.files.has(to)) throw new ServerError(409);
      this.files.set(to, text);
      this.files.delete(from);
    });
  }

  list(folder: string): Promise<string[]> {
    return this.#call("list", folder, () => {
      if (!this.folders.has(folder)) throw new ServerError(404);
      return [...this.files.keys()]
        .filter((path) => folderOf(path) === folder)
        .map((path) => path.slice(folder.length + 1));
    });
  }

  makeFolder(folder: string): Promise<void> {
    return this.#call("makeFolder", folder, () => {
      this.folders.add(folder);
    });
  }

  async #call<T>(call: string, path: string, work: (cut?: number) => T): Promise<T> {
    this.calls.push(`${call} ${path}`);
    await this.turn();
    const fault = this.fault(call, path);
    if (fault?.hang === "before") await new Promise(() => undefined);
    if (fault?.before !== undefined) throw fault.before;
    const answer = work(fault?.cut);
    if (fault?.hang === "after") await new Promise(() => undefined);
    if (fault?.after !== undefined) throw fault.after;
    return answer;
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
