import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { statusPage } from "./status-page.ts";
import type { LessonRun } from "../run/run-lesson.ts";

/** Writes results.json, junit.xml and status.html into the folder. */
export function writeResultFiles(folder: string, runs: readonly LessonRun[]): void {
  mkdirSync(folder, { recursive: true });
  const results = runs.map(({ id, variant, problems, seconds, ...rest }) => ({
    lesson: id,
    variant,
    passed: problems.length === 0,
    problems,
    seconds,
    megabytes: rest.megabytes,
    unchanged: rest.cached ?? false,
    outcomes: rest.outcomes,
    outputBytes: rest.size,
  }));
  writeFileSync(path.join(folder, "results.json"), `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(path.join(folder, "junit.xml"), junit(runs));
  writeFileSync(path.join(folder, "status.html"), statusPage(runs));
}

/** The runs as JUnit XML: a lesson is a class, a variant a test case. */
export function junit(runs: readonly LessonRun[]): string {
  const failed = runs.filter((run) => run.problems.length > 0).length;
  const cases = runs.map(({ id, variant, seconds, problems }) => {
    const open = `  <testcase classname="${id}" name="${variant}" time="${seconds.toFixed(3)}"`;
    if (problems.length === 0) return `${open}/>`;
    const text = escape(problems.join("\n"));
    return `${open}>\n    <failure message="${escape(problems[0])}">${text}</failure>\n  </testcase>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="lessons" tests="${runs.length}" failures="${failed}" skipped="0">`,
    ...cases,
    "</testsuite>",
    "",
  ].join("\n");
}

function escape(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  // XML 1.0 has no place for control characters, escaped or not; tracebacks hold ANSI escapes.
  const printable = [...text].filter((c) => c >= " " || "\t\n\r".includes(c)).join("");
  return printable.replace(/[&<>"]/g, (c) => names[c]);
}
