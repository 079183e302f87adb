import { boxAroundPoints, clipBox } from "../boxes/index.ts";
import type { Box } from "../box.ts";
import { corners } from "../box.ts";
import { Image } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";
import { warpAffine } from "../geometry/index.ts";
import type { AffineMatrix, Point } from "../geometry/index.ts";

/** A picture and what is known about it. */
export interface Sample {
  readonly image: ImageLike;
  /** Boxes `[x0, y0, x1, y1]` in pixels; their other members go along. */
  readonly boxes?: readonly Box[];
  /** Masks `[height, width]` of class numbers, as large as the image. */
  readonly masks?: readonly ImageLike[];
  /** Key points `[x, y]`; whole numbers are the middles of pixels. All are kept, also outside. */
  readonly points?: readonly Point[];
}

/** A sample after augmentation: the same members, moved, and the map that moved them. */
export type Augmented<Given extends Sample> = Omit<Given, "image" | "masks"> & {
  readonly image: Image;
  /** Where a point of the first picture went; `invertMatrix` leads back. */
  readonly transform: AffineMatrix;
} & (Given extends { readonly masks: readonly ImageLike[] } ? { readonly masks: Image[] } : object);

/** A sample between two steps. */
export interface Working {
  readonly image: Image;
  readonly boxes: readonly Box[];
  readonly masks: readonly Image[];
  readonly points: readonly Point[];
  readonly transform: AffineMatrix;
}

/** What the steps of a pipeline share. */
export interface Rules {
  /** Boxes of which less than this part is left in the picture go. */
  readonly minVisible: number;
}

/** Reads a sample and checks that its parts fit together. */
export function toWorking(sample: Sample): Working {
  const image = Image.from(sample.image);
  const masks = (sample.masks ?? []).map((mask) => Image.from(mask));
  for (const mask of masks) {
    if (mask.height === image.height && mask.width === image.width) continue;
    throw new RangeError(
      `A mask has the size of its image, ${String(image.height)} × ${String(image.width)}; this one has ${String(mask.height)} × ${String(mask.width)}.`,
    );
  }
  for (const box of sample.boxes ?? []) corners(box);
  const identity: AffineMatrix = [
    [1, 0, 0],
    [0, 1, 0],
  ];
  return {
    image,
    masks,
    boxes: sample.boxes ?? [],
    points: sample.points ?? [],
    transform: identity,
  };
}

/** How pixels are moved: by default read in between, with a fill beyond the edge. */
export interface Moving {
  readonly height?: number;
  readonly width?: number;
  readonly fill?: number;
  /** Another way to make the picture or a mask, such as a flip that moves whole pixels. */
  readonly move?: (image: Image, isMask: boolean) => Image;
}

/** Moves picture, masks, boxes and points by one map. */
export function moved(
  sample: Working,
  matrix: AffineMatrix,
  rules: Rules,
  moving: Moving = {},
): Working {
  const { height = sample.image.height, width = sample.image.width } = moving;
  const move =
    moving.move ??
    ((image: Image, isMask: boolean) =>
      warpAffine(image, matrix, {
        height,
        width,
        method: isMask ? "nearest" : "bilinear",
        borderValue: isMask ? 0 : (moving.fill ?? 0),
      }));
  return {
    image: move(sample.image, false),
    masks: sample.masks.map((mask) => move(mask, true)),
    points: sample.points.map((point) => movePoint(matrix, point)),
    boxes: sample.boxes.flatMap((box) => moveBox(box, matrix, { height, width }, rules)),
    transform: chain(matrix, sample.transform),
  };
}

/** Where a map takes a point. */
export function movePoint([[a, b, c], [d, e, f]]: AffineMatrix, [x, y]: Point): Point {
  return [a * x + b * y + c, d * x + e * y + f];
}

/** First `before`, then `after`. */
export function chain(after: AffineMatrix, before: AffineMatrix): AffineMatrix {
  const row = ([a, b, c]: readonly [number, number, number]) => {
    const [p, q] = before;
    return [a * p[0] + b * q[0], a * p[1] + b * q[1], a * p[2] + b * q[2] + c] as const;
  };
  return [row(after[0]), row(after[1])];
}

/** The box around the moved corners, cut at the picture's edge; none where too little is left. */
function moveBox(
  box: Box,
  matrix: AffineMatrix,
  size: { readonly height: number; readonly width: number },
  { minVisible }: Rules,
): Box[] {
  const [x0, y0, x1, y1] = corners(box);
  // Edges of pixels lie half a pixel beside their middles, which the map is about.
  const around = boxAroundPoints(
    (
      [
        [x0, y0],
        [x1, y0],
        [x1, y1],
        [x0, y1],
      ] as const
    ).map(([x, y]) => {
      const [u, v] = movePoint(matrix, [x - 0.5, y - 0.5]);
      return [u + 0.5, v + 0.5] as const;
    }),
  );
  const clipped = clipBox(around, size);
  const area = (b: readonly number[]) => (b[2] - b[0]) * (b[3] - b[1]);
  const left = area(clipped);
  if (left <= 0 || left < minVisible * area(around)) return [];
  return [{ ...box, box: clipped }];
}
