/**
 * What kernels publish: the same shapes as in `library/src/check/records.ts`. The extension stands
 * alone, so they are written down twice; a test holds the two against each other.
 */
import { isLocalTime } from "./time.ts";
import { isObject } from "./values.ts";

export const checkMimeType = "application/vnd.daylab.check.v1+json";
export const outcomeMimeType = "application/vnd.daylab.outcome.v1+json";

export type CheckOutcome = "PASS" | "FAIL" | "EXCEPTION" | "UNATTEMPTED";
export type CheckEvent = "check" | "hint" | "solution";
export type OutcomeStatus = "met" | "missed" | "pending";

/** One use of `check`, `hint` or `solution`. */
export interface CheckRecord {
  readonly version: 1;
  readonly event: CheckEvent;
  readonly lesson: string;
  readonly exercise: string;
  readonly title: string;
  readonly outcome: CheckOutcome;
  readonly message: string;
  readonly attempt: string;
  readonly time: string;
  readonly hintsUsed: number;
  readonly hintsTotal: number;
  readonly solutionSeen: boolean;
  readonly score: number;
}

export interface OutcomeBounds {
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly equals?: number | string | boolean;
}

/** One use of `outcome`. */
export interface OutcomeRecord {
  readonly version: 1;
  readonly lesson: string;
  readonly metric: string;
  readonly value: number | string | boolean;
  readonly bounds: OutcomeBounds;
  readonly status: OutcomeStatus;
  readonly message: string;
  readonly attempt: string;
  readonly time: string;
}

export const checkOutcomes: readonly string[] = ["PASS", "FAIL", "EXCEPTION", "UNATTEMPTED"];
export const checkEvents: readonly string[] = ["check", "hint", "solution"];
export const outcomeStatuses: readonly string[] = ["met", "missed", "pending"];

/** The check in an output, or undefined where the value is none: any program may publish anything. */
export function asCheckRecord(value: unknown): CheckRecord | undefined {
  const good =
    isObject(value) &&
    value["version"] === 1 &&
    checkEvents.includes(value["event"] as string) &&
    checkOutcomes.includes(value["outcome"] as string) &&
    areTexts(value, ["lesson", "exercise", "attempt"]) &&
    typeof value["title"] === "string" &&
    typeof value["message"] === "string" &&
    isLocalTime(value["time"]) &&
    isCount(value["hintsUsed"]) &&
    isCount(value["hintsTotal"]) &&
    typeof value["solutionSeen"] === "boolean" &&
    isScore(value["score"]);
  return good ? (value as unknown as CheckRecord) : undefined;
}

/** The outcome in an output, or undefined where the value is none. */
export function asOutcomeRecord(value: unknown): OutcomeRecord | undefined {
  const good =
    isObject(value) &&
    value["version"] === 1 &&
    areTexts(value, ["lesson", "metric", "attempt"]) &&
    ["number", "string", "boolean"].includes(typeof value["value"]) &&
    isObject(value["bounds"]) &&
    outcomeStatuses.includes(value["status"] as string) &&
    typeof value["message"] === "string" &&
    isLocalTime(value["time"]);
  return good ? (value as unknown as OutcomeRecord) : undefined;
}

export const isCount = (value: unknown): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 0;
export const isScore = (value: unknown): boolean =>
  typeof value === "number" && value >= 0 && value <= 1;

function areTexts(value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  return names.every((name) => typeof value[name] === "string" && value[name] !== "");
}
