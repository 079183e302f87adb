import { compare } from "../core/join/join.ts";
import { inWords, readBundle } from "../core/index.ts";
import type { ProgressRecord, Records, Translator } from "../core/index.ts";

/** What an import of everything would do. */
export interface BackupPlan {
  /** Records that are not known yet, or of which the file has the later state. */
  readonly records: readonly ProgressRecord[];
  readonly known: number;
  /** What of the file is left out, in words. */
  readonly problems: readonly string[];
}

/** Reads an export or a writer's file and holds it against what is there. Throws nothing. */
export function planBackup(text: string, there: Records, trans: Translator): BackupPlan {
  const read = readBundle(text);
  if (read.state === "corrupt") {
    return { records: [], known: 0, problems: read.problems.map(inWords) };
  }
  const problems: string[] = [];
  const records: ProgressRecord[] = [];
  let known = 0;
  for (const each of read.documents) {
    const { writer, records: own } = each.document;
    if (each.state === "newer") {
      // What a newer version means is not known; written into this file it could be wrong.
      problems.push(trans.__("%1 is from a newer version (schema %2).", writer, each.schema));
      continue;
    }
    if (each.state === "corrupt") {
      const found = each.problems.map(inWords);
      problems.push(trans.__("%1 could not be read whole: %2", writer, found[0]));
    }
    for (const record of own) {
      const mine = there.get(record.id);
      if (mine !== undefined && compare(record, mine) <= 0) known++;
      else records.push(record);
    }
  }
  return { records, known, problems };
}
