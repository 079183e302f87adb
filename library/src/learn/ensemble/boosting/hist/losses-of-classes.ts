import { type HistLoss, meanOf } from "./losses.ts";

/** The logarithmic loss of two classes, coded 0 and 1; the raw prediction is the log odds of 1. */
export const logLossOfTwo: HistLoss = {
  constantHessian: false,
  intercept(y, weights) {
    const least = 10 * Number.EPSILON;
    const share = Math.min(Math.max(meanOf(y, weights), least), 1 - least);
    return Float64Array.of(Math.log(share / (1 - share)));
  },
  derivatives(y, raw, weights, pairs) {
    for (let i = 0; i < y.length; i++) {
      const power = Math.exp(-raw[i]);
      const chance = 1 / (1 + power);
      const weight = weights ? weights[i] : 1;
      pairs[2 * i] = weight * (chance - y[i]);
      pairs[2 * i + 1] = weight * chance * (1 - chance);
    }
  },
  mean(y, raw, weights) {
    let sum = 0;
    let total = 0;
    for (let i = 0; i < y.length; i++) {
      const weight = weights ? weights[i] : 1;
      const r = raw[i];
      const softplus = r > 0 ? r + Math.log1p(Math.exp(-r)) : Math.log1p(Math.exp(r));
      sum += weight * (softplus - y[i] * r);
      total += weight;
    }
    return sum / total;
  },
};

/** The logarithmic loss of several classes, coded from 0, by softmax. */
export function logLossOfMany(classes: number): HistLoss {
  return {
    constantHessian: false,
    intercept(y, weights) {
      const shares = Float64Array.from({ length: classes }, (_, k) => {
        const is = Float64Array.from(y, (code) => Number(code === k));
        return Math.min(Math.max(meanOf(is, weights), Number.EPSILON), 1 - Number.EPSILON);
      });
      const logs = shares.map(Math.log);
      const middle = logs.reduce((sum, log) => sum + log, 0) / classes;
      return logs.map((log) => log - middle);
    },
    derivatives(y, raw, weights, pairs) {
      const n = y.length;
      const chances = new Float64Array(classes);
      for (let i = 0; i < n; i++) {
        softmaxAt(raw, i, n, chances);
        const weight = weights ? weights[i] : 1;
        for (let k = 0; k < classes; k++) {
          const chance = chances[k];
          pairs[2 * (k * n + i)] = weight * (chance - (y[i] === k ? 1 : 0));
          pairs[2 * (k * n + i) + 1] = weight * chance * (1 - chance);
        }
      }
    },
    mean(y, raw, weights) {
      const n = y.length;
      let sum = 0;
      let total = 0;
      for (let i = 0; i < n; i++) {
        let greatest = -Infinity;
        for (let k = 0; k < classes; k++) greatest = Math.max(greatest, raw[k * n + i]);
        let powers = 0;
        for (let k = 0; k < classes; k++) powers += Math.exp(raw[k * n + i] - greatest);
        const weight = weights ? weights[i] : 1;
        sum += weight * (greatest + Math.log(powers) - raw[y[i] * n + i]);
        total += weight;
      }
      return sum / total;
    },
  };
}

/** The chances of a sample's classes; raw predictions stand class after class. */
export function softmaxAt(raw: Float64Array, i: number, n: number, into: Float64Array): void {
  let greatest = -Infinity;
  for (let k = 0; k < into.length; k++) {
    const value = raw[k * n + i];
    if (value > greatest) greatest = value;
  }
  let sum = 0;
  for (let k = 0; k < into.length; k++) {
    into[k] = Math.exp(raw[k * n + i] - greatest);
    sum += into[k];
  }
  for (let k = 0; k < into.length; k++) into[k] /= sum;
}
