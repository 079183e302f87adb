import { fontFamily, textWidth } from "../figure/fonts.ts";
import type { FontWeight } from "../figure/fonts.ts";
import { encodePng } from "../figure/png.ts";
import { inksOf } from "../figure/theme.ts";
import type { Pixels } from "./pixels.ts";

/** Text as SVG may hold it; control characters, which XML forbids, are dropped. */
export function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex
  const clean = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
  return clean.replace(
    /[&<>"]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign,
  );
}

export interface TextStyle {
  readonly size?: number;
  readonly weight?: FontWeight;
  readonly color?: string;
  readonly anchor?: "start" | "middle" | "end";
}

/** One line of text with its baseline at `y`. */
export function svgText(x: number, y: number, text: string, style: TextStyle = {}): string {
  const { size = 11, weight = "normal", color = inksOf().ink, anchor = "start" } = style;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${String(size)}" font-weight="${weight}" fill="${color}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
}

/** The text cut to a width in pixels, with an ellipsis where it was cut. */
export function fitText(
  text: string,
  width: number,
  size = 11,
  weight: FontWeight = "normal",
): string {
  if (textWidth(text, size, weight) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join("")}…`, size, weight) > width)
    letters.pop();
  return `${letters.join("")}…`;
}

/** A picture whose pixels become crisp squares; one that is made much smaller is averaged instead. */
export function svgImage(
  x: number,
  y: number,
  pixels: Pixels,
  width: number,
  height: number,
): string {
  const png = encodePng(pixels.rgba, pixels.width, pixels.height).toString("base64");
  return `<image x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" preserveAspectRatio="none" image-rendering="${width < pixels.width / 2 ? "optimizeQuality" : "optimizeSpeed"}" href="data:image/png;base64,${png}"/>`;
}

/** The whole document, with the description for screen readers. */
export function svgDocument(
  width: number,
  height: number,
  alt: string,
  body: readonly string[],
): string {
  const w = String(Math.ceil(width));
  const h = String(Math.ceil(height));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" font-family="${fontFamily}"><title>${escapeXml(alt)}</title><rect width="${w}" height="${h}" fill="${inksOf().paper}"/>${body.join("")}</svg>`;
}

/** A coordinate with two decimals at most. */
export function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
