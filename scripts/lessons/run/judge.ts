import type { CodeCell, Notebook, NotebookOutput, Variant } from "../notebook/types.ts";
import type { OutcomeBound } from "../curriculum/curriculum.ts";
import { checksIn, outcomesIn, type CheckEntry, type OutcomeEntry } from "./records.ts";
import { sizeOf } from "./size.ts";

/** What execute.py reports. */
export interface Execution {
  readonly seconds: number;
  readonly megabytes: number;
  /** `cell` counts from 0 over all cells of the notebook. */
  readonly failure: { kind: string; message: string; cell: number | null } | null;
  /** What the kernel's process itself wrote to stderr. */
  readonly stderr: string;
}

/** What a run is held against. */
export interface Expected {
  readonly variant: Variant;
  /** Exercise ids with the number of their wrong answers, in the lesson's order. */
  readonly exercises: readonly { readonly id: string; readonly wrong: number }[];
  readonly outcomes: readonly OutcomeBound[];
}

/** Memory: 1.5 GiB. */
export const limits = { seconds: 60, megabytes: 1611, textBytes: 300_000, imageBytes: 3_000_000 };

/**
 * Everything for which a run must not pass, each a sentence; none means it passes. More than one
 * signal is read because each alone has been seen to stay silent: a kernel that reports no error,
 * cells that were never executed, a rejection that is only printed.
 */
export function problemsOf(notebook: Notebook, execution: Execution, expected: Expected): string[] {
  const { failure } = execution;
  const problems: string[] = [];
  if (failure) {
    const where = failure.cell === null ? "" : `${cellName(notebook, failure.cell)}: `;
    problems.push(`${where}${failure.message.split("\n", 1)[0]}`);
  }
  // The cell that stopped the run is named already, and those after it say nothing new.
  notebook.cells.slice(0, failure?.cell ?? undefined).forEach((cell, index) => {
    if (cell.cell_type === "code") problems.push(...cellProblems(cell, index));
  });
  if (/unhandled/i.test(execution.stderr)) {
    problems.push(`the kernel wrote: ${firstLine(execution.stderr, /unhandled/i)}`);
  }
  if (execution.seconds > limits.seconds) {
    problems.push(`took ${execution.seconds.toFixed(1)} s, more than ${limits.seconds} s`);
  }
  if (execution.megabytes > limits.megabytes) {
    problems.push(`held ${execution.megabytes} MB of memory, more than ${limits.megabytes} MB`);
  }
  const size = sizeOf(notebook);
  if (size.text > limits.textBytes)
    problems.push(tooLarge("text outputs", size.text, limits.textBytes));
  if (size.images > limits.imageBytes)
    problems.push(tooLarge("images", size.images, limits.imageBytes));
  // After a stop the records that are missing say nothing new.
  return failure ? problems : [...problems, ...recordProblems(notebook, expected)];
}

/** `cell 7 (day-009-cell-07)`, counted from 1 as a reader does. */
export function cellName(notebook: Notebook, index: number): string {
  return `cell ${index + 1} (${notebook.cells[index]?.id ?? "?"})`;
}

function cellProblems(cell: CodeCell, index: number): string[] {
  const name = `cell ${index + 1} (${cell.id})`;
  const errors = cell.outputs.filter((output) => output.output_type === "error");
  const meant = cell.metadata.tags?.includes("raises-exception") ?? false;
  const problems = meant ? [] : errors.map((error) => `${name}: ${error.ename}: ${error.evalue}`);
  if (cell.execution_count === null) problems.push(`${name}: was not executed`);
  else if (meant && errors.length === 0)
    problems.push(`${name}: is tagged raises-exception but raised none`);
  const stderr = cell.outputs.map(stderrText).join("");
  if (/unhandled/i.test(stderr)) problems.push(`${name}: ${firstLine(stderr, /unhandled/i)}`);
  return problems;
}

function stderrText(output: NotebookOutput): string {
  return output.output_type === "stream" && output.name === "stderr"
    ? [output.text].flat().join("")
    : "";
}

function firstLine(text: string, pattern: RegExp): string {
  return text
    .split("\n")
    .find((line) => pattern.test(line))!
    .trim();
}

function tooLarge(what: string, bytes: number, limit: number): string {
  return `${what} are ${Math.ceil(bytes / 1000)} kB, more than ${limit / 1000} kB`;
}

function recordProblems(notebook: Notebook, expected: Expected): string[] {
  const { variant, exercises, outcomes } = expected;
  const checks = checksIn(notebook);
  const problems = exercises.flatMap(({ id, wrong }) => {
    const wanted = {
      starter: ["UNATTEMPTED"],
      wrong: [...Array<string>(wrong).fill("FAIL"), "PASS"],
      solution: ["PASS"],
    }[variant];
    return checkProblems(
      id,
      wanted,
      checks.filter((check) => check.exercise === id),
    );
  });
  const known = new Set(exercises.map(({ id }) => id));
  for (const check of checks.filter(({ exercise }) => !known.has(exercise))) {
    problems.push(`check "${check.exercise}" is not an exercise of the lesson`);
  }
  return variant === "solution"
    ? [...problems, ...outcomeProblems(outcomesIn(notebook), outcomes)]
    : problems;
}

function checkProblems(id: string, wanted: string[], checks: readonly CheckEntry[]): string[] {
  const got = checks.map((check) => check.outcome);
  if (got.join() === wanted.join()) return [];
  if (got.length === 0) return [`exercise "${id}": no check record`];
  const odd = checks.find((check, index) => check.outcome !== wanted[index]);
  const because = odd ? `: ${odd.message.replace(/\s*\n\s*/g, " · ")}` : "";
  return [`exercise "${id}": ${got.join(", ")} instead of ${wanted.join(", ")}${because}`];
}

function outcomeProblems(got: readonly OutcomeEntry[], wanted: readonly OutcomeBound[]): string[] {
  const problems: string[] = [];
  if (wanted.length === 0) problems.push("curriculum.json has no outcomes for the lesson");
  for (const { metric, atLeast, atMost, equals } of wanted) {
    const bounds = { atLeast, atMost, equals };
    const own = got.filter((outcome) => outcome.metric === metric);
    const last = own.at(-1);
    if (!last) problems.push(`outcome "${metric}" is not in the notebook`);
    else if (last.status !== "met") {
      problems.push(
        `outcome "${metric}" is ${last.status}: ${String(last.value)}, wanted ${bound(bounds)}`,
      );
    }
    for (const { bounds: used } of own) {
      if (bound(used) !== bound(bounds)) {
        problems.push(
          `outcome "${metric}" is held to ${bound(used)}; curriculum.json says ${bound(bounds)}`,
        );
      }
    }
  }
  for (const { metric } of got.filter((each) =>
    wanted.every((want) => want.metric !== each.metric),
  )) {
    problems.push(`outcome "${metric}" is not in curriculum.json`);
  }
  return problems;
}

/** `atLeast 0.93`, in one order whatever order the bounds came in. */
function bound(
  bounds: Omit<OutcomeBound, "metric" | "calibrated"> | OutcomeEntry["bounds"],
): string {
  const there = Object.entries(bounds).filter(([, value]) => value !== undefined);
  const parts = there.sort(([a], [b]) => (a < b ? -1 : 1));
  return parts.map(([name, value]) => `${name} ${String(value)}`).join(", ") || "no bound";
}
