import { existsSync } from "node:fs";
import { fontFamily, hasGlyph } from "./fonts.ts";

const added: string[] = [];
/** Characters that were looked for already: true where some font has them. */
const drawable = new Map<string, boolean>();

/** The files that `addFont` was given. */
export function addedFonts(): readonly string[] {
  return added;
}

/**
 * Adds a font for characters that the library's own font (DejaVu Sans: Latin, Greek, Cyrillic, Arabic,
 * Hebrew, signs) lacks, such as Chinese ones. It is for PNG pictures: a browser uses its own fonts. The
 * fonts that the system has installed need not be added.
 *
 * @param path - A file `.ttf`, `.otf` or `.ttc`; resvg reads no woff.
 * @throws RangeError when there is no such file, or it is none of these.
 * @example
 * plot.addFont("fonts/NotoSansSC-Regular.ttf");
 */
export function addFont(path: string): void {
  if (!/\.(ttf|otf|ttc)$/i.test(path))
    throw new RangeError(`A font is a file .ttf, .otf or .ttc; the name given was '${path}'.`);
  if (!existsSync(path)) throw new RangeError(`There is no font file '${path}'.`);
  if (added.includes(path)) return;
  added.push(path);
  drawable.clear();
}

/** The characters of an SVG's text that the library's own font lacks. */
function foreign(svg: string): string[] {
  const text = svg.replace(/<[^>]*>/g, "");
  if (!/[^\p{ASCII}]/u.test(text)) return [];
  const shown = new Set(text.replace(/[\p{White_Space}\p{Control}\p{Format}\p{Mark}\uFE0F]/gu, ""));
  return [...shown].filter((character) => !hasGlyph(character));
}

/** True when fonts of the system are needed: reading them takes time, so they are not by default. */
export function needsMoreFonts(svg: string): boolean {
  return foreign(svg).length > 0;
}

/** More different characters than this are not each looked for. */
const mostLooked = 200;

/**
 * Says once for each character that no font has it, and what to do. `draw` draws an SVG into pixels: a
 * character that no font has looks like one that cannot exist.
 */
export function warnOfUndrawn(svg: string, draw: (svg: string) => Uint8Array): void {
  const unknown = foreign(svg).filter((character) => !drawable.has(character));
  if (unknown.length === 0) return;
  const alone = (character: string) =>
    draw(
      `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" font-family="${fontFamily}"><text x="8" y="30" font-size="20">${character}</text></svg>`,
    );
  const nothing = alone("\u{10FFFD}");
  for (const character of unknown.slice(0, mostLooked))
    drawable.set(character, Buffer.compare(alone(character), nothing) !== 0);
  const lost = unknown.filter((character) => drawable.get(character) === false);
  if (lost.length === 0) return;
  const some = lost.slice(0, 12).join(" ");
  console.warn(
    `The picture shows boxes for ${lost.length === 1 ? "a character" : `${String(lost.length)} characters`} that no installed font has: ${some}${lost.length > 12 ? " …" : ""}. ${remedy()} Interactive charts are drawn with the browser's fonts.`,
  );
}

function remedy(): string {
  const system =
    process.platform === "linux"
      ? "install a font (for Chinese, Japanese and Korean on Debian and Ubuntu: apt install fonts-noto-cjk)"
      : "install a font that has them";
  return `To see them, ${system}, or name a file: plot.addFont("NotoSansSC-Regular.ttf").`;
}
