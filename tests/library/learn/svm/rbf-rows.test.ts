import assert from "node:assert/strict";
import { squaresOf } from "../../../../library/src/learn/svm/kernels.ts";
import { RbfRows } from "../../../../library/src/learn/svm/rbf-rows.ts";

/** The kernel's rows of one sample at 0 and many in one feature. */
function line(gamma: number, count: number): { rows: RbfRows; places: Float64Array } {
  const places = Float64Array.from({ length: count }, (_, i) => i / 64);
  return { rows: new RbfRows(gamma, places, squaresOf(places, count, 1), 1), places };
}

const zero = new Float64Array(1);

describe("rows of the radial kernel", () => {
  it("are Math.exp's to 4 parts in 10¹⁶ down to exp(−708), and 0 below", () => {
    for (const gamma of [0.37, 3, 0]) {
      const { rows, places } = line(gamma, 2003);
      const out = new Float64Array(2003);
      rows.row(zero, 0, 0, out);
      for (let i = 0; i < out.length; i++) {
        const exponent = -gamma * (places[i] * places[i]);
        const right = exponent >= -708 ? Math.exp(exponent) : 0;
        const off = Math.abs(out[i] - right);
        assert.ok(off <= 4.5e-16 * right, `${exponent}: ${out[i]}, not ${right}`);
      }
      assert.equal(out[0], 1);
    }
  });

  it("are rounded to 32 bits where these are asked for", () => {
    const { rows } = line(0.5, 77);
    const wide = new Float64Array(77);
    const narrow = new Float32Array(77);
    rows.row(zero, 0, 0, wide);
    rows.row(zero, 0, 0, narrow);
    assert.deepEqual(narrow, Float32Array.from(wide));
  });

  it("keep their data apart when they take turns", () => {
    const [first, second] = [line(0.5, 30), line(2, 4000)];
    const [a, b, again] = [30, 4000, 30].map((count) => new Float64Array(count));
    first.rows.row(zero, 0, 0, a);
    second.rows.row(zero, 0, 0, b);
    first.rows.row(zero, 0, 0, again);
    assert.deepEqual(again, a);
    assert.notEqual(a[20], b[20]);
  });

  it("of no samples are empty, however many features there are", () => {
    const none = new RbfRows(1, new Float64Array(0), new Float64Array(0), 5000);
    const out = new Float64Array(0);
    none.row(new Float64Array(5000), 0, 0, out);
    assert.equal(out.length, 0);
  });

  it("of many features are of the distance", () => {
    const width = 13;
    const data = Float64Array.from({ length: 21 * width }, (_, i) => Math.sin(i * i));
    const squares = squaresOf(data, 21, width);
    const out = new Float64Array(21);
    new RbfRows(0.1, data, squares, width).row(data, 2 * width, squares[2], out);
    for (let j = 0; j < 21; j++) {
      let apart = 0;
      for (let k = 0; k < width; k++) apart += (data[2 * width + k] - data[j * width + k]) ** 2;
      assert.ok(Math.abs(out[j] - Math.exp(-0.1 * apart)) < 1e-14);
    }
  });
});
