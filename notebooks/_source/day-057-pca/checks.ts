import { defineChecks, exercise, type Expect } from "daylab/check";

type Rows = number[][];

const samples: Rows = [
  [1, 10, 0],
  [2, 14, 1],
  [4, 12, 1],
  [5, 20, 2],
];
const expected: Rows = [
  [10 / 3, 6, 4 / 3],
  [6, 56 / 3, 10 / 3],
  [4 / 3, 10 / 3, 2 / 3],
];

export default defineChecks({
  covariance: exercise<(x: Rows) => Rows>({
    title: "Covariance",
    hints: [
      "Start with `const centred = centre(x)`. The result has a row and a column for each column of x.",
      "For columns a and b: add up row[a] × row[b] over all centred rows.",
      "Divide by `x.length - 1`, not by `x.length`.",
    ],
    check(covariance, expect: Expect) {
      expect.type(covariance, "function");
      const got = covariance(samples);
      expect.equal(
        [got.length, got[0]?.length],
        [3, 3],
        "4 samples of 3 columns have a covariance of 3 × 3: every column with every column, not every sample with every sample.",
      );
      expect.that(
        Math.abs(got[0][0] - 46 / 3) > 1e-9,
        "Your first variance is that of columns that were not centred. Take the means away first: the values 1, 2, 4, 5 vary around 3, not around 0.",
      );
      expect.that(
        Math.abs(got[0][0] - 2.5) > 1e-9,
        "You divide by n = 4. With a mean estimated from the same samples, divide by n - 1 = 3: 10 / 3, not 10 / 4.",
      );
      expect.close(got, expected, 1e-9, "The covariance of four samples with three columns.");
    },
  }),

  sign: exercise<(v: number[]) => number[]>({
    title: "Which end is up?",
    hints: [
      "Find the value whose size, without its sign, is greatest. Keep its sign in mind.",
      "If that value is negative, turn every sign round; otherwise return a copy.",
      "`v.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best))`",
    ],
    check(settleSign, expect: Expect) {
      expect.type(settleSign, "function");
      const v = [0.1, -0.9, 0.4];
      const got = settleSign(v);
      expect.that(
        !got.every((value) => value >= 0),
        "For [0.1, -0.9, 0.4] all your values are positive: that is another direction. Turn all signs round, or none.",
      );
      expect.close(
        got,
        [-0.1, 0.9, -0.4],
        1e-12,
        "settleSign([0.1, -0.9, 0.4]): the greatest size is 0.9, and its value is negative, whatever the first value or the highest value is.",
      );
      expect.close(
        settleSign([-0.2, 0.7, -0.6]),
        [-0.2, 0.7, -0.6],
        1e-12,
        "settleSign([-0.2, 0.7, -0.6]): the value of greatest size is positive already.",
      );
      expect.equal(v, [0.1, -0.9, 0.4], "The vector that was given must stay as it was.");
    },
  }),

  reconstruct: exercise<(x: Rows, means: number[], v: Rows) => Rows>({
    title: "There and back",
    hints: [
      "For one row: subtract the means, then one score for each component: `dot(direction, centred)`.",
      "Back: for each pixel a, the sum of score[k] × v[k][a] over the components, plus means[a].",
      "The means are used twice: taken away before the projection, added at the end.",
    ],
    check(reconstruct, expect: Expect) {
      expect.type(reconstruct, "function");
      const means = [1, 2, 3];
      const v = [[0.6, 0.8, 0]];
      const got = reconstruct([[2, 4, 9]], means, v);
      expect.equal(
        got[0].length,
        3,
        "A row of 3 values comes back as a row of 3. With one number for each component you have only gone there, not back.",
      );
      const about =
        "The row [2, 4, 9] with means [1, 2, 3] and the component [0.6, 0.8, 0]: its score is 0.6 × 1 + 0.8 × 2 = 2.2.";
      expect.that(
        Math.abs(got[0][2]) > 1e-9,
        `${about}\nYour last value is 0. Nothing of the component reaches it, so it should be its mean, 3: add the means at the end.`,
      );
      expect.close(
        got,
        [[2.32, 3.76, 3]],
        1e-9,
        `${about} If your first value is 3.64, the means were not taken away before the projection.`,
      );
    },
  }),
});
