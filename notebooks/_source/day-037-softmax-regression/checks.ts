import { defineChecks, exercise, type Expect } from "daylab/check";

type Loss = (output: readonly number[], y: number) => number;

function logChances(z: readonly number[]): number[] {
  const most = Math.max(...z);
  const rest = Math.log(z.reduce((sum, value) => sum + Math.exp(value - most), 0));
  return z.map((value) => value - most - rest);
}
const softmax = (z: readonly number[]) => logChances(z).map((value) => Math.exp(value));
const near = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((value, c) => Math.abs(value - b[c]) < 1e-9);

export default defineChecks({
  "log-softmax": exercise<(z: readonly number[]) => number[]>({
    title: "A log-softmax that holds",
    hints: [
      "`const most = Math.max(...z)`. Subtract it from every logit before you take a power.",
      "Sum the powers `Math.exp(value - most)`, and take the logarithm of the sum, once.",
      "`z.map((value) => value - most - Math.log(sum))`: no chance is ever computed.",
    ],
    check(logSoftmax, expect: Expect) {
      const z = [2, 1, 0];
      const got = logSoftmax(z);
      expect.that(
        Array.isArray(got) && got.length === 3,
        `Three logits give three logarithms.\nReceived: ${JSON.stringify(got)}`,
      );
      const off = got[0] - logChances(z)[0];
      expect.that(
        Math.abs(off - 2) > 1e-9,
        "For [2, 1, 0] every number is too large by 2, the largest logit.\nYou subtract it inside the powers; it must be subtracted from the logit in front too.",
      );
      expect.close(got, logChances(z), 1e-9, "The logarithms of the chances of [2, 1, 0].");
      const huge = logSoftmax([1002, 1001, 1000]);
      expect.that(
        huge.every((value) => !Number.isNaN(value)),
        `For [1002, 1001, 1000] there is NaN: Math.exp(1002) is Infinity.\nSubtract the largest logit before the powers.\nExpected the same as for [2, 1, 0]\nReceived: ${String(huge)}`,
      );
      expect.close(huge, logChances(z), 1e-9, "[1002, 1001, 1000] has the chances of [2, 1, 0].");
      const small = logSoftmax([0, -1000]);
      expect.that(
        small[1] !== -Infinity,
        "For [0, -1000] the second is -Infinity: its chance was rounded to 0, and then came the logarithm.\nExpected: -1000. Do not compute the chance at all: value - most - Math.log(sum).",
      );
      expect.close(small, [0, -1000], 1e-9, "The logarithms of the chances of [0, -1000].");
    },
  }),

  gradient: exercise<(z: readonly number[], y: number) => number[]>({
    title: "Its gradient",
    hints: [
      "Begin with `softmax(z)`: ten chances.",
      "The truth as ten numbers: `Number(c === y)` is 1 for the right class, else 0.",
      "`softmax(z).map((p, c) => p - Number(c === y))`",
    ],
    check(slope, expect: Expect) {
      const z = [1, -0.5, 2, 0];
      const p = softmax(z);
      const right = p.map((chance, c) => chance - Number(c === 1));
      const got = slope(z, 1);
      expect.that(
        !near(
          got,
          right.map((value) => -value),
        ),
        "The sign is turned: it is chance minus truth.\nThe right class must get a negative slope: a larger logit there makes the loss smaller.",
      );
      expect.that(
        !near(
          got,
          z.map((value, c) => value - Number(c === 1)),
        ),
        "That is logit minus truth. A logit is no chance: take softmax(z).",
      );
      expect.that(
        !near(
          got,
          p.map((chance, c) => (c === 1 ? chance - 1 : 0)),
        ),
        "Only the right class has a slope here. But the others matter too: a larger logit there takes chance away from the right one.\nTheir slope is their chance, minus 0.",
      );
      expect.close(got, right, 1e-9, "Logits [1, -0.5, 2, 0], right class 1.");
      const sum = slope([3, 3, 0], 0).reduce((a, b) => a + b, 0);
      expect.close(
        sum,
        0,
        1e-9,
        "The slopes of one picture add up to 0: chances and truths both add up to 1.",
      );
    },
  }),

  floor: exercise<number>({
    title: "How low can she get?",
    hints: [
      "Her loss gets the ten numbers 1, 0, 0, …, 0, and takes them for logits. What is their softmax?",
      "The right class: e¹ / (e¹ + 9 · e⁰).",
      "That is 0.232. The loss is minus its natural logarithm.",
    ],
    check(lowest, expect: Expect) {
      expect.type(lowest, "number");
      expect.that(
        Math.abs(lowest) > 0.01,
        "0 would be true with one softmax: minus the logarithm of 1.\nBut her loss takes 1, 0, 0, … for logits, and makes chances of them once more. Which?",
      );
      expect.that(
        Math.abs(lowest - Math.log(10)) > 0.01,
        "2.30 is where a model begins that knows nothing. A perfect one gets a little lower.\nWhat is the softmax of 1, 0, 0, …, 0?",
      );
      expect.that(
        Math.abs(lowest - Math.E / (Math.E + 9)) > 0.01,
        "0.23 is the chance that her loss sees. You are nearly there: the loss is minus its logarithm.",
      );
      expect.close(lowest, Math.log(1 + 9 / Math.E), 0.02, "The softmax of 1, 0, …, 0, and then?");
    },
  }),

  wants: exercise<(loss: Loss) => string>({
    title: "Which one does a loss want?",
    hints: [
      "Think of an output that is perfect if it is chances, and not perfect if it is logits.",
      "Chances [1, 0, 0] with the right class 0: a loss of 0. And if these were logits?",
      "`loss([1, 0, 0], 0)` is about 0, or about 0.55.",
    ],
    check(wants, expect: Expect) {
      const fromLogits: Loss = (z, y) => -logChances(z)[y];
      const fromChances: Loss = (p, y) => -Math.log(p[y]);
      const careful: Loss = (p, y) => {
        const sum = p.reduce((a, b) => a + b, 0);
        return -Math.log(Math.min(Math.max(p[y] / sum, 1e-7), 1 - 1e-7));
      };
      const inBits: Loss = (z, y) => -logChances(z)[y] / Math.LN2;
      const asked: [string, Loss, string][] = [
        ["a loss that takes logits", fromLogits, "logits"],
        ["a loss that takes chances", fromChances, "chances"],
        [
          "TensorFlow's, which divides by the sum and keeps chances off 0 and 1",
          careful,
          "chances",
        ],
        ["one from logits that counts in bits", inBits, "logits"],
      ];
      for (const [name, loss, right] of asked) {
        const got = wants(loss);
        expect.that(
          got === "logits" || got === "chances",
          `Return "logits" or "chances".\nReceived: ${String(got)}`,
        );
        expect.that(
          got === right,
          `You were given ${name}.\nExpected: ${right}\nReceived: ${got}\nAsk with an output for which both kinds must differ: what do they say to [1, 0, 0] with the right class 0?`,
        );
      }
    },
  }),
});
