/**
 * The solution of an exercise as its lesson's source has it: the lines between `// --- solution`
 * and `// --- end` of the cell marked `exercise="<id>"`, several regions one after another, with
 * the indentation they share taken away.
 *
 * @param source text of a `lesson.ts` in percent format
 * @throws Error where the source has no solution for the exercise, or one that is never ended
 */
export function solutionText(source: string, exercise: string): string {
  const regions = cellsOf(source)
    .filter(({ header }) => header.includes(`exercise="${exercise}"`))
    .flatMap(({ lines }) => regionsOf(lines, exercise));
  if (regions.length === 0)
    throw new Error(`The lesson's source has no "// --- solution" for exercise "${exercise}".`);
  return regions.map(dedent).join("\n\n");
}

interface Cell {
  readonly header: string;
  readonly lines: string[];
}

function cellsOf(source: string): Cell[] {
  const cells: Cell[] = [];
  for (const line of source.split(/\r?\n/)) {
    if (/^\/\/ ?%%/.test(line)) cells.push({ header: line, lines: [] });
    else cells.at(-1)?.lines.push(line);
  }
  return cells;
}

function regionsOf(lines: readonly string[], exercise: string): string[][] {
  const regions: string[][] = [];
  let open: string[] | undefined;
  for (const line of lines) {
    const mark = /^\s*\/\/ --- (\w+)\s*$/.exec(line)?.[1];
    if (mark === "solution") regions.push((open = []));
    else if (mark === "end") open = undefined;
    else open?.push(line);
  }
  if (open)
    throw new Error(`The solution of exercise "${exercise}" has no "// --- end" in the source.`);
  return regions;
}

function dedent(lines: readonly string[]): string {
  const indents = lines.filter((l) => l.trim() !== "").map((l) => l.length - l.trimStart().length);
  const shared = Math.min(...indents, 80);
  return lines
    .map((line) => line.slice(shared))
    .join("\n")
    .trim();
}
