/** Makes docs/text.md; `node tests/library/text/page/page.ts` writes it. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Comparison } from "../comparison.ts";
import { allComparisons, holds } from "./comparisons.ts";
import { type Description, descriptions } from "./descriptions.ts";

export const pagePath = fileURLToPath(new URL("../../../../docs/text.md", import.meta.url));

const row = (cells: readonly unknown[]): string => `| ${cells.join(" | ")} |`;
const cell = (text: string): string => text.replaceAll("|", "\\|");

const written = (tolerance: number): string =>
  tolerance === 0 ? "exact" : tolerance.toExponential(0);

/** The whole page. */
export async function page(): Promise<string> {
  const compared = new Map<string, Comparison[]>();
  for (const one of await allComparisons())
    compared.set(one.subject, [...(compared.get(one.subject) ?? []), one]);
  const right = new Map<string, number>();
  for (const [subject, list] of compared) {
    let count = 0;
    for (const one of list) count += Number(await holds(one));
    right.set(subject, count);
  }
  const all = descriptions();
  const verdict = (name: string): string[] => {
    const list = compared.get(name);
    if (list === undefined) return ["", "", ""];
    const tolerances = [...new Set(list.map(({ tolerance }) => tolerance))].sort((a, b) => a - b);
    const range = [...new Set([tolerances[0], tolerances.at(-1)!])].map(written).join(" to ");
    const oracles = [...new Set(list.map(({ oracle }) => oracle))].join(", ");
    return [`${right.get(name)} of ${list.length}`, range, oracles];
  };
  const equal = [...compared].filter(([name, list]) => right.get(name) === list.length);
  const total = [...compared.values()].reduce((sum, list) => sum + list.length, 0);
  const held = [...right.values()].reduce((sum, count) => sum + count, 0);
  return [
    "# Texts, function by function",
    "",
    `\`import { trainBpe } from "daylab/text"\`. Committed scripts asked other programs once; each comparison below is a test of ours against what they said. Of ${compared.size} functions and classes compared, ${equal.length} agree in every comparison (${held} of ${total} comparisons). Tolerances are relative to values above 1. What has no oracle in the table is tested for what it promises.`,
    "",
    "This page is written by `node tests/library/text/page/page.ts` from the comments of the functions and from the comparisons.",
    "",
    row(["function", "right", "tolerance", "beside", "differs"]),
    row(["---", "--:", "---", "---", "---"]),
    ...all.map((one) =>
      row([
        `[${one.name}](#${one.name.toLowerCase()})`,
        ...verdict(one.name),
        cell(one.differences),
      ]),
    ),
    "",
    ...all.flatMap(section),
  ].join("\n");
}

function section({ name, folder, summary, source, example }: Description): string[] {
  return [
    `## ${name}`,
    "",
    summary,
    ...(source === "" ? [] : ["", source]),
    ...(example === "" ? [] : ["", "```ts", example, "```"]),
    "",
    `Parameters: [library/src/text/${folder}](../library/src/text/${folder})`,
    "",
  ];
}

if (import.meta.main) writeFileSync(pagePath, await page());
