import { Token } from "@lumino/coreutils";
import type { ISignal } from "@lumino/signaling";
import type { Curriculum, CurriculumView, ProgressStore, Translator } from "../core/index.ts";

/** Where things are, as paths of the Contents API, without a slash at the end. */
export interface Folders {
  /** Of `curriculum.json`; "" is the server's root. */
  readonly curriculum: string;
  /** Of the progress files. */
  readonly progress: string;
  /** Of the learner's working copies. */
  readonly work: string;
}

/** The learner's progress, for every part of the extension; one for a page. */
export interface IProgress {
  /** Settings and curriculum are read, and the store is made and opening. Never rejects. */
  readonly ready: Promise<void>;
  /** @throws Error before {@link ready} */
  readonly store: ProgressStore;
  /**
   * Whose versions of the journal this tab writes: the writer, and a number where other tabs are
   * open. Two tabs that do not hear of each other must not write over each other's version.
   *
   * @throws Error before {@link ready}
   */
  readonly author: string;
  /** @throws Error before {@link ready} */
  readonly folders: Folders;
  /** Undefined where there is no curriculum under the server's root. */
  readonly curriculum: Curriculum | undefined;
  /** The curriculum with the learner's progress; the same object until something changes. */
  readonly view: CurriculumView | undefined;
  /** The store's state or the curriculum changed. */
  readonly changed: ISignal<IProgress, void>;
  /** Opens the working copy of a lesson, making it where there is none. */
  openLesson(id: string): Promise<void>;
  /** JupyterLab's bundle for the domain `daylab`. */
  readonly trans: Translator;
}

export const IProgress = new Token<IProgress>(
  "@daylab/labextension:IProgress",
  "A learner's progress through the Daylab curriculum: the store, the curriculum's view, lessons.",
);
