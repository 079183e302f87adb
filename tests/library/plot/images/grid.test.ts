import assert from "node:assert/strict";
import { jupyterDisplay } from "../../../../library/src/host/index.ts";
import { imageGrid } from "../../../../library/src/plot/index.ts";
import { pixelAt, readPng } from "../read-png.ts";

const checks = [
  [0, 1],
  [1, 0],
];

describe("imageGrid", () => {
  it("draws each pixel as a crisp square", async () => {
    const png = readPng(await imageGrid(checks, { scale: 20 }).toPNG());
    // A margin of 6 and squares of 20 pixels, both doubled.
    for (const [row, column] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const) {
      const [left, top] = [12 + 40 * column, 12 + 40 * row];
      const expected = 255 * (checks[row]?.[column] ?? 0);
      for (const [x, y] of [
        [left + 3, top + 3],
        [left + 36, top + 36],
        [left + 20, top + 20],
      ] as const) {
        assert.deepEqual(pixelAt(png, x, y), [expected, expected, expected]);
      }
    }
  });

  it("shows a PNG and words, at the size of the page", async () => {
    const { data, metadata } = await imageGrid(checks, { scale: 20 })[jupyterDisplay]();
    assert.deepEqual(Object.keys(data).sort(), ["image/png", "text/plain"]);
    assert.deepEqual(metadata, {
      "image/png": { width: 52, height: 52, alt: "One image of 2 by 2 pixels." },
    });
  });

  it("writes labels, and both classes where a prediction is wrong", async () => {
    const figure = imageGrid(
      { data: new Uint8Array(12), shape: [3, 2, 2] },
      { labels: [0, 1, 1], predictions: [0, 1, 0], classNames: ["cat", "dog"] },
    );
    const svg = await figure.toSVG();
    assert.deepEqual(
      [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text),
      ["✓ cat", "✓ dog", "✗ cat, is dog"],
    );
    assert.match(
      figure.alt,
      /3 images of 2 by 2 pixels, labelled cat, dog, dog\. 1 of 3 predictions are wrong\./,
    );
  });

  it("escapes what is written, and cuts what is too long", async () => {
    const svg = await imageGrid(checks, { labels: ['<b>&"'], title: "a < b" }).toSVG();
    assert.ok(
      svg.includes("&lt;b&gt;&amp;&quot;") && svg.includes("a &lt; b") && !svg.includes("<b>"),
    );
    const long = await imageGrid(checks, {
      labels: ["a label much longer than the image is wide"],
      scale: 20,
    }).toSVG();
    assert.match(long, />a l[^<]*…</);
  });

  it("shows the first 64 of many images, says so, and stays small", async () => {
    const figure = imageGrid({
      data: Float32Array.from({ length: 500 * 784 }, (_, i) => ((i * 7919) % 97) / 97),
      shape: [500, 28, 28, 1],
    });
    const svg = await figure.toSVG();
    assert.equal(svg.match(/<image /g)?.length, 64);
    assert.ok(svg.includes("The first 64 of 500 images."));
    const size = (await figure.toPNG()).length;
    assert.ok(size < 300_000, `${String(size)} bytes`);
  });

  it("names what does not fit", () => {
    const large = { data: new Uint8Array(250_000), shape: [500, 500] };
    assert.throws(
      () => imageGrid(large, { scale: 20 }),
      /10,000 by 10,0\d\d pixels.*smaller scale/,
    );
    assert.throws(() => imageGrid(checks, { labels: ["a", "b"] }), /1 images and 2 labels/);
    assert.throws(() => imageGrid(checks, { predictions: [] }), /1 images and 0 predictions/);
    assert.throws(() => imageGrid(checks, { scale: 0 }), /scale.*above 0 to 100.*0/);
  });
});
