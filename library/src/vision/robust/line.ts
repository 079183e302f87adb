import type { Point } from "../geometry/index.ts";

/** A line through `point` in `direction`, whose length is 1. */
export interface Line {
  readonly point: Point;
  readonly direction: Point;
}

/**
 * The line with the smallest squared distances from the points: through their mean, along their main
 * axis.
 *
 * @example
 * fitLine([[0, 1], [2, 1], [4, 1]]); // { point: [2, 1], direction: [1, 0] }
 */
export function fitLine(points: readonly Point[]): Line {
  const x = points.reduce((sum, point) => sum + point[0], 0) / points.length;
  const y = points.reduce((sum, point) => sum + point[1], 0) / points.length;
  let [xx, xy, yy] = [0, 0, 0];
  for (const point of points) {
    xx += (point[0] - x) ** 2;
    xy += (point[0] - x) * (point[1] - y);
    yy += (point[1] - y) ** 2;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  return { point: [x, y], direction: [Math.cos(angle), Math.sin(angle)] };
}

/** How far a point lies from a line. */
export function distanceToLine({ point, direction }: Line, [x, y]: Point): number {
  return Math.abs((x - point[0]) * direction[1] - (y - point[1]) * direction[0]);
}
