import assert from "node:assert/strict";
import { it } from "mocha";
import {
  type AnyEstimator,
  fromJSON,
  Matrix,
  NotFittedError,
} from "../../../../library/src/learn/index.ts";
import type { Case, Clustering, Embedding, Supervised, Transforming } from "./case.ts";
import { frameOf, groups, samplesFor, targetFor, texts } from "./samples.ts";

type Any = Supervised & Transforming & Clustering & Embedding;

/** Everything that an estimator says of samples, as plain values. */
function answersOf(made: AnyEstimator, x: unknown, probabilities: boolean): unknown[] {
  const one = made as Any;
  const said: unknown[] = [];
  if (typeof one.predict === "function") said.push([...Array.from(one.predict(x))]);
  if (typeof one.transform === "function") said.push([...one.transform(x).data]);
  const { predictProba } = one as { predictProba?: (x: unknown) => Matrix };
  if (probabilities && typeof predictProba === "function")
    said.push([...predictProba.call(one, x).data]);
  const { embedding_ } = said.length === 0 ? (one as { embedding_?: Matrix }) : {};
  if (embedding_ !== undefined) said.push([...embedding_.data]);
  if (said.length === 0) said.push([...one.labels_]);
  return said;
}

const reason = (pattern: RegExp) => (error: unknown) => {
  assert.ok(error instanceof Error);
  assert.match(error.message, pattern);
  return true;
};

