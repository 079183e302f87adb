import type { Random } from "../../random/index.ts";
import { blob, depthIn, scaled, type Blob } from "./outlines.ts";
import type { BodyPart, Tissue } from "./tissues.ts";

/** One tissue within an outline; later layers lie over earlier ones. */
export interface Layer {
  readonly outline: Blob;
  readonly tissue: Tissue;
  /** Number in the mask. */
  readonly label: number;
}

/** The layers of one person's slice. */
export function anatomy(random: Random, part: BodyPart, tumours: number): Layer[] {
  return part === "head" ? head(random, tumours) : abdomen(random, tumours);
}

function head(random: Random, tumours: number): Layer[] {
  const scalp = blob(random, [0.5, 0.5, 0.36, 0.45], 0.06, 0.01);
  const brain = scaled(scalp, random.uniform(0.82, 0.86));
  const { cx, cy, rx, ry, angle } = brain;
  const layers: Layer[] = [
    { outline: scalp, tissue: "fat", label: 1 },
    { outline: scaled(scalp, 0.95), tissue: "bone", label: 1 },
    { outline: scaled(scalp, random.uniform(0.87, 0.89)), tissue: "fluid", label: 1 },
    { outline: brain, tissue: "greyMatter", label: 2 },
  ];
  // Two halves of white matter, whose wavy outlines leave a folded cortex between them and the bone.
  const at = (u: number, v: number): [number, number] => [
    cx + u * rx * Math.cos(angle) - v * ry * Math.sin(angle),
    cy + u * rx * Math.sin(angle) + v * ry * Math.cos(angle),
  ];
  const degrees = (angle * 180) / Math.PI;
  for (const side of [-1, 1])
    layers.push({
      outline: blob(random, [...at(0.43 * side, 0), 0.4 * rx, 0.78 * ry, degrees], 0.05, 0.07),
      ...{ tissue: "whiteMatter", label: 2 },
    });
  const swelling = random.uniform(0.8, 1.35);
  for (const side of [-1, 1])
    for (const [v, tilt] of [
      [-0.2, -18],
      [0.22, 20],
    ])
      layers.push({
        outline: blob(
          random,
          [
            ...at(0.17 * side, v),
            ...[0.075 * rx * swelling, 0.24 * ry * swelling],
            degrees - side * tilt,
          ],
          0.12,
        ),
        ...{ tissue: "fluid", label: 3 },
      });
  layers.push(...tumoursIn(random, [brain], tumours, [0.04, 0.1], "brainTumour", 4));
  return layers;
}

function abdomen(random: Random, tumours: number): Layer[] {
  const skin = blob(random, [0.5, 0.5, 0.46, 0.36], 0.05, 0.008);
  const fat = random.uniform(0.86, 0.94);
  // Places in parts of the body's half width and height, so that organs move with the body.
  const at = (u: number, v: number, ru: number, rv: number, degrees = 0): number[] => [
    ...[skin.cx + u * skin.rx, skin.cy + v * skin.ry],
    ...[ru * skin.rx, rv * skin.ry, degrees],
  ];
  const liver = blob(random, at(-0.38, -0.14, 0.42, 0.5, -18), 0.07, 0.035);
  const layers: Layer[] = [
    { outline: skin, tissue: "fat", label: 1 },
    { outline: scaled(skin, fat), tissue: "muscle", label: 1 },
    { outline: scaled(skin, fat - 0.07), tissue: "fat", label: 1 },
    { outline: blob(random, at(0, 0.62, 0.34, 0.26), 0.06), tissue: "muscle", label: 1 },
    {
      outline: blob(random, at(0.3, -0.38, 0.24, 0.26, 20), 0.12, 0.05),
      tissue: "muscle",
      label: 1,
    },
    { outline: blob(random, at(0.31, -0.42, 0.13, 0.12, 20), 0.2), tissue: "air", label: 1 },
    { outline: liver, tissue: "liver", label: 2 },
    {
      outline: blob(random, at(0.58, 0.12, 0.15, 0.32, -22), 0.1, 0.03),
      tissue: "spleen",
      label: 3,
    },
  ];
  for (const side of [-1, 1]) {
    const kidney = at(0.37 * side, 0.45, 0.12, 0.18, side * 15);
    const outline = blob(random, kidney, 0.08, 0.02);
    const hilum = [outline.cx - side * 0.07 * skin.rx, outline.cy - 0.01, 0.05 * skin.rx, 0.05];
    layers.push(
      { outline, tissue: "kidney", label: 4 },
      { outline: blob(random, hilum, 0.15), tissue: "fat", label: 1 },
    );
  }
  const spine = blob(random, at(0, 0.48, 0.13, 0.16), 0.06);
  layers.push(
    { outline: blob(random, at(0, 0.76, 0.05, 0.14), 0.1), tissue: "bone", label: 5 },
    { outline: spine, tissue: "bone", label: 5 },
    { outline: scaled(spine, 0.78), tissue: "marrow", label: 5 },
    { outline: blob(random, at(0.06, 0.22, 0.055, 0.07), 0.1), tissue: "vessel", label: 1 },
    { outline: blob(random, at(-0.1, 0.24, 0.06, 0.06), 0.15), tissue: "vessel", label: 1 },
  );
  layers.push(...tumoursIn(random, [liver], tumours, [0.025, 0.075], "liverTumour", 6));
  return layers;
}

/** Tumours that lie wholly within one of the organs. */
function tumoursIn(
  random: Random,
  organs: readonly Blob[],
  count: number,
  [small, large]: readonly [number, number],
  tissue: Tissue,
  label: number,
): Layer[] {
  const layers: Layer[] = [];
  for (let attempt = 0; layers.length < count && attempt < 200; attempt++) {
    const organ = random.choice(organs);
    // After many vain attempts, smaller ones.
    const radius = random.uniform(small, attempt < 100 ? large : small);
    const x = organ.cx + random.uniform(-1, 1) * organ.rx;
    const y = organ.cy + random.uniform(-1, 1) * organ.ry;
    if (depthIn(organ, x, y) < radius * 1.3) continue;
    layers.push({
      outline: blob(random, [x, y, radius, radius * random.uniform(0.7, 1), 0], 0.15, 0.07),
      ...{ tissue, label },
    });
  }
  return layers;
}
