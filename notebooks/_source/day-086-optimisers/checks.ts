import { defineChecks, exercise, type Expect } from "daylab/check";

type Numbers = readonly number[];
type Step = (w: Numbers, g: Numbers) => number[];
type Optimiser = (learningRate: number) => Step;

/** The weights after each of these gradients, from w = [1, 1]. */
function places(step: Step, gradients: readonly Numbers[]): number[][] {
  let w: number[] = [1, 1];
  return gradients.map((g) => (w = step(w, g)));
}

const near = (a: number, b: number) => Math.abs(a - b) < 1e-9;

function adamByHand(learningRate: number, lambda = 0): Step {
  const [m, s] = [
    [0, 0],
    [0, 0],
  ];
  let t = 0;
  return (w, g) => {
    t += 1;
    return w.map((wi, i) => {
      m[i] = 0.9 * m[i] + 0.1 * g[i];
      s[i] = 0.999 * s[i] + 0.001 * g[i] ** 2;
      const [mHat, sHat] = [m[i] / (1 - 0.9 ** t), s[i] / (1 - 0.999 ** t)];
      return wi - learningRate * (mHat / (Math.sqrt(sHat) + 1e-7) + lambda * wi);
    });
  };
}

const gradients = [
  [1, -2],
  [3, 4],
  [-2, 1],
];

