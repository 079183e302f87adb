/** Makes docs/pandas.md from the idioms; `node tests/library/frame/idioms/table.ts` writes it. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Idiom } from "./idiom.ts";
import { groups, titles } from "./index.ts";

export const tablePath = fileURLToPath(new URL("../../../../docs/pandas.md", import.meta.url));

/** The expression of a function as one line, without what only the test needs. */
function written(ours: () => unknown): string {
  return ours
    .toString()
    .replace(/^(?:async )?\(\) =>\s*/u, "")
    .replaceAll(/\bfixture\(("[^"]+")\)/gu, "$1")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/ (?=[.;,)])|(?<=[([]) |,? (?=\))/gu, "")
    .replaceAll(/,\s?(?=[)\]])/gu, "")
    .replaceAll(/ ?as (?:const|never)\b/gu, "")
    .replaceAll(/(?<=\w) (?=\()/gu, "")
    .replace(/^\{ (.*)\breturn (.*?);? ?\}$/u, "$1$2");
}

const code = (text: string): string => `\`${text.replaceAll("|", "\\|")}\``;

function line(pandas: string, idiom: Idiom): string {
  if (typeof idiom === "function") return `| ${code(pandas)} | ${code(written(idiom))} | right |`;
  const [ours, verdict] =
    "ours" in idiom
      ? [code(written(idiom.ours)), `differs: ${idiom.differs}`]
      : ["", `not there: ${idiom.notThere}`];
  return `| ${code(pandas)} | ${ours} | ${verdict} |`;
}

const isRight = (idiom: Idiom): boolean => typeof idiom === "function";
const isMissing = (idiom: Idiom): boolean => typeof idiom === "object" && "notThere" in idiom;

function totals(idioms: readonly Idiom[]): string[] {
  const [right, missing] = [idioms.filter(isRight).length, idioms.filter(isMissing).length];
  return [idioms.length, right, idioms.length - right - missing, missing].map(String);
}

/** The whole page. */
export function table(): string {
  const sums = Object.entries(groups).map(([group, idioms]) => [
    `[${titles[group] ?? group}](#${group})`,
    ...totals(Object.values(idioms)),
  ]);
  const all = ["**all**", ...totals(Object.values(groups).flatMap((one) => Object.values(one)))];
  const sections = Object.entries(groups).map(([group, idioms]) => {
    const lines = Object.entries(idioms).map(([pandas, idiom]) => line(pandas, idiom));
    const head = `## <a id="${group}"></a>${titles[group] ?? group}`;
    return [head, "", "| pandas | here | |", "|---|---|---|", ...lines, ""].join("\n");
  });
  return [
    "# pandas, expression by expression",
    "",
    "What a pandas user does on a Tuesday, and how one writes it here. Each line is a test: pandas 2.3.3 answered the left side, and ours gives the same (`right`), or something else on purpose (`differs`, with the reason and a test of what it gives), or cannot be written (`not there`). The frames hold nulls, NaN, negative zero, integers beyond 2⁵³, unicode, one row or none; they stand in `tests/library/frame/idioms/data.ts`. Numbers are compared to 1e-12 of their size, all else exactly. Not compared: dtypes, the numbers of unlabelled rows, and the suffix of grouped columns (`mass_mean` here, `mass` there).",
    "",
    "This page is written by `node tests/library/frame/idioms/table.ts`.",
    "",
    "| kind | idioms | right | differs | not there |",
    "|---|--:|--:|--:|--:|",
    ...[...sums, all].map((cells) => `| ${cells.join(" | ")} |`),
    "",
    ...sections,
  ].join("\n");
}

if (import.meta.main) writeFileSync(tablePath, table());
