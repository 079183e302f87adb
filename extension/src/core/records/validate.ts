import { partProblem } from "../journal/model.ts";
import type { Problem } from "./problem.ts";
import { checkEvents, checkOutcomes, isCount, isScore, outcomeStatuses } from "./published.ts";
import { isLocalDate, isLocalTime } from "./time.ts";
import type { ProgressRecord } from "./types.ts";
import { isObject, shown } from "./values.ts";

type Rule = readonly [test: (value: unknown) => boolean, wanted: string];

const text: Rule = [(v) => typeof v === "string" && v !== "", "a text that is not empty"];
const anyText: Rule = [(v) => typeof v === "string", "a text"];
const count: Rule = [isCount, "a whole number from 0"];
const score: Rule = [isScore, "a number from 0 to 1"];
const flag: Rule = [(v) => typeof v === "boolean", "true or false"];
const time: Rule = [isLocalTime, "a local time with offset, such as 2026-11-21T09:30:00.000+05:30"];
const date: Rule = [isLocalDate, "a date, such as 2026-11-21"];
const oneOf = (names: readonly string[]): Rule => [
  (v) => names.includes(v as string),
  `one of ${names.join(", ")}`,
];
const seconds: Rule = [
  (v) => typeof v === "number" && v >= 0 && Number.isFinite(v),
  "a number from 0",
];
const value: Rule = [
  (v) => ["number", "string", "boolean"].includes(typeof v),
  "a number, a text, true or false",
];
const bounds: Rule = [isObject, "an object with atLeast, atMost or equals"];
const finite: Rule = [(v) => typeof v === "number" && Number.isFinite(v), "a number"];
const clock: Rule = [
  (v) => isObject(v) && Object.values(v).every(isCount),
  "an object of whole numbers by writer",
];
const days: Rule = [(v) => isCount(v) && Number(v) > 0, "a whole number from 1"];

const base = { id: text, seq: count, time };
const ofLesson = { ...base, lesson: text, epoch: count };

const rules: Readonly<Record<ProgressRecord["kind"], Readonly<Record<string, Rule>>>> = {
  attempt: {
    ...ofLesson,
    event: oneOf(checkEvents),
    exercise: text,
    title: anyText,
    outcome: oneOf(checkOutcomes),
    hintsUsed: count,
    solutionSeen: flag,
    score,
  },
  outcome: { ...ofLesson, metric: text, value, bounds, status: oneOf(outcomeStatuses) },
  visit: { ...ofLesson, seconds },
  reset: ofLesson,
  journal: { ...base, entry: text, position: finite, clock },
  goal: { ...base, days, start: date },
};

const entries = new Map<unknown, readonly (readonly [string, Rule])[]>(
  Object.entries(rules).map(([kind, ofKind]) => [kind, Object.entries(ofKind)]),
);

/** What is wrong with one record; none means that it is a {@link ProgressRecord}. */
export function recordProblems(record: unknown, at: string): Problem[] {
  if (!isObject(record)) return [{ at, what: `is ${shown(record)}, not an object` }];
  const { kind } = record;
  const wanted = entries.get(kind);
  if (wanted === undefined) {
    const known = Object.keys(rules).join(", ");
    return [{ at: `${at}.kind`, what: `is ${shown(kind)}, not one of ${known}` }];
  }
  const found = wanted
    .filter(([name, [holds]]) => !holds(record[name]))
    .map(([name, [, wanted]]) => ({
      at: `${at}.${name}`,
      what: `is ${shown(record[name])}, not ${wanted}`,
    }));
  if (kind !== "journal" || record["part"] === undefined) return found;
  const wrong = partProblem(record["part"]);
  return wrong === undefined
    ? found
    : [...found, { at: `${at}.part${wrong.at}`, what: wrong.what }];
}
