import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { jupyterDisplay } from "../../host/index.ts";
import type { Displayable, MimeBundle } from "../../host/index.ts";
import { pngSize } from "./png.ts";
import { pixelRatio, rasterise } from "./raster.ts";

/** Method name by which a value tells Jupyter the metadata of its display (sizes, by MIME type). */
export const jupyterMetadata: unique symbol = Symbol.for("Jupyter.displayMetadata") as never;

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

  /** The forms for a notebook. There is no HTML among them: exporters would prefer it to the picture. */
  async [jupyterDisplay](): Promise<MimeBundle> {
    const png = await this.toPNG();
    this.#size = pngSize(png);
    return {
      ...this.interactive(),
      "image/png": Buffer.from(png).toString("base64"),
      "text/plain": this.alt,
    };
  }

  /** The size at which the PNG of the last display is meant to be shown, for Jupyter's metadata. */
  [jupyterMetadata](): Record<string, unknown> {
    if (this.#size === undefined) return {};
    const { width, height } = this.#size;
    return { "image/png": { width: width / pixelRatio, height: height / pixelRatio } };
  }

  #size: { width: number; height: number } | undefined;

  /** Forms that a front end draws itself, if the figure has any. */
  protected interactive(): MimeBundle {
    return {};
  }
}
