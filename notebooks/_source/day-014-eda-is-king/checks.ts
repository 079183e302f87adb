import { generate } from "daylab/datasets";
import { defineChecks, exercise, type Expect } from "daylab/check";

type FindCap = (values: readonly number[]) => number | null;
type FindSlips = (prices: readonly number[], areas: readonly number[]) => number[];

interface Guess {
  readonly most: string;
  readonly price: number;
}

type Home = Record<string, unknown>;

interface Hypothesis {
  readonly claim: string;
  readonly group: (home: Home) => boolean;
  readonly expect: string;
}

const columnsOf = (options: Parameters<typeof generate.housing>[0]) =>
  generate.housing(options).data.toColumns();

/** A table with slips, its wrong rows by kind, and the number of honest ones. */
function tableOf(outliers: number) {
  const { data, truth } = generate.housing({ rows: 1500, seed: 1977, cap: 850_000, outliers });
  const { price, area } = data.toColumns();
  const rows = [...truth.outlier.keys()];
  const tenfold = rows.filter((i) => truth.outlier[i] === 1);
  const feet = rows.filter((i) => truth.outlier[i] === 2);
  return { prices: price.map(Number), areas: area.map(Number), tenfold, feet };
}

export default defineChecks({
  cap: exercise<FindCap>({
    title: "Find the price cap",
    hints: [
      "Count how often each value occurs, in a `Map`. Then sort the entries by count: `[...counts].sort((a, b) => b[1] - a[1])`.",
      "The first entry is the candidate. Is its count at least five times that of the second? If not: `null`.",
      "Then count the values above the candidate: `values.filter((value) => value > first[0]).length`. 2 % or more: `null`.",
    ],
    check(findCap, expect: Expect) {
      const capped = columnsOf({ rows: 1500, seed: 3, cap: 600_000 });
      expect.equal(
        findCap(capped.price.map(Number)),
        600_000,
        "Prices that were cut off at 600 000, with some slips above it.",
      );
      const plain = columnsOf({ rows: 1500, seed: 3, outliers: 0 });
      expect.equal(
        findCap(plain.price.map(Number)),
        null,
        "Prices without a cap: even the most frequent one is hardly more frequent than the next.",
      );
      expect.equal(
        findCap(plain.garden),
        null,
        "Gardens: 0 is by far the most frequent value, but half of the homes lie above it. A cap stands at the upper end.",
      );
    },
  }),

  skew: exercise<Guess>({
    title: "Which column is skewed?",
    hints: [
      "A value ten standard deviations away counts as a thousand in the mean of the cubes.",
      "The wrong rows are wrong in `price` or `area`. What do they do to the skewness of these two?",
      "Imagine the second histogram, without anything above a million: a hill that leans a little. And half of all homes have a garden of 0.",
    ],
    check({ most, price }, expect: Expect) {
      const { price: prices } = columnsOf({ rows: 2000, seed: 14, cap: 850_000, outliers: 0 });
      const mean = prices.reduce((sum, value) => sum + value, 0) / prices.length;
      const moment = (power: number) =>
        prices.reduce((sum, value) => sum + (value - mean) ** power, 0) / prices.length;
      const left = moment(3) / moment(2) ** 1.5;
      expect.that(
        Math.abs(price - left) <= 1,
        `price: a few rows, many standard deviations away, make nearly all of the 12.7: each counts by its cube.\nExpected: a number near 1\nReceived: ${price}. Look at the second histogram again, the one below a million.`,
      );
      expect.equal(
        most,
        "garden",
        "most: the wrong rows sit in two columns, and without them these are hills that lean a little. Which column was skewed without any wrong row?",
      );
    },
  }),

  slips: exercise<FindSlips>({
    title: "Repair a rule that finds slips",
    hints: [
      "First fault: she looks on one side only. Areas in square feet make a square metre too *cheap*: `Math.abs`.",
      "Second: without the logarithm all that is too cheap is squeezed between 0 and the hill. Third: mean and standard deviation are bent by what they should find.",
      "`const far = byMad(prices.map((euros, i) => Math.log10(euros / areas[i])))`, then the `i` with `Math.abs(far[i]) > 4`.",
    ],
    check(findSlips, expect: Expect) {
      for (const share of [0.01, 0.1]) {
        const { prices, areas, tenfold, feet } = tableOf(share);
        const accused = findSlips(prices, areas);
        expect.type(accused, "array", "findSlips returns the numbers of the wrong rows.");
        const where = `In a table of ${prices.length} rows, ${tenfold.length + feet.length} of them wrong`;
        const honest = accused.filter((i) => !tenfold.includes(i) && !feet.includes(i)).length;
        const count = (rows: readonly number[]) => rows.filter((i) => accused.includes(i)).length;
        const foundTenfold = count(tenfold);
        const foundFeet = count(feet);
        const right = `you found ${foundTenfold} of ${tenfold.length} prices with a digit too many and ${foundFeet} of ${feet.length} areas in square feet`;
        expect.that(
          honest <= 2,
          `${where}, you accuse ${honest} honest rows.\nExpected: at most 2. A large home at a large price is no slip: look at the price of a square metre.`,
        );
        expect.that(
          foundTenfold + foundFeet >= 0.95 * (tenfold.length + feet.length),
          `${where}, ${right}.\nExpected: at least 95 % of both together.\n${adviceFor(foundTenfold / tenfold.length, foundFeet / feet.length)}`,
        );
      }
    },
  }),

  hypotheses: exercise<readonly Hypothesis[]>({
    title: "Three testable hypotheses",
    hints: [
      "Look at the columns: district, distance, kind, area, rooms, garden, built, condition, energy, sold. What would a buyer pay for?",
      'A group is a condition: `({ district }) => district === "Harbour"`. It must leave at least 30 homes on either side.',
      "Where a value may be missing, say what happens then: `built !== null && built < 1920`.",
    ],
    check(mine, expect: Expect) {
      expect.equal(mine.length, 3, "Three hypotheses.");
      const { data } = generate.housing({ rows: 2000, seed: 14, outliers: 0 });
      const homes: Home[] = data.drop({ columns: ["price"] }).toRecords();
      const seen: { claim: string; inside: boolean[] }[] = [];
      for (const { claim, group, expect: direction } of mine) {
        expect.that(
          claim.trim().length > 8,
          `A claim is a sentence that can be false. Received: ${JSON.stringify(claim)}`,
        );
        expect.that(
          direction === "dearer" || direction === "cheaper",
          `"${claim}" expects "dearer" or "cheaper", not ${JSON.stringify(direction)}.`,
        );
        const inside = homes.map((home) => group(home));
        const size = inside.filter(Boolean).length;
        expect.that(
          size >= 30 && homes.length - size >= 30,
          `"${claim}" puts ${size} of ${homes.length} homes into its group: too few on one side to compare.\nExpected: at least 30 in it and 30 outside. (The groups are made without seeing the price: a rule that asks for the price finds nobody.)`,
        );
        const same = seen.find((other) => agreement(other.inside, inside) > 0.95);
        expect.that(
          same === undefined,
          `"${claim}" and "${same?.claim ?? ""}" split the homes in the same way: that is one hypothesis, said twice.\nExpected: three different splits.`,
        );
        seen.push({ claim, inside });
      }
    },
  }),
});

function adviceFor(tenfold: number, feet: number): string {
  if (tenfold > 0.9 && feet < 0.9)
    return "What is missing is too cheap by a factor of ten. Do you look on both sides? And is the far side of 0 squeezed together without a logarithm?";
  return "Many slips hide one another: they stretch the ruler itself. Which ruler do wrong rows hardly bend?";
}

/** The share of homes that two splits put alike, whichever side each calls its group. */
function agreement(a: readonly boolean[], b: readonly boolean[]): number {
  const share = a.filter((inside, i) => inside === b[i]).length / a.length;
  return Math.max(share, 1 - share);
}
