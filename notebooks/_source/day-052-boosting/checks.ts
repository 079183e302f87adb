import { defineChecks, exercise, type Expect } from "daylab/check";

type Numbers = readonly number[];
interface Round {
  readonly say: number;
  readonly weights: number[];
}
type Fitted = (targets: number[]) => number[];

const total = (values: Numbers) => values.reduce((a, b) => a + b, 0);

export default defineChecks({
  reweigh: exercise<(weights: Numbers, wrong: readonly boolean[]) => Round>({
    title: "Heavier where wrong",
    hints: [
      "The error is a sum of weights, not a count: `weights[i]` for each i that is wrong.",
      "`Math.log((1 - error) / error)` is the say. Multiply the wrong ones by `Math.exp(say)`.",
      "At last divide all by their sum, so that they are 1 in total again.",
    ],
    check(reweigh, expect: Expect) {
      expect.type(reweigh, "function");
      const weights = [0.4, 0.2, 0.2, 0.1, 0.1];
      const { say, weights: after } = reweigh(weights, [false, true, false, false, false]);
      const about = "Weights 0.4, 0.2, 0.2, 0.1, 0.1; only the second is wrong.";
      expect.close(say, Math.log(4), 1e-9, `${about} The error is 0.2, the say ln(0.8 / 0.2).`);
      expect.that(
        Math.abs(total(after) - 1) < 1e-9,
        `${about}\nYour new weights add up to ${total(after)}.\nExpected: 1. Divide each by the sum of all.`,
      );
      expect.that(
        after[1] > weights[1],
        `${about}\nIt should become heavier, so that the next stump looks at it.\nReceived: from 0.2 to ${after[1]}`,
      );
      expect.close(
        after,
        [0.25, 0.5, 0.125, 0.0625, 0.0625],
        1e-9,
        `${about} Its weight is multiplied by 4, then all are divided by 1.6. Now it has half of all weight.`,
      );
      const other = reweigh(weights, [true, false, false, false, false]);
      expect.that(
        Math.abs(other.say - Math.log(4)) > 1e-9,
        "Weights 0.4, 0.2, 0.2, 0.1, 0.1; only the first is wrong. You have counted: one of five, error 0.2.\nExpected: its weight, 0.4. A heavy sample counts for more.",
      );
      expect.close(
        other.say,
        Math.log(1.5),
        1e-9,
        "Only the first is wrong: the error is its weight 0.4, the say ln(0.6 / 0.4).",
      );
      expect.equal(
        weights,
        [0.4, 0.2, 0.2, 0.1, 0.1],
        "The weights that were given must stay as they were.",
      );
    },
  }),

  round: exercise<(guesses: Numbers, y: Numbers, fitted: Fitted, learningRate: number) => number[]>(
    {
      title: "One round",
      hints: [
        "What is left: `y.map((value, i) => value - guesses[i])`. That is what the tree is fitted to.",
        "`fitted(residuals)` gives a step for each sample.",
        "The new guess is the old one plus `learningRate` times the step.",
      ],
      check(round, expect: Expect) {
        expect.type(round, "function");
        const y = [10, 2, 7];
        const guesses = [6, 6, 6];
        let seen: number[] = [];
        const perfect: Fitted = (targets) => (seen = [...targets]);
        const got = round(guesses, y, perfect, 0.5);
        const about = "Guesses 6, 6, 6 for prices 10, 2, 7.";
        expect.that(
          !seen.every((target, i) => target === y[i]),
          `${about}\nYou fit the tree to the prices themselves. The sum so far says 6 already: fit it to what is left.\nExpected: 4, -4, 1\nReceived: 10, 2, 7`,
        );
        expect.that(
          seen[0] > 0,
          `${about}\nThe first guess is 4 too low, so its residual is +4: y less the guess.\nReceived: ${seen[0]}\nThis sign sends every guess the wrong way.`,
        );
        expect.close(
          seen,
          [4, -4, 1],
          1e-9,
          `${about} The tree should be fitted to the residuals.`,
        );
        expect.that(
          Math.abs(got[0] - 2) > 1e-9,
          `${about} With learning rate 0.5 and a tree that hits all residuals.\nYou return 2 for the first: the step alone. The guesses so far are lost.\nExpected: 6 + 0.5 × 4 = 8`,
        );
        expect.close(got, [8, 4, 6.5], 1e-9, `${about} Learning rate 0.5, a tree that hits all.`);
        expect.equal(guesses, [6, 6, 6], "The guesses that were given must stay as they were.");
      },
    },
  ),

  stop: exercise<(losses: Numbers, patience: number) => number>({
    title: "Stop in time",
    hints: [
      "Go through the list once, and remember the place of the lowest loss so far.",
      "At place t, `t - best` trees have passed without a new best. Stop when that reaches the patience.",
      "Places count from 0, trees from 1: return `best + 1`.",
    ],
    check(bestRound, expect: Expect) {
      expect.type(bestRound, "function");
      const bumpy = [9, 7, 8, 6, 7, 8, 9, 5];
      const got = bestRound(bumpy, 3);
      const about = "Losses 9, 7, 8, 6, 7, 8, 9, 5, patience 3.";
      expect.that(
        got !== 2,
        `${about}\nYou stop at the first rise, after 2 trees. One step up is not three: wait for the patience.\nExpected: 4 trees, with loss 6`,
      );
      expect.that(
        got !== 7,
        `${about}\nYou return 7, where the rule stops. Keep the best so far, not the last.\nExpected: 4 trees, with loss 6`,
      );
      expect.that(
        got !== 8,
        `${about}\nYou return 8, the lowest of the whole list. But after 7, 8, 9 the rule has stopped: that tree is never grown.\nExpected: 4 trees, with loss 6`,
      );
      expect.equal(got, 4, `${about} Three trees without a new best after the fourth: stop.`);
      expect.equal(bestRound(bumpy, 4), 8, "The same losses, patience 4: the fourth try finds 5.");
      expect.equal(
        bestRound([3, 2, 1], 5),
        3,
        "Losses 3, 2, 1: the list ends before the patience.",
      );
    },
  }),
});
