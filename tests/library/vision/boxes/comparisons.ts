import { readFileSync } from "node:fs";
import {
  convertBoxes,
  diou,
  giou,
  overlapMatrix,
  type BoxFormat,
  type XYXY,
} from "../../../../library/src/vision/index.ts";
import { closeAll } from "../close.ts";
import type { Comparison } from "../page/comparisons.ts";

interface Answers {
  readonly a: XYXY[];
  readonly b: XYXY[];
  readonly squares: XYXY[];
  readonly larger: XYXY[];
  readonly giou: number[][];
  readonly diouOfOneRatio: number[][];
  readonly formats: Record<BoxFormat, XYXY[]>;
}

const answers = JSON.parse(
  readFileSync(new URL("fixtures/keras.json", import.meta.url), "utf8"),
) as Answers;
const { a, b } = answers;
const oracle = "KerasCV";
/** KerasCV computes in float32. */
const tolerance = 2e-6;

const matrix = (measure: (p: XYXY, q: XYXY) => number, p: XYXY[], q: XYXY[]) =>
  p.map((row) => q.map((column) => measure(row, column)));

export const comparisons: readonly Comparison[] = [
  {
    subject: "giou",
    what: "144 pairs of boxes",
    oracle,
    tolerance,
    compare: () => closeAll(matrix(giou, a, b), answers.giou, tolerance),
  },
  {
    subject: "diou",
    what: "144 pairs of squares, for which it is the complete IoU",
    oracle,
    tolerance,
    compare: () =>
      closeAll(matrix(diou, answers.squares, answers.larger), answers.diouOfOneRatio, tolerance),
  },
  {
    subject: "overlapMatrix",
    what: "generalised IoU",
    oracle,
    tolerance,
    compare: () => closeAll(overlapMatrix(a, b, "giou"), answers.giou, tolerance),
  },
  ...(["xyxy", "xywh", "cxcywh", "yxyx"] as const).flatMap((format): Comparison[] => [
    {
      subject: "convertBoxes",
      what: `to ${format}`,
      oracle,
      tolerance: 1e-5,
      compare: () =>
        closeAll(convertBoxes(a, { from: "xyxy", to: format }), answers.formats[format], 1e-5),
    },
    {
      subject: "convertBoxes",
      what: `from ${format}`,
      oracle,
      tolerance: 1e-5,
      compare: () => closeAll(convertBoxes(answers.formats[format], { from: format }), a, 1e-5),
    },
  ]),
];
