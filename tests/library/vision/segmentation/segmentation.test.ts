import assert from "node:assert/strict";
import {
  boundaryF1,
  boxToMask,
  decodeRle,
  encodeRle,
  hausdorffDistance,
  maskToBox,
  maskToPolygons,
  mergeRle,
  panopticQuality,
  polygonArea,
  polygonsToMask,
  rleArea,
  rleFromString,
  rleToString,
  segmentationReport,
} from "../../../../library/src/vision/index.ts";
import { randomNumbers } from "../random.ts";

const random = randomNumbers(12);
const masks = [0.1, 0.4, 0.6, 0.9].map((density) => ({
  data: Uint8Array.from({ length: 20 * 17 }, () => (random() < density ? 1 : 0)),
  shape: [20, 17] as const,
}));
const size = { height: 20, width: 17 };

describe("masks as runs and as polygons", () => {
  it("come back the same", () => {
    for (const mask of masks) {
      assert.deepEqual(decodeRle(encodeRle(mask)).data, mask.data);
      const rle = encodeRle(mask);
      assert.deepEqual(rleFromString(rleToString(rle), rle.size), rle);
      const polygons = maskToPolygons(mask);
      assert.deepEqual(polygonsToMask(polygons, size).data, mask.data);
      const area = polygons.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
      assert.equal(area, rleArea(rle));
    }
  });

  it("give holes the other direction", () => {
    const ring = [
      [1, 1, 1],
      [1, 0, 1],
      [1, 1, 1],
    ];
    assert.deepEqual(maskToPolygons(ring).map(polygonArea), [9, -1]);
  });

  it("keep pixels apart that touch at a corner alone", () => {
    const outlines = maskToPolygons([
      [1, 0],
      [0, 1],
    ]);
    assert.deepEqual(outlines.map(polygonArea), [1, 1]);
  });

  it("may be empty, whole or in one row", () => {
    const empty = { data: new Uint8Array(6), shape: [2, 3] };
    assert.deepEqual(maskToPolygons(empty), []);
    assert.deepEqual(encodeRle(empty).counts, [6]);
    assert.equal(maskToBox(empty), undefined);
    assert.deepEqual(encodeRle([[1, 1]]).counts, [0, 2]);
    assert.deepEqual(maskToBox(boxToMask([3, 2, 9, 11], size)), [3, 2, 9, 11]);
  });

  it("name what does not fit", () => {
    assert.throws(() => decodeRle({ size: [2, 2], counts: [3] }), /sum 4; these have 3/);
    assert.throws(() => rleFromString("22", [3, 3]), /sum 9; these have 4/);
    assert.throws(
      () =>
        mergeRle([
          { size: [1, 2], counts: [2] },
          { size: [2, 1], counts: [2] },
        ]),
      /1 × 2 and 2 × 1/,
    );
    assert.throws(() => encodeRle([1, 0]), /\[height, width\].*\[2\]/);
    assert.throws(
      () =>
        polygonsToMask(
          [
            [
              [0, 0],
              [1, 1],
            ],
          ],
          size,
        ),
      /three points.*2/,
    );
  });
});

describe("segmentation measures", () => {
  it("are best for the truth itself", () => {
    for (const mask of masks) {
      const report = segmentationReport(mask, mask);
      assert.deepEqual([report.meanIoU, report.pixelAccuracy, report.meanDice], [1, 1, 1]);
      assert.equal(boundaryF1(mask, mask).f1, 1);
      assert.equal(hausdorffDistance(mask, mask), 0);
      const segments = [[{ label: 1, mask: encodeRle(mask) }]];
      assert.equal(panopticQuality(segments, segments).pq, 1);
    }
  });

  it("say what an empty mask gives", () => {
    const empty = { data: new Uint8Array(340), shape: [20, 17] };
    assert.equal(hausdorffDistance(empty, empty), 0);
    assert.equal(hausdorffDistance(masks[0], empty), Infinity);
    assert.ok(Number.isNaN(boundaryF1(masks[0], empty).precision));
    assert.equal(panopticQuality([[{ label: 1, mask: encodeRle(masks[0]) }]], [[]]).pq, 0);
  });

  it("take a percentile of distances", () => {
    const [line, far] = [[[1, 1, 1, 1, 1, 0, 0, 0, 0]], [[1, 1, 1, 1, 1, 0, 0, 0, 1]]];
    assert.equal(hausdorffDistance(line, far), 4);
    assert.equal(hausdorffDistance(line, far, { of: 80 }), 0);
  });

  it("name what does not fit", () => {
    assert.throws(() => segmentationReport([[1]], [[1, 2]]), /\[1, 1\] and \[1, 2\]/);
    assert.throws(() => segmentationReport([[0.5]], [[1]]), /whole numbers; it has 0.5/);
    assert.throws(() => segmentationReport([[9]], [[1]], { ignore: 9 }), /no pixel/);
    assert.throws(() => hausdorffDistance([[1]], [[1]], { of: 101 }), /101/);
    assert.throws(() => boundaryF1([[1]], [[1]], { tolerance: -1 }), /-1/);
  });
});
