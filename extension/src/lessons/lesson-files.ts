import type { Contents } from "@jupyterlab/services";
import { localTime, type LessonView } from "../core/index.ts";
import { webLocks } from "../progress/browser.ts";
import { folderOf, joined, type LabFiles } from "../progress/contents.ts";
import type { Folders } from "../progress/tokens.ts";

type Lesson = Pick<LessonView, "path">;

/** Copies of lessons in the learner's work folder. The curriculum's own files are only read. */
export class LessonFiles {
  readonly #manager: Contents.IManager;
  readonly #files: LabFiles;
  readonly #folders: () => Folders;

  constructor(manager: Contents.IManager, files: LabFiles, folders: () => Folders) {
    this.#manager = manager;
    this.#files = files;
    this.#folders = folders;
  }

  original({ path }: Lesson): string {
    return joined(this.#folders().curriculum, path);
  }

  /** The work folder has the curriculum's tracks in it. */
  copy({ path }: Lesson): string {
    return joined(this.#folders().work, path);
  }

  /**
   * The path of the working copy, which is made where there is none and left alone where there is
   * one.
   *
   * @throws the server's error, such as 404 where the lesson is not there
   */
  async ensureCopy(lesson: Lesson): Promise<string> {
    const path = this.copy(lesson);
    await this.#alone(path, async () => {
      if (!(await this.#files.has(path))) await this.#write(this.original(lesson), path);
    });
    return path;
  }

  /**
   * Puts the original in the place of the working copy, and keeps what was there beside it.
   *
   * @returns the path of what was kept; undefined where there was no working copy
   */
  async reset(lesson: Lesson): Promise<string | undefined> {
    const path = this.copy(lesson);
    return this.#alone(path, async () => {
      const kept = (await this.#files.has(path)) ? await this.#freeName(path) : undefined;
      if (kept !== undefined) await this.#write(path, kept);
      await this.#write(this.original(lesson), path);
      return kept;
    });
  }

  /** `day-001-hello.2026-11-21T18-30-05.ipynb`; a backup never takes another's place. */
  async #freeName(path: string): Promise<string> {
    const stamp = localTime(new Date()).slice(0, 19).replaceAll(":", "-");
    for (let n = 1; ; n++) {
      const end = n === 1 ? "" : `-${n}`;
      const name = path.replace(/\.ipynb$/, `.${stamp}${end}.ipynb`);
      if (!(await this.#files.has(name))) return name;
    }
  }

  async #write(from: string, to: string): Promise<void> {
    const model = await this.#manager.get(from, { type: "notebook", content: true });
    const content: unknown = model.content;
    await this.#files.makeFolder(folderOf(to));
    await this.#manager.save(to, { type: "notebook", format: "json", content });
  }

  /** Two tabs that open a lesson at once make one copy. */
  #alone<T>(path: string, work: () => Promise<T>): Promise<T> {
    const locks = webLocks();
    return locks ? locks.request(`daylab:work:${path}`, work) : work();
  }
}
