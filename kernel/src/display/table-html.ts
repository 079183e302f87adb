import { escapeHtml } from "./html.ts";
import type { ColumnView, TableView } from "./table.ts";

// JupyterLab and nbconvert bring table styles with both themes; a <style> element is stripped from
// untrusted notebooks. So there are inline styles only, and of those only what the sanitiser keeps.
const MUTED = 'style="opacity:0.6;font-weight:normal"';
const SCROLL = 'style="overflow-x:auto"';

/** An HTML table in the look of the front end's theme. All text is escaped. */
export function tableHtml(view: TableView): string {
  const columns = withGap<ColumnView | undefined>(view.header, view.columnGap, undefined);
  const head = ["<th></th>", ...columns.map(headerCell)].join("");
  const rows = view.labels.map((label, row) => {
    const cells = columns.map((column) => bodyCell(column, row)).join("");
    return `<tr><th ${MUTED}>${escapeHtml(label)}</th>${cells}</tr>`;
  });
  const gap = `<tr><th ${MUTED}>⋮</th>${columns.map((column) => styled("td", column, "⋮")).join("")}</tr>`;
  const body = withGap(rows, view.rowGap, gap).join("\n");
  return [
    `<div ${SCROLL}>`,
    `<table class="dataframe">`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>\n${body}\n</tbody>`,
    `</table>`,
    `<p style="opacity:0.6;font-size:0.9em">${view.size}</p>`,
    `</div>`,
  ].join("\n");
}

function headerCell(column: ColumnView | undefined): string {
  const type = column?.type ? `<br><span ${MUTED}>${escapeHtml(column.type)}</span>` : "";
  return styled("th", column, column ? escapeHtml(column.name) + type : "…");
}

function bodyCell(column: ColumnView | undefined, row: number): string {
  const cell = column?.cells[row];
  if (!cell) return styled("td", column, "…");
  const text = escapeHtml(cell.text);
  return styled("td", column, cell.missing && text ? `<span ${MUTED}>${text}</span>` : text);
}

function styled(tag: "td" | "th", column: ColumnView | undefined, html: string): string {
  return `<${tag} style="text-align:${column?.align ?? "center"}">${html}</${tag}>`;
}

/** The items with one more at the place where others were left out. */
export function withGap<T>(items: readonly T[], at: number | undefined, gap: T): T[] {
  return at === undefined ? [...items] : items.toSpliced(at, 0, gap);
}
