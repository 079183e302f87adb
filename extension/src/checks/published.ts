import {
  asCheckRecord,
  asOutcomeRecord,
  checkMimeType,
  outcomeMimeType,
  type CheckRecord,
  type OutcomeRecord,
} from "../core/records/index.ts";

/** An output: values by MIME type. */
export type Bundle = Readonly<Record<string, unknown>>;

export type Published =
  | { readonly kind: "check"; readonly record: CheckRecord }
  | { readonly kind: "outcome"; readonly record: OutcomeRecord };

/** The records in one output; any program may publish anything under the types' names. */
export function recordsIn(data: Bundle): Published[] {
  const check = asCheckRecord(data[checkMimeType]);
  const outcome = asOutcomeRecord(data[outcomeMimeType]);
  return [
    ...(check ? [{ kind: "check", record: check } as const] : []),
    ...(outcome ? [{ kind: "outcome", record: outcome } as const] : []),
  ];
}

export function idsIn(data: Bundle): string[] {
  return recordsIn(data).map(({ record }) => record.attempt);
}
