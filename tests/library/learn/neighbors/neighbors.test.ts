import assert from "node:assert/strict";
import { Random } from "@daylab/datasets";
import { describe, it } from "mocha";
import {
  fromJSON,
  KNeighborsClassifier,
  KNeighborsRegressor,
  Matrix,
  NearestNeighbors,
} from "../../../../library/src/learn/index.ts";
import { comparisons } from "./comparisons.ts";

describe("neighbours, beside scikit-learn", () => {
  for (const { estimator, what, tolerance, compare } of comparisons)
    it(`${estimator}: ${what} (within ${tolerance})`, compare);
});

/** Samples in groups, far from 0, with many equal ones: hard for a filter in 32 bits. */
function clumped(rows: number, columns: number, seed: number): Matrix {
  const random = new Random(seed);
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const group = 1e6 + 50 * random.integer(0, 4);
    for (let j = 0; j < columns; j++)
      data[i * columns + j] = group + (i % 3 === 0 ? random.integer(0, 2) : random.normal());
  }
  return new Matrix(data, rows, columns);
}

describe("the search for neighbours", () => {
  it("finds the same by tree, by filter and by comparing all, with ties", () => {
    for (const columns of [1, 2, 16, 33]) {
      const x = clumped(1003, columns, columns);
      const queries = clumped(207, columns, 99);
      const find = (algorithm: "kdTree" | "brute", leafSize = 30, metric = "euclidean" as const) =>
        new NearestNeighbors({ nNeighbors: 9, algorithm, leafSize, metric }).fit(x);
      const plain = (a: Float64Array, b: Float64Array) =>
        Math.sqrt(a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0));
      const expected = new NearestNeighbors({ nNeighbors: 9, metric: plain }).fit(x);
      for (const [asked, wanted] of [
        [queries, expected.kneighbors(queries)],
        [undefined, expected.kneighbors()],
      ] as const) {
        for (const made of [find("kdTree"), find("kdTree", 1), find("brute")]) {
          const found = made.kneighbors(asked);
          assert.deepEqual(found.indices.data, wanted.indices.data);
          assert.deepEqual(found.distances.data, wanted.distances.data);
        }
      }
    }
  });

  it("finds samples that are all the same, and numbers near the limits of 32 bits", () => {
    const flat = new Matrix(new Float64Array(400 * 16).fill(3), 400, 16);
    const made = new NearestNeighbors({ nNeighbors: 2, algorithm: "brute" });
    assert.deepEqual(made.fit(flat).kneighbors(flat).indices.row(399), Float64Array.of(0, 1));
    for (const unit of [1e-150, 1e150]) {
      const data = Float64Array.from({ length: 400 * 16 }, (_, i) => (i % 16 ? 0 : unit * i));
      const line = made.fit(new Matrix(data, 400, 16)).kneighbors();
      assert.deepEqual([...line.indices.row(7)], [6, 8]);
    }
  });

  it("keeps the searches of two estimators that learned one matrix apart", () => {
    const x = new Matrix(Float64Array.of(0, 0, 3, 3, 0, 5), 3, 2);
    const near = (metric: "manhattan" | "chebyshev") =>
      new NearestNeighbors({ nNeighbors: 1, metric }).fit(x);
    const [city, king] = [near("manhattan"), near("chebyshev")];
    assert.deepEqual(city.kneighbors().indices.toArray(), [[2], [2], [0]]);
    assert.deepEqual(king.kneighbors().indices.toArray(), [[1], [0], [1]]);
  });

  it("asks for no more neighbours than there are", () => {
    const made = new NearestNeighbors({ nNeighbors: 3 }).fit([[1], [2], [3]]);
    assert.equal(made.kneighbors([[1]]).indices.columns, 3);
    assert.throws(() => made.kneighbors(), /NearestNeighbors: nNeighbors .* it is 3 of 2/);
  });

  it("takes a distance and weights of one's own", () => {
    const metric = (a: Float64Array, b: Float64Array) => Math.abs(a[0] - b[0]);
    const weights = (distances: Float64Array) => distances.map((d) => (d > 1 ? 0 : 1));
    const made = new KNeighborsRegressor({ nNeighbors: 2, metric, weights });
    assert.deepEqual(
      [
        ...made
          .fit(
            [
              [0, 9],
              [5, 0],
            ],
            [1, 2],
          )
          .predict([[4.5, 9]]),
      ],
      [2],
    );
    const bad = new KNeighborsRegressor({ nNeighbors: 2, weights: () => [1] });
    assert.throws(() => bad.fit([[0], [5]], [1, 2]).predict([[4]]), /must return as many numbers/);
    const none = new KNeighborsClassifier({ nNeighbors: 2, weights: () => [0, 0] });
    assert.deepEqual(
      none
        .fit([[0], [1]], ["a", "b"])
        .predictProba([[0]])
        .toArray(),
      [[0.5, 0.5]],
    );
  });

  it("gives a tied vote to the first class", () => {
    const made = new KNeighborsClassifier({ nNeighbors: 2 }).fit([[0], [1]], ["b", "a"]);
    assert.deepEqual(made.predict([[0], [1]]), ["a", "a"]);
  });

  it("searches the same after JSON", () => {
    const made = new NearestNeighbors({ nNeighbors: 2 }).fit(clumped(50, 3, 1));
    const read = fromJSON(JSON.stringify(made)) as NearestNeighbors;
    assert.deepEqual(read.kneighbors().indices.data, made.kneighbors().indices.data);
    const graph = made.kneighborsGraph();
    assert.deepEqual(graph.shape, [50, 50]);
    assert.equal(
      graph.data.reduce((sum, value) => sum + value, 0),
      100,
    );
  });

  it("refuses what it does not know", () => {
    const x = [[1], [2]];
    const wrong = (options: object, text: RegExp) =>
      assert.throws(() => new NearestNeighbors(options).fit(x), text);
    wrong({ metric: "taxi" }, /metric must be one of "minkowski".*it is "taxi"/);
    wrong({ p: 0.5 }, /p must be a number from 1/);
    wrong({ nNeighbors: 0 }, /nNeighbors must be a whole number from 1/);
    wrong({ radius: -1 }, /radius must be a number from 0/);
    wrong({ metric: "cosine", algorithm: "kdTree" }, /does not go with metric "cosine"/);
    const weighed = new KNeighborsClassifier({ weights: "near" as never });
    assert.throws(() => weighed.fit(x, [0, 1]), /weights must be "uniform".*it is "near"/);
  });
});
