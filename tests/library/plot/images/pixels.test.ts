import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { readImages } from "../../../../library/src/plot/images/pixels.ts";
import type { ImagesLike, ValueRange } from "../../../../library/src/plot/index.ts";

const grey = (images: ImagesLike, range?: ValueRange) =>
  readImages(images, range).map(({ rgba }) => Array.from(rgba).filter((_, i) => i % 4 === 0));
const sizes = (images: ImagesLike) =>
  readImages(images).map(({ width, height }) => [height, width]);

describe("images", () => {
  it("are read alike from nested arrays, flat values with a shape and tensors, and leave no tensor behind", () => {
    const nested = [
      [0, 0.5],
      [1, 0.2],
    ];
    const expected = [[0, 128, 255, 51]];
    const tensors = [
      tf.tensor2d(nested),
      tf.tensor3d([nested.map((row) => row)]),
      tf.tensor4d([nested.map((row) => row.map((value) => [value]))]),
    ] as const;
    const before = tf.memory().numTensors;
    assert.deepEqual(grey(nested), expected);
    assert.deepEqual(grey({ data: new Float32Array([0, 0.5, 1, 0.2]), shape: [2, 2] }), expected);
    assert.deepEqual(
      grey({ images: new Float32Array([0, 0.5, 1, 0.2]), shape: [1, 2, 2, 1] }),
      expected,
    );
    for (const tensor of tensors) assert.deepEqual(grey(tensor), expected);
    assert.deepEqual(grey([tensors[0], tensors[0]]), [...expected, ...expected]);
    assert.equal(tf.memory().numTensors, before);
    tf.dispose([...tensors]);
  });

  it("keep rows and columns apart, and channels from images", () => {
    assert.deepEqual(sizes({ data: new Float32Array(6), shape: [2, 3] }), [[2, 3]]);
    assert.deepEqual(sizes({ data: new Float32Array(18), shape: [2, 3, 3] }), [[2, 3]]);
    assert.deepEqual(sizes({ data: new Float32Array(40), shape: [2, 4, 5] }), [
      [4, 5],
      [4, 5],
    ]);
    assert.deepEqual(sizes({ data: new Float32Array(72), shape: [2, 3, 4, 3] }), [
      [3, 4],
      [3, 4],
    ]);
  });

  it("go from 0 to 1 when nothing is above 1, from 0 to 255 otherwise and for bytes", () => {
    assert.deepEqual(grey([[0, 1]]), [[0, 255]]);
    assert.deepEqual(grey([[0, 2]]), [[0, 2]]);
    assert.deepEqual(grey({ data: new Uint8Array([0, 1]), shape: [1, 2] }), [[0, 1]]);
    assert.deepEqual(
      grey({ data: [0.5, 0.5, 200, 100], shape: [2, 1, 2, 1] }),
      [
        [1, 1],
        [200, 100],
      ].map((row) => row.map((value) => (value === 1 ? 0 : value))),
      "one range for the batch",
    );
    assert.deepEqual(grey([[0, 8, 16]], [0, 16]), [[0, 128, 255]]);
    assert.deepEqual(grey([[-1, 0, 1]], [-1, 1]), [[0, 128, 255]]);
  });

  it("keep colours and transparency", () => {
    const [picture] = readImages({ data: [255, 0, 10, 128], shape: [1, 1, 4] });
    assert.deepEqual(Array.from(picture?.rgba ?? []), [255, 0, 10, 128]);
  });

  it("name what is broken", () => {
    assert.throws(() => readImages([[-1, 1]]), /from -1 to 1: say.*range: \[-1, 1\]/);
    assert.throws(() => readImages([[NaN]]), /NaN/);
    assert.throws(() => readImages([[NaN]], [0, 1]), /NaN/);
    assert.throws(() => readImages([[1]], [1, 0]), /white above black.*\[1, 0\]/);
    assert.throws(
      () => readImages({ data: new Float32Array(20), shape: [1, 2, 2, 5] }),
      /1, 3 or 4 channels.*\[2, 2, 5\]/,
    );
    assert.throws(
      () => readImages({ data: new Float32Array(3), shape: [2, 2] }),
      /3 values.*\[2, 2\] holds 4/,
    );
    assert.throws(() => readImages(tf.zeros([0, 4, 4, 1])), /no images/);
    assert.throws(() => readImages([0, 1, 2]), /\[height, width\].*\[3\]/);
  });
});
