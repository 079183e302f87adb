import { readFileSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { blackBoxFiles } from "./files.ts";

/** Why V8 ended a process. */
export interface FatalReport {
  /** V8's own words. */
  readonly event: string;
  readonly outOfMemory: boolean;
  /** Limit of the heap in bytes. */
  readonly heapLimit: number;
}

/** Has Node.js write down why V8 ends this process, should it come to that. */
export function reportFatalErrors(connectionFile: string): void {
  try {
    const { folder, report } = blackBoxFiles(connectionFile);
    Object.assign(process.report, {
      reportOnFatalError: true,
      directory: folder,
      filename: basename(report),
      compact: true,
      excludeEnv: true,
      excludeNetwork: true,
    });
  } catch {
    // Then there is none.
  }
}

/** What Node.js wrote down, which is removed; undefined where there is nothing. */
export function takeReport(path: string): FatalReport | undefined {
  try {
    const { header, javascriptHeap } = JSON.parse(readFileSync(path, "utf8")) as {
      header: { event: string; trigger: string };
      javascriptHeap: { memoryLimit: number };
    };
    const { event, trigger } = header;
    return { event, outOfMemory: trigger === "OOMError", heapLimit: javascriptHeap.memoryLimit };
  } catch {
    return undefined;
  } finally {
    rmSync(path, { force: true });
  }
}
