import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { losses, metrics } from "../../../../library/src/nn/index.ts";
import type { StreamingMetric } from "../../../../library/src/nn/metrics/index.ts";
import { answers, dataOf } from "./answers.ts";

type Make<Made> = (options: object) => Made;

const metricTolerance = 2e-6;
const lossTolerance = 5e-6;

/** Each metric and loss beside Keras: two batches of a metric, and a loss with its gradient. */
export const comparisons = [
  ...answers.metrics.map(({ name, given, on, value }) => ({
    subject: `metrics.${name}`,
    what: `${on} ${JSON.stringify(given)}`,
    oracle: "Keras 3 on TensorFlow 2.16.2",
    tolerance: metricTolerance,
    compare() {
      const make = (metrics as unknown as Record<string, Make<StreamingMetric>>)[name];
      const metric = make(given);
      tf.tidy(() => {
        const { y, p } = dataOf(on);
        const rows = y.shape[0];
        const cut = Math.min(5, rows - 1);
        metric.add(y.slice(0, cut), p.slice(0, cut));
        metric.add(y.slice(cut), p.slice(cut));
      });
      near(metric.value, value, metricTolerance);
    },
  })),
  ...answers.losses.map(({ name, given, on, value, gradient }) => ({
    subject: `losses.${name}`,
    what: `${on} ${JSON.stringify(given)}, with its gradient`,
    oracle: "Keras 3 on TensorFlow 2.16.2",
    tolerance: lossTolerance,
    compare() {
      const make = (losses as unknown as Record<string, Make<losses.Loss>>)[name];
      const loss = make(given);
      tf.tidy(() => {
        const { y, p } = dataOf(on);
        const ours = loss(y, p);
        const expected: number[] = [value].flat(3);
        assert.equal(ours.size, expected.length, "one loss a sample");
        [...ours.dataSync()].forEach((each, i) => near(each, expected[i], lossTolerance));
        const slope = tf.grad((x) => tf.mean(loss(y, x)))(p);
        [...slope.dataSync()].forEach((each, i) => near(each, gradient[i], lossTolerance));
      });
    },
  })),
];

function near(ours: number, theirs: number, tolerance: number): void {
  const far = Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs));
  assert.ok(far <= tolerance, `${ours}, and Keras says ${theirs}`);
}
