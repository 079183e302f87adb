import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The fonts that the library ships: static pictures use these and no system font. */
export const fontFiles = {
  normal: fileURLToPath(new URL("../../../assets/fonts/DejaVuSans.ttf", import.meta.url)),
  bold: fileURLToPath(new URL("../../../assets/fonts/DejaVuSans-Bold.ttf", import.meta.url)),
} as const;

export type FontWeight = keyof typeof fontFiles;

/** The font list of every SVG; the names after the first are for viewers that lack it. */
export const fontFamily = "DejaVu Sans, Verdana, sans-serif";

interface Advances {
  readonly unitsPerEm: number;
  readonly glyphOf: ReadonlyMap<number, number>;
  readonly widths: readonly number[];
}

const loaded = new Map<FontWeight, Advances>();

function advances(weight: FontWeight): Advances {
  const found = loaded.get(weight);
  if (found) return found;
  const read = readAdvances(readFileSync(fontFiles[weight]));
  loaded.set(weight, read);
  return read;
}

/** True for a character that the library's own font can draw. */
export function hasGlyph(character: string): boolean {
  return (advances("normal").glyphOf.get(character.codePointAt(0) ?? 0) ?? 0) !== 0;
}

/** From here on (Chinese, Japanese, Korean and emoji) characters are about one em wide. */
const firstWide = 0x2e80;

/**
 * Width of one line of text in pixels, from the font's own table of advances (without kerning).
 * Node has no canvas to measure with, and a guess makes titles and legends overlap.
 */
export function textWidth(text: string, size: number, weight: FontWeight = "normal"): number {
  const font = advances(weight);
  let units = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const glyph = font.glyphOf.get(code) ?? 0;
    units +=
      glyph === 0 && code >= firstWide
        ? font.unitsPerEm
        : (font.widths[Math.min(glyph, font.widths.length - 1)] ?? 0);
  }
  return (units / font.unitsPerEm) * size;
}

function readAdvances(file: Buffer): Advances {
  const tables = new Map<string, number>();
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i;
    tables.set(file.toString("latin1", entry, entry + 4), file.readUInt32BE(entry + 8));
  }
  const at = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new Error(`The font has no table '${tag}'.`);
    return offset;
  };
  const count = file.readUInt16BE(at("hhea") + 34);
  const widths = Array.from({ length: count }, (_, i) => file.readUInt16BE(at("hmtx") + 4 * i));
  return {
    unitsPerEm: file.readUInt16BE(at("head") + 18),
    widths,
    glyphOf: readCmap(file, at("cmap")),
  };
}

/** Code point → glyph from the segmented subtable (format 4), which holds the basic plane. */
function readCmap(file: Buffer, cmap: number): Map<number, number> {
  const glyphOf = new Map<number, number>();
  for (let i = 0; i < file.readUInt16BE(cmap + 2); i++) {
    const table = cmap + file.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (file.readUInt16BE(table) !== 4) continue;
    const doubled = file.readUInt16BE(table + 6);
    const ends = table + 14;
    const starts = ends + doubled + 2;
    for (let s = 0; s < doubled; s += 2) {
      const start = file.readUInt16BE(starts + s);
      const end = file.readUInt16BE(ends + s);
      const delta = file.readUInt16BE(starts + doubled + s);
      const rangeAt = starts + 2 * doubled + s;
      const range = file.readUInt16BE(rangeAt);
      for (let code = start; code <= end && code !== 0xffff; code++) {
        const raw = range === 0 ? code : file.readUInt16BE(rangeAt + range + 2 * (code - start));
        if (raw !== 0 || range === 0) glyphOf.set(code, (raw + delta) & 0xffff);
      }
    }
    return glyphOf;
  }
  throw new Error("The font has no character map in format 4.");
}
