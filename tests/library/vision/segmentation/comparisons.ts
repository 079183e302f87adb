import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  boundaryF1,
  decodeRle,
  encodeRle,
  hausdorffDistance,
  maskBoundary,
  maskToBox,
  mergeRle,
  panopticQuality,
  polygonsToMask,
  rleArea,
  rleFromString,
  rleIoU,
  rleToString,
  segmentationReport,
  xywhToXyxy,
  type Polygon,
  type Segment,
  type XYWH,
} from "../../../../library/src/vision/index.ts";
import { close, closeAll } from "../close.ts";
import type { Comparison } from "../page/comparisons.ts";

type Rows = number[][];

interface ClassAnswers {
  readonly labels: number[];
  readonly iou: number[];
  readonly dice: number[];
  readonly precision: number[];
  readonly recallOfTruth: number[];
  readonly meanIoU: number;
  readonly pixelAccuracy: number;
  readonly meanAccuracy: number;
  readonly frequencyWeightedIoU: number;
}

interface RunCase {
  readonly masks: [Rows, Rows];
  readonly text: string;
  readonly other: string;
  readonly area: number;
  readonly box: XYWH;
  readonly iou: number;
  readonly crowd: number;
  readonly union: string;
  readonly intersection: string;
}

interface BoundaryCase {
  readonly truth: Rows;
  readonly found: Rows;
  readonly boundary: Rows;
  readonly hausdorff: number;
  readonly modified: number;
  readonly outlines: number;
  readonly near: Record<string, [precision: number, recall: number]>;
}

interface PanopticNumbersOfFile {
  readonly pq: number;
  readonly sq: number;
  readonly rq: number;
}

type Side = Record<"segments", Rows> & Record<"kinds", number[]>;

interface Answers {
  readonly classes: {
    truth: Rows;
    found: Rows;
    blind: Rows;
    all: ClassAnswers;
    ignored: ClassAnswers;
  };
  readonly boundaries: BoundaryCase[];
  readonly runs: { readonly cases: RunCase[]; readonly wide: string };
  readonly polygons: {
    readonly cases: { points: Polygon; mask: Rows }[];
    readonly square: Polygon;
    readonly squareMask: Rows;
  };
  readonly panoptic: {
    readonly images: { gt: Side; pred: Side }[];
    readonly total: PanopticNumbersOfFile;
    readonly classes: Record<string, PanopticNumbersOfFile>;
  };
}

const answers = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as Answers;
const { runs, boundaries, polygons, panoptic } = answers;

function report(what: string, truth: Rows, theirs: ClassAnswers, ignore?: number): Comparison {
  return {
    subject: "segmentationReport",
    what,
    oracle: "scikit-learn",
    tolerance: 1e-12,
    compare: () => {
      const options = ignore === undefined ? {} : { ignore };
      const ours = segmentationReport(truth, answers.classes.found, options);
      assert.deepEqual(
        ours.classes.map(({ label }) => label),
        theirs.labels,
      );
      for (const key of ["iou", "dice", "precision"] as const)
        closeAll(
          ours.classes.map((one) => one[key]),
          theirs[key],
          1e-12,
          key,
        );
      const recalls = ours.classes.filter((one) => one.truth > 0).map(({ recall }) => recall);
      closeAll(recalls, theirs.recallOfTruth, 1e-12);
      for (const key of [
        "meanIoU",
        "pixelAccuracy",
        "meanAccuracy",
        "frequencyWeightedIoU",
      ] as const)
        close(ours[key], theirs[key], 1e-12, key);
    },
  };
}

const eachRun = (
  subject: string,
  what: string,
  compare: (one: RunCase) => void,
  tolerance = 0,
): Comparison => ({
  subject,
  what,
  oracle: "pycocotools",
  tolerance,
  compare: () => runs.cases.forEach(compare),
});

const eachBoundary = (
  subject: string,
  what: string,
  oracle: string,
  compare: (one: BoundaryCase) => void,
): Comparison => ({
  subject,
  what,
  oracle,
  tolerance: 1e-12,
  compare: () => boundaries.forEach(compare),
});

const size = (one: RunCase) => encodeRle(one.masks[0]).size;
const segmentsOf = ({ segments, kinds }: Side): Segment[] =>
  kinds
    .map((label, s) => ({
      label,
      mask: encodeRle(segments.map((row) => row.map((v) => (v === s ? 1 : 0)))),
    }))
    .filter(({ mask }) => rleArea(mask) > 0);

