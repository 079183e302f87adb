import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { represent } from "../../../kernel/src/display/index.ts";
import type { DisplayData } from "../../../kernel/src/display/index.ts";

const shown = (value: unknown) => represent(value) as DisplayData;
const base64 = (text: string) => Buffer.from(text, "base64");
const pixels = () => tf.zeros<tf.Rank.R3>([5, 7, 3], "int32");

/** Smallest pictures of a red or transparent kind, from encoders that are not ours. */
const gif = base64("R0lGODdhCgAKAIAAAP8AAAAA/ywAAAAACgAKAAACCISPqcvtD2MrADs=");
const webp = {
  lossy: base64("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"),
  lossless: base64("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="),
};

describe("the bytes of a picture", () => {
  const files: [string, string, () => Promise<Uint8Array> | Uint8Array, string][] = [
    ["PNG", "image/png", () => tf.node.encodePng(pixels()), "7 × 5"],
    ["JPEG", "image/jpeg", () => tf.node.encodeJpeg(pixels()), "7 × 5"],
    [
      "progressive JPEG",
      "image/jpeg",
      () => tf.node.encodeJpeg(pixels(), "rgb", 90, true),
      "7 × 5",
    ],
    ["GIF", "image/gif", () => gif, "10 × 10"],
    ["lossy WebP", "image/webp", () => webp.lossy, "1 × 1"],
    ["lossless WebP", "image/webp", () => webp.lossless, "1 × 1"],
  ];
  for (const [name, type, make, size] of files) {
    it(`are shown as ${name}`, async () => {
      const bytes = await make();
      const { data } = shown(bytes);
      assert.deepEqual(Buffer.from(data[type] as string, "base64"), Buffer.from(bytes));
      assert.match(data["text/plain"] as string, new RegExp(`^<\\w+ image, ${size}, `));
    });

    it(`are bytes where the header of a ${name} is cut off`, async () => {
      const bytes = (await make()).slice(0, 9);
      assert.deepEqual(Object.keys(shown(bytes).data), ["text/plain"]);
    });
  }

  it("may lie in the middle of a larger buffer", async () => {
    const bytes = await tf.node.encodePng(pixels());
    const larger = new Uint8Array(bytes.length + 20).fill(9);
    larger.set(bytes, 10);
    const { data } = shown(larger.subarray(10, 10 + bytes.length));
    assert.deepEqual(base64(data["image/png"] as string), Buffer.from(bytes));
  });

  it("of PNG and JPEG carry an alternative text for nbconvert", async () => {
    const { data, metadata } = shown(await tf.node.encodePng(pixels()));
    assert.deepEqual(metadata, { "image/png": { alt: data["text/plain"] } });
  });

  it("of GIF and WebP come as HTML too, because nbconvert does not know them", () => {
    const html = shown(gif).data["text/html"];
    assert.equal(
      html,
      `<img src="data:image/gif;base64,${gif.toString("base64")}" alt="GIF image">`,
    );
  });
});

describe("the bytes of an SVG file", () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><title>ö</title></svg>`;
  const sources = [
    svg,
    `<?xml version="1.0"?>\n<!-- a comment -->\n${svg}`,
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">${svg}`,
  ];
  for (const source of sources) {
    it(`that begin with ${source.slice(0, 9)} are SVG source`, () => {
      assert.equal(shown(new TextEncoder().encode(source)).data["image/svg+xml"], source);
    });
  }

  it("are not looked for with effort that grows out of bounds", () => {
    const comments = new TextEncoder().encode("<!---->".repeat(500));
    assert.deepEqual(Object.keys(shown(comments).data), ["text/plain"]);
  });
});

describe("other bytes", () => {
  const cases: [string, Uint8Array][] = [
    ["none", new Uint8Array()],
    ["random numbers", new Uint8Array([1, 2, 3])],
    ["a JPEG marker alone", new Uint8Array([0xff, 0xd8, 0xff, 0xd9])],
    ["a JPEG whose segments lead nowhere", new Uint8Array(64).fill(0xff).fill(0xd8, 1, 2)],
    ["text about svg", new TextEncoder().encode("an <svg> element")],
    ["a PNG of no size", Buffer.concat([base64("iVBORw0KGgoAAAANSUhEUg=="), Buffer.alloc(17)])],
  ];
  for (const [name, bytes] of cases) {
    it(`(${name}) are text`, () => {
      assert.deepEqual(Object.keys(shown(bytes).data), ["text/plain"]);
    });
  }
});
