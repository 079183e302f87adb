import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");
const dayOne = "01-setup-numerics/day-001-hello-notebook.ipynb";

/** The working copy of Day 1, from the server's root. */
export const dayOneCopy = `work/${dayOne}`;

/** How a lesson's notebook begins; the checks are Day 1's own. */
export const begin =
  'const { check, hint, solution } = await (await import("daylab/check")).lesson("day-001");';

/** A cell that passes Day 1's first exercise. */
export const greet =
  "const greet = (name, day) => `Hello, ${name}! This is day ${day}.`;\n" +
  'await check("greeting", greet);';

/** A record as it stands in a file. */
export interface Kept {
  readonly id: string;
  readonly kind: string;
  readonly time: string;
  readonly exercise?: string;
  readonly outcome?: string;
  readonly score?: number;
}

/** A server's root: the curriculum as committed, Day 1 of few cells, and what a learner leaves there. */
export class LearnerFolder {
  readonly path = mkdtempSync(path.join(tmpdir(), "daylab-learner-"));

  constructor(sources: readonly string[] = [begin, greet]) {
    const curriculum = "notebooks/curriculum.json";
    mkdirSync(path.join(this.path, "notebooks", path.dirname(dayOne)), { recursive: true });
    cpSync(path.join(root, curriculum), path.join(this.path, curriculum));
    this.write(`notebooks/${dayOne}`, notebook(sources));
  }

  /** The absolute path of something in it. */
  at(name: string): string {
    return path.join(this.path, name);
  }

  write(name: string, text: string): void {
    mkdirSync(path.dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), text);
  }

  read(name: string): string {
    return readFileSync(this.at(name), "utf8");
  }

  /** Makes a working copy of Day 1 with these cells. */
  writeCopy(...sources: readonly string[]): void {
    this.write(dayOneCopy, notebook(sources));
  }

  /** Names of the progress files, with those that were kept aside. */
  files(folder = "progress"): string[] {
    const at = this.at(folder);
    return existsSync(at) ? readdirSync(at).filter((name) => name.endsWith(".json")) : [];
  }

  /** The records of one file, or of all files in the folder. A file in the middle of a save has none. */
  records(folder = "progress", names = this.files(folder)): Kept[] {
    return names.flatMap((name) => {
      try {
        return (JSON.parse(this.read(`${folder}/${name}`)) as { records: Kept[] }).records;
      } catch {
        return [];
      }
    });
  }

  /** What a learner left there goes; the curriculum stays. */
  clear(): void {
    for (const name of ["progress", "work", "elsewhere"]) {
      if (existsSync(this.at(name))) chmodSync(this.at(name), 0o755);
      rmSync(this.at(name), { recursive: true, force: true });
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A notebook of code cells that says it is Day 1. */
export function notebook(sources: readonly string[], outputs: readonly unknown[] = []): string {
  return JSON.stringify({
    ...{ nbformat: 4, nbformat_minor: 5 },
    metadata: {
      daylab: { lesson: "day-001", exercises: ["greeting", "table", "median"] },
      kernelspec: { name: "daylab", display_name: "TypeScript (Daylab)", language: "typescript" },
    },
    cells: sources.map((source, i) => ({
      ...{ cell_type: "code", id: `cell-${i}`, metadata: {}, execution_count: null, source },
      outputs: i === sources.length - 1 ? outputs : [],
    })),
  });
}
