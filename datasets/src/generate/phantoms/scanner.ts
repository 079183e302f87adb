import type { Random } from "../../random/index.ts";
import { clamp01 } from "../options.ts";
import type { Layer } from "./anatomy.ts";
import { depthIn } from "./outlines.ts";
import { tissues, type Modality, type Tissue } from "./tissues.ts";

/** Paints layers: brightness in the modality's own unit, and the label of the topmost layer. */
export function paint(
  layers: readonly Layer[],
  brightness: ReadonlyMap<Tissue, number>,
  size: number,
  image: Float32Array,
  mask: Uint8Array,
): void {
  image.fill(brightness.get("air") ?? 0);
  for (const { outline, tissue, label } of layers) {
    const value = brightness.get(tissue) ?? 0;
    const reach = 1.7 * Math.max(outline.rx, outline.ry);
    const [x0, x1, y0, y1] = [
      ...[outline.cx - reach, outline.cx + reach],
      ...[outline.cy - reach, outline.cy + reach],
    ].map((edge, k) => Math.min(size, Math.max(0, Math.round(edge * size) + (k % 2))));
    for (let y = y0; y < y1; y++)
      for (let x = x0; x < x1; x++) {
        const depth = depthIn(outline, (x + 0.5) / size, (y + 0.5) / size);
        // A pixel on an edge holds a part of both tissues, as in a real slice.
        const share = clamp01(depth * size + 0.5);
        const p = y * size + x;
        image[p] += share * (value - image[p]);
        if (share >= 0.5) mask[p] = label;
      }
  }
}

/** Each tissue a little brighter or darker than in the table, as people differ. */
export function personal(random: Random, modality: Modality): Map<Tissue, number> {
  return new Map(
    (Object.keys(tissues) as Tissue[]).map((tissue) => {
      const mean = tissues[tissue][modality];
      const spread = modality === "ct" ? 4 : 0.025;
      return [tissue, tissue === "air" ? mean : mean + random.normal(0, spread)];
    }),
  );
}

/**
 * A smooth field around 1 by which an uneven coil brightens and darkens an MRI: a random slope and
 * slow waves, at most `strength` either way.
 */
export function biasField(
  random: Random,
  strength: number,
  size: number,
  field: Float32Array,
): void {
  const waves = Array.from({ length: 3 }, () => ({
    ...{ fx: random.uniform(-0.7, 0.7), fy: random.uniform(-0.7, 0.7) },
    ...{ phase: random.uniform(0, 2 * Math.PI), height: random.uniform(0.3, 1) },
  }));
  const total = waves.reduce((sum, { height }) => sum + height, 0);
  for (let p = 0; p < field.length; p++) {
    const [x, y] = [(p % size) / size, Math.floor(p / size) / size];
    let wave = 0;
    for (const { fx, fy, phase, height } of waves)
      wave += height * Math.cos(2 * Math.PI * (fx * x + fy * y) + phase);
    field[p] = 1 + (strength * wave) / total;
  }
}

/** Noise of the modality: normal in CT; in MRI that of a magnitude (Rice's distribution). */
export function noisy(random: Random, modality: Modality, value: number, noise: number): number {
  const real = value + random.normal(0, noise);
  return modality === "ct" ? real : Math.hypot(real, random.normal(0, noise));
}
