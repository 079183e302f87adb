import type { Point } from "../geometry/index.ts";

/** @throws RangeError for no points, or a point that is not two finite numbers. */
export function checkPolygon(points: readonly Point[]): void {
  if (points.length === 0) throw new RangeError("There are no points.");
  for (const point of points) {
    if (point.length !== 2 || !point.every(Number.isFinite))
      throw new RangeError(`A point is [x, y], two finite numbers; got [${point.join(", ")}].`);
  }
}

/** Twice the area of the triangle a, b, c; positive where it turns clockwise as one sees it. */
const turn = (a: Point, b: Point, c: Point): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/**
 * The area inside a polygon through the points (the shoelace formula). The polygon of a contour goes
 * through the middles of its pixels. OpenCV's contourArea.
 *
 * @param oriented - Negative where the points go counter-clockwise as one sees them. Default false.
 * @throws RangeError for no points.
 * @example
 * contourArea([[0, 0], [4, 0], [4, 3], [0, 3]]); // 12
 */
export function contourArea(points: readonly Point[], oriented = false): number {
  checkPolygon(points);
  const [origin] = points;
  let sum = 0;
  for (let i = 2; i < points.length; i++) sum += turn(origin, points[i - 1], points[i]);
  return (oriented ? sum : Math.abs(sum)) / 2;
}

/**
 * The length of the way through the points. OpenCV's arcLength.
 *
 * @param closed - And back to the first. Default true.
 * @throws RangeError for no points.
 * @example
 * perimeter([[0, 0], [4, 0], [4, 3]]); // 12
 */
export function perimeter(points: readonly Point[], closed = true): number {
  checkPolygon(points);
  let sum = 0;
  for (let i = closed ? 0 : 1; i < points.length; i++) {
    const before = points.at(i - 1) as Point;
    sum += Math.hypot(points[i][0] - before[0], points[i][1] - before[1]);
  }
  return sum;
}

/**
 * Leaves out points that are within `epsilon` of the line without them (Douglas and Peucker 1973). Open
 * ways are scikit-image's approximate_polygon. A closed one is OpenCV's approxPolyDP: it starts at the two
 * points farthest apart that a few steps find, and leaves out corners that turn out nearly straight.
 *
 * @param closed - Default true.
 * @throws RangeError for a negative epsilon.
 * @example
 * approximatePolygon([[0, 0], [2, 0.1], [4, 0], [4, 4], [0, 4]], 0.5).length; // 4
 */
export function approximatePolygon(
  points: readonly Point[],
  epsilon: number,
  closed = true,
): Point[] {
  checkPolygon(points);
  if (!(epsilon >= 0)) throw new RangeError(`epsilon is 0 or more; it was ${epsilon}.`);
  if (!closed) return simplify(points, epsilon);
  let first = 0;
  let second = 0;
  for (let i = 0; i < 3; i++) [first, second] = [second, farthestFrom(points, second)];
  if (distance(points[first], points[second]) <= epsilon) return [points[first]];
  const around = [...points.slice(first), ...points.slice(0, first), points[first]];
  const split = (second - first + points.length) % points.length;
  const there = simplify(around.slice(0, split + 1), epsilon);
  const back = simplify(around.slice(split), epsilon);
  return withoutStraight([...there.slice(0, -1), ...back.slice(0, -1)], epsilon);
}

