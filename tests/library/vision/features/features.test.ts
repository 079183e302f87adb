import assert from "node:assert/strict";
import { Random } from "../../../../library/src/random/index.ts";
import {
  briefDescriptors,
  cornerFast,
  gaussianBlur,
  graycomatrix,
  haarFeature,
  hog,
  Image,
  integralImage,
  integralSum,
  lbpHistogram,
  localBinaryPattern,
  localPeaks,
  matchDescriptors,
  matchTemplate,
  opticalFlow,
  orb,
  ransacLine,
  ransacTransform,
  transformPoints,
  type PerspectiveMatrix,
  type Point,
} from "../../../../library/src/vision/index.ts";

/** Blocks of random light, so that there are corners. */
function blocks(side: number): Image {
  const random = new Random(6);
  const data = new Float32Array(side * side).fill(0.4);
  for (let k = 0; k < 90; k++) {
    const [x0, y0] = [random.integer(0, side - 12), random.integer(0, side - 12)];
    const [w, h, light] = [random.integer(5, 24), random.integer(5, 24), random.uniform()];
    for (let y = y0; y < Math.min(side, y0 + h); y++)
      data.fill(light, y * side + x0, y * side + Math.min(side, x0 + w));
  }
  return gaussianBlur({ data, shape: [side, side] }, { sigma: 0.8 });
}

/** The picture as `back` takes each of its pixels to one of the other. */
function warped(image: Image, back: PerspectiveMatrix): Image {
  const { height, width, data } = image;
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [[u, v]] = transformPoints(back, [[x, y]]);
      const [left, top] = [Math.floor(u), Math.floor(v)];
      if (left < 0 || top < 0 || left > width - 2 || top > height - 2) continue;
      const at = top * width + left;
      const [dx, dy] = [u - left, v - top];
      out[y * width + x] =
        (1 - dy) * ((1 - dx) * data[at] + dx * data[at + 1]) +
        dy * ((1 - dx) * data[at + width] + dx * data[at + width + 1]);
    }
  return new Image({ height, width, channels: 1, data: out, colorSpace: "gray" });
}

describe("orb, matches and RANSAC together", () => {
  const image = blocks(160);
  for (const [what, angle, scale] of [
    ["turned", 0.6, 1],
    ["smaller and turned", -0.3, 1.3],
  ] as const) {
    it(`find how a picture was ${what}`, () => {
      const [c, s] = [scale * Math.cos(angle), scale * Math.sin(angle)];
      const back: PerspectiveMatrix = [
        [c, -s, 80 - 80 * c + 80 * s],
        [s, c, 80 - 80 * s - 80 * c],
        [0, 0, 1],
      ];
      const [one, other] = [orb(warped(image, back)), orb(image)];
      const matches = matchDescriptors(one.descriptors, other.descriptors, { maxRatio: 0.85 });
      const point = ({ x, y }: { x: number; y: number }): Point => [x, y];
      const found = ransacTransform(
        matches.map(({ a }) => point(one.keypoints[a])),
        matches.map(({ b }) => point(other.keypoints[b])),
        { kind: "similarity", threshold: 2.5 },
      );
      const right = found.inliers.filter(Boolean).length;
      assert.ok(right >= 20, `${right} of ${matches.length} matches agree`);
      const corners: Point[] = [
        [40, 40],
        [120, 40],
        [80, 120],
      ];
      transformPoints(found.transform, corners).forEach(([x, y], i) => {
        const [[u, v]] = transformPoints(back, [corners[i]]);
        assert.ok(Math.hypot(x - u, y - v) < 2, `${x}, ${y} should be ${u}, ${v}`);
      });
    });
  }

  it("describe a key point alike in the same place and leave out those at the edge", () => {
    const points = [
      { x: 60, y: 60, response: 1 },
      { x: 3, y: 60, response: 1 },
    ];
    const first = briefDescriptors(image, points);
    assert.deepEqual(first.keypoints, points.slice(0, 1));
    assert.deepEqual(briefDescriptors(image, points), first);
    assert.notDeepEqual(
      briefDescriptors(image, points, { seed: 1 }).descriptors,
      first.descriptors,
    );
  });
});

describe("features", () => {
  it("of a turned texture stay alike where they should", () => {
    const image = blocks(64);
    const turned = Image.from(
      Array.from({ length: 64 }, (_, y) =>
        Array.from({ length: 64 }, (__, x) => image.at(63 - x, y)[0]),
      ),
    );
    const inside = (i: Image) =>
      i
        .rows()
        .slice(1, -1)
        .flatMap((row) => row.slice(1, -1))
        .sort();
    const [a, b] = [image, turned].map((one) =>
      inside(localBinaryPattern(one, { points: 4, method: "ror" })),
    );
    assert.deepEqual(a, b);
    const sum = lbpHistogram(image).reduce((total, share) => total + share, 0);
    assert.ok(Math.abs(sum - 1) < 1e-9);
  });

  it("find a template where it was cut", () => {
    const image = blocks(64);
    const rows = image.rows();
    const template = rows.slice(20, 34).map((row) => row.slice(31, 43));
    const [best] = localPeaks(matchTemplate(image, template), { maxPeaks: 1, border: 0 });
    assert.deepEqual([best.x, best.y], [31, 20]);
  });

  it("add up boxes of any size", () => {
    const image = blocks(20);
    const integral = integralImage(image);
    const sum = image
      .rows()
      .slice(3, 9)
      .flatMap((row) => row.slice(5, 20));
    const expected = sum.reduce((total, value) => total + value, 0);
    assert.ok(Math.abs(integralSum(integral, [5, 3, 20, 9]) - expected) < 1e-6);
  });

  it("are none on flat ground", () => {
    const flat = { data: new Uint8Array(4096).fill(80), shape: [64, 64] };
    assert.deepEqual(localPeaks(cornerFast(flat)), []);
    assert.deepEqual(orb(flat).descriptors, []);
    assert.deepEqual(matchDescriptors([], [[1]]), []);
    const [{ found }] = opticalFlow(flat, flat, [{ x: 30, y: 30 }]);
    assert.equal(found, false);
  });

  it("name what does not fit", () => {
    const small = [[0, 1]];
    assert.throws(() => hog(small), /24 pixels a side.*1 × 2/);
    assert.throws(() => graycomatrix([[300]]), /300.*0 to 255/);
    assert.throws(() => matchTemplate(small, [[1], [2]]), /\(2 × 1\) is larger.*\(1 × 2\)/);
    assert.throws(() => localBinaryPattern(small, { points: 30 }), /at most 24.*30/);
    assert.throws(() => integralSum(integralImage(small), [0, 0, 3, 1]), /1 × 2.*\[0, 0, 3, 1\]/);
    assert.throws(() => haarFeature(integralImage(small), [0, 0, 1, 1], "across"), /2 × 1/);
    assert.throws(() => matchDescriptors([[1, 2]], [[1]]), /lengths: 2, 1/);
    assert.throws(() => ransacLine([[0, 0]]), /2 points; there are 1/);
    assert.throws(() => ransacTransform([[0, 0]], []), /1 points and 0 partners/);
    assert.throws(() => opticalFlow(small, [[1]], []), /1 × 2 and 1 × 1/);
    assert.throws(() => cornerFast({ data: new Uint8Array(10), shape: [1, 2, 5] }), /5 channels/);
  });
});
