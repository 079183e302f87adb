import type { ProgressRecord } from "../../../../extension/src/core/index.ts";
import type { Seeded } from "../random.ts";

/** Few ids, lessons and numbers, so that records collide in every way. */
export function randomRecord(random: Seeded): ProgressRecord {
  const n = (end: number): number => random.below(end);
  const base = {
    id: `id-${String(n(12))}`,
    seq: n(4),
    time: random.pick([
      "2026-11-21T09:30:00.000+05:30",
      "2026-11-21T05:30:00.000+01:00",
      "2026-11-20T23:30:00.000-08:00",
    ]),
  };
  const ofLesson = { ...base, lesson: `day-00${String(n(3))}`, epoch: n(3) };
  switch (n(6)) {
    case 0:
      return { ...ofLesson, kind: "visit", seconds: n(4) * 30 };
    case 1:
      return { ...ofLesson, kind: "reset" };
    case 2:
      return {
        ...ofLesson,
        ...{ kind: "outcome", metric: "rows", value: n(3), bounds: { equals: 1 }, status: "met" },
      };
    case 3: {
      const writer = random.pick(["a", "b"]);
      const entry = `entry-${String(n(2))}`;
      return {
        ...base,
        kind: "journal",
        id: `${entry}@${writer}`,
        entry,
        position: n(3),
        clock: { a: n(3), b: n(3) },
        part: {
          kind: "section",
          heading: "",
          blocks: [{ kind: "text", label: "", text: `${String(n(3))}` }],
        },
      };
    }
    case 4:
      return {
        ...base,
        kind: "goal",
        id: `goal@${random.pick(["a", "b"])}`,
        days: 100 + n(2),
        start: "2026-01-01",
      };
    default:
      return {
        ...ofLesson,
        kind: "attempt",
        event: random.pick(["check", "hint", "solution"]),
        exercise: random.pick(["one", "two"]),
        title: "One",
        outcome: random.pick(["PASS", "FAIL", "EXCEPTION", "UNATTEMPTED"]),
        hintsUsed: n(4),
        solutionSeen: n(4) === 0,
        score: n(11) / 10,
      };
  }
}

export function randomList(random: Seeded): ProgressRecord[] {
  return Array.from({ length: random.below(12) }, () => randomRecord(random));
}
