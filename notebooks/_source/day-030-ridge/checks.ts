import { defineChecks, exercise, type Expect } from "daylab/check";

type Rows = number[][];
type Solve = (a: Rows, b: readonly number[]) => number[];
type Ridge = (x: Rows, y: number[], lambda: number) => number[];

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Four samples, two standardised features that go together: XᵀX is [[4, 2], [2, 4]]. */
const root = Math.SQRT2;
const x: Rows = [
  [root, root / 2],
  [-root, -root / 2],
  [0, Math.sqrt(1.5)],
  [0, -Math.sqrt(1.5)],
];
const y = [13, 7, 12, 8];

/** The two weights by Cramer's rule, with so much added on the diagonal and beside it. */
function expected(onDiagonal: number, beside = 0): number[] {
  const [a, b] = [4 + onDiagonal, 2 + beside];
  const [p, q] = [0, 1].map((j) => x.reduce((sum, row, i) => sum + row[j] * (y[i] - 10), 0));
  return [(p * a - b * q) / (a * a - b * b), (a * q - b * p) / (a * a - b * b)];
}

/** Six patients with one feature; the last is far from the others, so scaling with it shows. */
const patients: Rows = [[1], [2], [3], [4], [5], [30]];
const targets = [10, 13, 12, 17, 16, 40];

function line(x: readonly number[], y: readonly number[], lambda: number, scaleBy = x) {
  const middle = mean(scaleBy);
  const std = Math.sqrt(mean(scaleBy.map((value) => (value - middle) ** 2)));
  const scaled = x.map((value) => (value - middle) / std);
  const products = scaled.reduce((sum, value, i) => sum + value * (y[i] - mean(y)), 0);
  const w = products / (scaled.reduce((sum, value) => sum + value * value, 0) + lambda);
  return (value: number) => (w * (value - middle)) / std + mean(y);
}

function leftOut(lambda: number, loss: (error: number) => number, leak: boolean): number {
  const all = patients.map(([value]) => value);
  return mean(
    all.map((value, out) => {
      const keep = (_: number, i: number) => i !== out;
      const kept = all.filter(keep);
      const model = line(kept, targets.filter(keep), lambda, leak ? all : kept);
      return loss(model(value) - targets[out]);
    }),
  );
}

export default defineChecks({
  ridge: exercise<{ ridge: Ridge; solve: Solve }>({
    title: "Ridge",
    hints: [
      "`a` has a row and a column for each feature: the sum over all samples of row[j] × row[k].",
      "Where j equals k, and only there, add `lambda`.",
      "`b` holds, for each feature j, the sum of row[j] × (y - mean(y)). Then `return solve(a, b)`.",
    ],
    check({ ridge }, expect: Expect) {
      expect.type(ridge, "function");
      const plain = ridge(x, y, 0);
      expect.equal(plain.length, 2, "One weight for each of two features.");
      expect.close(plain, expected(0), 1e-9, "With lambda 0 ridge is least squares.");
      const got = ridge(x, y, 1);
      const size = (w: readonly number[]) => Math.hypot(...w);
      expect.that(
        size(got) < size(plain),
        `With lambda 1 the weights must be smaller than with 0.\nReceived a length of ${size(got)}, with 0 it was ${size(plain)}.\nIs lambda added to the diagonal, or subtracted?`,
      );
      expect.that(
        Math.abs(got[0] - expected(1, 1)[0]) > 1e-9,
        "You added lambda to every number of XᵀX. It belongs on the diagonal alone, where j === k.",
      );
      const scaled = expected(4);
      expect.that(
        Math.abs(got[0] - scaled[0]) > 1e-9,
        "Your weights belong to lambda 4, not 1: you divided XᵀX by n = 4 and left lambda as it is.\nThe loss of this lesson adds up errors; it does not average them.",
      );
      expect.close(
        got,
        expected(1),
        1e-9,
        "The weights for lambda 1, for four samples with two features that go together.",
      );
    },
  }),

  twins: exercise<{ first: number; second: number }>({
    title: "Twins",
    hints: [
      "For the predictions only the sum of the two weights matters. So which two weights are cheapest?",
      "The price is λ times the sum of the squares. Compare 1² + 0² with 0.5² + 0.5².",
      "Both features are the same in every way. Nothing could favour one of them.",
    ],
    check({ first, second }, expect: Expect) {
      const sum = first + second;
      expect.that(
        Math.abs(sum - 1) < 0.15,
        `Together the copies do the work of the one feature, so their weights add up to about 1.\nReceived: ${first} + ${second} = ${sum}`,
      );
      expect.that(
        Math.abs(first - 0.51) <= 0.06 && Math.abs(second - 0.51) <= 0.06,
        `The sum is right. But ${first} and ${second} cost ${(first ** 2 + second ** 2).toFixed(2)} together, as the sum of their squares.\nThere is a cheaper way to share.`,
      );
    },
  }),

  "leave-one-out": exercise<(x: Rows, y: number[], lambda: number) => number>({
    title: "Leave one out",
    hints: [
      "For each patient `out`, two lists without this patient: `x.filter((_, i) => i !== out)`.",
      "`learn` both of them, then ask the model about `x[out]`.",
      "Square what is between the answer and `y[out]`; the result is the `mean` of all squares.",
    ],
    check(leaveOneOut, expect: Expect) {
      expect.type(leaveOneOut, "function");
      const got = leaveOneOut(patients, targets, 1);
      const near = (other: number) => Math.abs(got - other) < 1e-6 * Math.max(1, other);
      const all = patients.map(([value]) => value);
      const training = mean(
        all.map((value, i) => (line(all, targets, 1)(value) - targets[i]) ** 2),
      );
      expect.that(
        !near(training),
        `${got.toFixed(2)} is the training error: the model had seen each patient before it was asked.\nLearn anew for each patient, from the others alone.`,
      );
      expect.that(
        !near(leftOut(1, (error) => error ** 2, true)),
        `${got.toFixed(2)} is what comes out if the features are scaled with all patients, before one is left out.\nThat patient's value is then in the mean and the standard deviation. Leave it out first; learn does the scaling.`,
      );
      expect.that(
        !near(leftOut(1, Math.abs, false)),
        "You average the sizes of the errors. Expected: the mean of their squares.",
      );
      expect.close(
        got,
        leftOut(1, (error) => error ** 2, false),
        1e-6,
        "Six patients, one feature, lambda 1. The mean over six left-out patients.",
      );
    },
  }),
});
