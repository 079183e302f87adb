import { defineChecks, exercise, type Expect } from "daylab/check";

interface Model {
  readonly w: readonly number[];
  readonly b: number;
}

type Step = (x: number[][], y: number[], at: Model, learningRate: number) => Model;

const sigma = (z: number) => 1 / (1 + Math.exp(-z));
const x = [
  [1, 2],
  [-1, 0.5],
  [0, -2],
  [3, 1],
];
const y = [1, 0, 0, 1];
const at: Model = { w: [0.5, -1], b: 0.25 };

/** The step for a prediction that is made from the weighted sum by `says`. */
function stepped(says: (sum: number) => number, learningRate: number): Model {
  const errors = x.map(([a, c], i) => says(at.w[0] * a + at.w[1] * c + at.b) - y[i]);
  const mean = (values: readonly number[]) => values.reduce((p, q) => p + q, 0) / values.length;
  return {
    w: at.w.map((w, j) => w - learningRate * mean(errors.map((error, i) => error * x[i][j]))),
    b: at.b - learningRate * mean(errors),
  };
}

const near = (a: Model, b: Model) =>
  Math.max(...[...a.w, a.b].map((value, j) => Math.abs(value - [...b.w, b.b][j]))) < 1e-9;

export default defineChecks({
  sigmoid: exercise<(z: number) => { value: number; slope: number }>({
    title: "The sigmoid and its slope",
    hints: [
      "`Math.exp(-z)` is the power in the formula. Mind the minus.",
      "Compute the value first, and the slope from it: `value * (1 - value)`.",
      "For z = 1000, `Math.exp(1000)` is Infinity, and Infinity / Infinity is NaN. `1 / (1 + Math.exp(-z))` never divides infinities.",
    ],
    check(sigmoid, expect: Expect) {
      const two = sigmoid(2);
      expect.that(
        Math.abs(two.value - sigma(-2)) > 1e-9,
        `A sum of 2 speaks for Bruna: the chance must be above a half.\nExpected: ${sigma(2)}\nReceived: ${two.value}, that of -2. Is there a minus in the power?`,
      );
      expect.close(two.value, sigma(2), 1e-12, "The value for z = 2.");
      expect.that(
        Math.abs(two.slope + 2) > 1e-9,
        "The slope at 2 is -2: you put z into the formula.\nIt wants the value: value * (1 - value).",
      );
      expect.close(two.slope, sigma(2) * (1 - sigma(2)), 1e-12, "The slope for z = 2.");
      expect.close(sigmoid(0).slope, 0.25, 1e-12, "The slope for z = 0, where it is steepest.");
      const large = sigmoid(1000);
      expect.that(
        !Number.isNaN(large.value),
        "For z = 1000 the value is NaN: Math.exp(1000) is Infinity, and Infinity / Infinity is not a number.\nExpected: 1. In 1 / (1 + Math.exp(-z)) nothing overflows into that.",
      );
      expect.equal(large.value, 1, "The value for z = 1000.");
      expect.equal(sigmoid(-1000).value, 0, "The value for z = -1000.");
      expect.close(sigmoid(-1000).slope, 0, 1e-12, "The slope for z = -1000.");
    },
  }),

  step: exercise<Step>({
    title: "One step of logistic regression",
    hints: [
      "For each bean: `sigma(weightedSum(bean, at)) - y[i]`, the chance minus the truth.",
      "For weight j: the mean of these errors times `x[i][j]`. For the bias: their mean.",
      "Down is minus: `at.w.map((w, j) => w - learningRate * along(j))`, and the same for the bias.",
    ],
    check(step, expect: Expect) {
      const rate = 0.4;
      const got = step(x, y, at, rate);
      const right = stepped(sigma, rate);
      expect.that(
        !near(got, stepped(sigma, -rate)),
        "That step goes uphill: the loss grows. Subtract the gradient.",
      );
      expect.that(
        !near(
          got,
          stepped((sum) => Number(sum > 0), rate),
        ),
        "The errors are 0, 1 and -1 only: you took the answer yes or no.\nTake the chance, sigma(weightedSum(bean, at)). Only so it can be a little wrong.",
      );
      expect.that(
        !near(
          got,
          stepped((sum) => sum, rate),
        ),
        "The error is the weighted sum minus the truth: that is the line of Day 26.\nPut the sum through sigma first.",
      );
      expect.that(
        !near(got, stepped(sigma, rate * x.length)),
        `The step is ${x.length} times as long, for ${x.length} samples: divide the sums by their number.`,
      );
      expect.close(got.w, right.w, 1e-9, "The weights after one step with a rate of 0.4.");
      expect.close(
        got.b,
        right.b,
        1e-9,
        "The bias after that step. It has no feature: mean error.",
      );
    },
  }),

  boundary: exercise<(model: Model, length: number, p: number) => number>({
    title: "Draw the boundary",
    hints: [
      "Write down the equation: w₁ · length + w₂ · width + b = log-odds of p.",
      "Solve it for the width. The log-odds are `Math.log(p / (1 - p))`.",
      "`(Math.log(p / (1 - p)) - b - w[0] * length) / w[1]`",
    ],
    check(boundary, expect: Expect) {
      const model = { w: [2, -4], b: 1 };
      const back = (length: number, p: number) =>
        sigma(2 * length - 4 * boundary(model, length, p) + 1);
      expect.that(
        Math.abs(boundary(model, 1.5, 0.5) - 0.875) > 1e-9,
        "You set the weighted sum equal to p. It is equal to the log-odds of p: for a half that is 0.\nExpected for weights 2 and -4, bias 1, length 1.5, p = 0.5: a width of 1\nReceived: 0.875",
      );
      expect.close(
        boundary(model, 1.5, 0.5),
        1,
        1e-12,
        "The width, not the weighted sum: solve for it. With weights 2 and -4, bias 1, length 1.5, p = 0.5: then 2 · 1.5 - 4 · width + 1 must be 0.",
      );
      for (const p of [0.9, 0.2]) {
        expect.that(
          Math.abs(boundary(model, 1.5, p) - 1) > 1e-9,
          `For p = ${p} the width is the same as for a half.\nThere the weighted sum is not 0 but the log-odds of p.`,
        );
        expect.close(
          back(1.5, p),
          p,
          1e-9,
          `A bean on your line for p = ${p} should get the chance ${p}, by sigma of its weighted sum. Are the log-odds in it, not p itself?`,
        );
      }
    },
  }),

  giants: exercise<{ line: string; logistic: string }>({
    title: "Easy giants",
    hints: [
      "What would the first line say about a bean that is 14 mm longer? And what should it say?",
      "The line's loss is the square of that difference. How much does a giant pull?",
      "The pull on a weight of logistic regression is chance minus truth, times feature. What is the chance of a giant?",
    ],
    check({ line, logistic }, expect: Expect) {
      const words = ["rises", "stays", "falls"];
      expect.that(
        words.includes(line) && words.includes(logistic),
        `Write "rises", "stays" or "falls" for each.\nReceived: ${line} and ${logistic}`,
      );
      expect.that(
        line !== "rises",
        'line: "rises" would mean that easy beans teach it something about hard ones.\nWhat does a line say about a giant, and what should it say?',
      );
      expect.that(
        line !== "stays",
        'line: "stays" is true for a model that is content with a giant. A line would say about 5 for it, and it should be 1.\nWhat does the squared error make of that?',
      );
      expect.that(
        logistic === "stays",
        `logistic: "${logistic}" would need giants that pull at the weights.\nTheir chance is 0.99999. How large is chance minus truth?`,
      );
    },
  }),
});
