import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Matrix as Dense } from "ml-matrix";
import { Random } from "@daylab/datasets";
import {
  addTransposed,
  affine,
  gram,
  multiply,
  transpose,
  triangle,
} from "../../../../library/src/learn/linalg/index.ts";
import { Matrix } from "../../../../library/src/learn/index.ts";

const drawn = (rows: number, columns: number): Matrix => {
  const random = new Random(rows * 100 + columns);
  return new Matrix(
    Float64Array.from({ length: rows * columns }, () => random.normal()),
    rows,
    columns,
  );
};
const dense = (a: Matrix): Dense => Dense.from1DArray(a.rows, a.columns, a.data);
const same = (a: ArrayLike<number>, b: ArrayLike<number>): void => {
  assert.equal(a.length, b.length);
  for (let i = 0; i < a.length; i++) assert.ok(Math.abs(a[i] - b[i]) < 1e-12, `place ${i}`);
};

describe("products of matrices, four rows at a time", () => {
  // Numbers of rows that do and do not divide by four, and one below it.
  for (const rows of [1, 3, 4, 7, 130]) {
    const x = drawn(rows, 5);
    const wide = dense(x);

    it(`XᵀX and XᵀWX of ${rows} rows are ml-matrix's`, () => {
      same(gram(x).data, wide.transpose().mmul(wide).to1DArray());
      const weights = Float64Array.from({ length: rows }, (_, i) => i % 3);
      const weighed = Dense.diag([...weights]).mmul(wide);
      same(gram(x, { weights }).data, wide.transpose().mmul(weighed).to1DArray());
    });

    it(`XWᵀ + b and VᵀX of ${rows} rows are ml-matrix's`, () => {
      const coef = drawn(2, 5);
      const expected = wide.mmul(dense(coef).transpose()).addRowVector([3, -1]);
      same(affine(x, coef.data, Float64Array.of(3, -1)).data, expected.to1DArray());
      const v = drawn(rows, 2);
      const out = new Float64Array(10);
      addTransposed(x, v.data, 2, out);
      same(out, dense(v).transpose().mmul(wide).to1DArray());
    });

    it(`the triangle of ${rows} rows has XᵀX for its square, and is zero below`, () => {
      const y = drawn(rows, 2);
      const { r, qty } = triangle(x, y);
      same(multiply(transpose(r), r).data, gram(x).data);
      same(multiply(transpose(r), qty).data, multiply(transpose(x), y).data);
      for (let i = 0; i < 5; i++) for (let j = 0; j < i; j++) assert.equal(r.at(i, j), 0);
    });
  }
});
