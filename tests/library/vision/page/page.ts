/** Makes docs/vision.md; `node tests/library/vision/page/page.ts` writes it. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { allComparisons, type Comparison, holds } from "./comparisons.ts";
import { type Description, descriptions } from "./descriptions.ts";

export const pagePath = fileURLToPath(new URL("../../../../docs/vision.md", import.meta.url));

const row = (cells: readonly unknown[]): string => `| ${cells.join(" | ")} |`;
const cell = (text: string): string => text.replaceAll("|", "\\|");
const firstSentence = (text: string): string => /^.*?\.(?= |$)/u.exec(text)?.[0] ?? text;

interface Verdict {
  readonly oracle: string;
  readonly right: number;
  readonly total: number;
  readonly tolerance: string;
}

/** The whole page. */
export async function page(): Promise<string> {
  const verdicts = await judge(await allComparisons());
  const all = descriptions();
  const folders = [...new Set(all.map(({ folder }) => folder))].sort();
  const list = [...verdicts.values()];
  const equal = list.filter(({ right, total }) => right === total).length;
  const count = (key: "right" | "total") => list.reduce((sum, one) => sum + one[key], 0);
  return [
    "# Vision, function by function",
    "",
    `\`import { readImage, gaussianBlur } from "daylab/vision"\`. Committed scripts asked OpenCV, scikit-image and others once, and each comparison below is a test of ours against what they said: ${equal} of ${verdicts.size} functions agree in every comparison, ${count("right")} of ${count("total")} comparisons in all. A tolerance is the largest difference that counts as equal, in the unit of the values (of 255 for bytes).`,
    "",
    "This page is written by `node tests/library/vision/page/page.ts` from the comments of the functions and from the comparisons.",
    "",
    ...folders.flatMap((folder) => [
      `## ${folder === "." ? "detection and masks" : folder}`,
      "",
      row(["function", "what it gives", "oracle", "right", "tolerance", "differs from"]),
      row(["---", "---", "---", "--:", "---", "---"]),
      ...all.filter((one) => one.folder === folder).map((one) => line(one, verdicts.get(one.name))),
      "",
    ]),
  ].join("\n");
}

function line({ name, summary, differences }: Description, verdict: Verdict | undefined): string {
  const judged =
    verdict === undefined
      ? ["", "", ""]
      : [verdict.oracle, `${verdict.right} of ${verdict.total}`, verdict.tolerance];
  return row([`\`${name}\``, cell(firstSentence(summary)), ...judged, cell(differences)]);
}

async function judge(comparisons: readonly Comparison[]): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for (const [subject, list] of Map.groupBy(comparisons, (one) => one.subject)) {
    const results = await Promise.all(list.map(holds));
    const tolerances = list.map(({ tolerance }) => tolerance);
    const [least, most] = [Math.min(...tolerances), Math.max(...tolerances)];
    verdicts.set(subject, {
      oracle: [...new Set(list.map(({ oracle }) => oracle))].sort().join(", "),
      right: results.filter(Boolean).length,
      total: list.length,
      tolerance: least === most ? written(least) : `${written(least)} to ${written(most)}`,
    });
  }
  return verdicts;
}

function written(value: number): string {
  if (value === 0) return "exact";
  return value < 0.01 ? value.toExponential(0) : String(value);
}

if (import.meta.main) writeFileSync(pagePath, await page());
