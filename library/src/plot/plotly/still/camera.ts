/** A point in space. */
export type Point = readonly [x: number, y: number, z: number];

/** A place on the picture, in pixels from its top left corner, and its distance from the eye. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

export type Project = (point: Point) => Place;

/** A camera in perspective that looks from `eye` at `center`; the picture's plane is one unit away. */
export function camera(eye: Point, center: Point, up: Point): Project {
  const forward = unit(minus(center, eye));
  const right = unit(cross(forward, up));
  const above = cross(right, forward);
  return (point) => {
    const to = minus(point, eye);
    // What is behind the eye is moved just before it, far away to the side.
    const depth = Math.max(dot(to, forward), 1e-3);
    return { x: dot(to, right) / depth, y: -dot(to, above) / depth, depth };
  };
}

/** The same view, with a box around the origin filling a rectangle of the picture. */
export function fit(
  look: Project,
  [width, length, height]: Point,
  room: { left: number; right: number; top: number; bottom: number },
): Project {
  const sides = [-0.5, 0.5];
  const corners = sides.flatMap((x) =>
    sides.flatMap((y) => sides.map((z) => look([x * width, y * length, z * height]))),
  );
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(
    (room.right - room.left) / (right - left),
    (room.bottom - room.top) / (bottom - top),
  );
  return (point) => {
    const { x, y, depth } = look(point);
    return {
      x: (room.left + room.right) / 2 + scale * (x - (left + right) / 2),
      y: (room.top + room.bottom) / 2 + scale * (y - (top + bottom) / 2),
      depth,
    };
  };
}

export function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function cross(a: Point, b: Point): Point {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function dot(a: Point, b: Point): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function unit(a: Point): Point {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
}
