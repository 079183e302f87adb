import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import {
  calibrationCurve,
  elbow,
  featureImportance,
  learningCurve,
  precisionRecallCurve,
  residuals,
  rocCurve,
  silhouette,
  validationCurve,
} from "../../../../library/src/plot/index.ts";
import { binned } from "../../../../library/src/plot/models/calibration-curve.ts";
import { silhouetteValues } from "../../../../library/src/plot/models/clusters.ts";
import { precisionPoints, rocPoints } from "../../../../library/src/plot/models/ranking.ts";
import { assertClose, more } from "../more-answers.ts";
import { assertValidSpec } from "../valid-spec.ts";

const { truth, models } = more.binary;
const positive = truth.map((label) => label === 1);
const scores = { good: models.good.scores, ties: models.ties.scores };

describe("ROC and precision-recall curves", () => {
  for (const [name, model] of Object.entries(models)) {
    it(`are scikit-learn's, point by point (${name})`, () => {
      const roc = rocPoints(positive, model.scores);
      assertClose(
        roc.points.map((point) => point.falsePositiveRate),
        model.fpr,
      );
      assertClose(
        roc.points.map((point) => point.truePositiveRate),
        model.tpr,
      );
      assertClose(
        roc.points.slice(1).map((point) => point.threshold),
        model.rocThresholds,
        0,
      );
      assertClose([roc.auc], [model.auc]);
      const precision = precisionPoints(positive, model.scores);
      assertClose(
        precision.points.map((point) => point.precision),
        model.precision,
      );
      assertClose(
        precision.points.map((point) => point.recall),
        model.recall,
      );
      assertClose(
        precision.points.slice(0, -1).map((point) => point.threshold),
        model.thresholds,
        0,
      );
      assertClose([precision.ap], [model.ap]);
    });
  }

  it("make valid specs with AUC and AP in the legend", () => {
    const roc = rocCurve(truth, scores, { title: "ROC" });
    assertValidSpec(roc);
    assert.match(roc.alt, new RegExp(`good \\(AUC ${models.good.auc.toFixed(3)}\\)`));
    const precision = precisionRecallCurve(truth, scores.good);
    assertValidSpec(precision);
    assert.match(precision.alt, new RegExp(`\\(AP ${models.good.ap.toFixed(3)}\\)`));
  });

  it("take names of classes and tensors, and turn around with the other class", () => {
    const words = truth.map((label) => (label === 1 ? "spam" : "ham"));
    const tensor = tf.tensor1d(models.ties.scores);
    const before = tf.memory().numTensors;
    const spam = rocCurve(words, tensor, { positive: "spam" });
    assert.equal(tf.memory().numTensors, before);
    tensor.dispose();
    assert.match(spam.alt, new RegExp(`class spam: \\(AUC ${models.ties.auc.toFixed(3)}`));
    const ham = rocCurve(words, models.ties.scores, { positive: "ham" });
    assert.match(ham.alt, new RegExp(`AUC ${(1 - models.ties.auc).toFixed(3)}`));
  });

  it("name what is wrong", () => {
    assert.throws(() => rocCurve([1, 1], [0, 1]), /of two classes; here there is one: 1/);
    assert.throws(() => rocCurve([0, 1, 2], [0, 1, 1]), /there are 3: 0, 1, 2/);
    assert.throws(() => rocCurve([0, 1], [0.5]), /2 true labels and 1 scores/);
    assert.throws(() => rocCurve([0, 1], { a: [0.5, NaN] }), /scores of 'a'.*number 1 is NaN/);
    assert.throws(
      () => rocCurve([0, 1], [0, 1], { positive: "yes" }),
      /"yes" is not among.*0 and 1/,
    );
  });
});

