import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../curriculum/curriculum.ts";
import { notebookText } from "../notebook/build.ts";
import type { Notebook, Variant } from "../notebook/types.ts";
import { sourcesFolder } from "../source/load.ts";
import { assets, closureOf, filesBelow } from "./closure.ts";

export interface KeyOf {
  /** `day-009-danfo-basics` */
  readonly folder: string;
  readonly variant: Variant;
  /** The variant as it will be executed. */
  readonly notebook: Notebook;
  /** The bounds that the run is held to. */
  readonly outcomes: unknown;
}

/**
 * A hash over all that a run's result depends on: the notebook, the lesson's checks, the files of the
 * library that these reach, the kernel, the data, the packages' locks, and the code that judges.
 */
export function runKey({ folder, variant, notebook, outcomes }: KeyOf): string {
  const own = ["lesson.ts", "checks.ts"].map((name) => path.join(sourcesFolder, folder, name));
  const files = new Set([...closureOf(own), ...common()]);
  const hash = createHash("sha256");
  const add = (text: string): unknown => hash.update(`${text.length}:${text}`);
  for (const part of [process.platform, process.arch, variant, JSON.stringify(outcomes ?? null)])
    add(part);
  add(notebookText(notebook));
  for (const file of [...files].sort()) add(`${path.relative(root, file)} ${fileHash(file)}`);
  return hash.digest("hex");
}

let shared: readonly string[] | undefined;

function common(): readonly string[] {
  shared ??= [
    ...filesBelow("kernel", (file) => file.endsWith(".ts") && !file.includes("node_modules")),
    ...filesBelow("scripts/lessons", (file) => /\/(run|notebook)\/|execute\.py$/.test(file)),
    ...assets(),
    ...["package-lock.json", "scripts/setup/requirements.txt"].map((file) => path.join(root, file)),
  ];
  return shared;
}

const hashes = new Map<string, string>();

function fileHash(file: string): string {
  const known = hashes.get(file);
  if (known !== undefined) return known;
  const fresh = createHash("sha256").update(readFileSync(file)).digest("hex");
  hashes.set(file, fresh);
  return fresh;
}
