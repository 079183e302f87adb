import type { Random } from "../../random/index.ts";

/** A point on the surface of the head, seen from the front: a ball of radius 1, x right, y down. */
export type SurfacePoint = readonly [x: number, y: number];

/** Where a head stands in the image and how it is turned. */
export interface Head {
  /** Degrees to the viewer's right, down, and clockwise. */
  readonly pose: readonly [yaw: number, pitch: number, roll: number];
  /** From a point of the surface, `z` towards the viewer, to pixels. */
  toImage(point: SurfacePoint): [x: number, y: number];
  /**
   * From pixels to the surface: the seen point in the head's own axes and how far it is inside the
   * outline, in pixels (below 0 outside).
   */
  toSurface(x: number, y: number): { point: [x: number, y: number, z: number]; inside: number };
  /** The head's half height in pixels. */
  readonly radius: number;
  readonly centre: readonly [x: number, y: number];
}

/** A head of random place and size, turned by up to the given degrees. */
export function placeHead(random: Random, size: number, turn: number): Head {
  const yaw = random.uniform(-turn, turn);
  const pitch = random.uniform(-turn, turn) * 0.6;
  const roll = random.uniform(-turn, turn) * 0.5;
  const radius = size * random.uniform(0.34, 0.4);
  const narrow = random.uniform(0.74, 0.84);
  const [cx, cy] = [0, -0.03].map((shift) => size * (0.5 + shift + random.uniform(-0.04, 0.04)));
  const [cosYaw, sinYaw] = cosSin(yaw);
  const [cosPitch, sinPitch] = cosSin(pitch);
  const [cosRoll, sinRoll] = cosSin(roll);
  return {
    ...{ pose: [yaw, pitch, roll], radius, centre: [cx, cy] },
    toImage([x, y]) {
      const z = Math.sqrt(Math.max(0, 1 - x * x - y * y));
      const [x1, z1] = [x * cosYaw + z * sinYaw, z * cosYaw - x * sinYaw];
      const y1 = y * cosPitch + z1 * sinPitch;
      const [u, v] = [x1 * narrow * radius, y1 * radius];
      return [cx + u * cosRoll - v * sinRoll, cy + u * sinRoll + v * cosRoll];
    },
    toSurface(px, py) {
      const [dx, dy] = [px - cx, py - cy];
      const u = (dx * cosRoll + dy * sinRoll) / (narrow * radius);
      const v = (dy * cosRoll - dx * sinRoll) / radius;
      const distance = Math.hypot(u, v);
      const w = Math.sqrt(Math.max(0, 1 - distance * distance));
      const [y, z1] = [v * cosPitch - w * sinPitch, w * cosPitch + v * sinPitch];
      const [x, z] = [u * cosYaw - z1 * sinYaw, z1 * cosYaw + u * sinYaw];
      return { point: [x, y, z], inside: (1 - distance) * radius * narrow };
    },
  };
}

function cosSin(degrees: number): [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)];
}
