import { imageSize } from "./image-size.ts";

export type ImageType = "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/svg+xml";

const NAMES: Record<string, string> = {
  "image/png": "PNG",
  "image/jpeg": "JPEG",
  "image/gif": "GIF",
  "image/webp": "WebP",
  "image/svg+xml": "SVG",
} satisfies Record<ImageType, string>;

/** One line such as `<PNG image, 640 × 480, 20.1 kB>`; `content` is bytes, base64 or SVG source. */
export function describeImage(type: string, content: unknown): string {
  const name = NAMES[type] ?? type;
  const isSource = type === "image/svg+xml";
  const bytes =
    typeof content === "string" ? Buffer.from(content, isSource ? "utf8" : "base64") : content;
  if (!(bytes instanceof Uint8Array)) return `<${name} image>`;
  const size = isSource ? undefined : imageSize(bytes);
  const pixels = size ? `, ${size.width} × ${size.height}` : "";
  return `<${name} image${pixels}, ${kilobytes(bytes.byteLength)}>`;
}

/** nbconvert shows no GIF and no WebP by itself, hence these two come as an `<img>` too. */
export function asHtml(type: string, base64: unknown): { "text/html"?: string } {
  if ((type !== "image/gif" && type !== "image/webp") || typeof base64 !== "string") return {};
  if (!/^[\w+/=\s]*$/.test(base64)) return {};
  return { "text/html": `<img src="data:${type};base64,${base64}" alt="${NAMES[type]} image">` };
}

function kilobytes(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}
