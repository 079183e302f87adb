import type { ShownColumn, Window } from "./window.ts";

/** Columns of a terminal that a character takes: two for East Asian wide ones and emoji, none for marks. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{Mark}/u.test(character)) continue;
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return columns;
}

const longest = 50;
const cut = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text;

/** Line breaks and tabs would break the grid, so they are shown as what they are. */
const oneLine = (text: string): string =>
  cut(text.replace(/\n/gu, "\\n").replace(/\r/gu, "\\r").replace(/\t/gu, "\\t"));

function block(column: ShownColumn, heads: readonly string[], gap: number | undefined): string[] {
  const cells = column.cells.map((cell) => (cell === null ? "null" : oneLine(cell)));
  if (gap !== undefined) cells.splice(gap, 0, "…");
  const lines = [...heads.map(oneLine), ...cells];
  const width = Math.max(...lines.map(columnsOf));
  return lines.map((line) => {
    const space = " ".repeat(width - columnsOf(line));
    return column.right ? space + line : line + space;
  });
}

/** The window as aligned text. `withShape` adds the line of rows and columns. */
export function windowText(window: Window, withShape = true): string {
  const blocks = window.columns.map((column) =>
    block(column, [column.name, column.dtype], window.rowGap),
  );
  const labels = block(window.labels, ["", ""], window.rowGap);
  if (window.columnGap !== undefined) {
    blocks.splice(
      window.columnGap,
      0,
      labels.map(() => "…"),
    );
  }
  const lines = labels.map((label, row) =>
    [label, ...blocks.map((column) => column[row] ?? "")].join("  ").trimEnd(),
  );
  return [...lines, ...(withShape ? ["", window.shape] : [])].join("\n");
}
