import { join } from "../join/join.ts";
import type { Records } from "../join/join.ts";
import { progressByLesson } from "../join/progress.ts";
import type { LessonProgress } from "../join/progress.ts";
import type { Message } from "../messages/messages.ts";
import { inWords } from "../records/problem.ts";
import type { CheckRecord, OutcomeRecord } from "../records/published.ts";
import { readDocument } from "../records/read.ts";
import type { ProgressDocument, ProgressRecord } from "../records/types.ts";
import { isWriter } from "../records/write.ts";
import { draftOfCheck, draftOfOutcome } from "./drafts.ts";
import { Ledger } from "./ledger.ts";
import { LocalCopy } from "./local-copy.ts";
import { OwnFile } from "./own-file.ts";
import type { Blocked } from "./own-file.ts";
import type { StoreOptions } from "./ports.ts";
import { messageOf } from "./saying.ts";
import type { Draft, Kept, StoreState } from "./state.ts";
import { troubleOf } from "./trouble.ts";

/**
 * A learner's progress: the join of every writer's file, and one file that this one writes.
 *
 * Nothing here throws because of a server. What could not be saved stays in the browser and is
 * tried again with the next change and the next {@link sync}; call that when the page is shown, when
 * the network is back, and now and then.
 *
 * @example
 * const store = new ProgressStore({ contents, local, locks, channel, scope, folder, writer, … });
 * store.subscribe(() => panel.show(store.state));
 * await store.open();
 * await store.addCheck(record); // "file"
 */
export class ProgressStore {
  readonly #options: StoreOptions;
  readonly #copy: LocalCopy;
  readonly #ledger: Ledger;
  readonly #own: OwnFile;
  readonly #others = new Map<string, ProgressDocument>();
  readonly #listeners = new Set<() => void>();
  readonly #stopListening: () => void;
  #folder: string;
  #notices: readonly Message[] = [];
  #blocked: Blocked | undefined;
  #opened = false;
  #queue: Promise<void> = Promise.resolve();
  #state: StoreState | undefined;

  /** @throws RangeError where `writer` cannot name a file */
  constructor(options: StoreOptions) {
    if (!isWriter(options.writer)) {
      const got = JSON.stringify(options.writer);
      throw new RangeError(`A writer has 1 to 64 letters, digits, - or _; this is ${got}.`);
    }
    this.#options = options;
    this.#folder = options.folder;
    this.#copy = new LocalCopy(options.local, options.scope, options.writer);
    this.#ledger = new Ledger(this.#copy);
    this.#own = new OwnFile(options, this.#ledger, this.#copy, (message) => this.#notice(message));
    this.#stopListening = options.channel?.listen(() => void this.sync()) ?? (() => undefined);
  }

  /** The same object until something changes. */
  get state(): StoreState {
    return (this.#state ??= this.#newState());
  }

  /** Calls back after every change; returns a function that ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Shows what waits in the browser at once, then reads all files. */
  async open(): Promise<void> {
    this.#ledger.takeWaiting();
    this.#changed();
    await this.sync();
  }

  /** Reads everybody's files anew and saves what waits. */
  sync(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#readOthers();
      await this.#locked(() => this.#readOwn());
      if (this.#ledger.waits && !this.#isNewer()) await this.#locked(() => this.#write());
      this.#opened = true;
    });
  }

