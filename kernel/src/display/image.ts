import { normaliseBundle } from "./bundle.ts";
import { imageSize } from "./image-size.ts";
import type { ImageType } from "./image-text.ts";
import type { DisplayData } from "./types.ts";

const COMMENT = /<!--(?:(?!-->)[\s\S])*-->/;
const SVG_START = new RegExp(
  String.raw`^\uFEFF?\s*(<\?xml[^>]*>\s*)?(${COMMENT.source}\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]`,
  "i",
);

/**
 * Bytes of a picture file, recognised by their magic number and by a size that can be read, so that
 * other bytes that happen to begin alike stay bytes.
 */
export function representImage(value: unknown): DisplayData | undefined {
  if (!(value instanceof Uint8Array)) return undefined;
  const type = imageType(value);
  if (!type) return undefined;
  if (type !== "image/svg+xml") return normaliseBundle({ [type]: value });
  return normaliseBundle({ [type]: new TextDecoder().decode(value) });
}

/** The MIME type of a picture file, or `undefined` for other bytes. */
export function imageType(bytes: Uint8Array): ImageType | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096));
  if (SVG_START.test(head.toString("utf8"))) return "image/svg+xml";
  return imageSize(bytes)?.type;
}
