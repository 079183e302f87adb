import type { Message } from "../messages/messages.ts";
import { inWords } from "../records/problem.ts";
import { readDocument } from "../records/read.ts";
import { schema } from "../records/types.ts";
import type { ProgressRecord } from "../records/types.ts";
import { writeDocument } from "../records/write.ts";
import type { Ledger } from "./ledger.ts";
import type { LocalCopy } from "./local-copy.ts";
import type { StoreOptions } from "./ports.ts";
import { messageOf } from "./saying.ts";
import { troubleOf } from "./trouble.ts";
import type { Failure } from "./trouble.ts";

/** Why the file cannot be written now. */
export interface Blocked {
  readonly failure: Failure | "newer" | "busy";
  readonly message: Message;
}

type Read = { readonly hash: string | undefined; readonly there: boolean } | Blocked;

/** How often a write begins anew because somebody else changed the file. */
const tries = 8;

/** The one file that this writer writes. Every write reads and joins first. */
export class OwnFile {
  readonly #options: StoreOptions;
  readonly #ledger: Ledger;
  readonly #copy: LocalCopy;
  readonly #notice: (message: Message) => void;
  readonly #ticks: () => number;
  /** Records of a newer document: shown, never written. */
  readonly newer = new Map<string, readonly ProgressRecord[]>();

  constructor(
    options: StoreOptions,
    ledger: Ledger,
    copy: LocalCopy,
    notice: (message: Message) => void,
  ) {
    this.#options = options;
    this.#ledger = ledger;
    this.#copy = copy;
    this.#notice = notice;
    this.#ticks = options.ticks ?? (() => performance.now());
  }

  pathIn(folder: string): string {
    return `${folder}/${this.#options.writer}.json`;
  }

  /** Joins the file into the ledger; a corrupt one is kept aside first. */
  async read(path: string): Promise<Read> {
    const since = this.#ticks();
    const { contents, writer, settle = 10_000 } = this.#options;
    let file;
    try {
      file = await contents.get(path);
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.failure !== "missing") return blocked(path, error);
      this.#ledger.takeFile([], since, settle);
      return { hash: undefined, there: false };
    }
    const result = readDocument(file.text, writer);
    if (result.state === "corrupt") {
      return this.#keepAside(path, result.document.records, result.problems.map(inWords));
    }
    if (result.state === "newer") {
      this.newer.set(path, result.document.records);
      const message: Message = { key: "newer-schema", path, schema: result.schema };
      return { failure: "newer", message };
    }
    this.newer.delete(path);
    this.#ledger.takeFile(result.document.records, since, settle);
    if (!file.writable) return { failure: "forbidden", message: { key: "read-only", path } };
    return { hash: file.hash, there: true };
  }

  /** Undefined when everything that this tab knows is in the file. */
  async write(path: string): Promise<Blocked | undefined> {
    const { contents, locks, channel, name, writer } = this.#options;
    let madeFolder = false;
    for (let attempt = 0; attempt < tries; attempt++) {
      const known = await this.read(path);
      if ("failure" in known) return known;
      this.#ledger.takeWaiting();
      const records = [...this.#ledger.records];
      const text = writeDocument({ schema, writer, ...(name !== undefined && { name }), records });
      try {
        if (locks === undefined && (await this.#hash(path)) !== known.hash) continue;
        this.#copy.putFile(text);
        await contents.save(path, text);
      } catch (error) {
        if (troubleOf(error).failure !== "missing" || madeFolder) return blocked(path, error);
        madeFolder = true;
        const failed = await this.#makeFolder(path);
        if (failed) return failed;
        continue;
      }
      const saved = this.#ticks();
      if (locks === undefined) {
        const there = await this.#holds(path, records);
        if (there === false) continue;
        if (there !== true) return there;
      }
      this.#ledger.confirm(records, saved);
      channel?.post(path);
      return undefined;
    }
    return { failure: "busy", message: { key: "busy", path } };
  }

  /** Without locks: what another tab saved in between must not have taken ours away. */
  async #holds(path: string, records: readonly ProgressRecord[]): Promise<boolean | Blocked> {
    try {
      const { text } = await this.#options.contents.get(path);
      const result = readDocument(text, this.#options.writer);
      const ids = new Set(result.document.records.map((each) => JSON.stringify(each)));
      return result.state === "ok" && records.every((each) => ids.has(JSON.stringify(each)));
    } catch (error) {
      return troubleOf(error).failure === "missing" ? false : blocked(path, error);
    }
  }

  async #hash(path: string): Promise<string | undefined> {
    try {
      return await this.#options.contents.hash(path);
    } catch (error) {
      if (troubleOf(error).failure === "missing") return undefined;
      throw error;
    }
  }

  async #makeFolder(path: string): Promise<Blocked | undefined> {
    try {
      await this.#options.contents.makeFolder(path.slice(0, path.lastIndexOf("/")));
      return undefined;
    } catch (error) {
      return blocked(path, error);
    }
  }

  /** Renames; never writes over anything. What could be read of it is written into a new file. */
  async #keepAside(
    path: string,
    salvaged: readonly ProgressRecord[],
    problems: readonly string[],
  ): Promise<Read> {
    const { contents, now, writer } = this.#options;
    const stem = path.replace(/\.json$/, "");
    const date = now().slice(0, 19).replaceAll(":", "-");
    const copy = readDocument(this.#copy.file() ?? "", writer).document.records;
    const saved = new Set([...salvaged, ...copy].map((each) => each.id)).size;
    // Before the file is moved: the tab may end at any moment.
    this.#ledger.takeSalvaged([...salvaged, ...copy]);
    for (let n = 1; n <= 100; n++) {
      const aside = `${stem}.corrupt-${date}${n === 1 ? "" : `-${n}`}.json`;
      try {
        await contents.rename(path, aside);
      } catch (error) {
        const { failure } = troubleOf(error);
        if (failure === "conflict") continue;
        // Another tab was faster.
        if (failure === "missing") return { hash: undefined, there: false };
        return blocked(path, error);
      }
      this.#notice({ key: "kept-aside", path, aside, saved, problems });
      return { hash: undefined, there: false };
    }
    return { failure: "conflict", message: { key: "busy", path } };
  }
}

function blocked(path: string, error: unknown): Blocked {
  const trouble = troubleOf(error);
  return { failure: trouble.failure, message: messageOf(path, trouble) };
}
