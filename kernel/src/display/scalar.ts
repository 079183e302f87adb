import { types } from "node:util";
import { dateText } from "./brief.ts";
import { escapeHtml } from "./html.ts";
import { inspectText } from "./inspect.ts";
import type { DisplayData } from "./types.ts";

const text = (plain: string): DisplayData => ({ data: { "text/plain": plain }, metadata: {} });

/** A date in ISO 8601, a URL as a link, an error as its message and the user's stack lines. */
export function representScalar(value: unknown): DisplayData | undefined {
  if (types.isDate(value)) return text(dateText(value));
  if (value instanceof URL) return link(value);
  if (types.isNativeError(value)) return text(errorText(value));
  return undefined;
}

function link(url: URL): DisplayData {
  if (!/^https?:$/.test(url.protocol)) return text(url.href);
  const href = escapeHtml(url.href);
  const html = `<a href="${href}" target="_blank" rel="noopener noreferrer">${href}</a>`;
  return { data: { "text/html": html, "text/plain": url.href }, metadata: {} };
}

const kernelFolder = new URL("../", import.meta.url).href;

/** Stack lines inside Node and inside the kernel say nothing to the one who wrote the cell. */
function errorText(error: Error): string {
  const lines: string[] = [];
  for (const line of inspectText(error).split("\n")) {
    if (!isHidden(line)) lines.push(line);
    // The last stack line also opens the braces around the error's own properties.
    else if (line.endsWith(" {")) lines.push(`${lines.pop() ?? ""} {`);
  }
  return lines.join("\n");
}

function isHidden(line: string): boolean {
  if (/^\s+\.\.\. \d+ lines matching /.test(line)) return true;
  return /^\s+at /.test(line) && (line.includes("node:") || line.includes(kernelFolder));
}
