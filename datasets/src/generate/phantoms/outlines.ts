import type { Random } from "../../random/index.ts";

/** A closed smooth outline: an ellipse, turned, whose radius wavers. Lengths in parts of the image. */
export interface Blob {
  readonly cx: number;
  readonly cy: number;
  readonly rx: number;
  readonly ry: number;
  /** Radians, clockwise. */
  readonly angle: number;
  /** Height and phase of the second to fifth wave around the outline. */
  readonly waves: readonly (readonly [height: number, phase: number])[];
}

/** A blob near the given ellipse: `vary` 0.1 moves and stretches it by up to 10 % or so. */
export function blob(
  random: Random,
  [cx, cy, rx, ry, degrees = 0]: readonly number[],
  vary: number,
  waviness = vary / 4,
): Blob {
  const stretch = (value: number): number => value * (1 + random.uniform(-vary, vary));
  const small = Math.min(rx, ry);
  return {
    cx: cx + random.uniform(-vary, vary) * small,
    cy: cy + random.uniform(-vary, vary) * small,
    rx: stretch(rx),
    ry: stretch(ry),
    angle: ((degrees + random.uniform(-60, 60) * vary) * Math.PI) / 180,
    waves: [2, 3, 4, 5].map((k) => [
      (waviness * 2 * random.normal()) / k,
      random.uniform(0, 2 * Math.PI),
    ]),
  };
}

/** The same outline, its radii scaled. */
export function scaled(outline: Blob, factor: number): Blob {
  return { ...outline, rx: outline.rx * factor, ry: outline.ry * factor };
}

/** How far a point is inside an outline, in parts of the image; below 0 outside. Exact only near it. */
export function depthIn(outline: Blob, x: number, y: number): number {
  const [dx, dy] = [x - outline.cx, y - outline.cy];
  const [cos, sin] = [Math.cos(outline.angle), Math.sin(outline.angle)];
  const [u, v] = [(dx * cos + dy * sin) / outline.rx, (dy * cos - dx * sin) / outline.ry];
  const ratio = Math.hypot(u, v);
  // From the ratio of radii to a distance: along the ray through the point.
  const length = ratio > 1e-9 ? Math.hypot(dx, dy) / ratio : Math.min(outline.rx, outline.ry);
  const most = outline.waves.reduce((sum, [height]) => sum + Math.abs(height), 0);
  if ((1 + most - ratio) * length < -farAway) return -Infinity;
  if ((1 - most - ratio) * length > farAway) return (1 - most - ratio) * length;
  const around = Math.atan2(v, u);
  let edge = 1;
  outline.waves.forEach(([height, phase], k) => {
    edge += height * Math.cos((k + 2) * around + phase);
  });
  return (edge - ratio) * length;
}

/** Beyond half a pixel of the smallest image, the waves need not be looked at. */
const farAway = 0.02;