export const comparisons: readonly Comparison[] = [
  report("five classes", answers.classes.truth, answers.classes.all),
  report("pixels left out", answers.classes.blind, answers.classes.ignored, 255),
  eachBoundary("hausdorffDistance", "regions", "scikit-image", (one) =>
    close(hausdorffDistance(one.truth, one.found), one.hausdorff, 1e-12),
  ),
  eachBoundary("hausdorffDistance", "modified", "scikit-image", (one) =>
    close(hausdorffDistance(one.truth, one.found, { of: "mean" }), one.modified, 1e-12),
  ),
  eachBoundary("hausdorffDistance", "outlines", "scikit-image", (one) => {
    const outline = (mask: Rows) => ({ data: maskBoundary(mask), shape: [24, 30] });
    close(hausdorffDistance(outline(one.truth), outline(one.found)), one.outlines, 1e-12);
  }),
  eachBoundary("maskBoundary", "masks in the open and at the edge", "SciPy", (one) =>
    assert.deepEqual(Array.from(maskBoundary(one.truth)), one.boundary.flat()),
  ),
  eachBoundary("boundaryF1", "tolerances 0, 1 and 2.5", "SciPy", (one) => {
    for (const [tolerance, [precision, recall]] of Object.entries(one.near)) {
      const ours = boundaryF1(one.truth, one.found, { tolerance: Number(tolerance) });
      closeAll([ours.precision, ours.recall], [precision, recall], 1e-12);
      close(ours.f1, (2 * precision * recall) / (precision + recall), 1e-12);
    }
  }),
  eachRun("rleToString", "five masks", (one) =>
    assert.equal(rleToString(encodeRle(one.masks[0])), one.text),
  ),
  eachRun("encodeRle", "five masks", (one) =>
    assert.deepEqual(encodeRle(one.masks[1]), rleFromString(one.other, size(one))),
  ),
  {
    subject: "rleFromString",
    what: "runs of several groups",
    oracle: "pycocotools",
    tolerance: 0,
    compare: () => {
      const rle = rleFromString(runs.wide, [400, 300]);
      assert.deepEqual(maskToBox(rle), [20, 50, 250, 390]);
      assert.equal(rleToString(rle), runs.wide);
    },
  },
  eachRun("decodeRle", "five masks", (one) =>
    assert.deepEqual(
      Array.from(decodeRle(rleFromString(one.text, size(one))).data),
      one.masks[0].flat(),
    ),
  ),
  eachRun("rleArea", "five masks", (one) =>
    assert.equal(rleArea(encodeRle(one.masks[0])), one.area),
  ),
  eachRun("maskToBox", "five masks", (one) =>
    assert.deepEqual(maskToBox(one.masks[0]) ?? [0, 0, 0, 0], xywhToXyxy(one.box)),
  ),
  eachRun(
    "rleIoU",
    "pairs, also with a crowd",
    (one) => {
      const [a, b] = one.masks.map((mask) => encodeRle(mask));
      closeAll([rleIoU(a, b), rleIoU(a, b, true)], [one.iou, one.crowd], 1e-12);
    },
    1e-12,
  ),
  eachRun("mergeRle", "union and intersection", (one) => {
    const both = one.masks.map((mask) => encodeRle(mask));
    assert.equal(rleToString(mergeRle(both)), one.union);
    assert.equal(rleToString(mergeRle(both, "intersection")), one.intersection);
  }),
  {
    subject: "polygonsToMask",
    what: "triangle to nonagon that crosses itself",
    oracle: "scikit-image",
    tolerance: 0,
    compare: () => {
      for (const { points, mask } of polygons.cases)
        assert.deepEqual(
          Array.from(polygonsToMask([points], { height: 30, width: 28 }).data),
          mask.flat(),
        );
    },
  },
  {
    subject: "polygonsToMask",
    what: "a rectangle on the grid",
    oracle: "pycocotools",
    tolerance: 0,
    compare: () =>
      assert.deepEqual(
        Array.from(polygonsToMask([polygons.square], { height: 20, width: 20 }).data),
        polygons.squareMask.flat(),
      ),
  },
  {
    subject: "panopticQuality",
    what: "four images, three classes",
    oracle: "panopticapi",
    tolerance: 1e-12,
    compare: () => {
      const { classes, ...total } = panopticQuality(
        panoptic.images.map(({ gt }) => segmentsOf(gt)),
        panoptic.images.map(({ pred }) => segmentsOf(pred)),
      );
      for (const key of ["pq", "sq", "rq"] as const) {
        close(total[key], panoptic.total[key], 1e-12, key);
        for (const one of classes)
          close(one[key], panoptic.classes[String(one.label)][key], 1e-12, key);
      }
    },
  },
];
