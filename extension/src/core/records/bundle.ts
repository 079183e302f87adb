import type { Problem } from "./problem.ts";
import { readDocument } from "./read.ts";
import type { ReadResult } from "./read.ts";
import type { ProgressDocument } from "./types.ts";
import { isObject, shown } from "./values.ts";
import { writeDocument } from "./write.ts";

/** All documents as one file, for a backup or another machine. */
export function writeBundle(documents: readonly ProgressDocument[]): string {
  const texts = documents.map((each) => writeDocument(each).trimEnd());
  return `{"format":"daylab-progress","documents":[\n${texts.join(",\n")}\n]}\n`;
}

export type ReadBundle =
  | { readonly state: "ok"; readonly documents: readonly ReadResult[] }
  | { readonly state: "corrupt"; readonly problems: readonly Problem[] };

/** Reads what {@link writeBundle} wrote, or a single writer's file. */
export function readBundle(text: string): ReadBundle {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const what = `is no JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { state: "corrupt", problems: [{ at: "", what }] };
  }
  if (isObject(value) && Array.isArray(value["records"])) {
    return { state: "ok", documents: [readDocument(text, "imported")] };
  }
  if (!isObject(value) || value["format"] !== "daylab-progress") {
    return { state: "corrupt", problems: [{ at: "", what: "is no export of progress" }] };
  }
  const { documents } = value;
  if (!Array.isArray(documents)) {
    const what = `is ${shown(documents)}, not a list`;
    return { state: "corrupt", problems: [{ at: "documents", what }] };
  }
  return {
    state: "ok",
    documents: documents.map((each) => readDocument(JSON.stringify(each), "imported")),
  };
}