export default defineChecks({
  momentum: exercise<Optimiser>({
    title: "Momentum",
    hints: [
      "`let m: number[] = [];` stands in `rolling`, before the inner function, so it lives on from call to call.",
      "First the new velocity, then the step with it: `m = m.map((mi, i) => 0.9 * mi + g[i])`.",
      "`return w.map((wi, i) => wi - learningRate * m[i])`. In the first call m is `zeros(w)`.",
    ],
    check(rolling, expect: Expect) {
      expect.type(rolling, "function");
      const step = rolling(0.1);
      expect.type(step, "function", "rolling(0.1) returns a step, which is a function.");
      const [first, second] = places(step, [
        [1, -2],
        [1, -2],
      ]);
      expect.that(
        !near(first[0], 1),
        "The first step went nowhere: you moved by the old velocity, which is 0. Expected: w from 1 to 0.9 for g = 1.\nUpdate m first, then step with the new m.",
      );
      expect.that(
        !near(first[0], 0.99),
        "The first step from 1 with g = 1 and rate 0.1 went to 0.99: the gradient was multiplied by 0.1 on its way into the velocity.\nExpected: 0.9. Here the whole gradient is added, m = 0.9 m + g.",
      );
      expect.close(
        first,
        [0.9, 1.2],
        1e-9,
        "w = [1, 1] after one step with g = [1, -2], rate 0.1.",
      );
      expect.that(
        !near(second[0], 0.8),
        "The second step is as long as the first: the velocity was forgotten between the calls.\nExpected: w to 0.71, by a velocity of 0.9 × 1 + 1 = 1.9. Keep m outside of the inner function.",
      );
      expect.close(second, [0.71, 1.58], 1e-9, "After a second step with the same gradient.");
      expect.close(
        places(rolling(0.1), [[1, -2]])[0],
        [0.9, 1.2],
        1e-9,
        "A new optimiser starts with no velocity: each call of rolling makes a memory of its own.",
      );
    },
  }),

  rmsprop: exercise<Optimiser>({
    title: "RMSProp",
    hints: [
      "Only the line with s changes. It was: the old s plus the square.",
      "Now: nine tenths of the old s, and one tenth of the square.",
      "`s = w.map((_, i) => 0.9 * (s[i] ?? 0) + 0.1 * g[i] ** 2)`",
    ],
    check(rmsStep, expect: Expect) {
      expect.type(rmsStep, "function");
      const [first, second] = places(rmsStep(0.1), [
        [2, -2],
        [2, -2],
      ]);
      const length = 1 - first[0];
      const about = "First step from 1 with g = 2 and rate 0.1: s = 0.1 × 4 = 0.4.";
      expect.that(
        Math.abs(length - 0.1) > 1e-5,
        `${about}\nExpected: a step of 0.1 × 2 / √0.4 = 0.316\nReceived: 0.1, as if s were 4. The square counts with the weight 0.1 only, and the old s with 0.9.`,
      );
      expect.that(
        Math.abs(length - 0.5) > 1e-5,
        `${about}\nExpected: a step of 0.1 × 2 / √0.4 = 0.316\nReceived: 0.5, which is 0.1 × 2 / 0.4. Divide by the root of s.`,
      );
      expect.close(first[0], 1 - 0.2 / Math.sqrt(0.4), 1e-5, about);
      expect.close(
        second[0],
        first[0] - 0.2 / Math.sqrt(0.76),
        1e-5,
        "Second step with the same gradient: s = 0.9 × 0.4 + 0.1 × 4 = 0.76.",
      );
      expect.close(
        first[1],
        1 + 0.2 / Math.sqrt(0.4),
        1e-5,
        "The second weight goes the other way.",
      );
    },
  }),

  adam: exercise<Optimiser>({
    title: "Find the planted bug",
    hints: [
      "Count the calls: `let t = 0` beside m and s, and `t += 1` at the start of each step.",
      "m and s stay as they are. Only where they are used, divide: `m[i] / (1 - 0.9 ** t)`.",
      "`wi - learningRate * (m[i] / (1 - 0.9 ** t)) / (Math.sqrt(s[i] / (1 - 0.999 ** t)) + epsilon)`",
    ],
    check(mendedAdam, expect: Expect) {
      expect.type(mendedAdam, "function");
      const got = places(mendedAdam(0.1), gradients);
      const wanted = places(adamByHand(0.1), gradients);
      const length = 1 - got[0][0];
      expect.that(
        Number.isFinite(length),
        `The first step gives ${got[0][0]}. With t = 0 the correction divides by 1 - 0.9⁰ = 0. The first step is t = 1: count before you divide.`,
      );
      expect.that(
        Math.abs(length - 0.1 * 3.1622777) > 1e-4,
        "The first step is 0.316 long, still too long by √10: the means are not corrected yet.\nExpected: 0.1, the learning rate. The first step of Adam is always as long as the rate.",
      );
      expect.close(
        got[0],
        wanted[0],
        1e-6,
        "After the first step: each weight moves by the rate, 0.1.",
      );
      expect.close(
        got[2],
        wanted[2],
        1e-6,
        "After three steps with different gradients. If the first step was right and this is not: keep m and s uncorrected in the memory, and correct only the values that you use.",
      );
    },
  }),

  adamw: exercise<(learningRate: number, lambda: number) => Step>({
    title: "AdamW",
    hints: [
      "Make the Adam step once, outside: `const step = adam(learningRate)`. It has the memory.",
      "The gradient goes into it unchanged. The decay comes afterwards, from the old weights w.",
      "`(w, g) => step(w, g).map((wi, i) => wi - learningRate * lambda * w[i])`",
    ],
    check(adamW, expect: Expect) {
      expect.type(adamW, "function");
      const still = adamW(0.1, 0.5)([4, -2], [0, 0]);
      const about =
        "Weights [4, -2], no gradient at all, rate 0.1, λ = 0.5: each loses 0.1 × 0.5 = 5 % of itself.";
      expect.that(
        !near(still[0], 2),
        `${about}\nReceived: ${still.join(", ")}, half of each. The learning rate belongs to the decay as well.`,
      );
      expect.that(
        Math.abs(still[0] - 3.9) > 1e-5 || Math.abs(still[1] + 1.9) > 1e-5,
        `${about}\nReceived: ${still.join(", ")}: both moved by 0.1, the large one as much as the small one. The decay went through Adam's division; keep it out of the gradient.`,
      );
      expect.close(still, [3.8, -1.9], 1e-9, about);
      const got = places(adamW(0.1, 0.5), gradients);
      expect.close(
        got[2],
        places(adamByHand(0.1, 0.5), gradients)[2],
        1e-6,
        "After three steps. If one step is right and three are not, Adam's memory was lost: make its step once, outside of the inner function.",
      );
    },
  }),
});
