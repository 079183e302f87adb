import type { Random } from "../random/index.ts";
import { clamp01 } from "./options.ts";
import type { ShapeBox } from "./shapes.ts";
import { coveredPixels, type ShapeClass } from "./silhouette.ts";

interface SceneOptions {
  readonly size: number;
  readonly channels: number;
  readonly classes: readonly ShapeClass[];
  readonly objects: readonly [number, number];
  readonly radius: readonly [number, number];
  readonly rotation: number;
  readonly visible: number;
  readonly noise: number;
  /** Written into. */
  readonly image: Float32Array;
  readonly mask: Uint8Array;
  readonly instance: Uint8Array;
}

interface Placed {
  readonly classIndex: number;
  /** Covered pixels, hidden or not. */
  readonly area: number;
}

/** Draws one scene into its buffers and gives the boxes of what can be seen. */
export function drawScene(random: Random, options: SceneOptions): ShapeBox[] {
  const { size, channels, objects, image, instance, noise } = options;
  const background = Array.from({ length: channels }, () => random.uniform(0.1, 0.45));
  const slope = [random.uniform(-0.2, 0.2), random.uniform(-0.2, 0.2)];
  for (let p = 0; p < size * size; p++) {
    const shade = slope[0] * ((p % size) / size - 0.5) + slope[1] * (p / size / size - 0.5);
    for (let c = 0; c < channels; c++) image[p * channels + c] = background[c] + shade;
  }
  const placed: Placed[] = [];
  const wanted = random.integer(objects[0], objects[1] + 1);
  for (let k = 0; k < wanted; k++) {
    const shape = place(random, options, placed);
    if (shape) placed.push(shape);
  }
  for (let i = 0; i < image.length; i++) image[i] = clamp01(image[i] + random.normal(0, noise));
  return visibleBoxes(placed, instance, options);
}

/** Tries some places for one more shape; none where each would hide too much of the others. */
function place(random: Random, options: SceneOptions, placed: Placed[]): Placed | undefined {
  const { size, channels, classes, radius: radii, rotation, visible, image, instance } = options;
  const classIndex = random.integer(0, classes.length);
  const brightness = Array.from({ length: channels }, () => random.uniform(0.55, 1));
  // One channel stays dark in colour images: shapes differ in hue, not only in brightness.
  if (channels > 1) brightness[random.integer(0, channels)] = random.uniform(0, 0.3);
  for (let attempt = 0; attempt < 30; attempt++) {
    const radius = random.uniform(radii[0], radii[1]) * size;
    const margin = Math.min(radius + 1, size / 2);
    const cx = random.uniform(margin, size - margin);
    const cy = random.uniform(margin, size - margin);
    const angle = (random.uniform(-rotation, rotation) * Math.PI) / 180;
    const pixels = coveredPixels({ kind: classes[classIndex], cx, cy, radius, angle }, size);
    if (hidesTooMuch(pixels, instance, placed, visible)) continue;
    for (const p of pixels) {
      instance[p] = placed.length + 1;
      for (let c = 0; c < channels; c++) image[p * channels + c] = brightness[c];
    }
    return { classIndex, area: pixels.length };
  }
  return undefined;
}

function hidesTooMuch(pixels: number[], instance: Uint8Array, placed: Placed[], visible: number) {
  const left = seen(instance, placed.length);
  for (const p of pixels) left[instance[p]]--;
  return placed.some(({ area }, k) => left[k + 1] < visible * area);
}

/** How many pixels show the background (0) and each shape (1, 2, …). */
function seen(instance: Uint8Array, shapes: number): number[] {
  const pixels = Array<number>(shapes + 1).fill(0);
  for (const id of instance) pixels[id]++;
  return pixels;
}

/** Leaves hidden shapes out, numbers the others anew, and writes the mask of their classes. */
function visibleBoxes(placed: Placed[], instance: Uint8Array, options: SceneOptions): ShapeBox[] {
  const { size, mask, classes } = options;
  const kept = seen(instance, placed.length).map((pixels, id) => id > 0 && pixels > 0);
  const newId = kept.map((keep, id) => (keep ? kept.slice(1, id + 1).filter(Boolean).length : 0));
  const extents = placed
    .filter((_, k) => kept[k + 1])
    .map(({ classIndex }) => ({ classIndex, x0: size, y0: size, x1: 0, y1: 0 }));
  instance.forEach((id, p) => {
    instance[p] = newId[id];
    if (newId[id] === 0) return;
    const extent = extents[newId[id] - 1];
    const [x, y] = [p % size, Math.floor(p / size)];
    mask[p] = extent.classIndex + 1;
    extent.x0 = Math.min(extent.x0, x);
    extent.x1 = Math.max(extent.x1, x + 1);
    extent.y0 = Math.min(extent.y0, y);
    extent.y1 = Math.max(extent.y1, y + 1);
  });
  return extents.map(({ classIndex, x0, y0, x1, y1 }) => ({
    box: [x0, y0, x1, y1],
    label: classes[classIndex],
    classIndex,
  }));
}
