import { readFileSync } from "node:fs";
import type { Box, ScoredBox } from "../../../library/src/vision/index.ts";

interface VocAnswer {
  readonly mAP: number;
  readonly classes: readonly {
    ap: number;
    precision: readonly number[];
    recall: readonly number[];
  }[];
}

/** Answers of pycocotools and mean-average-precision; fixtures/make_fixtures.py says how they were made. */
export interface DetectionFixture {
  readonly iou: {
    readonly a: [number, number, number, number][];
    readonly b: [number, number, number, number][];
    readonly matrix: number[][];
  };
  readonly truth: Box[][];
  readonly found: ScoredBox[][];
  readonly coco: { mAP: number; mAP50: number; mAP75: number; ap50PerClass: number[] };
  readonly voc: Record<"0.3" | "0.5" | "0.75", VocAnswer>;
}

interface BinaryCase {
  readonly truth: number[][];
  readonly prediction: number[][];
  readonly iou: number;
  readonly dice: number;
}

/** Answers of scikit-learn. */
export interface MaskFixture {
  readonly binary: BinaryCase[];
  readonly classes: {
    readonly truth: number[][];
    readonly prediction: number[][];
    readonly iou: number[];
    readonly dice: number[];
    readonly meanIou: number;
    readonly meanIouWithout0: number;
  };
}

/** Reads one of the files that the script wrote. */
export function readFixture(name: "detection"): DetectionFixture;
export function readFixture(name: "masks"): MaskFixture;
export function readFixture(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), "utf8"),
  ) as unknown;
}
