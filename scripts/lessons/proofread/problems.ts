import { readFileSync } from "node:fs";
import path from "node:path";
import { notebookPath, root } from "../curriculum/curriculum.ts";
import type { WrittenLesson } from "../source/load.ts";
import { brokenLinks } from "./links.ts";
import { readNotation, wrongNames } from "./notation.ts";
import { proseLines, proseOf } from "./prose.ts";
import { misspellings, speller } from "./spelling.ts";

/** Pages beside the lessons whose links are followed. */
export const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "HOW_IT_WORKS.md",
  "docs/notation.md",
  "notebooks/_source/README.md",
  "benchmarks/README.md",
];

/** What a proofreader marks in these lessons: `file:line: what is wrong`. */
export function lessonMarks(written: readonly WrittenLesson[]): string[] {
  const spell = speller();
  const notation = readNotation();
  return written.flatMap(({ source, lesson }) => {
    const prose = proseOf(source);
    const folder = path.dirname(path.join(root, notebookPath(lesson)));
    const marks = [
      ...misspellings(prose, spell).map(({ line, word, suggestions }) => {
        const meant = suggestions.join(", ") || "no suggestion";
        const remedy = "a right word belongs into scripts/lessons/proofread/words.txt";
        return { line, text: `"${word}" is not in the dictionary (${meant}); ${remedy}` };
      }),
      ...brokenLinks(prose, folder).map(({ line, target, why }) => ({
        line,
        text: `${target}: ${why}`,
      })),
      ...wrongNames(source, notation).map(({ line, name, meaning, names }) => ({
        line,
        text: `"${name}" for ${meaning}: lessons write ${names.join(" or ")} (docs/notation.md)`,
      })),
    ];
    return marks.map(({ line, text }) => `${source.file}:${line}: ${text}`);
  });
}

/** The links that lead nowhere in these pages, named from the repository's root. */
export function pageMarks(files: readonly string[] = pages): string[] {
  return files.flatMap((page) => {
    const file = path.join(root, page);
    const lines = proseLines(readFileSync(file, "utf8").split("\n"));
    return brokenLinks(lines, path.dirname(file)).map(
      ({ line, target, why }) => `${page}:${line}: ${target}: ${why}`,
    );
  });
}
