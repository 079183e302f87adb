import assert from "node:assert/strict";
import { imageGrid, imageWithBoxes, imageWithMask } from "../../../../library/src/plot/index.ts";
import {
  classColor,
  drawBoxes,
  drawMask,
  drawMatches,
  drawPoints,
  drawPolygons,
  drawText,
  Image,
  type Box,
  type Keypoint,
} from "../../../../library/src/vision/index.ts";

const data = Uint8Array.from({ length: 50 * 60 * 3 }, (_, i) => 60 + ((i * 7) % 50));
const image = new Image({ height: 50, width: 60, channels: 3, data, colorSpace: "rgb" });
const boxes: Box[] = [
  { box: [10, 20, 40, 45], label: "cat", score: 0.9 },
  { box: [30, 18, 58, 48], label: "dog", score: 0.4 },
];
const mask = {
  data: Uint8Array.from({ length: 3000 }, (_, i) => (i % 60 < 20 ? 1 : 0)),
  shape: [50, 60],
};
const spot: Keypoint = { x: 30, y: 25, response: 1, size: 12, angle: 0 };

const near = (found: readonly number[], wanted: readonly number[]) =>
  found.every((value, c) => Math.abs(value - wanted[c]) <= 40);

const drawings: Record<string, (scale: number) => Image> = {
  drawBoxes: (scale) => drawBoxes(image, boxes, { scale }),
  drawMask: (scale) => drawMask(image, mask, { scale }),
  drawPoints: (scale) => drawPoints(image, [spot, [12, 30]], { scale, edges: [[0, 1]] }),
  drawPolygons: (scale) =>
    drawPolygons(
      image,
      [
        [
          [10, 20],
          [40, 20],
          [25, 40],
        ],
      ],
      { scale },
    ),
  drawText: (scale) => drawText(image, "Text", [20, 20], { scale }),
};

describe("drawings", () => {
  for (const [name, draw] of Object.entries(drawings)) {
    it(`${name}: changes some pixels, leaves the rest and the image as they were`, () => {
      const before = data.slice();
      const drawn = draw(1);
      assert.deepEqual(drawn.shape, [50, 60, 3]);
      assert.deepEqual(data, before);
      let changed = 0;
      for (let i = 0; i < data.length; i++) if (drawn.data[i] !== data[i]) changed++;
      assert.ok(changed > 60, `${changed} values changed`);
      assert.deepEqual(drawn.at(2, 58), image.at(2, 58));
      assert.deepEqual(drawn.at(3, 52), image.at(3, 52));
    });

    it(`${name}: a larger scale repeats the pixels of the image`, () => {
      const drawn = draw(4);
      assert.deepEqual(drawn.shape, [200, 240, 3]);
      for (const [y, x] of [
        [8, 232],
        [11, 235],
      ] as const)
        assert.deepEqual(drawn.at(y, x), image.at(Math.floor(y / 4), Math.floor(x / 4)));
    });
  }

  it("have the outline of a box on its edge, in the colour of its class", () => {
    const drawn = drawBoxes(image, boxes.slice(0, 1), { scale: 6 });
    assert.ok(near(drawn.at(6 * 44, 6 * 10), classColor(0)), drawn.at(6 * 44, 6 * 10).join());
    assert.ok(near(drawn.at(6 * 45 - 1, 6 * 30), classColor(0)));
  });

  it("tell classes apart without colour: by dash, hatch and name", () => {
    const one = drawBoxes(image, [{ box: [10, 20, 50, 45], label: "a" }], {
      scale: 4,
      classNames: ["a", "b"],
    });
    const other = drawBoxes(image, [{ box: [10, 20, 50, 45], label: "b" }], {
      scale: 4,
      classNames: ["a", "b"],
    });
    // Along the bottom edge, the first class is one line and the second has gaps.
    const gaps = (drawn: Image) =>
      Array.from({ length: 150 }, (_, x) => drawn.at(4 * 45, 44 + x).join()).filter(
        (c, i, all) => i > 0 && c !== all[i - 1],
      ).length;
    assert.ok(gaps(other) > gaps(one) + 10, `${gaps(one)} and ${gaps(other)}`);
  });

  it("set matches between two pictures side by side", () => {
    const [a, b] = [[spot], [{ ...spot, x: 10, y: 10 }]];
    const drawn = drawMatches(image, a, image, b, [{ a: 0, b: 0, distance: 1 }], {
      gap: 6,
      inliers: [false],
    });
    assert.deepEqual(drawn.shape, [50, 126, 3]);
    assert.deepEqual(drawn.at(48, 63), [255, 255, 255]);
    assert.deepEqual(drawn.at(49, 125), image.at(49, 59));
  });

  it("take grey, floats and alpha", () => {
    assert.equal(drawText([[0.5, 0.5]], "", [0, 0], { background: "none" }).at(0, 1)[1], 128);
    const clear = { data: new Uint8Array([255, 0, 0, 0]), shape: [1, 1, 4] };
    assert.deepEqual(drawText(clear, "", [0, 0], { background: "none" }).at(0, 0), [255, 255, 255]);
  });

  it("name what does not fit", () => {
    assert.throws(() => drawMask(image, [[1]]), /1 × 1.*50 × 60/);
    assert.throws(() => drawMask([[1]], [[0.5]]), /whole class numbers.*0.5/);
    assert.throws(() => drawPoints(image, [[1, 1]], { labels: [] }), /1 points and 0 labels/);
    assert.throws(() => drawPoints(image, [[1, 1]], { edges: [[0, 1]] }), /point 1; there are 1/);
    assert.throws(() => drawBoxes(image, [{ box: [3, 3, 1, 1], label: 1 }]), /\[3, 3, 1, 1\]/);
    assert.throws(
      () => drawMatches(image, [], image, [], [{ a: 0, b: 0, distance: 0 }]),
      /there are 0 and 0/,
    );
    assert.throws(() => drawText(image, "a", [0, 0], { scale: 0.5 }), /scale.*0.5/);
    assert.throws(() => classColor(-1), /-1/);
  });

  it("go into plot's pictures as they are", async () => {
    const svg = await imageWithBoxes(image, boxes).toSVG();
    assert.match(svg, /cat 0\.90/);
    assert.match(await imageGrid([image, drawBoxes(image, boxes)]).toSVG(), /<image/);
    assert.match(await imageWithMask(image, mask).toSVG(), /hatch-1/);
  });
});
