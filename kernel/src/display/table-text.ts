import { withGap } from "./table-html.ts";
import type { TableView } from "./table.ts";

/** The table as aligned plain text, with a rule under the header and the size below. */
export function tableText(view: TableView): string {
  const hasTypes = view.header.some((column) => column.type !== undefined);
  const headLines = hasTypes ? 2 : 1;
  const labels = [...Array<string>(headLines).fill(""), ...withGap(view.labels, view.rowGap, "⋮")];
  const columns = view.header.map((column) => {
    const cells = withGap(
      column.cells.map((cell) => cell.text),
      view.rowGap,
      "⋮",
    );
    const head = hasTypes ? [column.name, column.type ?? ""] : [column.name];
    return pad([...head, ...cells], column.align);
  });
  const gap = labels.map(() => "…");
  const lines = [pad(labels, "right"), ...withGap(columns, view.columnGap, gap)];
  const rows = labels.map((_, row) =>
    lines
      .map((line) => line[row])
      .join("  ")
      .trimEnd(),
  );
  const rule = "─".repeat(Math.max(...rows.map((row) => [...row].length)));
  return [...rows.toSpliced(headLines, 0, rule), "", view.size].join("\n");
}

function pad(cells: string[], align: "left" | "right"): string[] {
  const width = Math.max(...cells.map((cell) => [...cell].length));
  return cells.map((cell) => {
    const space = " ".repeat(width - [...cell].length);
    return align === "left" ? cell + space : space + cell;
  });
}
