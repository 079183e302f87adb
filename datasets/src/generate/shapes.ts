import { Random, type Seed } from "../random/index.ts";
import { numberWithin, wholeNumber, type ImageBatch } from "./options.ts";
import { drawScene } from "./scene.ts";
import type { ShapeClass } from "./silhouette.ts";

/** The visible part of one shape. */
export interface ShapeBox {
  /** Corners `[x0, y0, x1, y1]` in pixels; the right and bottom edges lie beyond the last pixel. */
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number];
  readonly label: ShapeClass;
  /** Index of the label in `classes`. */
  readonly classIndex: number;
}

/** Scenes of shapes with what a detector and a segmenter should find in them. */
export interface ShapeScenes extends ImageBatch {
  /** Names of the labels. */
  readonly classes: readonly ShapeClass[];
  /** For each image, its boxes, those drawn first (farthest back) first. */
  readonly boxes: readonly (readonly ShapeBox[])[];
  /** `[count, height, width]`: 0 is background, `classIndex + 1` a shape of that class. */
  readonly masks: Uint8Array;
  /** `[count, height, width]`: 0 is background, `k + 1` the visible part of the image's box `k`. */
  readonly instances: Uint8Array;
}

export interface ShapesOptions {
  readonly count: number;
  readonly seed: Seed;
  /** Width and height in pixels, 16 to 512 (default 64). */
  readonly size?: number;
  /** Default all three. */
  readonly classes?: readonly ShapeClass[];
  /** Three channels instead of one (default false). */
  readonly colour?: boolean;
  /** How many shapes are put into a scene at least and at most (default 1 and 4). */
  readonly objects?: readonly [number, number];
  /** Radius of a shape as a part of the image's size, at least and at most (default 0.09 and 0.18). */
  readonly radius?: readonly [number, number];
  /** Largest rotation either way, in degrees (default 0: turned squares are hard to tell from circles). */
  readonly rotation?: number;
  /**
   * How much of each shape stays in sight at least, 0 to 1 (default 0.5): 1 keeps shapes apart; with
   * 0 a shape may vanish behind others, and then has no box.
   */
  readonly visible?: number;
  /** Standard deviation of the noise on each pixel (default 0.06). */
  readonly noise?: number;
}

/**
 * Scenes of filled circles, squares and triangles over a shaded, noisy background, with the boxes and
 * masks of what can be seen of them: for detection, segmentation and counting.
 *
 * Image `i` depends on the seed and `i` alone: 10 images are the first 10 of 100.
 *
 * @throws RangeError naming the option that is out of bounds
 *
 * @example
 * const { images, boxes, masks, shape } = shapes({ count: 800, seed: 11 });
 */
export function shapes(options: ShapesOptions): ShapeScenes {
  const {
    classes = ["circle", "square", "triangle"],
    colour = false,
    objects = [1, 4],
    radius = [0.09, 0.18],
    rotation = 0,
    visible = 0.5,
    noise = 0.06,
  } = options;
  const count = wholeNumber("count", options.count, 1, 1_000_000);
  const size = wholeNumber("size", options.size ?? 64, 16, 512);
  wholeNumber("objects[1]", objects[1], 1, 200);
  wholeNumber("objects[0]", objects[0], 0, objects[1]);
  numberWithin("radius[1]", radius[1], 0, 0.45);
  numberWithin("radius[0]", radius[0], 2 / size, radius[1]);
  numberWithin("rotation", rotation, 0, 180);
  numberWithin("visible", visible, 0, 1);
  numberWithin("noise", noise, 0, 1);
  if (classes.length === 0) throw new RangeError("classes must name at least one class.");

  const channels = colour ? 3 : 1;
  const pixels = size * size;
  const images = new Float32Array(count * pixels * channels);
  const masks = new Uint8Array(count * pixels);
  const instances = new Uint8Array(count * pixels);
  const root = new Random(options.seed, "shapes");
  const boxes = Array.from({ length: count }, (_, i) =>
    drawScene(root.fork(i), {
      size,
      channels,
      classes,
      objects,
      radius,
      rotation,
      visible,
      noise,
      image: images.subarray(i * pixels * channels, (i + 1) * pixels * channels),
      mask: masks.subarray(i * pixels, (i + 1) * pixels),
      instance: instances.subarray(i * pixels, (i + 1) * pixels),
    }),
  );
  return { images, shape: [count, size, size, channels], classes, boxes, masks, instances };
}
