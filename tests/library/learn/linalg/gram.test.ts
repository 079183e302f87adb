import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Matrix as Dense } from "ml-matrix";
import { Random } from "@daylab/datasets";
import {
  columnMeans,
  crossProduct,
  gram,
  normalEquations,
} from "../../../../library/src/learn/linalg/index.ts";
import { Matrix } from "../../../../library/src/learn/index.ts";

const drawn = (rows: number, columns: number): Matrix => {
  const random = new Random(rows * 1000 + columns);
  const data = Float64Array.from({ length: rows * columns }, () => random.normal());
  return new Matrix(data, rows, columns);
};
const dense = (a: Matrix): Dense => Dense.from1DArray(a.rows, a.columns, a.data);
const same = (a: ArrayLike<number>, b: ArrayLike<number>): void => {
  assert.equal(a.length, b.length);
  for (let i = 0; i < a.length; i++)
    assert.ok(Math.abs(a[i] - b[i]) <= 1e-12 * Math.max(1, Math.abs(b[i])), `place ${i}`);
};
const numbers = (length: number): Float64Array => Float64Array.from({ length }, (_, j) => j % 5);

/** ml-matrix's AᵀWB of rows moved by means, made step by step. */
function expected(
  a: Matrix,
  b: Matrix,
  aMean: Float64Array,
  bMean: Float64Array,
  weights: Float64Array,
): number[] {
  const left = dense(a).subRowVector([...aMean]);
  const right = dense(b).subRowVector([...bMean]);
  return left
    .transpose()
    .mmul(right.mulColumnVector([...weights]))
    .to1DArray();
}

// Around a block of 4 columns, a pair of rows and a panel of 64 rows.
describe("products of columns by panels are ml-matrix's", () => {
  for (const rows of [1, 2, 63, 64, 65, 129, 200]) {
    for (const columns of [1, 3, 4, 5, 8, 11]) {
      it(`XᵀX, XᵀWX, XᵀY and the normal equations of ${rows} × ${columns}`, () => {
        const x = drawn(rows, columns);
        const y = drawn(rows, 3);
        const none = new Float64Array(columns);
        const ones = new Float64Array(rows).fill(1);
        const weights = Float64Array.from({ length: rows }, (_, i) => (i % 3) + 0.5);
        const means = numbers(columns);
        const yMean = numbers(3);
        const before = x.data.slice();
        same(gram(x).data, expected(x, x, none, none, ones));
        same(gram(x, { weights, means }).data, expected(x, x, means, means, weights));
        same(crossProduct(x, y).data, dense(x).transpose().mmul(dense(y)).to1DArray());
        const found = normalEquations(x, y, means, yMean, weights);
        same(found.squares.data, expected(x, x, means, means, weights));
        same(found.right.data, expected(x, y, means, yMean, weights));
        same(
          found.energies,
          dense(new Matrix(Float64Array.from(expected(y, y, yMean, yMean, weights)), 3, 3)).diag(),
        );
        same(columnMeans(x), dense(x).mean("column"));
        const weighed = dense(x)
          .mulColumnVector([...weights])
          .sum("column");
        same(
          columnMeans(x, weights),
          weighed.map((sum) => sum / weights.reduce((a, b) => a + b)),
        );
        assert.deepEqual(x.data, before);
      });
    }
  }

  it("XᵀX of so many columns that they get a memory of their own, and of few after them", () => {
    const x = drawn(3, 2050);
    same(gram(x).data, dense(x).transpose().mmul(dense(x)).to1DArray());
    const few = drawn(5, 2);
    same(gram(few).data, dense(few).transpose().mmul(dense(few)).to1DArray());
  });

  it("no rows give zeros; what is not finite stays so", () => {
    assert.deepEqual([...gram(Matrix.zeros(0, 2)).data], [0, 0, 0, 0]);
    assert.ok(Number.isNaN(gram(new Matrix(Float64Array.of(NaN, 1), 1, 2)).at(0, 1)));
    assert.equal(gram(Matrix.zeros(1, 2)).at(0, 0), 0);
  });
});
