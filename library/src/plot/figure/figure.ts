import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { jupyterDisplay } from "../../host/index.ts";
import type { Displayable, MimeBundle } from "../../host/index.ts";
import { htmlPage } from "./html.ts";
import { pngSize } from "./png.ts";
import { pixelRatio, rasterise } from "./raster.ts";

/** Options of `toPNG` and `save`. */
export interface PngOptions {
  /** Pixels for each pixel of the figure. Default 2. */
  readonly scale?: number;
}

/** A figure's forms by MIME type, and what front ends should know about each. */
export interface FigureDisplay extends MimeBundle {
  readonly data: MimeBundle;
  readonly metadata: Record<string, unknown>;
}

/**
 * What every plotting function returns: leave it as a cell's last value and the notebook shows it.
 *
 * @example
 * const figure = scatter(penguins, { x: "flipper_length_mm", y: "body_mass_g" });
 * await figure.save("penguins.png");
 */
export abstract class Figure implements Displayable {
  /** The picture in words: what a screen reader says, and what a terminal prints. */
  abstract readonly alt: string;

  /** The figure as one SVG document. */
  abstract toSVG(): Promise<string>;

  /**
   * The figure as a PNG on white.
   *
   * @param options - `scale` is how many pixels make one pixel of the figure's width and height, above 0
   *   to 10. Default 2.
   * @throws RangeError for another scale.
   */
  async toPNG(options: PngOptions = {}): Promise<Uint8Array> {
    const { scale = pixelRatio } = options;
    if (!(scale > 0 && scale <= 10))
      throw new RangeError(`The option scale is from above 0 to 10; it was ${String(scale)}.`);
    return rasterise(await this.toSVG(), scale);
  }

  /** The figure as a web page that needs no network. */
  async toHTML(): Promise<string> {
    return htmlPage(this.alt, await this.toSVG());
  }

  /**
   * Writes the figure to a file; the ending of the name chooses the form: `.svg`, `.png`, `.html`, or
   * `.json` for a chart's spec.
   *
   * @param options - `scale` of a PNG, see `toPNG`.
   * @throws TypeError for another ending, or `.json` for a figure that has no spec.
   * @example
   * await figure.save("penguins.png", { scale: 3 });
   */
  async save(path: string, options: PngOptions = {}): Promise<void> {
    const ending = extname(path).toLowerCase();
    const spec = (this as { spec?: unknown }).spec;
    if (ending === ".svg") await writeFile(path, await this.toSVG());
    else if (ending === ".png") await writeFile(path, await this.toPNG(options));
    else if (ending === ".html") await writeFile(path, await this.toHTML());
    else if (ending === ".json" && spec !== undefined)
      await writeFile(path, `${JSON.stringify(spec, null, 2)}\n`);
    else {
      throw new TypeError(
        `A figure is saved as .svg, .png or .html, and a chart as .json too; the name given was '${path}'.`,
      );
    }
  }

  /**
   * The forms for a notebook, with the size at which to show the PNG and its description. There is
   * no HTML among them: exporters would prefer it to the picture.
   */
  async [jupyterDisplay](): Promise<FigureDisplay> {
    const png = await this.toPNG();
    const { width, height } = pngSize(png);
    const size = { width: Math.round(width / pixelRatio), height: Math.round(height / pixelRatio) };
    return {
      data: {
        ...this.interactive(),
        "image/png": Buffer.from(png).toString("base64"),
        "text/plain": this.alt,
      },
      metadata: { "image/png": { ...size, alt: this.alt } },
    };
  }

  /** Forms that a front end draws itself, if the figure has any. */
  interactive(): MimeBundle {
    return {};
  }
}
