export type ShapeClass = "circle" | "square" | "triangle";

/** A shape to be drawn: centre and radius in pixels, angle in radians. */
export interface Silhouette {
  readonly kind: ShapeClass;
  readonly cx: number;
  readonly cy: number;
  readonly radius: number;
  readonly angle: number;
}

/**
 * Whether a point lies inside each shape, with the centre at 0 and y downwards. The square and the
 * equilateral triangle are inscribed in the circle, a little enlarged so that the three look alike
 * in size.
 */
const inside: Record<ShapeClass, (x: number, y: number, radius: number) => boolean> = {
  circle: (x, y, r) => x * x + y * y <= r * r,
  square: (x, y, r) => Math.abs(x) <= 0.8 * r && Math.abs(y) <= 0.8 * r,
  triangle: (x, y, r) => y <= 0.55 * r && Math.abs(x) <= (y + 1.1 * r) / Math.sqrt(3),
};

/** The indices of the pixels whose centres a shape covers, in an image of `size` × `size`. */
export function coveredPixels(shape: Silhouette, size: number): number[] {
  const { kind, cx, cy, radius, angle } = shape;
  const contains = inside[kind];
  if (!contains)
    throw new RangeError(`There is no shape "${String(kind)}": take circle, square or triangle.`);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const reach = Math.ceil(radius * 1.2);
  const range = (c: number): [number, number] => [
    Math.max(0, Math.floor(c) - reach),
    Math.min(size - 1, Math.floor(c) + reach),
  ];
  const [left, right] = range(cx);
  const [top, bottom] = range(cy);
  const pixels: number[] = [];
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const [dx, dy] = [x + 0.5 - cx, y + 0.5 - cy];
      if (contains(dx * cos + dy * sin, dy * cos - dx * sin, radius)) pixels.push(y * size + x);
    }
  return pixels;
}
