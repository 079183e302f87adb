import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { root } from "../curriculum/curriculum.ts";

/** Text literals that may name a file: an import's, a worker's, `new URL("./x", import.meta.url)`'s. */
const literals = /(["'`])((?:\.{1,2}\/|daylab|@daylab\/)[^"'`\n]*)\1/g;

interface PackageFile {
  readonly name: string;
  readonly exports: Readonly<Record<string, string>>;
}

/**
 * The TypeScript files that these ones reach, themselves included, sorted. Every literal that names a
 * file is followed, so the answer may hold a file too many, never one too few. What is named by no
 * literal (data, fonts) has to be counted apart: see {@link assets}.
 */
export function closureOf(entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const queue = entries.map((entry) => path.resolve(root, entry));
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    queue.push(...targetsOf(file).filter((target) => !seen.has(target)));
  }
  return [...seen].sort();
}

const targets = new Map<string, readonly string[]>();

function targetsOf(file: string): readonly string[] {
  const known = targets.get(file);
  if (known) return known;
  const text = file.endsWith(".ts") ? readFileSync(file, "utf8") : "";
  const found = [...text.matchAll(literals)]
    .map(([, , literal]) => resolveLiteral(literal, file))
    .filter((target) => target !== undefined);
  targets.set(file, found);
  return found;
}

function resolveLiteral(literal: string, from: string): string | undefined {
  const target = literal.startsWith(".")
    ? path.resolve(path.dirname(from), literal)
    : packages().get(literal);
  return target !== undefined && existsSync(target) && statSync(target).isFile()
    ? target
    : undefined;
}

let exported: Map<string, string> | undefined;

/** `daylab/frame` → its file, for every subpath of the repository's packages. */
function packages(): Map<string, string> {
  exported ??= new Map(
    ["library", "datasets"].flatMap((folder) => {
      const text = readFileSync(path.join(root, folder, "package.json"), "utf8");
      const { name, exports } = JSON.parse(text) as PackageFile;
      return Object.entries(exports).map(([subpath, file]): [string, string] => [
        path.posix.join(name, subpath),
        path.join(root, folder, file),
      ]);
    }),
  );
  return exported;
}

/** Every file below a folder of the repository that `wanted` keeps, sorted. */
export function filesBelow(folder: string, wanted: (file: string) => boolean): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(wanted)
    .sort();
}

/** What code reads without naming it in a literal: the data, fonts and shapes of the packages. */
export function assets(): string[] {
  return ["library/assets", "library/src", "datasets/src", "datasets/data"].flatMap((folder) =>
    filesBelow(folder, (file) => !file.endsWith(".ts")),
  );
}
