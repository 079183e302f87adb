import type { Point } from "../geometry/index.ts";
import { checkPolygon, convexHull } from "./polygons.ts";

/**
 * The rectangle of whole pixels around points. OpenCV's boundingRect.
 *
 * @throws RangeError for no points.
 * @example
 * boundingRect([[2, 3], [5, 4]]); // { x: 2, y: 3, width: 4, height: 2 }
 */
export function boundingRect(points: readonly Point[]): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  checkPolygon(points);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const [x, y] = [Math.floor(left), Math.floor(top)];
  return { x, y, width: Math.floor(right) - x + 1, height: Math.floor(bottom) - y + 1 };
}

/** A rectangle at any angle. */
export interface RotatedRect {
  readonly center: Point;
  /** The length of the side along `angle`, and of the other. */
  readonly size: readonly [number, number];
  /** Of the first side, in degrees clockwise from the right, 0 to below 90. */
  readonly angle: number;
  /** Clockwise as one sees them. */
  readonly corners: readonly [Point, Point, Point, Point];
}

/**
 * The rectangle of least area around points, at any angle; one of its sides lies on a side of the convex
 * hull (Freeman and Shapira 1975). OpenCV's minAreaRect with boxPoints.
 *
 * Differs from OpenCV: which side is the first one; the rectangle is the same.
 *
 * @throws RangeError for no points.
 * @example
 * minAreaRect([[0, 0], [4, 0], [4, 2], [0, 2]]).size; // [4, 2]
 */
export function minAreaRect(points: readonly Point[]): RotatedRect {
  const hull = convexHull(points);
  let best: { area: number; rect: RotatedRect } | undefined;
  hull.forEach((from, i) => {
    const to = hull[(i + 1) % hull.length];
    const rect = rectAlong(hull, Math.atan2(to[1] - from[1], to[0] - from[0]));
    const area = rect.size[0] * rect.size[1];
    if (best === undefined || area < best.area * (1 - 1e-12)) best = { area, rect };
  });
  return (best as { rect: RotatedRect } | undefined)?.rect ?? rectAlong(hull, 0);
}

function rectAlong(hull: readonly Point[], direction: number): RotatedRect {
  const quarter = Math.PI / 2;
  let angle = ((direction % quarter) + quarter) % quarter;
  if (quarter - angle < 1e-12) angle = 0;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of hull) {
    const along = x * cos + y * sin;
    const across = y * cos - x * sin;
    left = Math.min(left, along);
    right = Math.max(right, along);
    top = Math.min(top, across);
    bottom = Math.max(bottom, across);
  }
  const back = (along: number, across: number): Point => [
    along * cos - across * sin,
    along * sin + across * cos,
  ];
  return {
    center: back((left + right) / 2, (top + bottom) / 2),
    size: [right - left, bottom - top],
    angle: (angle * 180) / Math.PI,
    corners: [back(left, top), back(right, top), back(right, bottom), back(left, bottom)],
  };
}

/** A circle. */
export interface Circle {
  readonly center: Point;
  readonly radius: number;
}

/**
 * The least circle around points (Welzl 1991, in the order of the points). OpenCV's minEnclosingCircle.
 *
 * @throws RangeError for no points.
 * @example
 * minEnclosingCircle([[0, 0], [4, 0], [2, 1]]); // { center: [2, 0], radius: 2 }
 */
export function minEnclosingCircle(points: readonly Point[]): Circle {
  const hull = convexHull(points);
  let circle: Circle = { center: hull[0], radius: 0 };
  for (let i = 1; i < hull.length; i++) {
    if (holds(circle, hull[i])) continue;
    circle = { center: hull[i], radius: 0 };
    for (let j = 0; j < i; j++) {
      if (holds(circle, hull[j])) continue;
      circle = through(hull[i], hull[j]);
      for (let k = 0; k < j; k++)
        if (!holds(circle, hull[k])) circle = throughThree(hull[i], hull[j], hull[k]);
    }
  }
  return circle;
}

function holds({ center, radius }: Circle, [x, y]: Point): boolean {
  return Math.hypot(x - center[0], y - center[1]) <= radius * (1 + 1e-12) + 1e-12;
}

function through(a: Point, b: Point): Circle {
  const center: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  return { center, radius: Math.hypot(a[0] - b[0], a[1] - b[1]) / 2 };
}

function throughThree(a: Point, b: Point, c: Point): Circle {
  const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]];
  const area = 2 * (bx * cy - by * cx);
  const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy];
  const x = (cy * bb - by * cc) / area;
  const y = (bx * cc - cx * bb) / area;
  return { center: [a[0] + x, a[1] + y], radius: Math.hypot(x, y) };
}
