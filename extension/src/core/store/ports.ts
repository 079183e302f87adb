/**
 * What the store needs of the outside. JupyterLab's contents manager, `localStorage`, Web Locks and
 * a BroadcastChannel fit behind these with a few lines each; tests bring their own.
 */

export interface FileContent {
  readonly text: string;
  /** Changes with the content; absent where the server has no hashes. */
  readonly hash?: string;
  /** False: the server says that the file cannot be written. */
  readonly writable: boolean;
}

/**
 * Files. Every method rejects with an error that has a `status` (or a `response.status`) where the
 * server answered; an error without one means that no answer came.
 */
export interface Contents {
  get(path: string): Promise<FileContent>;
  /** The hash alone; undefined where the server has none. */
  hash(path: string): Promise<string | undefined>;
  save(path: string, text: string): Promise<void>;
  /** Rejects with 409 where `to` exists. */
  rename(from: string, to: string): Promise<void>;
  /** Names of the files in a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Makes the folder and those above it; it may be there already. */
  makeFolder(folder: string): Promise<void>;
}

/** Such as `localStorage`; every method may throw. */
export interface LocalStore {
  keys(): readonly string[];
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** Such as `navigator.locks`: one at a time over all tabs. */
export interface Locks {
  request<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** Such as a `BroadcastChannel`: tells the other tabs, not oneself. */
export interface Channel {
  post(message: string): void;
  /** Returns a function that stops listening. */
  listen(listener: (message: string) => void): () => void;
}

export interface StoreOptions {
  readonly contents: Contents;
  /** Absent: what the server does not take is kept in memory alone, and the state says so. */
  readonly local?: LocalStore;
  readonly locks?: Locks;
  readonly channel?: Channel;
  /** Names the server and its root: one browser may know several. */
  readonly scope: string;
  /** Where the files are, such as `progress`. */
  readonly folder: string;
  /** Where they go when `folder` cannot be written. */
  readonly fallbackFolder?: string;
  /** This device or user; see `isWriter`. */
  readonly writer: string;
  /** The learner's name, for the teacher. */
  readonly name?: string;
  /** Local time with offset. */
  readonly now: () => string;
  /** A new UUID. */
  readonly newId: () => string;
  /** Milliseconds that never go back; `performance.now` unless told. */
  readonly ticks?: () => number;
  /**
   * How long after a save another one's save, begun before it, may still arrive, in milliseconds,
   * 10 000 unless told. So long a record stays in the browser too.
   */
  readonly settle?: number;
}
