import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { imageWithMask } from "../../../../library/src/plot/index.ts";
import { pixelAt, readPng } from "../read-png.ts";

const image = [
  [0, 0, 0],
  [0, 0, 0],
];
const mask = [
  [0, 1, 1],
  [0, 0, 2],
];

describe("imageWithMask", () => {
  it("colours and outlines the pixels of a class and leaves the background", async () => {
    const png = readPng(await imageWithMask(image, mask, { scale: 40 }).toPNG());
    const at = (x: number, y: number) => pixelAt(png, 2 * (6 + 40 * x), 2 * (6 + 40 * y));
    assert.deepEqual(at(0.5, 0.5), [0, 0, 0]);
    assert.deepEqual(at(1.5, 1.5), [0, 0, 0]);
    assert.deepEqual(at(1, 0.5), [0xd5, 0x5e, 0], "the left edge of class 1");
    assert.notDeepEqual(at(1.6, 0.6), [0, 0, 0]);
    assert.notDeepEqual(at(2, 0.6), [0xd5, 0x5e, 0], "no line between two pixels of a class");
  });

  it("differs between classes by hatch as well as by colour, and names them", async () => {
    const figure = imageWithMask(image, mask, { classNames: ["background", "cell", "wall"] });
    const svg = await figure.toSVG();
    const hatches = [...svg.matchAll(/<pattern id="hatch-(\d)"[^>]*>(.*?)<\/pattern>/g)].map(
      ([, id, body]) => [id, body?.replace(/#\w+/g, "")],
    );
    assert.deepEqual(
      hatches.map(([id]) => id),
      ["1", "2"],
    );
    assert.notEqual(hatches[0]?.[1], hatches[1]?.[1]);
    assert.match(svg, />cell<.*>wall</);
    assert.match(
      figure.alt,
      /cell covers 33\.3 % of the pixels; wall covers 16\.7 % of the pixels/,
    );
  });

  it("reads probabilities with a threshold, from tensors, and leaves no tensor behind", () => {
    const probabilities = tf.tensor4d([0.2, 0.6, 0.9, 0.1, 0.4, 0.5], [1, 2, 3, 1]);
    const images = tf.zeros([1, 2, 3, 1]);
    const before = tf.memory().numTensors;
    assert.match(imageWithMask(images, probabilities).alt, /1 covers 50\.0 %/);
    assert.match(imageWithMask(images, probabilities, { threshold: 0.55 }).alt, /1 covers 33\.3 %/);
    assert.equal(tf.memory().numTensors, before);
    tf.dispose([probabilities, images]);
  });

  it("puts image, truth and prediction side by side", async () => {
    const svg = await imageWithMask(
      [image, image].map((values) => ({ data: values.flat(), shape: [2, 3] })),
      { data: [...mask.flat(), ...mask.flat()], shape: [2, 2, 3] },
      { truth: { data: new Uint8Array(12), shape: [2, 2, 3, 1] } },
    ).toSVG();
    assert.deepEqual(
      [...svg.matchAll(/>(Image|Truth|Prediction)</g)].map(([, text]) => text),
      ["Image", "Truth", "Prediction", "Image", "Truth", "Prediction"],
    );
  });

  it("says when nothing is marked", () => {
    assert.match(imageWithMask(image, image).alt, /no pixel is marked/);
  });

  it("names what is broken", () => {
    assert.throws(
      () => imageWithMask(image, [[0, 1]]),
      /1 images of 2 by 3.*the mask has 1 of 1 by 2/,
    );
    assert.throws(() => imageWithMask(image, mask, { truth: [[1]] }), /the truth has 1 of 1 by 1/);
    assert.throws(
      () =>
        imageWithMask(image, [
          [0, -1, 1],
          [0, 0, 0],
        ]),
      /it has -1/,
    );
    assert.throws(
      () =>
        imageWithMask(image, [
          [0, 2.5, 1],
          [0, 0, 0],
        ]),
      /numbers of both kinds/,
    );
    assert.throws(
      () =>
        imageWithMask(image, [
          [0, NaN, 1],
          [0, 0, 0],
        ]),
      /it has NaN/,
    );
    assert.throws(
      () => imageWithMask(image, { data: new Float32Array(12), shape: [2, 3, 2, 1, 1] }),
      /shape \[height, width\]/,
    );
  });
});
