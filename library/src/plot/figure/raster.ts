import { fontFiles } from "./fonts.ts";
import { encodePng } from "./png.ts";

/** Pixels of a PNG for each pixel of the figure: sharp on screens of high density. */
export const pixelRatio = 2;

/** Draws an SVG into a PNG at `pixelRatio` on white, with the fonts that the library ships. */
export async function rasterise(svg: string): Promise<Buffer> {
  const { Resvg } = await import("@resvg/resvg-js");
  const drawn = new Resvg(svg, {
    background: "white",
    fitTo: { mode: "zoom", value: pixelRatio },
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(fontFiles),
      defaultFontFamily: "DejaVu Sans",
      sansSerifFamily: "DejaVu Sans",
    },
  }).render();
  return encodePng(drawn.pixels, drawn.width, drawn.height, pixelRatio);
}
