import { boundText } from "./inspect.ts";
import { htmlToText } from "./html.ts";
import { asHtml, describeImage } from "./image-text.ts";
import { toJson } from "./json.ts";
import { isPlain } from "./prune.ts";
import type { DisplayData, MimeBundle } from "./types.ts";

const MIME_TYPE = /^[a-z]+\/[\w.+-]+$/i;
const SOURCE_TYPES = ["text/markdown", "text/latex"];

/** Whether a value is a non-empty object whose keys all are MIME types. */
export function isMimeBundle(value: unknown): value is MimeBundle {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => MIME_TYPE.test(key));
}

/**
 * A bundle as it may travel: bytes in base64, JSON without what JSON cannot say, `text/plain` always
 * there and bounded.
 *
 * @param plain gives the text form where the bundle has none; by default it is derived from the
 * bundle's other forms
 */
export function normaliseBundle(
  bundle: MimeBundle,
  metadata: Record<string, unknown> = {},
  plain: () => string = () => fallbackText(bundle),
): DisplayData {
  const data: MimeBundle = {};
  for (const [type, content] of Object.entries(bundle)) {
    if (content !== undefined) data[type] = encode(content);
    if (!("text/html" in bundle)) Object.assign(data, asHtml(type, data[type]));
  }
  const text = data["text/plain"];
  data["text/plain"] = typeof text === "string" ? boundText(text) : plain();
  return { data, metadata: withAlternative(data, toJson(metadata) as Record<string, unknown>) };
}

/** nbconvert gives a picture the `alt` of its metadata; the text form says what is to be seen. */
function withAlternative(data: MimeBundle, metadata: Record<string, unknown>) {
  const type = ["image/png", "image/jpeg"].find((name) => name in data);
  const alt = data["text/plain"] as string;
  if (!type || alt.length > 200) return metadata;
  const given = metadata[type];
  return { ...metadata, [type]: { alt, ...(isPlain(given) ? given : {}) } };
}

function encode(content: unknown): unknown {
  if (typeof content === "string") return content;
  if (content instanceof Uint8Array) {
    return Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("base64");
  }
  return toJson(content);
}

function fallbackText(bundle: MimeBundle): string {
  for (const type of SOURCE_TYPES) {
    if (typeof bundle[type] === "string") return boundText(bundle[type]);
  }
  const html = bundle["text/html"];
  if (typeof html === "string") return boundText(htmlToText(html));
  const [type = "empty", content] = Object.entries(bundle)[0] ?? [];
  if (type.startsWith("image/")) return describeImage(type, content);
  return `<${type}>`;
}
