import type { Random } from "../../random/index.ts";
import { clamp01 } from "../options.ts";
import type { Muscles } from "./expressions.ts";
import type { SurfacePoint } from "./head.ts";

/** What makes one face differ from another; lengths in parts of the head's radius. */
export interface Features extends Muscles {
  readonly eyes: number;
  readonly eyeLine: number;
  readonly nose: number;
  readonly mouth: number;
  readonly hairline: number;
  readonly glasses: boolean;
  /** How bright skin, hair and irises are, 0 to 1. */
  readonly skin: number;
  readonly hair: number;
  readonly iris: number;
  readonly gaze: number;
}

export function someFeatures(random: Random, muscles: Muscles): Features {
  const skin = random.uniform(0.42, 0.85);
  return {
    ...muscles,
    eyes: random.uniform(0.32, 0.38),
    eyeLine: random.uniform(-0.16, -0.1),
    nose: random.uniform(0.17, 0.24),
    mouth: random.uniform(0.46, 0.53),
    hairline: random.uniform(-0.66, -0.52),
    glasses: random.uniform() < 0.25,
    skin,
    hair: random.uniform(0.04, Math.min(0.7, skin - 0.15)),
    iris: random.uniform(0.03, 0.25),
    gaze: random.uniform(-0.035, 0.035),
  };
}

/** Names of the landmarks, in their order; left and right are the viewer's. */
export const landmarkNames = [
  ...(["left_eye", "right_eye", "left_brow_outer", "left_brow_inner"] as const),
  ...(["right_brow_inner", "right_brow_outer", "nose_tip"] as const),
  ...(["mouth_left", "mouth_right", "mouth_top", "mouth_bottom"] as const),
] as const;

/** Where the landmarks lie on the surface. */
export function landmarksOf(face: Features): SurfacePoint[] {
  const { eyes, eyeLine, mouth, smile, open, width } = face;
  const brow = (side: number, along: number): SurfacePoint => [
    side * (eyes + along * browHalf),
    browHeight(face, along),
  ];
  return [
    [-eyes, eyeLine],
    [eyes, eyeLine],
    brow(-1, 1),
    brow(-1, -1),
    brow(1, -1),
    brow(1, 1),
    [0, face.nose],
    [-width, mouth - smile / 2],
    [width, mouth - smile / 2],
    [0, mouth + smile / 2 - open / 2],
    [0, mouth + smile / 2 + open / 2],
  ];
}

const browHalf = 0.15;

/** How high the brow is at a place along it: -1 at the nose, 1 at the temple. */
function browHeight({ eyeLine, raise, frown }: Features, along: number): number {
  return eyeLine - 0.21 - raise + (frown * along) / 1.4 + 0.03 * along * along;
}

/** The brightness of the surface without light; `soft` is a pixel's width. */
export function paint(face: Features, x: number, y: number, z: number, soft: number): number {
  const cover = (distance: number): number => clamp01(0.5 - distance / soft);
  let value = face.skin;
  const lay = (share: number, brightness: number): void => {
    value += clamp01(share) * (brightness - value);
  };
  const side = Math.abs(x);
  // Hair: above the hairline, down the temples, and the whole back of the head.
  lay(cover(y - face.hairline - 0.5 * side * side + 0.25 * Math.max(0, 0.2 - z)), face.hair);
  if (z <= 0) return value + clamp01(-z * 4) * (face.hair - value);
  const [ex, ey] = [side - face.eyes, y - face.eyeLine];
  const lid = face.lids * (1 - (ex / 0.15) ** 2);
  const eye = cover(Math.abs(ey) - Math.max(-soft, lid));
  lay(0.35 * cover(Math.hypot(ex, ey * 1.4) - 0.2), face.skin * 0.8);
  lay(eye, 0.95);
  const gazed = ex - Math.sign(x) * face.gaze;
  lay(eye * cover(Math.hypot(gazed, ey) - 0.075), face.iris);
  lay(0.9 * cover(Math.abs(ey + lid) - 0.014) * Number(lid > 0), 0.1);
  const along = ex / browHalf;
  const browThick = 0.035 * (1.1 - 0.35 * along * along);
  const brow = cover(Math.abs(y - browHeight(face, along)) - browThick);
  lay(brow * cover(Math.abs(along) * browHalf - browHalf), face.hair * 0.7);
  // Nose: a bright ridge, a shadow below, two nostrils.
  lay(0.35 * cover(side - 0.045) * cover(Math.abs(y - 0.02) - face.nose), face.skin * 1.15);
  lay(0.4 * cover(Math.abs(y - face.nose - 0.07) - 0.02) * cover(side - 0.12), face.skin * 0.5);
  lay(0.8 * cover(Math.hypot(side - 0.065, (y - face.nose - 0.04) * 1.5) - 0.03), 0.1);
  // Mouth: the middle line bends by the smile; both lips leave it where it is open.
  const across = x / face.width;
  const bend = face.mouth + face.smile / 2 - face.smile * across * across;
  const gap = (face.open / 2) * Math.sqrt(Math.max(0, 1 - across * across));
  const within = cover(side - face.width);
  lay(within * cover(Math.abs(y - bend) - gap - 0.05 * (1 - across * across)), face.skin * 0.62);
  lay(within * cover(Math.abs(y - bend) - gap - 0.012), 0.12);
  if (face.glasses) {
    const ring = Math.abs(Math.hypot(ex, ey * 1.1) - 0.23) - 0.022;
    const bridge = Math.max(Math.abs(ey) - 0.022, side - (face.eyes - 0.22));
    lay(cover(Math.min(ring, bridge)), 0.08);
  }
  return value;
}