describe("calibrationCurve", () => {
  it("has scikit-learn's bins", () => {
    for (const model of Object.values(models)) {
      for (const strategy of ["uniform", "quantile"] as const) {
        const bins = binned(positive, model.scores, { bins: 5, strategy });
        assertClose(
          bins.map(({ predicted }) => predicted),
          model.calibration[strategy][0],
        );
        assertClose(
          bins.map(({ observed }) => observed),
          model.calibration[strategy][1],
        );
      }
    }
  });

  it("makes a valid spec, and refuses what is no probability", () => {
    assertValidSpec(calibrationCurve(truth, scores));
    assert.throws(() => calibrationCurve([0, 1], [0.5, 1.5]), /from 0 to 1; one is 1.5/);
    assert.throws(() => calibrationCurve([0, 1], [0, 1], { bins: 0 }), /bins.*it was 0/);
  });
});

describe("learningCurve and validationCurve", () => {
  const folds = {
    trainScores: [
      [1, 0.9],
      [0.8, 0.9],
    ],
    testScores: [
      [0.5, 0.7],
      [0.6, 0.8],
    ],
  };

  it("draw means and NumPy's standard deviations, and mark the best", () => {
    const chart = learningCurve({ trainSizes: [10, 20], ...folds });
    assertValidSpec(chart);
    const { mean, std } = chart.spec.data.values[2];
    assertClose([mean, std], [0.6, 0.1]);
    const best = validationCurve({ paramRange: [0.1, 1], ...folds }, { xScale: "log" });
    assertValidSpec(best);
    assert.match(best.alt, /Best validation score: 0.7 at 1/);
  });

  it("name what is wrong", () => {
    assert.throws(
      () => learningCurve({ trainSizes: [10], ...folds }),
      /1 values and trainScores 2/,
    );
    assert.throws(
      () => learningCurve({ trainSizes: [1], trainScores: [[]], testScores: [[1]] }),
      /trainScores\[0\] must hold numbers/,
    );
  });
});

describe("featureImportance, residuals, elbow", () => {
  it("sort by importance, with the spread of repeats", () => {
    const chart = featureImportance({ a: 0.1, b: [0.4, 0.6] });
    assertValidSpec(chart);
    assert.deepEqual(
      chart.spec.data.values.map(({ feature, importance, error }) => [feature, importance, error]),
      [
        ["b", 0.5, 0.09999999999999998],
        ["a", 0.1, undefined],
      ],
    );
    assertValidSpec(featureImportance({ a: 1, b: 2 }, { errors: [0.1, 0.2], most: 1 }));
    assert.throws(() => featureImportance({ a: NaN }), /importance of 'a' is NaN/);
    assert.throws(() => featureImportance({ a: 1 }, { errors: [] }), /1 features and 0 errors/);
  });

  it("show truth minus prediction", () => {
    const chart = residuals([3, 5], new Float32Array([1, 6]));
    assertValidSpec(chart);
    assert.deepEqual(
      chart.spec.data.values.map(({ residual }) => residual),
      [2, -1],
    );
    assert.throws(() => residuals([1], [1, 2]), /1 true values and 2 predictions/);
  });

  it("find the bend", () => {
    const chart = elbow([1, 2, 3, 4, 5], [900, 320, 110, 95, 88]);
    assertValidSpec(chart);
    assert.match(chart.alt, /bends at 3/);
    assertValidSpec(elbow([2], [5]));
    assert.throws(() => elbow([1, 2], [5]), /2 numbers of clusters and 1 inertias/);
  });
});

describe("silhouette", () => {
  const { points, labels } = more.clusters;

  it("has scikit-learn's values", () => {
    assertClose(silhouetteValues(points, labels), more.clusters.silhouette);
  });

  it("makes a valid spec, cluster by cluster from the greatest down", () => {
    const chart = silhouette(points, labels);
    assertValidSpec(chart);
    const first = chart.spec.data.values.filter(({ cluster }) => cluster === "0");
    const values = first.map(({ value }) => Number(value));
    assert.deepEqual(
      values,
      values.toSorted((a, b) => b - a),
    );
  });

  it("refuses one cluster, and more points than it can compare", () => {
    assert.throws(
      () =>
        silhouette(
          points,
          labels.map(() => 1),
        ),
      /15 labels and 1 clusters/,
    );
    const many = Array.from({ length: 5001 }, (_, i) => [i]);
    assert.throws(
      () =>
        silhouette(
          many,
          many.map((_, i) => i % 2),
        ),
      /at most 5,000; there are 5001/,
    );
  });
});
