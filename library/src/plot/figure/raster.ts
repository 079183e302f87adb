import { fontFiles } from "./fonts.ts";
import { encodePng } from "./png.ts";
import { addedFonts, needsMoreFonts, warnOfUndrawn } from "./scripts.ts";

/** Pixels of a PNG for each pixel of the figure: sharp on screens of high density. */
export const pixelRatio = 2;

/**
 * Draws an SVG into a PNG on white, with the fonts that the library ships. Only where a character is
 * in none of them, the fonts of the system are read too; what is in no font at all is said once.
 */
export async function rasterise(svg: string, scale = pixelRatio): Promise<Buffer> {
  const { Resvg } = await import("@resvg/resvg-js");
  const system = needsMoreFonts(svg);
  const font = {
    loadSystemFonts: system,
    fontFiles: [...Object.values(fontFiles), ...addedFonts()],
    defaultFontFamily: "DejaVu Sans",
    sansSerifFamily: "DejaVu Sans",
  };
  const drawing = { background: "white", fitTo: { mode: "zoom", value: scale } } as const;
  const draw = (text: string) => new Resvg(text, { font, ...drawing });
  if (system) warnOfUndrawn(svg, (text) => draw(text).render().pixels);
  const drawn = draw(svg).render();
  return encodePng(drawn.pixels, drawn.width, drawn.height, scale);
}
