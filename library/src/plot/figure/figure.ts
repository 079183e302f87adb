import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { jupyterDisplay } from "../../host/index.ts";
import type { Displayable, MimeBundle } from "../../host/index.ts";
import { pngSize } from "./png.ts";
import { pixelRatio, rasterise } from "./raster.ts";

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

  /** The figure as a PNG on white, with two pixels for each pixel of its width and height. */
  async toPNG(): Promise<Uint8Array> {
    return rasterise(await this.toSVG());
  }

  /**
   * Writes the figure to a file; the ending of the name, `.svg` or `.png`, chooses the form.
   *
   * @throws TypeError for another ending.
   */
  async save(path: string): Promise<void> {
    const ending = extname(path).toLowerCase();
    if (ending === ".svg") await writeFile(path, await this.toSVG());
    else if (ending === ".png") await writeFile(path, await this.toPNG());
    else throw new TypeError(`A figure is saved as .svg or .png; the name given was '${path}'.`);
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
