import { escapeHtml } from "../../frame/display/html.ts";
import type { MimeBundle } from "../../host/index.ts";
import type { AnyEstimator } from "../base/index.ts";

/** A part of a diagram: a name, what stands there, and which columns it takes. */
export type DiagramPart = readonly [name: string, what: unknown, columns?: unknown];

/** How an estimator is built from others: one after the other, or side by side. */
export interface DiagramNode {
  readonly kind: "serial" | "parallel";
  readonly of: AnyEstimator;
  readonly parts: readonly DiagramPart[];
}

/** An estimator that shows what it is built from. */
export interface Diagrammed {
  diagram(): DiagramNode;
}

const isDiagrammed = (value: unknown): value is Diagrammed =>
  typeof (value as Partial<Diagrammed> | undefined)?.diagram === "function";

/** The forms a notebook shows of an estimator that is built from others. */
export function diagramBundle(estimator: AnyEstimator & Diagrammed): MimeBundle {
  const border = "var(--jp-border-color1,rgba(128,128,128,.6))";
  const look = [
    `display:inline-block`,
    `padding:8px`,
    `border:1px dashed ${border}`,
    `border-radius:4px`,
    `font-family:var(--jp-code-font-family,monospace)`,
    `font-size:var(--jp-code-font-size,13px)`,
    `color:var(--jp-ui-font-color1,inherit)`,
  ].join(";");
  const html = `<div style="overflow-x:auto"><div role="group" aria-label="${escapeHtml(`Diagram of ${estimator.name}`)}" style="${look}">${partHtml(["", estimator])}</div></div>`;
  return { "text/plain": estimator.toString(), "text/html": html };
}

function partHtml([name, what, columns]: DiagramPart): string {
  const taken =
    columns === undefined
      ? ""
      : `<div style="opacity:.75;max-width:32ch;overflow-wrap:anywhere">${escapeHtml(columnsText(columns))}</div>`;
  const label = name === "" ? "" : `<div style="opacity:.75">${escapeHtml(name)}${taken}</div>`;
  if (!isDiagrammed(what)) return `<div>${label}${leafHtml(what)}</div>`;
  const { kind, of, parts } = what.diagram();
  const inside = parts.map((part) => `<li style="margin:0">${partHtml(part)}</li>`);
  const direction = kind === "serial" ? "column" : "row";
  const says = kind === "serial" ? "steps, one after the other" : "parts, side by side";
  const list = `<ol aria-label="${escapeHtml(`${of.name}: ${says}`)}" style="display:flex;flex-direction:${direction};gap:8px;align-items:flex-start;list-style:none;margin:4px 0 0;padding:4px 0 0 12px;border-left:2px solid var(--jp-border-color2,rgba(128,128,128,.4))">${inside.join("")}</ol>`;
  return `<div>${label}<strong>${escapeHtml(of.name)}</strong>${list}</div>`;
}

/** An estimator that opens to its parameters. */
function leafHtml(what: unknown): string {
  const box =
    "border:1px solid var(--jp-border-color1,rgba(128,128,128,.6));border-radius:4px;padding:2px 8px;background:var(--jp-layout-color2,rgba(128,128,128,.12))";
  if (typeof what === "string") return `<div style="${box}">${escapeHtml(what)}</div>`;
  const estimator = what as AnyEstimator;
  const rows = Object.entries(estimator.getParams()).map(
    ([name, value]) =>
      `<tr><th scope="row" style="text-align:left;font-weight:normal">${escapeHtml(name)}</th><td style="text-align:left">${escapeHtml(short(value))}</td></tr>`,
  );
  if (rows.length === 0) return `<div style="${box}">${escapeHtml(estimator.name)}</div>`;
  return `<details style="${box}"><summary style="cursor:pointer">${escapeHtml(estimator.name)}</summary><table><tbody>${rows.join("")}</tbody></table></details>`;
}

function short(value: unknown): string {
  const text =
    typeof value === "object" && value !== null ? (JSON.stringify(value) ?? "") : String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function columnsText(columns: unknown): string {
  if (typeof columns === "function") return `columns by ${columns.name || "a function"}`;
  const text = Array.isArray(columns) ? columns.map(String).join(", ") : short(columns);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
