import { readFileSync, rmSync } from "node:fs";
import { blackBoxFiles } from "./files.ts";
import type { Note } from "./note.ts";
import { oomKills } from "./oom-kills.ts";
import { takeReport, type FatalReport } from "./report.ts";

/** The machine was short of memory where less than this many bytes were left. */
const short = 500 * 2 ** 20;

/**
 * How the kernel before this one with the same connection file died, in a sentence or two for its
 * user. Undefined where it ended by itself, where there was none, and where one that did nothing was
 * ended from outside, as for a restart. Told once.
 */
export function lastWords(connectionFile: string): string | undefined {
  let files;
  try {
    files = blackBoxFiles(connectionFile);
  } catch {
    return undefined;
  }
  const report = takeReport(files.report);
  const note = takeNote(files.note);
  if (!note) return undefined;
  const cause = causeOf(note, report);
  if (cause === undefined && !note.running) return undefined;
  return `The kernel died ${whenOf(note)}: ${cause ?? unknownCause}. Its variables are gone: run the cells again.`;
}

const unknownCause =
  "it was ended from outside, or by a fault in native code; the kernel's log may tell more";

function takeNote(path: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Note;
  } catch {
    return undefined;
  } finally {
    rmSync(path, { force: true });
  }
}

function whenOf({ running, ended, memory }: Note): string {
  if (!running) return ended === undefined ? "before its first cell" : `after Cell [${ended}]`;
  const { count, line, began } = running;
  const seconds = Math.round(((memory?.seen ?? began) - began) / 1000);
  const lasted = seconds > 0 ? `, for more than ${seconds} s` : "";
  return `while Cell [${count}] was running${lasted} (${line})`;
}

function causeOf(note: Note, report: FatalReport | undefined): string | undefined {
  if (report?.outOfMemory) {
    return (
      `the JavaScript heap was full; its limit was ${gigabytes(note.heapLimit ?? report.heapLimit)}, which the ` +
      `environment variable NODE_OPTIONS=--max-old-space-size=… (in MB) raises`
    );
  }
  if (report) return `V8 gave up: ${report.event}`;
  const { killed, memory } = note;
  const took = memory ? `; the kernel took ${gigabytes(memory.resident)} when last seen` : "";
  const now = oomKills();
  if (killed !== undefined && now !== undefined && now > killed) {
    return `the system killed a process for lack of memory, most likely this one${took}`;
  }
  if (memory && memory.available < short) {
    return `the machine had only ${gigabytes(memory.available)} of memory left, so most likely the system killed it${took}`;
  }
  return undefined;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GB`;
}
