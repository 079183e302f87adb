import { normaliseBundle } from "./bundle.ts";
import type { DisplayData } from "./types.ts";

const DATA_URL = /^data:(image\/[\w.+-]+);base64,([\s\S]+)$/;

/** A canvas (`toDataURL`) as its picture, an element (`outerHTML`) as SVG or HTML. */
export function representDom(value: unknown): DisplayData | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("toDataURL" in value && typeof value.toDataURL === "function") {
    const url: unknown = (value.toDataURL as () => unknown)();
    const [, type = "", content = ""] = DATA_URL.exec(String(url)) ?? [];
    return type ? normaliseBundle({ [type]: content }) : undefined;
  }
  if (!("outerHTML" in value) || typeof value.outerHTML !== "string") return undefined;
  const type = /^<svg[\s>]/i.test(value.outerHTML) ? "image/svg+xml" : "text/html";
  return normaliseBundle({ [type]: value.outerHTML });
}
