import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../curriculum/curriculum.ts";
import type { LessonSource } from "../source/types.ts";

/** A row of docs/notation.md. */
export interface Notation {
  readonly meaning: string;
  readonly names: readonly string[];
  /** Names of the same thing that lessons do not use. */
  readonly refused: readonly string[];
}

/** A name that docs/notation.md refuses. */
export interface WrongName {
  readonly line: number;
  readonly name: string;
  readonly meaning: string;
  readonly names: readonly string[];
}

/** @throws Error where the page has no table of notation */
export function readNotation(
  page = readFileSync(path.join(root, "docs/notation.md"), "utf8"),
): Notation[] {
  const rows = page.split("\n").filter((line) => line.startsWith("| "));
  const [head, ...body] = rows.map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  if (head?.join() !== "Symbol,What it is,Name in code,Not")
    throw new Error("docs/notation.md has no table | Symbol | What it is | Name in code | Not |.");
  return body.map(([, meaning, names, refused]) => ({
    meaning,
    names: codeIn(names),
    refused: codeIn(refused),
  }));
}

/** The refused names that a lesson declares in its code, or writes in a formula. */
export function wrongNames(source: LessonSource, notation = readNotation()): WrongName[] {
  return source.cells.flatMap((cell) =>
    cell.text.flatMap((text, index) => {
      const found = cell.kind === "code" ? declared(text) : formulas(text);
      return notation.flatMap(({ meaning, names, refused }) =>
        refused
          .filter((name) => found.includes(name))
          .map((name) => ({ line: cell.line + 1 + index, name, meaning, names })),
      );
    }),
  );
}

/** Names after const, let, function, or as parameters with a type: a library's options are its own. */
function declared(text: string): string[] {
  const declarations =
    /\b(?:const|let|function|class)\s+([A-Za-z_]\w*)|[(,]\s*([A-Za-z_]\w*)\s*:\s*[A-Za-z]/g;
  const inPatterns = /\b(?:const|let)\s+[{[]([^}\]]*)[}\]]/g;
  return [
    ...[...text.matchAll(declarations)].flatMap(([, a, b]) => a ?? b ?? []),
    ...[...text.matchAll(inPatterns)].flatMap(([, names]) => names.split(/[\s,:]+/)),
  ];
}

/** `\theta` and single letters in `$…$`. */
function formulas(text: string): string[] {
  return [...text.matchAll(/\$([^$]+)\$/g)].flatMap(([, formula]) =>
    [...formula.matchAll(/\\[a-z]+|(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])/g)].map(([name]) => name),
  );
}

function codeIn(cell = ""): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
}
