/** Makes docs/danfo.md from the differences; `node tests/library/frame/danfo/page.ts` writes it. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { differences } from "./differences.ts";
import { examples } from "./examples.ts";

export const pagePath = fileURLToPath(new URL("../../../../docs/danfo.md", import.meta.url));

/** The whole page. */
export function page(): string {
  const all = Object.values(examples).flatMap((list) => Object.keys(list)).length;
  const other = differences.flatMap(({ shows = {} }) => Object.keys(shows)).length;
  const lines = differences.map(({ danfo, ours, why, shows }) => {
    const how =
      shows === undefined
        ? ""
        : Object.keys(shows)
            .map((one) => `\`${one}\``)
            .join("<br>");
    return `| ${danfo} | ${ours} | ${why} | ${how.replaceAll("|", "\\|")} |`;
  });
  return [
    "# From danfo",
    "",
    `Frames have danfo's names and shapes, so a danfo script of the ordinary kind runs with its import changed. The tests run ${all} examples of danfo's documentation with danfojs-node 1.2.0 and with ours: ${all - other} give the same to six digits (danfo computes with float32), ${other} differ on purpose, and in these examples nothing else differs than what stands here. The last column names the examples that show it; a line without one is checked elsewhere in the tests.`,
    "",
    "This page is written by `node tests/library/frame/danfo/page.ts`.",
    "",
    "| danfo | here | why | shown by |",
    "|---|---|---|---|",
    ...lines,
    "",
  ].join("\n");
}

if (import.meta.main) writeFileSync(pagePath, page());
