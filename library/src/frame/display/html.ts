import type { Shown } from "./format.ts";
import type { ShownColumn, Window } from "./window.ts";

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => entities[character] ?? character);

const longest = 100;
const cut = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text;

// Opacity instead of colours: it follows whatever theme shows the table.
const faint = "opacity:.55";
const aligned = (column: ShownColumn): string => `text-align:${column.right ? "right" : "left"}`;

function cell(value: Shown, column: ShownColumn): string {
  const style = `${aligned(column)};white-space:pre`;
  if (value === null) return `<td style="${style};${faint};font-style:italic">null</td>`;
  return `<td style="${style}">${escapeHtml(cut(value))}</td>`;
}

/** Puts the dots of a gap among the cells of one row. */
const withGap = (cells: string[], gap: number | undefined, dots: string): string =>
  (gap === undefined ? cells : cells.toSpliced(gap, 0, dots)).join("");

/** The window as an HTML table whose look comes from the page around it. */
export function windowHtml(window: Window): string {
  const { labels, columns, columnGap } = window;
  const dots = `<td style="text-align:center;${faint}">⋯</td>`;
  const names = columns.map(
    (one) => `<th style="${aligned(one)}">${escapeHtml(cut(one.name))}</th>`,
  );
  const dtypes = columns.map(
    (one) =>
      `<th style="${aligned(one)};${faint};font-weight:normal;font-size:.85em">${one.dtype}</th>`,
  );
  const corner = `<th style="${aligned(labels)};${faint}"></th>`;
  const rows = labels.cells.map((label, row) => {
    const cells = columns.map((one) => cell(one.cells[row] ?? null, one));
    const head = `<th style="${aligned(labels)};font-weight:normal;opacity:.7">${escapeHtml(label ?? "null")}</th>`;
    return `<tr>${head}${withGap(cells, columnGap, dots)}</tr>`;
  });
  if (window.rowGap !== undefined) {
    const shown = columns.map((one) => `<td style="${aligned(one)};${faint}">⋮</td>`);
    const gap = `<tr><th style="${aligned(labels)};${faint}">⋮</th>${withGap(shown, columnGap, dots)}</tr>`;
    rows.splice(window.rowGap, 0, gap);
  }
  return [
    `<div style="overflow-x:auto">`,
    `<table style="font-variant-numeric:tabular-nums">`,
    `<thead><tr>${corner}${withGap(names, columnGap, `<th style="${faint}">⋯</th>`)}</tr>`,
    `<tr>${corner}${withGap(dtypes, columnGap, "<th></th>")}</tr></thead>`,
    `<tbody>${rows.join("")}</tbody></table>`,
    `<div style="${faint};font-size:.85em">${window.shape}</div></div>`,
  ].join("");
}
