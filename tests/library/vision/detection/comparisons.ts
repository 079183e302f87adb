import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  cocoEvaluate,
  decodeBoxes,
  encodeBoxes,
  gridAnchors,
  pyramidAnchors,
  rleFromString,
  softNms,
  type CocoDetection,
  type CocoNumbers,
  type CocoOptions,
  type CocoTruth,
  type Deltas,
  type ScoredBox,
  type SoftNmsOptions,
  type XYXY,
} from "../../../../library/src/vision/index.ts";
import { closeAll } from "../close.ts";
import type { Comparison } from "../page/comparisons.ts";

interface CocoAnswers {
  readonly stats: Record<keyof CocoNumbers, number>;
  readonly labels: number[];
  readonly apPerClass: number[];
  readonly precisionAt75: number[][];
}

type InFile<Item> = Omit<Item, "mask"> & {
  readonly mask: { readonly size: [number, number]; readonly text: string };
};

interface Answers {
  readonly truth: CocoTruth[][];
  readonly found: CocoDetection[][];
  readonly box: CocoAnswers;
  readonly boxOtherLimits: CocoAnswers;
  readonly masks: {
    readonly truth: InFile<CocoTruth>[][];
    readonly found: InFile<CocoDetection>[][];
    readonly answers: CocoAnswers;
  };
  readonly soft: {
    readonly boxes: ScoredBox[];
    readonly gaussian: ScoredBox[];
    readonly narrow: ScoredBox[];
    readonly linear: ScoredBox[];
  };
}

interface KerasAnswers {
  readonly anchors: XYXY[];
  readonly truth: XYXY[];
  readonly deltas: number[][];
  readonly moved: number[][];
  readonly decoded: XYXY[];
  readonly levels: number[][][];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), "utf8"));
const answers = read("answers") as Answers;
const keras = read("keras") as KerasAnswers;

const withMasks = <Item extends CocoTruth>(images: InFile<Item>[][]): Item[][] =>
  images.map((items) =>
    items.map(
      (item) =>
        ({ ...item, mask: rleFromString(item.mask.text, item.mask.size) }) as unknown as Item,
    ),
  );

function coco(
  what: string,
  theirs: CocoAnswers,
  truth: CocoTruth[][],
  found: CocoDetection[][],
  options: CocoOptions,
): Comparison[] {
  const ours = () => cocoEvaluate(truth, found, options);
  const rows = (key: "AP" | "precision") => {
    const { classes } = ours();
    return theirs.labels.map((label) => {
      const one = classes.find((entry) => entry.label === label);
      return key === "AP" ? (one?.AP ?? NaN) : Array.from(one?.precision[5] ?? []);
    });
  };
  const one = { subject: "cocoEvaluate", oracle: "pycocotools", tolerance: 1e-12 };
  return [
    ...Object.entries(theirs.stats).map(([name, value]) => ({
      ...one,
      what: `${name}, ${what}`,
      // pycocotools says -1 where nothing of the kind is annotated.
      compare: () =>
        closeAll(ours()[name as keyof CocoNumbers], value === -1 ? NaN : value, 1e-12, name),
    })),
    {
      ...one,
      what: `each class, ${what}`,
      compare: () => closeAll(rows("AP"), theirs.apPerClass, 1e-12),
    },
    {
      ...one,
      what: `precision at 101 levels of recall, ${what}`,
      compare: () => closeAll(rows("precision"), theirs.precisionAt75, 1e-12),
    },
  ];
}

const soft = (what: string, theirs: ScoredBox[], options: SoftNmsOptions): Comparison => ({
  subject: "softNms",
  what,
  oracle: "ensemble-boxes",
  tolerance: 1e-9,
  compare: () => {
    const best = (boxes: ScoredBox[]) => boxes.toSorted((p, q) => q.score - p.score);
    const [ours, expected] = [best(softNms(answers.soft.boxes, options)), best(theirs)];
    const scores = (boxes: ScoredBox[]) => boxes.map(({ score }) => score);
    closeAll(scores(ours), scores(expected), 1e-9);
    const places = (boxes: ScoredBox[]) => boxes.map(({ box, label }) => [box, label]);
    assert.deepEqual(places(ours), places(expected));
  },
});

/** KerasCV's order is down, across. */
const across = ([dy, dx, dh, dw]: number[]): Deltas => [dx, dy, dw, dh];
const weights: Deltas = [10, 10, 5, 5];
const byPlace = (boxes: readonly (readonly number[])[]) =>
  boxes
    .map((box) => box.map((value) => Math.round(value * 1000) / 1000))
    .sort((p, q) => p[0] - q[0] || p[1] - q[1] || p[2] - q[2] || p[3] - q[3]);

export const comparisons: readonly Comparison[] = [
  ...coco("24 images, crowds and ties", answers.box, answers.truth, answers.found, {}),
  ...coco("other sizes and limits", answers.boxOtherLimits, answers.truth, answers.found, {
    areas: [400, 2500],
    maxDetections: [1, 2, 100],
  }),
  ...coco(
    "masks",
    answers.masks.answers,
    withMasks(answers.masks.truth),
    withMasks(answers.masks.found),
    { by: "mask" },
  ),
  soft("Gaussian", answers.soft.gaussian, {}),
  soft("a narrow Gaussian", answers.soft.narrow, { sigma: 0.1, scoreThreshold: 0.05 }),
  soft("linear", answers.soft.linear, { method: "linear", iouThreshold: 0.3 }),
  {
    subject: "encodeBoxes",
    what: "10 boxes, weights 10, 10, 5, 5",
    oracle: "KerasCV",
    tolerance: 1e-4,
    compare: () =>
      closeAll(
        encodeBoxes(keras.truth, keras.anchors, { weights }),
        keras.deltas.map(across),
        1e-4,
      ),
  },
  {
    subject: "decodeBoxes",
    what: "10 boxes, weights 10, 10, 5, 5",
    oracle: "KerasCV",
    tolerance: 1e-4,
    compare: () =>
      closeAll(
        decodeBoxes(keras.moved.map(across), keras.anchors, { weights }),
        keras.decoded,
        1e-4,
      ),
  },
  {
    subject: "pyramidAnchors",
    what: "two levels, in KerasCV's set but another order",
    oracle: "KerasCV",
    tolerance: 2e-3,
    compare: () => {
      const levels = pyramidAnchors({ width: 48, height: 32, strides: [8, 16] });
      for (const [i, level] of levels.entries())
        closeAll(byPlace(level), byPlace(keras.levels[i]), 2e-3);
    },
  },
  {
    subject: "gridAnchors",
    what: "one level",
    oracle: "KerasCV",
    tolerance: 2e-3,
    compare: () => {
      const sizes = [32, 32 * 2 ** (1 / 3), 32 * 2 ** (2 / 3)];
      const ours = gridAnchors({ width: 48, height: 32, stride: 8, sizes });
      closeAll(byPlace(ours), byPlace(keras.levels[0]), 2e-3);
    },
  },
];
