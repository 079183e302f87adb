import { generate } from "daylab/datasets";
import { DataFrame } from "daylab/frame";
import { defineChecks, exercise, type Expect } from "daylab/check";

type Numbers = readonly number[];
type Correlation = (x: Numbers, y: Numbers) => number;
type Columns = Record<string, readonly (number | null)[]>;
type RankFeatures = (columns: Columns, target: Numbers) => string[];
interface Levels {
  readonly all: number;
  readonly between: number;
  readonly within: number;
}
type TakeApart = (x: Numbers, y: Numbers, groups: readonly string[]) => Levels;

interface Guess {
  readonly pearson: number;
  readonly spearman: number;
}

const corr = (x: Numbers, y: Numbers, method: "pearson" | "spearman" = "pearson") => {
  const frame = new DataFrame({ x: [...x], y: [...y] });
  return frame.column("x").corr(frame.column("y"), { method });
};

const average = (values: Numbers) => values.reduce((a, b) => a + b, 0) / values.length;

/** Two districts of different size: dear and small, cheap and large. */
const town = {
  groups: ["Quay", "Quay", "Quay", "Field", "Field", "Field", "Field", "Hill", "Hill", "Hill"],
  x: [40, 50, 66, 90, 100, 120, 130, 70, 75, 98],
  y: [400, 480, 560, 250, 300, 310, 380, 340, 330, 420],
};

function levelsOf(): Levels {
  const names = [...new Set(town.groups)];
  const means = (values: Numbers) =>
    names.map((name) => average(values.filter((_, i) => town.groups[i] === name)));
  const [mx, my] = [means(town.x), means(town.y)];
  const rest = (values: Numbers, of: Numbers) =>
    values.map((value, i) => value - of[names.indexOf(town.groups[i])]);
  return {
    all: corr(town.x, town.y),
    between: corr(mx, my),
    within: corr(rest(town.x, mx), rest(town.y, my)),
  };
}

export default defineChecks({
  spearman: exercise<Correlation>({
    title: "Spearman",
    hints: [
      "Write a function `ranks(values)` first. Then the answer is `pearson(ranks(x), ranks(y))`.",
      "A rank belongs to the value, not to the place: sort a copy by number (`(a, b) => a - b`), and look up where each value stands in it.",
      "Equal values: the first place is `sorted.indexOf(v)`, the last `sorted.lastIndexOf(v)`; the mean of both is their common rank.",
    ],
    check(spearman, expect: Expect) {
      expect.close(
        spearman([1, 2, 3, 4], [1, 10, 100, 1000]),
        1,
        1e-12,
        "1, 2, 3, 4 and 1, 10, 100, 1 000 have the same order.",
      );
      const shuffled = [30, 10, 50, 20, 40];
      const other = [2, 100, 5, 9, 1];
      expect.close(
        spearman(shuffled, other),
        corr(shuffled, other, "spearman"),
        1e-9,
        "30, 10, 50, 20, 40 have the ranks 3, 1, 5, 2, 4; and 2, 100, 5, 9, 1 the ranks 2, 5, 3, 4, 1. (`sort()` without a function sorts numbers as words: 100 before 2. And the list of sorted places is not the list of ranks.)",
      );
      const tied = [5, 8, 8, 9, 8];
      const falling = [4, 1, 3, 2, 9];
      expect.close(
        spearman(tied, falling),
        corr(tied, falling, "spearman"),
        1e-9,
        "With ties: 5, 8, 8, 9, 8 have the ranks 1, 3, 3, 5, 3. Equal values share the mean of their ranks.",
      );
    },
  }),

  slips: exercise<Guess>({
    title: "Eighteen rows",
    hints: [
      "A price with a digit too many lies twenty times as far from the mean as other prices. Its row counts for hundreds.",
      "In ranks, the largest price is number 2 000, whether it is one million or eight.",
      "So one of the two hardly moves, and the other loses most of what it had, but does not turn round.",
    ],
    check(guess, expect: Expect) {
      const { area, price } = generate
        .housing({ rows: 2000, seed: 14, cap: 850_000 })
        .data.toColumns();
      for (const method of ["spearman", "pearson"] as const) {
        const found = corr(area.map(Number), price.map(Number), method);
        const words = {
          spearman:
            "spearman: a wrong row changes the ranks of the others by one place at most, and its own to the end of the line.",
          pearson:
            "pearson: a value that is ten times too large weighs as much as hundreds of honest ones, and blurs the line. But it does not turn it round.",
        }[method];
        expect.that(
          Math.abs(guess[method] - found) <= 0.2,
          `${words}\nExpected: ${found > 0.6 ? "a number close to the one without slips" : "a number that is still positive, but far below 0.74"}\nReceived: ${guess[method]}`,
        );
      }
    },
  }),

  rank: exercise<RankFeatures>({
    title: "Rank the features",
    hints: [
      "For each column: which rows are known? `[...values.keys()].filter((i) => values[i] !== null)`.",
      "Take these rows of the column *and* of the target, then `Math.abs(pearson(…))`.",
      "`Object.keys(columns).sort((a, b) => strength(columns[b]) - strength(columns[a]))`: the strongest first.",
    ],
    check(rankFeatures, expect: Expect) {
      const target = [1, 2, 3, 4, 5, 6, 7, 8];
      expect.equal(
        rankFeatures({ weak: [3, 1, 4, 1, 5, 9, 2, 6], falling: target.map((v) => -v) }, target),
        ["falling", "weak"],
        "falling has r = −1 with the target, and that is as strong as 1.",
      );
      const holes = {
        steady: [101, 100, 104, 103, 105, 104, 108, 106],
        holed: [null, 102, 103, null, 105, 106, 107, 108],
      };
      expect.equal(
        rankFeatures(holes, target),
        ["holed", "steady"],
        "holed: null, 102, 103, null, 105, … lies on a straight line with the target wherever it is known. A null is no 0, and leaving it out of one list only moves the rows against each other.",
      );
    },
  }),

  levels: exercise<TakeApart>({
    title: "Take a correlation apart",
    hints: [
      "The names of the groups: `[...new Set(groups)]`. The mean of a group: `average(values.filter((_, i) => groups[i] === name))`.",
      "`between` has as many points as there are groups. Each group counts once, however many rows it has.",
      "`within`: take the group's mean off every x *and* every y, then one `pearson` over all rows.",
    ],
    check(levels, expect: Expect) {
      const { all, between, within } = levels(town.x, town.y, town.groups);
      const right = levelsOf();
      expect.close(all, right.all, 1e-9, "all: Pearson's r of all ten rows.");
      expect.close(
        between,
        right.between,
        1e-9,
        "between: three groups are three points, each counts once. (Did you repeat a group's mean for each of its rows?)",
      );
      expect.close(
        within,
        right.within,
        1e-9,
        "within: one r over all rows, after the group's mean is taken off x and off y. (Not the mean of the groups' own r's; and both columns lose their means.)",
      );
    },
  }),
});
