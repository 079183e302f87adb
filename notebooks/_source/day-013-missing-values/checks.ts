import { SimpleImputer } from "daylab/learn";
import { defineChecks, exercise, type Expect } from "daylab/check";

type Rows = readonly (readonly (number | null)[])[];
interface Imputer {
  fit(rows: Rows): Imputer;
  transform(rows: Rows): number[][];
}
type Column = readonly (number | null)[];
type Numbers = readonly number[];
type FillColumn = (
  column: Column,
  pressure: Numbers,
  progression: Numbers,
  train: Numbers,
) => number[];

/** Column 0 has holes in training, column 1 never, column 2 only later. */
const early: Rows = [
  [1, 10, 7],
  [null, 20, 7],
  [3, 30, 8],
  [100, 40, 9],
  [null, 50, 9],
  [5, 70, 9],
];
const late: Rows = [
  [null, 11, null],
  [2, 12, 3],
];

const column: Column = [20, null, 24, 30, null, 33, 22, null, 40, 41, null, 39];
const pressure: Numbers = [70, 72, 75, 90, 91, 95, 71, 110, 112, 115, 73, 111];
const progression: Numbers = [50, 60, 90, 100, 150, 170, 40, 250, 300, 310, 55, 280];
const train: Numbers = [0, 1, 2, 3, 4, 5, 7, 8];

const copy = (rows: Rows) => rows.map((row) => [...row]);
const words = (values: Numbers) => `[${values.map((v) => String(v)).join(", ")}]`;

export default defineChecks({
  imputer: exercise<new () => Imputer>({
    title: "An imputer that leaves a flag",
    hints: [
      "A class may keep things between two calls: `#medians: number[] = []`. `fit` sets it, `transform` reads it, `fit` ends with `return this`.",
      "Column `j` of the rows: `rows.map((row) => row[j])`. Its known values: `.filter((value) => value !== null)`.",
      "Keep also the numbers of the columns that had a hole in `fit`. In `transform`: `value ?? this.#medians[j]`, and after the row `Number(row[j] === null)` for each of these columns.",
    ],
    check(MedianImputer, expect: Expect) {
      const given = copy(early);
      const imputer = new MedianImputer().fit(given);
      const right = new SimpleImputer({ strategy: "median", addIndicator: true }).fit(copy(early));
      const filled = imputer.transform(given);
      expect.equal(given, copy(early), "The rows given to you must stay as they were.");
      expect.equal(
        filled.map((row) => row[0]),
        [1, 4, 3, 100, 4, 5],
        "Column 0 of the training rows. The known values are 1, 3, 5 and 100: their median is 4. A hole is no 0.",
      );
      expect.equal(
        filled.map((row) => row.length),
        early.map(() => 4),
        "Three columns, and one flag: only column 0 had holes in fit.",
      );
      expect.equal(filled, right.transform(copy(early)).toArray(), "The training rows, filled.");
      const later = imputer.transform(late);
      expect.equal(
        later,
        right.transform(copy(late)).toArray(),
        "Two new rows, after the same fit: the holes get the medians of the *training* rows, 4 and 8.5, and the flag belongs to the column that had holes in training.",
      );
    },
  }),

  flag: exercise<Record<string, number>>({
    title: "Predict the flag",
    hints: [
      "A flag can only help if patients with a hole differ from the others in their progression.",
      "Patients with fat blood, and heavy patients: does their illness go further? And does the model see the blood fats?",
      "One of the three is about 0, the other two are about alike.",
    ],
    check(guess, expect: Expect) {
      const right = { "by chance": 0, "because of blood fats": 7, "because of itself": 7 };
      const why = {
        "by chance":
          "the coin does not know the patient: what could a model learn from it? And a better guess of the BMI is a small thing.",
        "because of blood fats":
          "the model does not see the blood fats. Who has a hole has fat blood, so the hole tells it something new.",
        "because of itself":
          "who has a hole is probably heavy. The filled value says average; only the flag can correct that.",
      };
      for (const [reason, gain] of Object.entries(right)) {
        expect.that(
          Math.abs(guess[reason] - gain) <= 3,
          `${reason}: ${why[reason as keyof typeof why]}\nExpected: ${gain === 0 ? "about 0" : "clearly above 0, below 10"} (per cent)\nReceived: ${guess[reason]}`,
        );
      }
    },
  }),

  leak: exercise<FillColumn>({
    title: "Spot the leak",
    hints: [
      "First leak: she looks at `progression`. That is what the model shall predict; of a new patient nobody knows it.",
      "Second leak: her medians are of all rows. The test rows must not take part: go over `train`, not over the column.",
      "`const group = thirds(pressure, train)`, then for each third the median of `train.filter((i) => group[i] === k).map((i) => column[i])`, without the nulls.",
    ],
    check(fillColumn, expect: Expect) {
      const filled = fillColumn(column, pressure, progression, train);
      expect.equal(
        filled.length,
        column.length,
        "As many values as the column has: the test rows are filled too, with what was learned from the training rows.",
      );
      column.forEach((value, i) => {
        if (value !== null)
          expect.equal(filled[i], value, `Row ${i} was known and must stay as it was.`);
      });
      const known = train.flatMap((i) => column[i] ?? []);
      const outside = filled.find((v) => !(v >= Math.min(...known) && v <= 41));
      expect.that(
        outside === undefined,
        `A hole gets a typical value: between ${Math.min(...known)} and ${Math.max(...known)}, as the training rows have them.\nReceived: ${String(outside)}`,
      );
      const reversed = fillColumn(column, pressure, [...progression].reverse(), train);
      expect.that(
        filled.every((value, i) => value === reversed[i]),
        `I gave you the same patients with another progression, and your filling changed:\nbefore ${words(filled)}\nafter  ${words(reversed)}\nProgression is the target. Of a new patient nobody knows it.`,
      );
      const tests = column.map((v, i) => (v !== null && !train.includes(i) ? v + 90 : v));
      const moved = fillColumn(tests, pressure, progression, train);
      const touched = column.findIndex((v, i) => v === null && filled[i] !== moved[i]);
      expect.that(
        touched < 0,
        `I changed values of test rows only, and the filling of row ${touched} changed from ${filled[touched]} to ${moved[touched]}.\nExpected: medians of the rows in train alone.`,
      );
    },
  }),
});
