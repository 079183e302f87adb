import { info as readInfo, type DatasetInfo, type DatasetName } from "@daylab/datasets";
import { jupyterDisplay, type Displayable, type MimeBundle } from "../host/index.ts";

/** A set's card, which a notebook shows as a table of its columns. */
export type DatasetCard = DatasetInfo & Displayable;

/**
 * The card of a bundled set: what it holds, its columns with units, where it comes from, its licence,
 * how to cite it, and its checksum.
 *
 * @throws RangeError with the nearest names where there is no such set
 *
 * @example
 * info("penguins");
 */
export function info(name: DatasetName): DatasetCard {
  const card = readInfo(name);
  return Object.defineProperty({ ...card } as DatasetCard, jupyterDisplay, {
    value: (): MimeBundle => ({ "text/plain": cardText(card), "text/html": cardHtml(card) }),
  });
}

/** More columns than these are told by their number: 64 pixels are not read one by one. */
const maxColumns = 12;

function facts(card: DatasetInfo): [string, string][] {
  return [
    ["Rows", String(card.rows)],
    ["Source", `${card.source.title}, ${card.source.url}`],
    ["Licence", card.licence.name],
    ["Citation", card.citation],
    ...(card.note === undefined ? [] : ([["Note", card.note]] as [string, string][])),
    ["SHA-256", card.sha256],
  ];
}

function cardText(card: DatasetInfo): string {
  const columns = card.columns.slice(0, maxColumns).map((column) => {
    const unit = column.unit === undefined ? "" : `, ${column.unit}`;
    return `  ${column.name} (${column.type}${unit}): ${column.description}`;
  });
  return [
    `${card.title} ("${card.name}")`,
    card.description,
    ...facts(card).map(([name, value]) => `${name}: ${value}`),
    `Columns: ${card.columns.length}`,
    ...columns,
    ...omitted(card).map((line) => `  ${line}`),
  ].join("\n");
}

function cardHtml(card: DatasetInfo): string {
  const cell = (tag: "td" | "th", text: string): string =>
    `<${tag} style="text-align:left;vertical-align:top">${escape(text)}</${tag}>`;
  const columnRows = card.columns
    .slice(0, maxColumns)
    .map(({ name, type, unit, description, nullable }) =>
      [name, type, unit ?? "", description + (nullable ? " (may be missing)" : "")]
        .map((text) => cell("td", text))
        .join(""),
    );
  const head = ["Column", "Type", "Unit", "Meaning"].map((text) => cell("th", text)).join("");
  return [
    `<div style="max-width:80ch"><strong>${escape(card.title)}</strong>`,
    `<p style="margin:4px 0">${escape(card.description)}</p>`,
    `<table><thead><tr>${head}</tr></thead><tbody>`,
    ...columnRows.map((row) => `<tr>${row}</tr>`),
    "</tbody></table>",
    ...omitted(card).map((line) => `<p style="margin:4px 0">${escape(line)}</p>`),
    `<table><tbody>`,
    ...facts(card).map(
      ([name, value]) =>
        `<tr>${cell("th", name)}<td style="text-align:left">${linked(value)}</td></tr>`,
    ),
    "</tbody></table></div>",
  ].join("");
}

function omitted(card: DatasetInfo): string[] {
  const more = card.columns.length - maxColumns;
  return more > 0 ? [`… and ${more} more, the last "${card.columns.at(-1)?.name}"`] : [];
}

function linked(text: string): string {
  return escape(text).replace(/https:\/\/[\w./+-]+/g, '<a href="$&">$&</a>');
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
