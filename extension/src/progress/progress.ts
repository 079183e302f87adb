import type { Contents } from "@jupyterlab/services";
import { Signal, type ISignal } from "@lumino/signaling";
import {
  curriculumView,
  localTime,
  ProgressStore,
  type Curriculum,
  type CurriculumView,
  type Message,
  type Translator,
} from "../core/index.ts";
import { channelOf, localStore, newId, tabNumber, webLocks, writerOfBrowser } from "./browser.ts";
import { LabFiles } from "./contents.ts";
import { findCurriculum } from "./find-curriculum.ts";
import type { Settings } from "./settings.ts";
import type { Folders, IProgress } from "./tokens.ts";

export interface ProgressOptions {
  readonly contents: Contents.IManager;
  readonly settings: Promise<Settings>;
  readonly trans: Translator;
  /** Opens a path in the work area; what makes working copies is given by the lessons' plugin. */
  readonly openLesson: (id: string) => Promise<void>;
  /** Names the server: one browser may know several. */
  readonly scope: string;
}

/** How often the files are read anew while the page is shown, in milliseconds. */
const everyNowAndThen = 5 * 60_000;

export class Progress implements IProgress {
  readonly ready: Promise<void>;
  readonly trans: Translator;
  readonly files: LabFiles;
  readonly openLesson: (id: string) => Promise<void>;
  readonly #changed = new Signal<IProgress, void>(this);
  #store: ProgressStore | undefined;
  #folders: Folders | undefined;
  #settings: Settings | undefined;
  #author: string | undefined;
  #curriculum: Curriculum | undefined;
  #view: CurriculumView | undefined;
  #problem: string | undefined;
  #announced = false;

  constructor(options: ProgressOptions) {
    this.trans = options.trans;
    this.openLesson = options.openLesson;
    this.files = new LabFiles(options.contents);
    this.ready = this.#start(options);
  }

  get changed(): ISignal<IProgress, void> {
    return this.#changed;
  }

  get store(): ProgressStore {
    return known(this.#store);
  }

  get folders(): Folders {
    return known(this.#folders);
  }

  get author(): string {
    return known(this.#author);
  }

  get settings(): Settings {
    return known(this.#settings);
  }

  get curriculum(): Curriculum | undefined {
    return this.#curriculum;
  }

  /** Why there is no curriculum, where one was found and could not be read. */
  get problem(): string | undefined {
    return this.#problem;
  }

  get view(): CurriculumView | undefined {
    if (this.#curriculum === undefined || this.#store === undefined) return undefined;
    return (this.#view ??= curriculumView(this.#curriculum, this.#store.state.lessons));
  }

  /** What the store has to say: trouble first, then what happened. */
  get messages(): readonly Message[] {
    const { trouble, notices } = this.store.state;
    return trouble === undefined ? notices : [trouble, ...notices];
  }

  /** A notebook names the ids of its lesson's exercises; the curriculum may not yet. */
  learnExerciseIds(lesson: string, ids: readonly string[]): void {
    const found = this.#curriculum?.lessons.find((each) => each.id === lesson);
    if (!this.#curriculum || !found || found.exerciseIds !== undefined) return;
    if (ids.length !== found.exercises.length) return;
    const lessons = this.#curriculum.lessons.map((each) =>
      each === found ? { ...each, exerciseIds: ids } : each,
    );
    this.#curriculum = { ...this.#curriculum, lessons };
    this.#announce();
  }

  async #start({ contents, settings, scope }: ProgressOptions): Promise<void> {
    this.#settings = await settings;
    const { progressFolder, fallbackFolder, workFolder, name } = this.#settings;
    try {
      const found = await findCurriculum(this.files, this.#settings.curriculumFolder);
      this.#curriculum = found?.curriculum;
      this.#folders = {
        ...{ curriculum: found?.folder ?? "", progress: progressFolder, work: workFolder },
      };
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
      this.#folders = { curriculum: "", progress: progressFolder, work: workFolder };
    }
    const local = localStore();
    const locks = webLocks();
    const channel = channelOf(`daylab:progress:${scope}`);
    const writer = this.#settings.writer || writerOfBrowser(local);
    const tab = await tabNumber(`daylab:tab:${scope}:${writer}`);
    this.#author = tab === 1 ? writer : `${writer}~${tab ?? newId().slice(0, 8)}`;
    this.#store = new ProgressStore({
      ...{ contents: this.files, scope, folder: progressFolder, fallbackFolder },
      writer,
      ...(name !== "" && { name }),
      ...(local && { local }),
      ...(locks && { locks }),
      ...(channel && { channel }),
      now: () => localTime(new Date()),
      newId,
    });
    this.#store.subscribe(() => this.#announce());
    void this.#store.open();
    this.#keepInStep(this.#store);
    this.#announce();
    contents.fileChanged.connect((_, { newValue }) => this.#fileChanged(newValue?.path));
  }

  /** The store has no timer of its own. */
  #keepInStep(store: ProgressStore): void {
    const sync = (): void => {
      if (document.visibilityState === "visible") void store.sync();
    };
    window.addEventListener("online", sync);
    document.addEventListener("visibilitychange", sync);
    setInterval(sync, everyNowAndThen);
  }

  /** Somebody saved or renamed a file of another writer in this very page. */
  #fileChanged(path: string | undefined): void {
    if (path === undefined || !path.startsWith(`${this.folders.progress}/`)) return;
    if (path !== this.store.state.path) void this.store.sync();
  }

  /** One signal for what changes in one turn. */
  #announce(): void {
    this.#view = undefined;
    if (this.#announced) return;
    this.#announced = true;
    queueMicrotask(() => {
      this.#announced = false;
      this.#changed.emit();
    });
  }
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("Progress is not read yet: wait for `ready`.");
  return value;
}