/** Declares the tests that hold for every estimator; scikit-learn's own checks are the model. */
export function checkEstimator(one: Case): void {
  const x = samplesFor(one);
  const y = targetFor(one, x);
  const fresh = (): Any => one.make() as Any;
  const fitted = (samples: unknown = x, target: unknown = y): Any =>
    fresh().fit(samples, target) as Any;
  const supervised = one.kind === "classifier" || one.kind === "regressor";
  const answers = (made: AnyEstimator, samples: unknown): unknown[] =>
    answersOf(made, samples, !one.ownProbabilities);
  /** It speaks of the samples that it learned from alone. */
  const learnedOnly = (made: Any): boolean =>
    one.kind === "embedder" || (one.kind === "clusterer" && typeof made.predict !== "function");
  const asks = (made: Any): unknown => answers(made, x);

  it("keeps its parameters, and refuses one that does not exist", () => {
    const made = fresh();
    assert.equal(made.name, one.name);
    const again = new (made.constructor as new (p: object) => AnyEstimator)(made.getParams());
    assert.deepEqual(again.getParams(), made.getParams());
    assert.throws(() => made.setParams({ noSuchThing: 1 }), reason(/no option "noSuchThing"/));
    assert.ok(made.toString().startsWith(`${one.name}(`));
  });

  it("is cloned with its parameters and without what it learned", () => {
    const made = fitted();
    const copy = made.clone();
    assert.notEqual(copy, made);
    assert.equal(copy.isFitted, false);
    assert.equal(copy.toString(), made.toString());
    assert.throws(() => copy.nFeaturesIn_, NotFittedError);
    assert.deepEqual(asks(copy.fit(x, y) as Any), asks(made));
  });

  it("says before it has learned that it has not", () => {
    const made = fresh();
    if (supervised || one.kind === "detector") assert.throws(() => made.predict(x), NotFittedError);
    else if (one.kind === "transformer") assert.throws(() => made.transform(x), NotFittedError);
    else if (one.kind === "embedder") assert.throws(() => made.embedding_, NotFittedError);
    else assert.throws(() => made.labels_, NotFittedError);
  });

  it("returns itself from fit, and knows the features it saw", () => {
    const made = fresh();
    assert.equal(made.fit(frameOf(x), y), made);
    assert.equal(made.nFeaturesIn_, 3);
    assert.deepEqual(made.featureNamesIn_, ["height", "width", "depth"]);
  });

  it("learns the same again, and nothing of an earlier fit is left", () => {
    const expected = asks(fitted());
    const made = fitted();
    assert.deepEqual(asks(made), expected);
    const half = x.take(Array.from({ length: 30 }, (_, i) => i));
    made.fit(half, targetFor(one, half));
    made.fit(x, y);
    assert.deepEqual(asks(made), expected);
  });

  it("changes neither samples nor targets", () => {
    const before = [...x.data];
    const target = y === undefined ? [] : [...Array.from(y)];
    answers(fitted(), x);
    assert.deepEqual([...x.data], before);
    if (y !== undefined) assert.deepEqual([...Array.from(y)], target);
  });

  it("reads frames, rows, matrices and tensors alike", () => {
    const expected = asks(fitted());
    const rows = x.toArray();
    const tensor = { shape: [60, 3], dataSync: () => x.data };
    assert.deepEqual(answers(fitted(frameOf(x)), frameOf(x)), expected);
    assert.deepEqual(answers(fitted(rows), rows), expected);
    assert.deepEqual(answers(fitted(tensor), tensor), expected);
  });

  it("takes a frame's columns by name", () => {
    if (learnedOnly(fresh())) return;
    const made = fitted(frameOf(x));
    const turned = frameOf(x).select(["depth", "height", "width"]);
    assert.deepEqual(answers(made, turned), asks(made));
    assert.throws(
      () => answers(made, frameOf(x).drop({ columns: ["width"] })),
      reason(/not here: "width"/),
    );
  });

  if (!one.noJSON) {
    it("is the same after JSON", () => {
      const made = fitted();
      const read = fromJSON(JSON.stringify(made)) as Any;
      assert.equal(read.constructor, made.constructor);
      assert.equal(read.toString(), made.toString());
      assert.deepEqual(asks(read), asks(made));
      assert.equal(fromJSON(JSON.stringify(fresh())).isFitted, false);
    });
  }

  it("refuses what has no samples, no features, or another number of features", () => {
    assert.throws(() => fresh().fit([], []), reason(/at least one sample|needs at least/));
    assert.throws(() => fresh().fit(Matrix.zeros(60, 0), y), reason(/at least one feature/));
    assert.throws(() => fresh().fit([1, 2, 3], y), reason(/samples × features/));
    assert.throws(() => fresh().fit([[1, 2], [3]], y), reason(/row 1/));
    const made = fitted(x.toArray());
    if (learnedOnly(made)) return;
    assert.throws(() => answers(made, [[1, 2]]), reason(/3 features; it received 2/));
  });

  it("refuses texts among the numbers, and says where", () => {
    const bad = x.toArray() as unknown[][];
    bad[4][1] = "tall";
    assert.throws(
      () => fresh().fit(bad, y),
      reason(/(row 4, column 1|column "x1", row 4) holds "tall"/),
    );
  });

  it(one.allowsMissing ? "takes missing values" : "refuses missing values, and says where", () => {
    const holes = new Matrix(x.data.slice(), 60, 3, x.names);
    holes.data[3 * 5 + 1] = NaN;
    if (one.allowsMissing) answers(fitted(holes), holes);
    else {
      assert.throws(() => fitted(holes), reason(/"width" has one in row 5/));
      assert.throws(
        () => {
          const made = fitted();
          if (learnedOnly(made)) made.fit(holes, y);
          else answers(made, holes);
        },
        reason(/"width" has one in row 5/),
      );
    }
    holes.data[3 * 5 + 1] = Infinity;
    assert.throws(() => fitted(holes), reason(/"width" has Infinity in row 5/));
  });

  it("learns from one feature, and from one that is constant", () => {
    const narrow = x.takeColumns([0]);
    answers(fitted(narrow, targetFor(one, x)), narrow);
    const flat = new Matrix(x.data.slice(), 60, 3);
    for (let i = 0; i < 60; i++) flat.data[3 * i + 2] = 1;
    const made = fitted(flat, y);
    for (const said of answers(made, flat) as unknown[][]) {
      const odd = said.filter((value) => typeof value === "number" && !Number.isFinite(value));
      assert.deepEqual(odd, []);
    }
  });

  it("learns from one sample, or says how many it needs", () => {
    const single = x.take([0]);
    const target = y && Array.from(y).slice(0, 1);
    try {
      answers(fitted(single, target), single);
    } catch (error) {
      assert.match((error as Error).message, /\d|two|class|sample/);
      assert.match((error as Error).message, new RegExp(one.name));
    }
  });

  it("is left as it was by a fit that fails", () => {
    const made = fitted();
    const expected = asks(made);
    assert.throws(() => made.fit([[1, 2, Infinity]], y));
    assert.deepEqual(asks(made), expected);
  });

  if (one.kind === "transformer") {
    it("names what it gives", () => {
      const made = fitted(frameOf(x)) as Any & { getFeatureNamesOut(): string[] };
      const out = made.transform(frameOf(x)) as unknown as Matrix;
      assert.deepEqual(out.names, made.getFeatureNamesOut());
      assert.equal(out.rows, 60);
    });
  }

  if (supervised) {
    it("refuses a target of another length, or with holes, and says where", () => {
      assert.throws(() => fresh().fit(x, Array.from(y ?? []).slice(1)), reason(/60 .*59/));
      const holes: unknown[] = Array.from(y ?? []);
      holes[7] = null;
      assert.throws(() => fresh().fit(x, holes), reason(/sample 7 has null/));
      assert.throws(() => fresh().fit(x, undefined), reason(/y/));
    });

    it("scores a finite number", () => {
      assert.ok(Number.isFinite(fitted().score(x, y)));
    });
  }

  if (supervised && one.weights) {
    it("takes weights: ones are none, and wrong ones are refused", () => {
      const ones = new Float64Array(60).fill(1);
      const made = fresh().fit(x, y, { sampleWeight: ones }) as Any;
      assert.deepEqual(asks(made), asks(fitted()));
      const fit = (sampleWeight: number[]) => () => fresh().fit(x, y, { sampleWeight });
      assert.throws(fit([1, 2]), reason(/sampleWeight has 2 values for 60 samples/));
      assert.throws(fit([-1, ...ones.slice(1)]), reason(/sample 0 has number -1/));
    });
  }

  if (one.kind === "classifier") {
    it("gives back labels as they were: texts, numbers, truth values", () => {
      const kinds = [texts, groups.map((g) => [7, -2, 7.5][g]), groups.map((g) => g > 0)];
      for (const labels of kinds) {
        const made = fitted(x, labels) as Any & { readonly classes_: unknown[] };
        const known = new Set<unknown>(labels);
        assert.equal(made.classes_.length, known.size);
        for (const label of Array.from(made.predict(x))) assert.ok(known.has(label));
      }
    });

    it("gives probabilities that add up to 1, the greatest for the label it predicts", () => {
      const made = fitted() as Any & {
        readonly classes_: unknown[];
        predictProba?(x: unknown): Matrix;
      };
      const probabilities = one.ownProbabilities ? undefined : made.predictProba?.(x);
      if (probabilities === undefined) return;
      assert.deepEqual(probabilities.shape, [60, 3]);
      const predicted = Array.from(made.predict(x));
      predicted.forEach((label, i) => {
        const row = [...probabilities.row(i)];
        assert.ok(Math.abs(row.reduce((sum, p) => sum + p, 0) - 1) < 1e-9);
        const greatest = Math.max(...row);
        assert.ok(greatest - row[made.classes_.indexOf(label)] < 1e-9);
      });
    });
  }
}
