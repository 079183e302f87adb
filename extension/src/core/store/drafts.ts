import type { CheckRecord, OutcomeRecord } from "../records/published.ts";
import type { Draft } from "./state.ts";

/** What is kept of a published check; its message stays in the notebook. */
export function draftOfCheck(record: CheckRecord): Draft {
  const { attempt, time, lesson, event, exercise, title, outcome } = record;
  const { hintsUsed, solutionSeen, score } = record;
  return {
    ...{ kind: "attempt", id: attempt, time, lesson, event, exercise, title, outcome },
    ...{ hintsUsed, solutionSeen, score },
  };
}

export function draftOfOutcome(record: OutcomeRecord): Draft {
  const { attempt, time, lesson, metric, value, bounds, status } = record;
  return { kind: "outcome", id: attempt, time, lesson, metric, value, bounds, status };
}
