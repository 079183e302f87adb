import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ProseLine } from "./prose.ts";

/** A link that leads nowhere. */
export interface BrokenLink {
  readonly line: number;
  readonly target: string;
  readonly why: string;
}

const links = /(?<!`)!?\[[^\]]*\]\(([^)\s]+)[^)]*\)/g;

/**
 * The links of a page that lead nowhere: to a file that is not there, to a heading that the page does
 * not have, or that are no https address. The web is not asked: tests run without a network.
 *
 * @param folder what relative links start from
 */
export function brokenLinks(lines: readonly ProseLine[], folder: string): BrokenLink[] {
  return lines.flatMap(({ line, text }) =>
    [...text.replace(/`[^`]*`/g, "").matchAll(links)].flatMap(([, target]) => {
      const why = problemOf(target, folder, lines);
      return why === undefined ? [] : [{ line, target, why }];
    }),
  );
}

function problemOf(target: string, folder: string, own: readonly ProseLine[]): string | undefined {
  if (/^[a-z]+:/i.test(target)) {
    return target.startsWith("https://") && URL.canParse(target) ? undefined : "no https address";
  }
  const [file, anchor] = target.split("#");
  const full = path.resolve(folder, decodeURIComponent(file));
  if (file !== "" && !existsSync(full)) return "there is no such file";
  if (anchor === undefined || (file !== "" && !file.endsWith(".md"))) return undefined;
  const page = file === "" ? own.map(({ text }) => text) : readFileSync(full, "utf8").split("\n");
  return headingsOf(page).has(anchor) ? undefined : "there is no such heading";
}

/** Headings as GitHub makes anchors of them. */
function headingsOf(lines: readonly string[]): Set<string> {
  const headings = lines.flatMap((line) => /^#{1,6} (.*)$/.exec(line)?.[1] ?? []);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .trim()
        .replaceAll(" ", "-"),
    ),
  );
}
