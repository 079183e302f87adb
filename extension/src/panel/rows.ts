import type { CurriculumView, LessonView, TrackView, Translator } from "../core/index.ts";
import { exerciseWords, statusWords, timeWords } from "./words.ts";

/** One line of the tree, with everything that is shown of it. */
export interface Row {
  /** Stays the same while the line is about the same thing. */
  readonly key: string;
  readonly level: 1 | 2 | 3;
  readonly sign: string;
  /** Names the status for the style sheet. */
  readonly status: string;
  readonly title: string;
  readonly note: string;
  /** Undefined: has nothing to unfold. */
  readonly expanded: boolean | undefined;
  readonly lesson: string | undefined;
  /** The id of the exercise that the line is about and that has hints and a solution. */
  readonly exercise?: string;
  readonly current: boolean;
  readonly position: number;
  readonly siblings: number;
}

export interface RowOptions {
  readonly view: CurriculumView;
  /** Lessons that the filter keeps; undefined: no filter, tracks are folded as the learner has them. */
  readonly kept: ReadonlySet<string> | undefined;
  /** Keys of the unfolded rows. */
  readonly expanded: ReadonlySet<string>;
  /** The lesson whose notebook is in front. */
  readonly current: string | undefined;
  readonly trans: Translator;
}

export const trackKey = (id: string): string => `track:${id}`;
export const lessonKey = (id: string): string => `lesson:${id}`;

/** The lines to be shown, in order. Folded lines are not among them. */
export function rowsOf(options: RowOptions): Row[] {
  const { view, kept } = options;
  const tracks = view.tracks
    .map((track) => ({
      track,
      lessons: track.lessons.filter((each) => kept === undefined || kept.has(each.id)),
    }))
    .filter(({ lessons }) => lessons.length > 0);
  return tracks.flatMap(({ track, lessons }, i) => {
    const key = trackKey(track.id);
    const expanded = kept !== undefined || options.expanded.has(key);
    const row = trackRow(track, key, expanded, options.trans);
    const own: Row = { ...row, position: i + 1, siblings: tracks.length };
    return expanded
      ? [own, ...lessons.flatMap((each, n) => lessonRows(each, n + 1, lessons.length, options))]
      : [own];
  });
}

type Placed = "position" | "siblings";

function trackRow(
  { title, totals }: TrackView,
  key: string,
  expanded: boolean,
  trans: Translator,
): Omit<Row, Placed> {
  const { lessons, lessonsDone, lessonsStarted } = totals;
  const all = lessonsDone === lessons;
  const status = all ? "done" : lessonsStarted > 0 ? "in-progress" : "not-started";
  return {
    ...{ key, level: 1, status, title, expanded, lesson: undefined, current: false },
    sign: statusWords(status, trans).sign,
    note: trans.__("%1 of %2 done", lessonsDone, lessons),
  };
}

function lessonRows(
  lesson: LessonView,
  position: number,
  siblings: number,
  { expanded: open, current, trans }: RowOptions,
): Row[] {
  const key = lessonKey(lesson.id);
  const expanded = open.has(key);
  const { sign, text } = statusWords(lesson.status, trans);
  const count = lesson.exercises.length;
  const row: Row = {
    ...{ key, level: 2, sign, expanded, position, siblings, lesson: lesson.id },
    status: lesson.status,
    title: trans.__("Day %1: %2", lesson.day, lesson.title),
    note: [
      lesson.written ? text : trans.__("not written yet"),
      ...(lesson.status !== "not-started" && count > 0
        ? [trans.__("%1 of %2", lesson.exercisesPassed, count)]
        : []),
      timeWords(lesson.seconds, trans),
    ]
      .filter(Boolean)
      .join(" · "),
    current: lesson.id === current,
  };
  if (!expanded) return [row];
  const details = detailRows(lesson, trans);
  return [
    row,
    ...details.map((each, i) => ({ ...each, position: i + 1, siblings: details.length })),
  ];
}

/** Prerequisites, exercises, outcomes. */
function detailRows(lesson: LessonView, trans: Translator): Omit<Row, Placed>[] {
  const base = { level: 3, expanded: undefined, lesson: lesson.id, current: false } as const;
  const needed = lesson.prerequisites.map((each) => ({
    ...base,
    key: `${lesson.id}/needs:${each.id}`,
    sign: each.met ? "✓" : "→",
    status: each.met ? "met" : "open",
    title: trans.__("Builds on: %1", each.title),
    note: each.met ? trans.__("done") : trans.__("not done"),
  }));
  const exercises = lesson.exercises.map((each, i) => ({
    ...base,
    key: `${lesson.id}/exercise:${i}`,
    sign: statusWords(each.status, trans).sign,
    status: each.status,
    title: each.title,
    note: exerciseWords(each, trans),
    ...(each.id !== undefined && lesson.written && { exercise: each.id }),
  }));
  const outcomes = lesson.outcomes.map((each) => ({
    ...base,
    key: `${lesson.id}/outcome:${each.metric}`,
    sign: each.reached ? "✓" : "◎",
    status: each.reached ? "passed" : "untried",
    title: trans.__("Outcome: %1", each.metric),
    note: each.reached
      ? trans.__("reached: %1", shortly(each.value))
      : each.value === undefined
        ? trans.__("not measured")
        : trans.__("not reached: %1", shortly(each.value)),
  }));
  return [...needed, ...exercises, ...outcomes];
}

/** A value with four digits that count; the record keeps them all. */
function shortly(value: unknown): string {
  return typeof value === "number" ? String(Number(value.toPrecision(4))) : String(value);
}
