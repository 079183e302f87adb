/** Records, documents and a curriculum for the tests. */
import type {
  AttemptRecord,
  CheckRecord,
  Curriculum,
  ProgressDocument,
  ProgressRecord,
} from "../../../extension/src/core/index.ts";

let last = 0;

export function check(exercise: string, fields: Partial<CheckRecord> = {}): CheckRecord {
  return {
    version: 1,
    event: "check",
    lesson: "day-001",
    exercise,
    title: `Exercise ${exercise}`,
    outcome: "PASS",
    message: "Your answer is right.",
    attempt: `attempt-${String(++last)}`,
    time: "2026-11-21T09:30:00.000+05:30",
    hintsUsed: 0,
    hintsTotal: 3,
    solutionSeen: false,
    score: fields.outcome === undefined || fields.outcome === "PASS" ? 1 : 0,
    ...fields,
  };
}

export function attempt(fields: Partial<AttemptRecord> = {}): AttemptRecord {
  return {
    kind: "attempt",
    id: `record-${String(++last)}`,
    seq: last,
    time: "2026-11-21T09:30:00.000+05:30",
    lesson: "day-001",
    epoch: 0,
    event: "check",
    exercise: "one",
    title: "One",
    outcome: "PASS",
    hintsUsed: 0,
    solutionSeen: false,
    score: 1,
    ...fields,
  };
}

export function document(writer: string, records: readonly ProgressRecord[]): ProgressDocument {
  return { schema: 1, writer, records };
}

export const smallCurriculum: Curriculum = {
  version: 1,
  tracks: [
    { id: "01-first", title: "First steps" },
    { id: "02-second", title: "Second steps" },
  ],
  lessons: [
    lesson(1, "01-first", [], { exerciseIds: ["one", "two"] }),
    lesson(2, "01-first", ["day-001"]),
    lesson(3, "02-second", ["day-002"]),
  ],
};

export function lesson(
  day: number,
  track: string,
  prerequisites: string[],
  more: Partial<Curriculum["lessons"][number]> = {},
): Curriculum["lessons"][number] {
  const id = `day-${String(day).padStart(3, "0")}`;
  return {
    ...{ id, day, slug: `lesson-${String(day)}`, title: `Lesson ${String(day)}`, track },
    ...{ prerequisites, data: "penguins", method: "means", exercises: ["One", "Two"] },
    ...{ outcome: "all pass", outcomes: [{ metric: "rows", equals: 344 }] },
    ...more,
  };
}
