/** Makes docs/learn.md; `node tests/library/learn/page/page.ts` writes it. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { allComparisons, type Comparison, holds } from "./comparisons.ts";
import { type Description, descriptions } from "./descriptions.ts";

export const pagePath = fileURLToPath(new URL("../../../../docs/learn.md", import.meta.url));

const row = (cells: readonly unknown[]): string => `| ${cells.join(" | ")} |`;
const cell = (text: string): string => text.replaceAll("|", "\\|");

/** The whole page. */
export async function page(): Promise<string> {
  const compared = new Map<string, Comparison[]>();
  for (const one of await allComparisons()) {
    compared.set(one.estimator, [...(compared.get(one.estimator) ?? []), one]);
  }
  const all = descriptions();
  const right = new Map(
    [...compared].map(([name, list]) => [name, list.filter(holds).length] as const),
  );
  const verdict = (name: string): string[] => {
    const list = compared.get(name);
    if (list === undefined) return ["not compared yet", ""];
    const tolerances = list.map(({ tolerance }) => tolerance);
    const [least, most] = [Math.min(...tolerances), Math.max(...tolerances)];
    const written = (value: number): string => (value === 0 ? "exact" : value.toExponential(0));
    const range = least === most ? written(most) : `${written(least)} to ${written(most)}`;
    return [`${right.get(name) ?? 0} of ${list.length}`, range];
  };
  const names = new Set(all.map(({ name }) => name));
  const functions = [...compared.keys()].filter((name) => !names.has(name)).sort();
  const equal = [...compared].filter(([name, list]) => right.get(name) === list.length);
  return [
    "# Estimators, one by one",
    "",
    `\`import { Ridge } from "daylab/learn"\`: scikit-learn's contract, its parameters in camelCase, its answers. A committed script asked scikit-learn 1.9.1 once, and each comparison below is a test of ours against what it said. Of ${compared.size} estimators and functions compared, ${equal.length} agree in every comparison. Tolerances are relative to values above 1; probabilities and labels count as values. Whatever draws random numbers draws other ones than scikit-learn: there the comparison starts from the same state, or is one of quality.`,
    "",
    "Besides, every estimator passes one battery of checks (`tests/library/learn/battery`): parameters and clones, the same after JSON, missing and infinite values, wrong shapes, one feature, one sample, labels of every kind, the same result again, inputs left alone, a failed fit that changes nothing.",
    "",
    "This page is written by `node tests/library/learn/page/page.ts` from the comments of the classes and from the comparisons.",
    "",
    row(["estimator", "right", "tolerance", "time", "differs from scikit-learn"]),
    row(["---", "--:", "---", "---", "---"]),
    ...all.map((one) =>
      row([
        `[${one.name}](#${one.name.toLowerCase()})`,
        ...verdict(one.name),
        cell(one.complexity),
        cell(one.differences),
      ]),
    ),
    "",
    ...(functions.length === 0
      ? []
      : [
          "Functions:",
          "",
          row(["function", "right", "tolerance"]),
          row(["---", "--:", "---"]),
          ...functions.map((name) => row([name, ...verdict(name)])),
          "",
        ]),
    ...all.flatMap(section),
  ].join("\n");
}

function section({ name, family, summary, source, example }: Description): string[] {
  return [
    `## ${name}`,
    "",
    summary,
    ...(source === "" ? [] : ["", source]),
    ...(example === "" ? [] : ["", "```ts", example, "```"]),
    "",
    `Parameters: [library/src/learn/${family}](../library/src/learn/${family})`,
    "",
  ];
}

if (import.meta.main) writeFileSync(pagePath, await page());
