import { defineChecks, exercise, type Expect } from "daylab/check";

type Kernel = (a: readonly number[], b: readonly number[]) => number;

interface Proof {
  readonly name: string;
  readonly points: number[][];
  readonly c: number[];
}

const inner: Kernel = (a, b) => a.reduce((sum, value, j) => sum + value * b[j], 0);
const distance: Kernel = (a, b) => Math.hypot(...a.map((value, j) => value - b[j]));
const brought: Readonly<Record<string, Kernel>> = {
  A: (a, b) => (0.5 + inner(a, b)) ** 3,
  B: (a, b) => 1 - distance(a, b) ** 2,
  C: (a, b) => Math.exp(-distance(a, b)),
};

export default defineChecks({
  rbf: exercise<(a: readonly number[], b: readonly number[], gamma: number) => number>({
    title: "The RBF kernel",
    hints: [
      "The squared distance first: the sum of the squared differences, over all columns.",
      "`a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0)`",
      "Then `Math.exp(-gamma * squares)`. No root anywhere.",
    ],
    check(rbf, expect: Expect) {
      expect.close(rbf([1, 2], [1, 2], 3), 1, 1e-12, "Two equal points: e to the power of 0.");
      const got = rbf([0, 0], [3, 4], 0.1);
      expect.that(
        got < 1,
        `Points that lie apart must get less than 1.\nReceived: ${got}. Is there a minus before gamma?`,
      );
      expect.that(
        Math.abs(got - Math.exp(-0.5)) > 1e-9,
        "You took the distance, 5. The formula wants its square, 25.\nExpected: e^(-2.5), 0.082\nReceived: e^(-0.5), 0.607",
      );
      expect.that(
        Math.abs(got - Math.exp(-250)) > 1e-90,
        "You divided by gamma. It is a factor: a larger gamma means that nearness fades faster.",
      );
      expect.close(got, Math.exp(-2.5), 1e-12, "Points [0, 0] and [3, 4], gamma 0.1.");
      const three = rbf([0, 0, 0], [1, 1, 2], 0.5);
      expect.that(
        Math.abs(three - Math.exp(-1)) > 1e-9,
        "For points with three columns you looked at the first two only. Go through all of `a`.",
      );
      expect.close(three, Math.exp(-3), 1e-12, "Points [0, 0, 0] and [1, 1, 2], gamma 0.5.");
    },
  }),

  impostor: exercise<Proof>({
    title: "Catch the impostor",
    hints: [
      "With two points the squared length is c₁² k(a, a) + c₂² k(b, b) + 2 c₁ c₂ k(a, b). What must k(a, b) be to spoil it?",
      "Which of the three becomes very negative for points that lie far apart?",
      "With k(a, b) very negative take c = [1, 1]. B gives 1 - 9 for [0, 0] and [3, 0].",
    ],
    check({ name, points, c }, expect: Expect) {
      const kernel = brought[name];
      expect.that(
        kernel !== undefined,
        `The name is "A", "B" or "C".\nReceived: ${JSON.stringify(name)}`,
      );
      expect.that(
        points.length > 0 && points.length === c.length,
        `Give a factor for each point.\nReceived: ${points.length} points, ${c.length} factors`,
      );
      const length = points.reduce(
        (sum, a, i) => sum + points.reduce((s, b, j) => s + c[i] * c[j] * kernel(a, b), 0),
        0,
      );
      expect.that(
        name === "B" || length < 0,
        `For ${name} the squared length is ${length}: no proof, and you will not find one. ${
          name === "A"
            ? "Multiply (0.5 + a·b)³ out: all factors are positive, and each part is an inner product."
            : "It fades with distance like the RBF, but it stays positive and is one."
        }\nLook for a function that becomes very negative.`,
      );
      expect.that(
        length < -1e-9,
        `B is the right suspect. But for these points and factors the squared length is ${length}: not negative, so no proof.\nk(a, b) is negative there. With which signs of c does it count against you?`,
      );
    },
  }),

  update: exercise<(dual: number, margin: number, kii: number, C: number) => number>({
    title: "One coordinate",
    hints: [
      "The top of the parabola: `dual + (1 - margin) / kii`.",
      "Below 0 take 0: `Math.max(0, …)`. Above C take C: `Math.min(C, …)`.",
      "`Math.min(C, Math.max(0, dual + (1 - margin) / kii))`",
    ],
    check(update, expect: Expect) {
      expect.close(
        update(0.2, 0.5, 1, 10),
        0.7,
        1e-12,
        "α = 0.2, a margin of 0.5, k = 1, C = 10: half a margin is lacking, so α grows by that. Did you start from the old α?",
      );
      expect.close(
        update(0.2, 0.5, 4, 10),
        0.325,
        1e-12,
        "The same with k(xᵢ, xᵢ) = 4: the parabola is four times as narrow, the way to its top a quarter as long. Divide by kii.",
      );
      const safe = update(0.2, 3, 1, 10);
      expect.that(
        safe >= 0,
        `A point with a margin of 3 is safe: its α falls, but not below 0.\nExpected: 0\nReceived: ${safe}`,
      );
      expect.close(safe, 0, 1e-12, "α = 0.2 and a margin of 3: safe, so 0.");
      const dear = update(0.9, -5, 1, 1);
      expect.that(
        dear <= 1,
        `A point far on the wrong side: its α grows, but not above C = 1.\nExpected: 1\nReceived: ${dear}`,
      );
      expect.close(dear, 1, 1e-12, "α = 0.9, a margin of -5, C = 1.");
      expect.close(update(0.3, 1, 2, 1), 0.3, 1e-12, "A margin of exactly 1: α stays.");
    },
  }),

  gamma: exercise<{ training: number; test: number }>({
    title: "Gamma 10 000",
    hints: [
      "How near must a point be to hear the voice of another? Of its own voice it is always sure.",
      "A training point lies at distance 0 from itself: its own voice is 1, all others are silent.",
      "A test point hears nobody, or hardly. What is left to say? The same for all.",
    ],
    check({ training, test }, expect: Expect) {
      expect.that(
        training >= 0 && training <= 1 && test >= 0 && test <= 1,
        `Write shares between 0 and 1, such as 0.25 for a quarter.\nReceived: ${training} and ${test}`,
      );
      expect.that(
        training > 0.88,
        `training: ${training} is too low. Each training point hears at least itself, with full voice.`,
      );
      expect.that(
        Math.abs(test - 0.57) <= 0.12,
        `test: ${test}. A test point lies at a distance from all training points, and the voices end after a hundredth.\nWhat can it know? What would a coin have?`,
      );
    },
  }),
});
