import type { LessonProgress } from "../join/progress.ts";
import type { Records } from "../join/join.ts";
import type { Message } from "../messages/messages.ts";
import type { ProgressRecord } from "../records/types.ts";

/** Where the newest records are: on the server, in this browser, or only in this tab. */
export type Kept = "file" | "browser" | "memory";

export interface StoreState {
  /** The first reading has ended, well or not. */
  readonly opened: boolean;
  /** The join of all writers' documents and of what waits. */
  readonly records: Records;
  readonly lessons: ReadonlyMap<string, LessonProgress>;
  readonly kept: Kept;
  /** Why `kept` is not "file", or why nothing could be read; undefined where all is well. */
  readonly trouble: Message | undefined;
  /** What happened and should be said once: a file was kept aside, another is newer … */
  readonly notices: readonly Message[];
  /** This writer's file. */
  readonly path: string;
  /** Nothing can be written there now: a newer schema, or a folder without permission. */
  readonly readOnly: boolean;
}

type Stamped = "id" | "seq" | "time" | "epoch";
type WithoutStamps<R> = R extends ProgressRecord
  ? Omit<R, Stamped> & Partial<Pick<R, Extract<Stamped, keyof R>>>
  : never;

/** A record to be added; the store puts in what is missing of `id`, `seq`, `time` and `epoch`. */
export type Draft = WithoutStamps<ProgressRecord>;
