import { positive } from "../options.ts";
import type { Size } from "../boxes/index.ts";
import type { XYXY } from "../box.ts";

/** Shapes of the anchors at one place. */
export interface AnchorShapes {
  /** Sides of the square anchors in pixels; other ratios keep their area. */
  readonly sizes: readonly number[];
  /** Height over width. Default `[0.5, 1, 2]`. */
  readonly ratios?: readonly number[];
}

/** Options of `gridAnchors`. */
export interface GridAnchorsOptions extends Size, AnchorShapes {
  /** Pixels from one place to the next, across and down. */
  readonly stride: number;
  /** Where in its cell an anchor has its centre, 0 its corner, 0.5 the middle. Default 0.5. */
  readonly offset?: number;
}

/** Options of `pyramidAnchors`. */
export interface PyramidAnchorsOptions extends Size {
  /** The strides of the levels, such as 8, 16, 32. */
  readonly strides: readonly number[];
  /** The side of a level's smallest square anchor, in strides. Default 4, as RetinaNet. */
  readonly scale?: number;
  /** So many sizes from one octave to the next. Default 3. */
  readonly sizesPerOctave?: number;
  /** Height over width. Default `[0.5, 1, 2]`. */
  readonly ratios?: readonly number[];
  /** As in `gridAnchors`. */
  readonly offset?: number;
}

/**
 * Anchors `[x0, y0, x1, y1]` on a grid over a picture: for each cell (row by row), for each ratio and
 * each size one box. There are ⌈height / stride⌉ × ⌈width / stride⌉ cells. Anchors may reach out of
 * the picture.
 *
 * Source: S. Ren and others, Faster R-CNN, NeurIPS 2015.
 *
 * @throws RangeError for a size, ratio or stride that is not above 0.
 * @example
 * gridAnchors({ width: 16, height: 8, stride: 8, sizes: [4], ratios: [1] });
 * // [[2, 2, 6, 6], [10, 2, 14, 6]]
 */
export function gridAnchors(options: GridAnchorsOptions): XYXY[] {
  const stride = positive("stride", options.stride);
  const rows = Math.ceil(positive("height", options.height) / stride);
  const columns = Math.ceil(positive("width", options.width) / stride);
  const offset = options.offset ?? 0.5;
  const shapes = (options.ratios ?? [0.5, 1, 2]).flatMap((ratio) =>
    options.sizes.map((size) => {
      const half = positive("sizes", size) / 2;
      const root = Math.sqrt(positive("ratios", ratio));
      return [half / root, half * root] as const;
    }),
  );
  const anchors: XYXY[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = [(column + offset) * stride, (row + offset) * stride];
      for (const [dx, dy] of shapes) anchors.push([x - dx, y - dy, x + dx, y + dy]);
    }
  }
  return anchors;
}

/**
 * Anchors for the levels of a feature pyramid, a list a level: a level's sizes are
 * `scale · stride · 2^(k / sizesPerOctave)`.
 *
 * Source: T.-Y. Lin and others, Focal Loss for Dense Object Detection, ICCV 2017.
 *
 * @throws RangeError for a size, ratio or stride that is not above 0.
 * @example
 * pyramidAnchors({ width: 64, height: 64, strides: [8, 16] }).map((level) => level.length);
 * // [576, 144]
 */
export function pyramidAnchors(options: PyramidAnchorsOptions): XYXY[][] {
  const octave = options.sizesPerOctave ?? 3;
  return options.strides.map((stride) =>
    gridAnchors({
      ...options,
      stride,
      sizes: Array.from(
        { length: octave },
        (_, k) => (options.scale ?? 4) * stride * 2 ** (k / octave),
      ),
    }),
  );
}
