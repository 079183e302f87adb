import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { controls } from "../model/protocol.ts";
import { bytes, size, text } from "../traits/kinds.ts";
import { anyWidget } from "../widget/common.ts";
import { widgetClass } from "../widget/widget-class.ts";

const traits = {
  ...anyWidget,
  /** The bytes of the picture's file. */
  value: bytes(),
  /** `"png"` (default), `"jpeg"`, `"svg+xml"`: what stands after `image/` in its MIME type. */
  format: text("png"),
  /** In pixels of a page, or text as CSS has it; default the picture's own. */
  width: size(),
  /** In pixels of a page, or text as CSS has it; default the picture's own. */
  height: size(),
};

/**
 * A picture that can be changed in place; its bytes travel as they are.
 *
 * @example
 * const picture = new Image({ value: new Uint8Array([137, 80, 78, 71]), width: 120 });
 * picture.width; // "120"
 */
export class Image extends widgetClass("Image", controls("ImageModel", "ImageView"), traits, [
  "format",
  "width",
  "height",
  "value",
]) {
  /** Reads a picture's file; the ending of its name tells the format. */
  static async fromFile(path: string): Promise<Image> {
    const ending = extname(path).slice(1).toLowerCase();
    const format = { jpg: "jpeg", svg: "svg+xml" }[ending] ?? ending;
    return new Image({ value: await readFile(path), format });
  }
}
