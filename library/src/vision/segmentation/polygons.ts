import type { NdArrayLike } from "../ndarray.ts";
import { readMask } from "./rle/index.ts";
import type { Mask } from "./rle/index.ts";

/** Points `[x, y]` in pixels; a pixel reaches from its number to the next. */
export type Polygon = readonly (readonly [x: number, y: number])[];

/**
 * The outlines of a mask along the sides of its pixels, so that `polygonsToMask` gives the same mask
 * back. Outer outlines go clockwise as seen on the screen, holes the other way. Pixels that touch at a
 * corner alone are apart.
 *
 * @param mask - `[height, width]`; anything but 0 is inside.
 * @throws RangeError for another shape.
 * @example
 * maskToPolygons([[0, 0, 0], [0, 1, 1]]); // [[[1, 1], [3, 1], [3, 2], [1, 2]]]
 */
export function maskToPolygons(mask: NdArrayLike): [number, number][][] {
  const { data, shape } = readMask(mask);
  const [height, width] = shape;
  const inside = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && data[y * width + x] !== 0;
  // The side that begins at a corner and has the mask to its right, by direction: 0 right, 1 down, 2 left, 3 up.
  const isSide = (x: number, y: number, way: number) =>
    way === 0
      ? inside(x, y) && !inside(x, y - 1)
      : way === 1
        ? inside(x - 1, y) && !inside(x, y)
        : way === 2
          ? inside(x - 1, y - 1) && !inside(x - 1, y)
          : inside(x, y - 1) && !inside(x - 1, y - 1);
  const seen = new Set<number>();
  const key = (x: number, y: number, way: number) => 4 * (y * (width + 1) + x) + way;
  const polygons: [number, number][][] = [];
  for (let top = 0; top <= height; top++) {
    for (let left = 0; left <= width; left++) {
      for (const first of [0, 2]) {
        if (!isSide(left, top, first) || seen.has(key(left, top, first))) continue;
        const points: [number, number][] = [];
        let [x, y, way] = [left, top, first];
        do {
          seen.add(key(x, y, way));
          x += [1, 0, -1, 0][way];
          y += [0, 1, 0, -1][way];
          // To the right first: at a corner where two pixels touch, the walk stays on its own pixel.
          const next =
            [way + 1, way, way + 3].map((w) => w % 4).find((w) => isSide(x, y, w)) ?? way;
          if (next !== way) points.push([x, y]);
          way = next;
        } while (x !== left || y !== top || way !== first);
        polygons.push([...points.slice(-1), ...points.slice(0, -1)]);
      }
    }
  }
  return polygons;
}

/**
 * The mask of polygons: the pixels whose middle lies inside, by the even–odd rule, so that an outline
 * inside another cuts a hole.
 *
 * @throws RangeError for a polygon of fewer than three points.
 * @example
 * polygonsToMask([[[1, 0], [3, 0], [3, 1], [1, 1]]], { height: 2, width: 3 }).data;
 * // [0, 1, 1, 0, 0, 0]
 */
export function polygonsToMask(
  polygons: readonly Polygon[],
  size: { readonly height: number; readonly width: number },
): Mask {
  const { height, width } = size;
  const data = new Uint8Array(height * width);
  for (const polygon of polygons)
    if (polygon.length < 3)
      throw new RangeError(
        `A polygon has three points or more; one has ${String(polygon.length)}.`,
      );
  for (let y = 0; y < height; y++) {
    const crossings = polygons.flatMap((polygon) => crossingsOf(polygon, y + 0.5));
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const end = Math.min(width, Math.ceil(crossings[i + 1] - 0.5));
      for (let x = Math.max(0, Math.ceil(crossings[i] - 0.5)); x < end; x++)
        data[y * width + x] = 1;
    }
  }
  return { data, shape: [height, width] };
}

/**
 * Area of a polygon in square pixels (the shoelace formula); an outline that goes clockwise on the
 * screen counts above 0, a hole below.
 *
 * @example
 * polygonArea([[1, 0], [3, 0], [3, 1], [1, 1]]); // 2
 */
export function polygonArea(polygon: Polygon): number {
  const twice = polygon.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = polygon[(i + 1) % polygon.length];
    return sum + x * nextY - nextX * y;
  }, 0);
  return twice / 2;
}

function crossingsOf(polygon: Polygon, y: number): number[] {
  return polygon.flatMap(([x0, y0], i) => {
    const [x1, y1] = polygon[(i + 1) % polygon.length];
    return y0 <= y === y1 <= y ? [] : [x0 + ((y - y0) * (x1 - x0)) / (y1 - y0)];
  });
}
