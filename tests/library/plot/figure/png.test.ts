import assert from "node:assert/strict";
import { encodePng, pngSize } from "../../../../library/src/plot/figure/png.ts";
import { readPng } from "../read-png.ts";

function pattern(width: number, height: number, alpha: (i: number) => number): Uint8Array {
  const rgba = new Uint8Array(4 * width * height);
  for (let i = 0; i < width * height; i++)
    rgba.set([(7 * i) % 256, (31 * i) % 256, i % 3, alpha(i)], 4 * i);
  return rgba;
}

describe("encodePng", () => {
  it("writes what TensorFlow's decoder reads back, opaque or not", () => {
    for (const [width, height] of [
      [1, 1],
      [5, 3],
      [64, 33],
    ] as const) {
      for (const alpha of [() => 255, (i: number) => (i * 5) % 256]) {
        const rgba = pattern(width, height, alpha);
        assert.deepEqual(readPng(encodePng(rgba, width, height)), { width, height, rgba });
      }
    }
  });

  it("writes rows that repeat, as enlarged pixels do, nearly for nothing", () => {
    const [width, height] = [400, 400];
    const rgba = new Uint8Array(4 * width * height);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        rgba.set([(37 * (x >> 4) * (y >> 4)) % 256, x >> 4, y >> 4, 255], 4 * (y * width + x));
    const png = encodePng(rgba, width, height);
    assert.deepEqual(readPng(png).rgba, rgba);
    assert.ok(png.length < 6000, `${String(png.length)} bytes`);
  });

  it("notes its size and its resolution", () => {
    const png = encodePng(
      pattern(6, 4, () => 255),
      6,
      4,
      2,
    );
    assert.deepEqual(pngSize(png), { width: 6, height: 4 });
    const at = png.indexOf("pHYs") + 4;
    assert.equal(Math.round(png.readUInt32BE(at) * 0.0254), 192);
    assert.equal(png[at + 8], 1);
  });
});