/** Leaves out corners of a closed polygon near the line of their neighbours, never two in a row. */
function withoutStraight(corners: readonly Point[], epsilon: number): Point[] {
  const kept: Point[] = [];
  let before = corners[corners.length - 1];
  let left = corners.length;
  for (let i = 0; i < corners.length; i++) {
    const here = corners[i];
    const next = corners[(i + 1) % corners.length];
    const [dx, dy] = [next[0] - before[0], next[1] - before[1]];
    const apart = turn(before, next, here);
    const onward =
      (here[0] - before[0]) * (next[0] - here[0]) + (here[1] - before[1]) * (next[1] - here[1]);
    const straight = apart * apart <= 0.5 * epsilon * epsilon * (dx * dx + dy * dy);
    if (left > 2 && straight && dx !== 0 && dy !== 0 && onward >= 0) {
      left--;
      i++;
      if (i < corners.length) kept.push(next);
      before = next;
    } else {
      kept.push(here);
      before = here;
    }
  }
  return kept;
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function farthestFrom(points: readonly Point[], at: number): number {
  let [best, most] = [at, 0];
  for (let i = 1; i < points.length; i++) {
    const other = (at + i) % points.length;
    const apart = distance(points[at], points[other]);
    if (apart > most) [best, most] = [other, apart];
  }
  return best;
}

function simplify(points: readonly Point[], epsilon: number): Point[] {
  const keep = new Uint8Array(points.length);
  keep[0] = keep[points.length - 1] = 1;
  const stack: [number, number][] = [[0, points.length - 1]];
  while (stack.length > 0) {
    const [from, to] = stack.pop() as [number, number];
    let [best, most] = [-1, epsilon];
    for (let i = from + 1; i < to; i++) {
      const apart = distanceToSegment(points[i], points[from], points[to]);
      if (apart > most) [best, most] = [i, apart];
    }
    if (best < 0) continue;
    keep[best] = 1;
    stack.push([from, best], [best, to]);
  }
  return points.filter((_, i) => keep[i] === 1);
}

/** How far a point is from a segment. */
export function distanceToSegment(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / squared;
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(point[0] - a[0] - at * dx, point[1] - a[1] - at * dy);
}

/**
 * The corners of the smallest convex polygon around the points, clockwise as one sees it (Andrew 1979).
 * OpenCV's convexHull.
 *
 * @throws RangeError for no points.
 * @example
 * convexHull([[0, 0], [2, 0], [1, 1], [2, 2], [0, 2]]); // [[0, 0], [2, 0], [2, 2], [0, 2]]
 */
export function convexHull(points: readonly Point[]): Point[] {
  checkPolygon(points);
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const chain = (list: readonly Point[]): Point[] => {
    const corners: Point[] = [];
    for (const point of list) {
      while (
        corners.length > 1 &&
        turn(corners[corners.length - 2], corners[corners.length - 1], point) <= 0
      )
        corners.pop();
      corners.push(point);
    }
    return corners.slice(0, -1);
  };
  const hull = [...chain(sorted), ...chain(sorted.reverse())];
  if (hull.length === 0 || hull.every(([x, y]) => x === hull[0][0] && y === hull[0][1]))
    return [points[0]];
  return hull;
}

/**
 * True where a polygon has no dent. OpenCV's isContourConvex.
 *
 * @example
 * isConvex([[0, 0], [4, 0], [1, 1], [0, 4]]); // false
 */
export function isConvex(points: readonly Point[]): boolean {
  checkPolygon(points);
  let way = 0;
  for (let i = 0; i < points.length; i++) {
    const [b, c] = [points[(i + 1) % points.length], points[(i + 2) % points.length]];
    const sign = Math.sign(turn(points[i], b, c));
    if (sign !== 0 && way !== 0 && sign !== way) return false;
    way ||= sign;
  }
  return true;
}

/**
 * How far a point is from the outline of a polygon: positive inside, negative outside, 0 on it.
 * OpenCV's pointPolygonTest.
 *
 * @example
 * pointPolygonDistance([[0, 0], [4, 0], [4, 4], [0, 4]], [1, 2]); // 1
 */
export function pointPolygonDistance(points: readonly Point[], [x, y]: Point): number {
  checkPolygon(points);
  let inside = false;
  let least = Infinity;
  points.forEach((a, i) => {
    const b = points.at(i - 1) as Point;
    least = Math.min(least, distanceToSegment([x, y], a, b));
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0])
      inside = !inside;
  });
  return inside ? least : -least;
}
