import { imageSize } from "./image-size.ts";
import type { DisplayData } from "./types.ts";

export type ImageType = "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/svg+xml";

const NAMES: Record<ImageType, string> = {
  "image/png": "PNG",
  "image/jpeg": "JPEG",
  "image/gif": "GIF",
  "image/webp": "WebP",
  "image/svg+xml": "SVG",
};
const SVG_START =
  /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i;

/**
 * Bytes of a picture file, recognised by their magic number and by a size that can be read, so that
 * other bytes that happen to begin alike stay bytes.
 */
export function representImage(value: unknown): DisplayData | undefined {
  if (!(value instanceof Uint8Array)) return undefined;
  const type = imageType(value);
  if (!type) return undefined;
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  const content = type === "image/svg+xml" ? bytes.toString("utf8") : bytes.toString("base64");
  const text = describeImage(type, value);
  return { data: { [type]: content, ...asHtml(type, content), "text/plain": text }, metadata: {} };
}

/** nbconvert shows no GIF and no WebP by itself, hence these two come as an `<img>` too. */
export function asHtml(type: string, base64: unknown): { "text/html"?: string } {
  if ((type !== "image/gif" && type !== "image/webp") || typeof base64 !== "string") return {};
  if (!/^[\w+/=\s]*$/.test(base64)) return {};
  return { "text/html": `<img src="data:${type};base64,${base64}" alt="${NAMES[type]} image">` };
}

/** The MIME type of a picture file, or `undefined` for other bytes. */
export function imageType(bytes: Uint8Array): ImageType | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096));
  if (SVG_START.test(head.toString("utf8"))) return "image/svg+xml";
  return imageSize(bytes)?.type;
}

/** One line such as `<PNG image, 640 × 480, 20.1 kB>`; `content` is bytes, base64 or SVG source. */
export function describeImage(type: ImageType, content: unknown): string {
  const name = NAMES[type] ?? type;
  const bytes =
    typeof content === "string" && type !== "image/svg+xml"
      ? Buffer.from(content, "base64")
      : content;
  if (typeof bytes === "string") return `<${name} image, ${kilobytes(Buffer.byteLength(bytes))}>`;
  if (!(bytes instanceof Uint8Array)) return `<${name} image>`;
  const size = imageSize(bytes);
  const pixels = size ? `, ${size.width} × ${size.height}` : "";
  return `<${name} image${pixels}, ${kilobytes(bytes.byteLength)}>`;
}

function kilobytes(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}
