import { load } from "daylab/datasets";
import { defineChecks, exercise, type Expect } from "daylab/check";

interface Line {
  readonly w: number;
  readonly b: number;
}

type Step = (at: Line, learningRate: number) => Line;

const cars = load("cars").dropNa({ subset: ["miles_per_gallon"] });
const x = cars.column("weight").values.map((weight) => Number(weight) / 1000);
const y = cars.column("miles_per_gallon").values.map(Number);

function gradient({ w, b }: Line): Line {
  const errors = x.map((xi, i) => w * xi + b - y[i]);
  const mean = (values: readonly number[]) => values.reduce((a, c) => a + c, 0) / values.length;
  return { w: 2 * mean(errors.map((error, i) => error * x[i])), b: 2 * mean(errors) };
}

export default defineChecks({
  step: exercise<{ step: Step; gradient: (at: Line) => Line }>({
    title: "One step downhill",
    hints: [
      "Ask for the gradient once, at the place where you stand.",
      "Down is minus: the new w is the old one minus the learning rate times the gradient's w.",
      "Return both: `{ w: at.w - learningRate * slope.w, b: at.b - learningRate * slope.b }`.",
    ],
    check({ step }, expect: Expect) {
      const at = { w: 1, b: 2 };
      const slope = gradient(at);
      const got = step(at, 0.01);
      expect.that(
        Math.abs(got.w - (at.w + 0.01 * slope.w)) > 1e-9,
        "You walked uphill: the gradient points to where the loss rises. Subtract it.",
      );
      expect.that(
        Math.abs(got.w - (at.w - slope.w)) > 1e-9,
        "The step is as long as the gradient. Multiply it by the learning rate.",
      );
      expect.close(got.w, at.w - 0.01 * slope.w, 1e-9, "w after a step of 0.01 from w = 1, b = 2.");
      expect.close(
        got.b,
        at.b - 0.01 * slope.b,
        1e-9,
        "b after that step. Both come from one gradient, taken before either has moved.",
      );
    },
  }),

  cliff: exercise<(x: readonly number[]) => number>({
    title: "Where the cliff is",
    hints: [
      "In one dimension the walk ends well if the rate is below 2 divided by the curvature.",
      "With two curvatures both must hold. Which of them allows less?",
      "The sharp one: `2 / curvatures(x).sharp`.",
    ],
    check(largestRate, expect: Expect) {
      const own = largestRate([-1, 1]);
      expect.close(own, 1, 1e-12, "For x = [-1, 1] both curvatures are 2, so the edge is 2 / 2.");
      const got = largestRate(x);
      expect.that(
        got < 0.2,
        `${got} is far beyond the cliff in the picture.\nThe sharp direction allows less than the flat one.`,
      );
      expect.close(got, 0.0955069545, 1e-9, "For the cars, in 1 000 pounds.");
    },
  }),

  stop: exercise<(learningRate: number, tolerance: number) => { at: Line; steps: number }>({
    title: "A rule to stop",
    hints: [
      "A loop with at most 100 000 turns. In each: the gradient, the question, the step.",
      "`Math.hypot(slope.w, slope.b)` is the length of the gradient.",
      "Return `{ at, steps }` as soon as that length is below the tolerance, before the step.",
    ],
    check(descend, expect: Expect) {
      const rough = descend(0.09, 1);
      const length = (at: Line) => Math.hypot(gradient(at).w, gradient(at).b);
      expect.that(
        length(rough.at) < 1,
        `With a tolerance of 1 the walk ends where the gradient is shorter than 1.\nReceived a place where it is ${length(rough.at)}.`,
      );
      const fine = descend(0.09, 1e-6);
      expect.that(
        length(fine.at) < 1e-6,
        `With a tolerance of 1e-6 the gradient must be shorter than 1e-6.\nReceived a place where it is ${length(fine.at)}. The change of the loss is another thing.`,
      );
      expect.that(
        fine.steps > rough.steps,
        `A finer tolerance takes more steps.\nReceived ${rough.steps} for 1, ${fine.steps} for 1e-6.`,
      );
      expect.equal(descend(0.1, 1e-6).steps, 100_000, "Beyond the cliff: give up after 100 000.");
    },
  }),
});
