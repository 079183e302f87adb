import type { Image, ImageLike } from "../image/index.ts";
import { oneOf } from "../options.ts";
import { asImage, grayPlane } from "./gray.ts";
import type { GrayPlane } from "./gray.ts";

/**
 * How alike a template and the picture below it are: the squared difference (0 is equal), the product
 * of both, or the product after the mean of each was taken away; `-normed` does not depend on light.
 */
export type TemplateMethod =
  "sqdiff" | "sqdiff-normed" | "ccorr" | "ccorr-normed" | "ccoeff" | "ccoeff-normed";

/** Options of `matchTemplate`. */
export interface TemplateOptions {
  /** Default `"ccoeff-normed"`, from -1 to 1, 1 for an equal picture. */
  readonly method?: TemplateMethod;
}

const methods: readonly TemplateMethod[] = [
  ...(["sqdiff", "sqdiff-normed", "ccorr", "ccorr-normed"] as const),
  ...(["ccoeff", "ccoeff-normed"] as const),
];

/**
 * Looks for a small picture in a large one: how alike they are with the template's top-left corner at
 * each pixel, `[height - h + 1, width - w + 1]`. Bytes count as 0 to 1. The best place is the highest
 * value (the lowest for `sqdiff`), see `localPeaks`. OpenCV's matchTemplate. Takes time in proportion to the
 * pixels of both.
 *
 * @throws RangeError when the template is larger than the image; TypeError for an unknown method.
 * @example
 * matchTemplate([[0, 0, 1, 0]], [[0, 1]], { method: "sqdiff" }).rows(); // [[1, 0, 2]]
 */
export function matchTemplate(
  image: ImageLike,
  template: ImageLike,
  options: TemplateOptions = {},
): Image {
  const method = oneOf("method", options.method ?? "ccoeff-normed", methods);
  const [large, small] = [grayPlane(image), grayPlane(template)];
  const height = large.height - small.height + 1;
  const width = large.width - small.width + 1;
  if (height < 1 || width < 1)
    throw new RangeError(
      `The template (${String(small.height)} × ${String(small.width)}) is larger than the image (${String(large.height)} × ${String(large.width)}).`,
    );
  const normed = method.endsWith("-normed");
  const middle = method.startsWith("ccoeff") ? meanOf(small.data) : 0;
  const kernel = small.data.map((value) => value - middle);
  const power = kernel.reduce((sum, value) => sum + value * value, 0);
  const data = new Float64Array(height * width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const { product, sum, squares } = sumsUnder(large, small, kernel, y, x);
      const own = method.startsWith("ccoeff") ? squares - (sum * sum) / kernel.length : squares;
      const value = method.startsWith("sqdiff") ? squares - 2 * product + power : product;
      const scale = Math.sqrt(Math.max(own, 0) * power);
      data[y * width + x] = !normed ? value : scale > 1e-12 ? Math.min(1, value / scale) : 0;
    }
  }
  return asImage({ height, width, data });
}

function sumsUnder(
  image: GrayPlane,
  { height, width }: GrayPlane,
  kernel: Float64Array,
  top: number,
  left: number,
): Record<"product" | "sum" | "squares", number> {
  let [product, sum, squares] = [0, 0, 0];
  for (let y = 0, k = 0; y < height; y++) {
    for (let x = 0, at = (top + y) * image.width + left; x < width; x++, k++, at++) {
      const value = image.data[at];
      product += value * kernel[k];
      sum += value;
      squares += value * value;
    }
  }
  return { product, sum, squares };
}

const meanOf = (data: Float64Array): number =>
  data.reduce((sum, value) => sum + value, 0) / data.length;
