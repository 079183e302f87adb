import { migrations as known } from "./migrate.ts";
import type { Migration } from "./migrate.ts";
import type { Problem } from "./problem.ts";
import { schema as current } from "./types.ts";
import type { ProgressDocument, ProgressRecord } from "./types.ts";
import { recordProblems } from "./validate.ts";
import { isObject, shown } from "./values.ts";

/** What became of a file. Reading throws nothing. */
export type ReadResult =
  | {
      readonly state: "ok";
      readonly document: ProgressDocument;
      /** The schema of the file, where it was older. */
      readonly migratedFrom?: number;
    }
  | {
      /** Written by a later version: shown as far as it is understood, never written. */
      readonly state: "newer";
      readonly schema: number;
      readonly document: ProgressDocument;
    }
  | {
      /** To be kept aside; `document` has the records that could be read. */
      readonly state: "corrupt";
      readonly problems: readonly Problem[];
      readonly document: ProgressDocument;
    };

export interface ReadOptions {
  readonly schema?: number;
  readonly migrations?: Readonly<Record<number, Migration>>;
}

/** Reads one writer's file. `writer` is who it should be, from its name, where it does not say. */
export function readDocument(text: string, writer: string, options: ReadOptions = {}): ReadResult {
  const { schema = current, migrations = known } = options;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const what = `is no JSON: ${error instanceof Error ? error.message : String(error)}`;
    return corrupt([{ at: "", what }], writer, salvageLines(text));
  }
  if (!isObject(value)) {
    return corrupt([{ at: "", what: `is ${shown(value)}, not an object` }], writer, []);
  }
  const found = value["schema"];
  if (!Number.isSafeInteger(found) || Number(found) < 0) {
    const what = `is ${shown(found)}, not a whole number`;
    return corrupt([{ at: "schema", what }], writer, goodRecords(value));
  }
  const from = Number(found);
  if (from > schema) {
    return {
      state: "newer",
      schema: from,
      document: documentOf(value, writer, goodRecords(value)),
    };
  }
  let migrated: Readonly<Record<string, unknown>> = value;
  for (let version = from; version < schema; version++) {
    const step = migrations[version];
    if (!step) {
      const what = `is ${from}, which this version cannot read`;
      return corrupt([{ at: "schema", what }], writer, goodRecords(value));
    }
    try {
      migrated = step(migrated);
    } catch (error) {
      const what = `cannot be brought from schema ${version} to ${version + 1}: ${String(error)}`;
      return corrupt([{ at: "", what }], writer, goodRecords(value));
    }
  }
  return checked(migrated, writer, from < schema ? from : undefined);
}

function checked(
  value: Readonly<Record<string, unknown>>,
  writer: string,
  migratedFrom: number | undefined,
): ReadResult {
  const problems: Problem[] = [];
  const good: ProgressRecord[] = [];
  if (typeof value["writer"] !== "string" || value["writer"] === "") {
    problems.push({
      at: "writer",
      what: `is ${shown(value["writer"])}, not a text that is not empty`,
    });
  }
  if (value["name"] !== undefined && typeof value["name"] !== "string") {
    problems.push({ at: "name", what: `is ${shown(value["name"])}, not a text` });
  }
  const records: unknown = value["records"];
  if (!Array.isArray(records)) {
    problems.push({ at: "records", what: `is ${shown(records)}, not a list` });
  } else {
    records.forEach((each, i) => {
      const found = recordProblems(each, `records[${i}]`);
      if (found.length === 0) good.push(each as ProgressRecord);
      else problems.push(...found);
    });
  }
  const document = documentOf(value, writer, good);
  if (problems.length > 0) return { state: "corrupt", problems, document };
  return { state: "ok", document, ...(migratedFrom !== undefined && { migratedFrom }) };
}

function corrupt(
  problems: readonly Problem[],
  writer: string,
  records: readonly ProgressRecord[],
): ReadResult {
  return { state: "corrupt", problems, document: { schema: current, writer, records } };
}

function documentOf(
  value: Readonly<Record<string, unknown>>,
  fallback: string,
  records: readonly ProgressRecord[],
): ProgressDocument {
  const { writer, name } = value;
  return {
    schema: current,
    writer: typeof writer === "string" && writer !== "" ? writer : fallback,
    ...(typeof name === "string" && { name }),
    records,
  };
}

function goodRecords(value: Readonly<Record<string, unknown>>): ProgressRecord[] {
  const records: unknown = value["records"];
  return Array.isArray(records) ? records.filter(isRecord) : [];
}

const isRecord = (value: unknown): value is ProgressRecord =>
  recordProblems(value, "").length === 0;

/** A file is written a record a line: what was cut off or merged badly gives back its whole lines. */
function salvageLines(text: string): ProgressRecord[] {
  return text.split("\n").flatMap((line) => {
    const record = line.trim().replace(/,$/, "");
    if (!record.startsWith('{"')) return [];
    try {
      const value: unknown = JSON.parse(record);
      return isRecord(value) ? [value] : [];
    } catch {
      return [];
    }
  });
}
