import { variants } from "../notebook/types.ts";
import { limits } from "../run/judge.ts";
import type { LessonRun } from "../run/run-lesson.ts";

const style = `
  :root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
  body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { padding: .3rem .6rem; text-align: left; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
  td.number { text-align: right; font-variant-numeric: tabular-nums; }
  .passed { color: light-dark(#11632b, #7ddb98); }
  .failed { color: light-dark(#a40e26, #ff9aa6); font-weight: 600; }
  details pre { white-space: pre-wrap; }
`;

/** A page for people: a row a lesson, a column a variant, each outcome beside its bar. */
export function statusPage(runs: readonly LessonRun[]): string {
  const ids = [...new Set(runs.map(({ id }) => id))];
  const failed = runs.filter(({ problems }) => problems.length > 0);
  const rows = ids.map((id) =>
    row(
      id,
      runs.filter((run) => run.id === id),
    ),
  );
  const heads = ["Lesson", ...variants, "Outcome", "Longest (s)", "Most memory (MB)"];
  const summary =
    failed.length === 0
      ? `All ${runs.length} runs of ${ids.length} lessons passed.`
      : `${failed.length} of ${runs.length} runs failed.`;
  return [
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lessons</title><style>${style}</style>`,
    `<h1>Lessons</h1><p>${summary} A lesson may take ${limits.seconds} s and ${limits.megabytes} MB.</p>`,
    `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>`,
    `<tbody>${rows.join("\n")}</tbody></table>`,
    ...failed.map(problemList),
    "</html>\n",
  ].join("\n");
}

function row(id: string, runs: readonly LessonRun[]): string {
  const results = variants.map((variant) => {
    const run = runs.find((each) => each.variant === variant);
    if (!run) return "<td>not run</td>";
    const passed = run.problems.length === 0;
    const words = passed ? `✓ passed${run.cached ? " before" : ""}` : "✗ failed";
    return `<td class="${passed ? "passed" : "failed"}">${words}, ${run.seconds.toFixed(1)} s</td>`;
  });
  const numbers = [
    Math.max(...runs.map(({ seconds }) => seconds)).toFixed(1),
    String(Math.max(...runs.map(({ megabytes }) => megabytes))),
  ].map((number) => `<td class="number">${number}</td>`);
  const solution = runs.find(({ variant }) => variant === "solution");
  const outcome = (solution?.outcomes ?? []).map(againstBar).join("<br>");
  return `<tr><th scope="row">${id}</th>${results.join("")}<td>${outcome}</td>${numbers.join("")}</tr>`;
}

function againstBar({ metric, value, bounds, status }: LessonRun["outcomes"][number]): string {
  const shown = typeof value === "number" ? String(Number(value.toPrecision(4))) : String(value);
  const names = { atLeast: "≥", atMost: "≤", equals: "=" } as const;
  const bars = Object.entries(names).flatMap(([name, sign]) => {
    const bar = bounds[name as keyof typeof names];
    return bar === undefined ? [] : `${sign} ${String(bar)}`;
  });
  return escape(`${metric} ${shown} (${bars.join(", ")})${status === "met" ? "" : `: ${status}`}`);
}

function problemList({ id, variant, problems }: LessonRun): string {
  const items = problems.map((problem) => `<li><pre>${escape(problem)}</pre></li>`).join("");
  return `<details open><summary>${id} ${variant}</summary><ul>${items}</ul></details>`;
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
