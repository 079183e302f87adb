import { defineChecks, exercise } from "daylab/check";

interface Summary {
  readonly set: string;
  readonly meanX: number;
  readonly meanY: number;
  readonly r: number;
}

/** What R's built-in `anscombe` gives, to seven digits. */
const expected: readonly Summary[] = [
  { set: "I", meanX: 9, meanY: 7.500909, r: 0.8164205 },
  { set: "II", meanX: 9, meanY: 7.500909, r: 0.8162365 },
  { set: "III", meanX: 9, meanY: 7.5, r: 0.8162867 },
  { set: "IV", meanX: 9, meanY: 7.500909, r: 0.8165214 },
];

export default defineChecks({
  greeting: exercise<(name: string, day: number) => string>({
    title: "A typed greeting",
    hints: [
      "Text between backticks may hold values: `Day ${day}`.",
      "An arrow function with one expression needs no braces and no return.",
      "`greet = (name, day) => …` with the text `Hello, ${name}! This is day ${day}.`",
    ],
    check(greet, expect) {
      expect.type(greet, "function");
      expect.equal(greet("Ada", 1), "Hello, Ada! This is day 1.", 'greet("Ada", 1)');
      expect.equal(greet("Grace", 42), "Hello, Grace! This is day 42.", 'greet("Grace", 42)');
    },
  }),

  table: exercise<readonly Summary[]>({
    title: "Four sets in one table",
    hints: [
      "`quartet.map(…)` makes one row from each set.",
      "Each row is an object: `{ set: name, meanX: mean(x), … }`.",
      "The correlation of a set is `correlation(x, y)`.",
    ],
    check(rows, expect) {
      expect.type(rows, "array");
      expect.equal(rows.length, 4, "There are four sets, so the table has four rows.");
      for (const [index, wanted] of expected.entries()) {
        const row = rows[index];
        expect.equal(row.set, wanted.set, `rows[${index}].set`);
        for (const key of ["meanX", "meanY", "r"] as const) {
          expect.close(row[key], wanted[key], 1e-6, `${key} of set ${wanted.set}`);
        }
      }
    },
  }),

  median: exercise<(values: readonly number[]) => number>({
    title: "A median without faults",
    hints: [
      "Look at what `[10, 9, 100].sort()` gives. Numbers are compared as text!",
      "`toSorted((a, b) => a - b)` compares numbers, and returns a new list.",
      "With an even count there are two middle values. The median is half their sum.",
    ],
    check(median, expect) {
      expect.equal(median([10, 9, 100]), 10, "median([10, 9, 100]): numbers, not text.");
      expect.equal(median([4, 1, 3, 2]), 2.5, "median([4, 1, 3, 2]): an even count.");
      expect.equal(median([7]), 7, "median([7]): a single value.");
      const mine = [3, 1, 2];
      median(mine);
      expect.equal(mine, [3, 1, 2], "The caller's list must stay in its order.");
    },
  }),
});
