import {
  averagePrecision,
  dice,
  iou,
  iouMatrix,
  maskIoU,
  meanAveragePrecision,
  meanMaskIoU,
} from "../../../library/src/vision/index.ts";
import { close, closeAll } from "./close.ts";
import { readFixture } from "./fixtures.ts";
import type { Comparison } from "./page/comparisons.ts";

const { iou: boxes, truth, found, coco, voc } = readFixture("detection");
const masks = readFixture("masks");
const { classes } = masks;
const pycocotools = "pycocotools";
const sklearn = "scikit-learn";

export const comparisons: readonly Comparison[] = [
  {
    subject: "iou",
    what: "96 pairs of boxes",
    oracle: pycocotools,
    tolerance: 1e-9,
    compare: () =>
      closeAll(
        boxes.a.map((a) => boxes.b.map((b) => iou(a, b))),
        boxes.matrix,
      ),
  },
  {
    subject: "iouMatrix",
    what: "12 × 8 boxes",
    oracle: pycocotools,
    tolerance: 1e-9,
    compare: () => closeAll(iouMatrix(boxes.a, boxes.b), boxes.matrix),
  },
  {
    subject: "averagePrecision",
    what: "COCO's rules at 0.5, each class",
    oracle: pycocotools,
    tolerance: 1e-9,
    compare: () =>
      closeAll(
        [0, 1, 2].map((label) => averagePrecision(truth, found, { label, style: "coco" })),
        coco.ap50PerClass,
      ),
  },
  {
    subject: "meanAveragePrecision",
    what: "COCO's rules, the mean over .5:.95",
    oracle: pycocotools,
    tolerance: 1e-9,
    compare: () => close(meanAveragePrecision(truth, found, { style: "coco" }).mAP, coco.mAP),
  },
  ...(["0.3", "0.5", "0.75"] as const).map((threshold) => ({
    subject: "meanAveragePrecision",
    what: `VOC's rules at ${threshold}`,
    oracle: "mean-average-precision",
    tolerance: 1e-6,
    compare: () =>
      close(
        meanAveragePrecision(truth, found, { iouThreshold: Number(threshold) }).mAP,
        voc[threshold].mAP,
        1e-6,
      ),
  })),
  {
    subject: "maskIoU",
    what: "six masks, empty and full ones too",
    oracle: sklearn,
    tolerance: 1e-9,
    compare: () => {
      for (const one of masks.binary) close(maskIoU(one.truth, one.prediction), one.iou);
    },
  },
  {
    subject: "dice",
    what: "six masks, empty and full ones too",
    oracle: sklearn,
    tolerance: 1e-9,
    compare: () => {
      for (const one of masks.binary) close(dice(one.truth, one.prediction), one.dice);
    },
  },
  {
    subject: "meanMaskIoU",
    what: "four classes, with and without the background",
    oracle: sklearn,
    tolerance: 1e-9,
    compare: () => {
      close(meanMaskIoU(classes.truth, classes.prediction), classes.meanIou);
      const options = { classes: [1, 2, 3] };
      close(meanMaskIoU(classes.truth, classes.prediction, options), classes.meanIouWithout0);
    },
  },
];
