import { MarkerError, parseMarker, type Marker } from "./marker.ts";
import { regions } from "./regions.ts";
import { LessonSourceError, type LessonSource, type SourceCell } from "./types.ts";

/**
 * Parses a lesson source in percent format (notebooks/_source/README.md describes it).
 *
 * @param id the lesson, `day-001`
 * @param file where `source` came from, for messages
 * @throws LessonSourceError at the first thing the format does not have
 */
export function parseLesson(id: string, file: string, source: string): LessonSource {
  const fail = (line: number, message: string, remedy: string): never => {
    throw new LessonSourceError([{ file, line, message, remedy }]);
  };
  const cells: SourceCell[] = [];
  let open: { marker: Marker; line: number; lines: string[] } | undefined;
  const close = (): void => {
    if (open) cells.push(finishCell(open.marker, open.line, open.lines, fail));
  };
  for (const [index, text] of source.split(/\r?\n/).entries()) {
    const line = index + 1;
    const marker = /^\s*\/\/\s*%%(.*)$/.exec(text);
    if (marker) {
      if (!/^\/\/ %%(\s|$)/.test(text)) {
        fail(
          line,
          `${JSON.stringify(text.trim())} looks like a cell marker`,
          "Begin it with // %%",
        );
      }
      close();
      open = { marker: readMarker(marker[1], line, fail), line, lines: [] };
    } else if (open) open.lines.push(text);
    else if (text.trim() !== "")
      fail(line, "text before the first cell", "Begin with // %% [header]");
  }
  close();
  return { id, file, cells };
}

type Fail = (line: number, message: string, remedy: string) => never;

function readMarker(rest: string, line: number, fail: Fail): Marker {
  try {
    return parseMarker(rest);
  } catch (error) {
    if (error instanceof MarkerError) return fail(line, error.message, error.remedy);
    throw error;
  }
}

function finishCell(marker: Marker, line: number, lines: string[], fail: Fail): SourceCell {
  const commented = marker.kind !== "code" || marker.tags.includes("notebook-only");
  let text = commented
    ? lines.map((each, index) => uncomment(each, line + 1 + index, marker, fail))
    : lines;
  const first = text.findIndex((each) => each.trim() !== "");
  text = first < 0 ? [] : text.slice(first, text.findLastIndex((each) => each.trim() !== "") + 1);
  if (text.length === 0) fail(line, "an empty cell", "Write something in it or take it out");
  if (marker.kind === "code") {
    const problem = regions(text).problem;
    if (problem) fail(line + 1 + first + problem.index, problem.message, problem.remedy);
  }
  return { ...marker, line, text };
}

function uncomment(text: string, line: number, marker: Marker, fail: Fail): string {
  if (text.trim() === "") return "";
  const found = /^\/\/(?: (.*))?$/.exec(text.trimEnd());
  if (found) return found[1] ?? "";
  const what = marker.kind === "code" ? "notebook-only" : marker.kind;
  return fail(
    line,
    `code in a ${what} cell`,
    'Begin the line with "// ", or begin a new cell above it',
  );
}