  /**
   * Records, and says where the records are when the try to save them has ended. They are in `state`
   * and in the browser before the first wait.
   */
  async add(drafts: readonly Draft[]): Promise<Kept> {
    let seq = this.#nextSeq();
    const { lessons, records } = this.state;
    for (const draft of drafts) {
      if (draft.id !== undefined && draft.kind !== "visit" && draft.kind !== "journal") {
        // The same attempt seen again, perhaps after a reset, which it must not undo.
        if (records.has(draft.id) && draft.kind !== "goal") continue;
      }
      this.#ledger.add(this.#stamped(draft, seq++, lessons));
    }
    this.#changed();
    await this.#inTurn(() =>
      this.#locked(async () => {
        if (this.#ledger.waits) await this.#write();
      }),
    );
    return this.#ledger.kept;
  }

  /** A check, hint or solution that a kernel published; one that is known is not counted twice. */
  addCheck(record: CheckRecord): Promise<Kept> {
    return this.add([draftOfCheck(record)]);
  }

  addOutcome(record: OutcomeRecord): Promise<Kept> {
    return this.add([draftOfOutcome(record)]);
  }

  /** Time with a lesson: call again with the same id while it grows. */
  addVisit(id: string, lesson: string, seconds: number): Promise<Kept> {
    return this.add([{ kind: "visit", id, lesson, seconds }]);
  }

  /** The lesson starts anew; what was recorded stays in the file and no longer counts. */
  resetLesson(lesson: string): Promise<Kept> {
    const epoch = (this.state.lessons.get(lesson)?.epoch ?? 0) + 1;
    return this.add([{ kind: "reset", lesson, epoch }]);
  }

  setGoal(days: number, start: string): Promise<Kept> {
    return this.add([{ kind: "goal", days, start }]);
  }

  /** Takes a notice off the list. */
  dismiss(notice: Message): void {
    this.#notices = this.#notices.filter((each) => each !== notice);
    this.#changed();
  }

  /** Brings back the browser's copy of a file that is gone; the notice "copy-found" offers it. */
  restoreCopy(): Promise<Kept> {
    const { writer } = this.#options;
    return this.addRecords(readDocument(this.#copy.file() ?? "", writer).document.records);
  }

  /** Records that have their stamps, as an import brings them. */
  async addRecords(records: readonly ProgressRecord[]): Promise<Kept> {
    for (const record of records) this.#ledger.add(record);
    return this.add([]);
  }

  /** This writer's document and those of the others, as they are known now. */
  documents(): ProgressDocument[] {
    const { writer, name } = this.#options;
    const records = [...this.#ledger.records];
    const own: ProgressDocument = {
      schema: 1,
      writer,
      ...(name !== undefined && { name }),
      records,
    };
    return [own, ...this.#others.values()];
  }

  dispose(): void {
    this.#stopListening();
    this.#listeners.clear();
  }

  #newState(): StoreState {
    const lists = [...this.#others.values()].map((each) => each.records);
    const records = join(this.#ledger.records, ...lists, ...this.#own.newer.values());
    let lessons: Map<string, LessonProgress> | undefined;
    return {
      opened: this.#opened,
      records,
      get lessons() {
        return (lessons ??= progressByLesson(records.values()));
      },
      kept: this.#ledger.kept,
      trouble: this.#blocked?.message,
      notices: this.#notices,
      path: this.#own.pathIn(this.#folder),
      readOnly: this.#isNewer() || this.#blocked?.failure === "forbidden",
    };
  }

  #isNewer(): boolean {
    return this.#blocked?.failure === "newer";
  }

  #nextSeq(): number {
    const records: Records = this.state.records;
    let most = 0;
    for (const { seq } of records.values()) if (seq > most) most = seq;
    return most + 1;
  }

  #stamped(
    draft: Draft,
    seq: number,
    lessons: ReadonlyMap<string, LessonProgress>,
  ): ProgressRecord {
    const epoch = "lesson" in draft ? { epoch: lessons.get(draft.lesson)?.epoch ?? 0 } : {};
    const { now, newId, writer } = this.#options;
    const id = draft.kind === "goal" ? `goal@${writer}` : newId();
    return { id, seq, time: now(), ...epoch, ...draft } as ProgressRecord;
  }

  #notice(message: Message): void {
    const text = JSON.stringify(message);
    if (this.#notices.some((each) => JSON.stringify(each) === text)) return;
    this.#notices = [...this.#notices, message];
  }

  #changed(): void {
    this.#state = undefined;
    for (const listener of this.#listeners) listener();
  }

  /** One piece of work at a time in this tab; the listeners hear of its end. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work).finally(() => this.#changed());
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** And one over all tabs, where the browser has locks. */
  #locked(work: () => Promise<void>): Promise<void> {
    const { locks, scope, writer } = this.#options;
    return locks ? locks.request(`daylab:progress:${scope}:${writer}`, work) : work();
  }

  async #readOwn(): Promise<void> {
    const path = this.#own.pathIn(this.#folder);
    const read = await this.#own.read(path);
    this.#blocked = "failure" in read ? read : undefined;
    if ("failure" in read || read.there) return;
    const copy = readDocument(this.#copy.file() ?? "", this.#options.writer).document.records;
    const lost = copy.filter((each) => !this.#ledger.has(each.id)).length;
    if (lost > 0) this.#notice({ key: "copy-found", path, records: lost });
  }

  async #write(): Promise<void> {
    const { fallbackFolder } = this.#options;
    this.#blocked = await this.#own.write(this.#own.pathIn(this.#folder));
    if (this.#blocked?.failure !== "forbidden") return;
    if (fallbackFolder === undefined || this.#folder === fallbackFolder) return;
    this.#notice({ key: "other-folder", path: this.#folder, used: fallbackFolder });
    this.#folder = fallbackFolder;
    this.#blocked = await this.#own.write(this.#own.pathIn(fallbackFolder));
  }

  async #readOthers(): Promise<void> {
    const { contents, folder, fallbackFolder } = this.#options;
    const own = this.#own.pathIn(this.#folder);
    for (const each of new Set([folder, fallbackFolder ?? folder])) {
      try {
        const names = await contents.list(each);
        const paths = names.filter(isDocument).map((name) => `${each}/${name}`);
        for (const path of paths) if (path !== own) await this.#readOther(path);
        for (const path of this.#others.keys()) {
          if (path.startsWith(`${each}/`) && !paths.includes(path)) this.#others.delete(path);
        }
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble.failure === "missing") continue;
        this.#blocked = { failure: trouble.failure, message: messageOf(each, trouble) };
      }
    }
  }

  /** Another's file is read and never touched, whatever is in it. */
  async #readOther(path: string): Promise<void> {
    const writer = path.slice(path.lastIndexOf("/") + 1).replace(/\.json$/, "");
    const result = readDocument((await this.#options.contents.get(path)).text, writer);
    this.#others.set(path, result.document);
    if (result.state === "newer") {
      this.#notice({ key: "newer-schema", path, schema: result.schema });
    } else if (result.state === "corrupt") {
      const saved = result.document.records.length;
      this.#notice({ key: "corrupt", path, saved, problems: result.problems.map(inWords) });
    }
  }
}

/** Files that were kept aside are no documents. */
function isDocument(name: string): boolean {
  return name.endsWith(".json") && !name.includes(".corrupt-") && !name.startsWith(".");
}
