import { defineChecks, exercise, type Expect } from "daylab/check";

type Cheapest = (y: number[], scores: number[], missed: number, alarm: number) => number;

const y = [1, 0, 1, 1, 0, 0, 1, 0, 1, 0];
const scores = [0.9, 0.8, 0.75, 0.6, 0.55, 0.4, 0.35, 0.3, 0.1, 0.05];

function costOf(t: number, missed: number, alarm: number): number {
  return scores.reduce((sum, s, i) => {
    if (y[i] === 1) return sum + (s < t ? missed : 0);
    return sum + (s >= t ? alarm : 0);
  }, 0);
}

export default defineChecks({
  auc: exercise<(ill: readonly number[], well: readonly number[]) => number>({
    title: "The area, without a curve",
    hints: [
      "Two loops: every ill one against every well one.",
      "Add 1 if the ill one is higher, 0.5 if both are equal.",
      "Divide by `ill.length * well.length`, the number of pairs.",
    ],
    check(auc, expect: Expect) {
      expect.close(auc([3, 4], [1, 2]), 1, 1e-12, "Both ill stand above both well.");
      expect.close(
        auc([0.9, 0.4], [0.5, 0.1, 0.2]),
        5 / 6,
        1e-12,
        "Ill 0.9 and 0.4, well 0.5, 0.1 and 0.2: six pairs, each ill one with each well one. One pair is lost.",
      );
      const ties = auc([1, 1], [1, 1, 1]);
      expect.that(
        ties !== 0,
        "All five have the same score: nobody knows anything, that is a coin.\nExpected: 0.5\nReceived: 0. Do equal pairs count a half?",
      );
      expect.that(
        ties !== 1,
        "All five have the same score: nobody knows anything, that is a coin.\nExpected: 0.5\nReceived: 1. An equal pair is half a win, not a whole one.",
      );
      expect.close(ties, 0.5, 1e-12, "All five have the same score: a coin.");
      expect.close(auc([1], [2, 3]), 0, 1e-12, "The only ill one stands below all.");
    },
  }),

  threshold: exercise<(y: number[], scores: number[], wanted: number) => number>({
    title: "Nine of ten",
    hints: [
      "Only the ill matter: keep their scores, and sort them from high to low.",
      "Of five ill, 0.6 means that three must be at or above the threshold. Which score is the highest such threshold?",
      "`ill[Math.ceil(wanted * ill.length) - 1]`: places begin at 0.",
    ],
    check(thresholdFor, expect: Expect) {
      const got = thresholdFor([...y], [...scores], 0.6);
      const found = scores.filter((s, i) => y[i] === 1 && s >= got).length;
      expect.that(
        found >= 3,
        `Five are ill, at 0.9, 0.75, 0.6, 0.35 and 0.1. For a recall of 0.6 three must be found.\nReceived: ${got}, which finds ${found}.`,
      );
      expect.that(
        got !== 0.1,
        "0.1 finds all five ill. For a recall of 0.6 three are enough, and the threshold may be higher.\nExpected: 0.6\nReceived: 0.1. Is `wanted` used?",
      );
      expect.that(
        got !== 0.35,
        "0.35 finds four of five ill. Three are enough for 0.6.\nExpected: 0.6, the third from above\nReceived: 0.35. Places of an array begin at 0: the third has place 2.",
      );
      expect.that(
        got !== 0.4,
        "0.4 is the score of a well one: you took 0.6 of all ten.\nRecall asks only the ill: three of their five.\nExpected: 0.6\nReceived: 0.4",
      );
      expect.close(
        got,
        0.6,
        1e-12,
        "Ill are 0.9, 0.75, 0.6, 0.35 and 0.1; the wanted recall is 0.6.",
      );
      expect.close(
        thresholdFor([...y], [...scores], 0.7),
        0.35,
        1e-12,
        "A recall of 0.7 with five ill: three are 0.6 and too few, so four.",
      );
      expect.close(thresholdFor([...y], [...scores], 1), 0.1, 1e-12, "All ill must be found.");
    },
  }),

  alarms: exercise<number>({
    title: "The phone rings",
    hints: [
      "Think of 10 000 people. How many of them are ill, how many well?",
      "100 are ill, and 90 of them are called. Of the 9 900 well, 20 in 100 are called too.",
      "90 ill among 90 + 1 980 called. How many in 100 is that?",
    ],
    check(reallyIll, expect: Expect) {
      expect.type(reallyIll, "number");
      expect.that(
        reallyIll === 0 || reallyIll >= 1,
        `A number of people out of 100, not a share.\nReceived: ${reallyIll}`,
      );
      expect.that(
        reallyIll !== 90,
        "90 of 100 ill people are called: that is the recall, and it starts from the ill.\nHere you start from those who are called. How many well ones are among them?",
      );
      expect.that(
        reallyIll !== 80,
        "80 of 100 well people are left in peace. But there are 99 times as many well as ill ones.\nCount 10 000 people: how many well ones are called?",
      );
      expect.that(
        Math.abs(reallyIll - 4.35) <= 1.5,
        `Count 10 000 people: how many ill are called, how many well? Then divide.\nReceived: ${reallyIll}`,
      );
    },
  }),

  cost: exercise<Cheapest>({
    title: "The cheapest threshold",
    hints: [
      "Write `bill(t)`, what a threshold costs, first: an ill one with a score below t is missed, a well one from t on is an alarm.",
      "Ask it for every score and for Infinity: `[...scores, Infinity]`.",
      "`.reduce((best, t) => (bill(t) < bill(best) ? t : best))`",
    ],
    check(cheapest, expect: Expect) {
      const cases: [number, number, string][] = [
        [20, 1, "A miss costs 20, an alarm 1"],
        [1, 20, "A miss costs 1, an alarm 20"],
        [1, 1, "Both cost 1"],
        [3, 2, "A miss costs 3, an alarm 2"],
      ];
      for (const [missed, alarm, words] of cases) {
        const got = cheapest([...y], [...scores], missed, alarm);
        expect.type(got, "number");
        const best = Math.min(...[...scores, Infinity].map((t) => costOf(t, missed, alarm)));
        const cost = costOf(got, missed, alarm);
        const swapped = Math.min(...[...scores, Infinity].map((t) => costOf(t, alarm, missed)));
        const mixedUp = cost > best && costOf(got, alarm, missed) === swapped && missed !== alarm;
        expect.that(
          cost <= best + 1e-9,
          `${words}, ten lumps: your threshold ${got} costs ${cost}. There is one that costs ${best}.\n${
            mixedUp
              ? "It would be right with the prices swapped: a miss is an ill one below the threshold."
              : "Did you add up both kinds of mistakes, for every score and for Infinity? Are both prices in the sum?"
          }`,
        );
      }
    },
  }),
});
