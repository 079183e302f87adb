import { randomUUID } from "node:crypto";
import { cardBundle } from "./card.ts";
import type { OutcomeBounds, OutcomeRecord, OutcomeStatus } from "./records.ts";
import { outcomeMimeType } from "./records.ts";
import { showValue } from "./show-value.ts";
import { localTime } from "./time.ts";
import { host } from "../host/index.ts";

/** A lesson's promised number was not reached. */
export class OutcomeError extends Error {
  override readonly name = "OutcomeError";
}

export interface OutcomeOptions extends OutcomeBounds {
  /** While an exercise is not passed, the outcome is pending instead of missed or met. */
  readonly pendingUntilChecked?: boolean;
}

/**
 * Publishes an {@link OutcomeRecord}; throws an {@link OutcomeError} where it is missed. Where
 * `DAYLAB_MISSED=report`, as in a calibration, which wants the numbers below the bar too, it only reports.
 */
export function reportOutcome(
  lesson: string,
  metric: string,
  value: number | string | boolean,
  options: OutcomeOptions,
  allPassed: boolean,
): void {
  const bounds = boundsOf(metric, value, options);
  const wanted = inWords(bounds);
  const pending = options.pendingUntilChecked === true && !allPassed;
  const status: OutcomeStatus = pending ? "pending" : holds(value, bounds) ? "met" : "missed";
  const result = `${metric} is ${showValue(value)}; expected ${wanted}`;
  const message = pending ? `${result}. Counted once every exercise is passed.` : `${result}.`;
  const record: OutcomeRecord = {
    version: 1,
    lesson,
    metric,
    value: typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
    bounds,
    status,
    message,
    attempt: randomUUID(),
    time: localTime(),
  };
  host().publish({
    [outcomeMimeType]: record,
    ...cardBundle({ tone: status, title: metric, message }),
  });
  if (status === "missed" && process.env.DAYLAB_MISSED !== "report")
    throw new OutcomeError(`Outcome missed: ${message}`);
}

function boundsOf(metric: string, value: unknown, options: OutcomeOptions): OutcomeBounds {
  const { atLeast, atMost, equals } = options;
  if (atLeast === undefined && atMost === undefined && equals === undefined)
    throw new TypeError(`outcome("${metric}", …) needs { atLeast }, { atMost } or { equals }.`);
  if ((atLeast !== undefined || atMost !== undefined) && typeof value !== "number")
    throw new TypeError(`outcome("${metric}", …) needs a number, not ${showValue(value)}.`);
  return {
    ...(atLeast !== undefined && { atLeast }),
    ...(atMost !== undefined && { atMost }),
    ...(equals !== undefined && { equals }),
  };
}

/** NaN is inside no bounds. */
function holds(value: number | string | boolean, { atLeast, atMost, equals }: OutcomeBounds) {
  return (
    (atLeast === undefined || Number(value) >= atLeast) &&
    (atMost === undefined || Number(value) <= atMost) &&
    (equals === undefined || value === equals)
  );
}

function inWords({ atLeast, atMost, equals }: OutcomeBounds): string {
  return [
    atLeast !== undefined && `at least ${atLeast}`,
    atMost !== undefined && `at most ${atMost}`,
    equals !== undefined && `exactly ${showValue(equals)}`,
  ]
    .filter(Boolean)
    .join(" and ");
}
