import { tensorflow } from "../../tensorflow/index.ts";
import { streamingMetric, type StreamingMetric } from "./contract.ts";
import { count, isOneHot, ratio, total, vector } from "./tensors.ts";

/** The mean distance to the target. As Keras' `MeanAbsoluteError`. */
export function meanAbsoluteError(): StreamingMetric {
  return streamingMetric("mae", {
    update: (yTrue, yPred) => vector(total(yPred.sub(yTrue).abs()), count(yPred)),
    result: ([sum, all]) => ratio(sum, all),
  });
}

/**
 * The root of the mean squared distance to the target. As Keras' `RootMeanSquaredError`.
 *
 * @example
 * const metric = metrics.rootMeanSquaredError();
 * metric.add(tf.tensor1d([0, 0]), tf.tensor1d([1, 7]));
 * metric.value; // 5
 */
export function rootMeanSquaredError(): StreamingMetric {
  return streamingMetric("rmse", {
    update: (yTrue, yPred) => vector(total(yPred.sub(yTrue).square()), count(yPred)),
    result: ([sum, all]) => Math.sqrt(ratio(sum, all)),
  });
}

/**
 * How much of the targets' variance is explained: 1 is all, 0 is what their mean would explain. The mean
 * over the columns of the targets. As Keras' `R2Score`.
 *
 * @example
 * const metric = metrics.r2Score();
 * metric.add(tf.tensor2d([[1], [2], [3]]), tf.tensor2d([[1], [2], [4]]));
 * metric.value; // 0.5
 */
export function r2Score(): StreamingMetric {
  return streamingMetric("r2", {
    update(yTrue, yPred) {
      const tf = tensorflow();
      const columns = yTrue.shape.at(-1) ?? 1;
      const shape = yTrue.rank === 1 ? [-1, 1] : [-1, columns];
      const [truth, guess] = [yTrue.toFloat().reshape(shape), yPred.reshape(shape)];
      const rows = tf.onesLike(truth).sum(0);
      return vector(rows, truth.sum(0), truth.square().sum(0), guess.sub(truth).square().sum(0));
    },
    result(state) {
      const columns = state.length / 4;
      const scores = Array.from({ length: columns }, (_, i) => {
        const [rows, sum, squares, error] = [0, 1, 2, 3].map((part) => state[part * columns + i]);
        return 1 - error / (squares - sum ** 2 / rows);
      });
      return scores.reduce((a, b) => a + b) / columns;
    },
  });
}

/**
 * The exponential of the mean cross-entropy: among how many equally likely classes (tokens) the model
 * hesitates. Predictions are probabilities; targets are classes as numbers or rows with a one.
 *
 * @example
 * const metric = metrics.perplexity();
 * metric.add(tf.tensor1d([0, 1]), tf.tensor2d([[0.25, 0.75], [0.75, 0.25]]));
 * metric.value.toFixed(3); // "4.000"
 */
export function perplexity(): StreamingMetric {
  return streamingMetric("perplexity", {
    update(yTrue, yPred) {
      const tf = tensorflow();
      const classes = yPred.shape.at(-1) ?? 1;
      const oneHot = isOneHot(yTrue, yPred);
      const truth = oneHot
        ? yTrue.reshape([-1, classes])
        : tf.oneHot(yTrue.reshape([-1]).toInt(), classes);
      const shares = yPred.reshape([-1, classes]);
      const logs = tf.log(tf.clipByValue(tf.div(shares, shares.sum(-1, true)), 1e-7, 1 - 1e-7));
      const losses = tf.neg(tf.sum(tf.mul(truth.toFloat(), logs), -1));
      return vector(total(losses), count(losses));
    },
    result: ([sum, all]) => Math.exp(ratio(sum, all)),
  });
}
