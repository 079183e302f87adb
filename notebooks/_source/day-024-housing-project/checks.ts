import { defineChecks, exercise, type Expect } from "daylab/check";

type Effect = "better" | "same";

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

export default defineChecks({
  baseline: exercise<(prices: readonly number[]) => number>({
    title: "One price for all",
    hints: [
      "The error is measured on the logarithms. So first find the best number for the logarithms.",
      "For squared errors that is their mean: `mean(prices.map((price) => Math.log(price)))`.",
      "That is a logarithm. `Math.exp(…)` makes euros of it.",
    ],
    check(onePrice, expect: Expect) {
      expect.type(onePrice, "function");
      const prices = [100_000, 200_000, 1_600_000];
      const got = onePrice(prices);
      expect.that(
        got > 100,
        `${got} is the mean of the logarithms. Expected a price in euros: undo the logarithm with Math.exp.`,
      );
      expect.that(
        Math.abs(got - mean(prices)) > 1,
        `${got.toFixed(0)} is the mean of the prices. It is best if mistakes count in euros.\nHere they count on the logarithm: the mean of what is best there?`,
      );
      expect.that(
        got !== 200_000,
        "200000 is the median. It is best if the sizes of the mistakes count; here their squares do.",
      );
      expect.close(
        got,
        317_480.21,
        0.1,
        "The best price for homes of 100 000, 200 000 and 1 600 000.",
      );
    },
  }),

  log: exercise<{ line: Effect; tree: Effect; forest: Effect; boosting: Effect }>({
    title: "Who profits?",
    hints: [
      "The order of the homes by size is the same for the area and for its logarithm.",
      'A tree asks "is it at most 80?". With logarithms it asks "is it at most 4.38?". Which homes say yes?',
      "A forest and boosting are made of trees. The line multiplies the feature by a weight.",
    ],
    check(guess, expect: Expect) {
      const models = ["tree", "forest", "boosting"] as const;
      const wrong = models.filter((model) => guess[model] !== "same");
      expect.that(
        wrong.length === 0,
        `You expect that the logarithm helps: ${wrong.join(", ")}.\nThese ask "is it at most …?" of each feature. What changes about the answers when all areas are replaced by their logarithms?`,
      );
      expect.equal(
        guess.line,
        "better",
        "line: its mistakes bend with the size of the home. The logarithm straightens that bend.",
      );
    },
  }),

  pick: exercise<(contest: ReadonlyMap<string, readonly number[]>) => string>({
    title: "Pick",
    hints: [
      "First find the list of errors whose mean is least.",
      "Its standard error: √(sum of (e − mean)² / (k − 1) / k). Mean plus standard error is the bar.",
      "`[...contest].find(([, errors]) => mean(errors) <= bar)` is the simplest model under the bar.",
    ],
    check(pick, expect: Expect) {
      expect.type(pick, "function");
      const close = new Map([
        ["simple", [20, 21, 19, 20, 20]],
        ["middle", [12.2, 13.2, 11.2, 12.2, 12.2]],
        ["complicated", [12, 14, 10.5, 12, 11.5]],
      ]);
      const got = pick(close);
      expect.that(
        got !== "complicated",
        'The means are 20, 12.2 and 12.0, the standard error of the best is 0.57. You took "complicated".\nExpected "middle": it is simpler, and within one standard error of the best. The single best fold decides nothing.',
      );
      expect.equal(got, "middle", "Means 20, 12.2, 12.0, and a standard error of 0.57.");
      const apart = new Map([
        ["simple", [13, 13.2, 12.8, 13, 13]],
        ["complicated", [12, 14, 10.5, 12, 11.5]],
      ]);
      expect.equal(
        pick(apart),
        "complicated",
        "Means 13.0 and 12.0. The standard deviation of the best is 1.27, its standard error 1.27 / √5 = 0.57. So 13.0 is out of reach.",
      );
    },
  }),

  region: exercise<
    (districts: readonly string[], mistakes: readonly number[]) => Map<string, number>
  >({
    title: "Error by district",
    hints: [
      "For each district take its own mistakes: `mistakes.filter((_, i) => districts[i] === district)`.",
      "Square them, take the mean, then the root.",
      "`new Map([...new Set(districts)].map((district) => [district, …]))`",
    ],
    check(byDistrict, expect: Expect) {
      expect.type(byDistrict, "function");
      const got = byDistrict(["a", "b", "a", "b", "b"], [3, 1, -3, 1, 2]);
      expect.that(got instanceof Map, "Return a Map from district to error.");
      expect.equal([...got.keys()].sort(), ["a", "b"], "One entry for each district.");
      const a = got.get("a") ?? NaN;
      expect.that(
        Math.abs(a) > 1e-9,
        "District a has the mistakes 3 and -3, and you say 0: they cancelled. Square before you take the mean.",
      );
      expect.that(
        Math.abs(a - Math.sqrt(18 / 5)) > 1e-9,
        `District a has the mistakes 3 and -3, and you say ${a.toFixed(3)}: its squares were divided by all five homes. Divide by its own two.`,
      );
      expect.close(a, 3, 1e-9, "District a: mistakes 3 and -3.");
      expect.close(got.get("b"), Math.SQRT2, 1e-9, "District b: mistakes 1, 1 and 2.");
    },
  }),
});
