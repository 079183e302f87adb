import { defineChecks, exercise, type Expect } from "daylab/check";

type Predict = (x: number[][]) => ArrayLike<number>;

export default defineChecks({
  oob: exercise<(guesses: readonly number[][], inBag: readonly (readonly boolean[])[]) => number[]>(
    {
      title: "A test set for free",
      hints: [
        "For home i, the judges are the trees with `inBag[t][i]` false.",
        "`guesses.filter((_, t) => !inBag[t][i])` gives the judges' guesses.",
        "Divide by the number of judges, not by the number of trees. 0 / 0 is NaN by itself.",
      ],
      check(outOfBag, expect: Expect) {
        expect.type(outOfBag, "function");
        const guesses = [
          [10, 20, 30],
          [14, 26, 36],
          [18, 23, 33],
        ];
        const inBag = [
          [true, false, true],
          [false, false, true],
          [false, true, true],
        ];
        const got = outOfBag(guesses, inBag);
        const about =
          "Home 0: tree 0 has seen it and says 10, trees 1 and 2 have not and say 14 and 18.\nExpected: 16\n";
        expect.that(
          Math.abs(got[0] - 14) > 1e-9,
          `${about}Received: 14, the mean of all three. Leave out the tree that has seen the home.`,
        );
        expect.that(
          Math.abs(got[0] - 10) > 1e-9,
          `${about}Received: 10. That is the tree which has seen it. The others are the judges.`,
        );
        expect.that(
          Math.abs(got[0] - 32 / 3) > 1e-9,
          `${about}Received: 10.67, which is 32 / 3. There are three trees, but only two judges: divide by 2.`,
        );
        expect.close(
          got.slice(0, 2),
          [16, 23],
          1e-9,
          "Homes 0 and 1 are judged by two trees each.",
        );
        expect.that(
          Number.isNaN(got[2]),
          `Home 2 has been seen by every tree, so nobody can judge it.\nExpected: NaN\nReceived: ${got[2]}`,
        );
      },
    },
  ),

  importance: exercise<
    (
      predict: Predict,
      x: number[][],
      y: number[],
      column: number,
      order: ArrayLike<number>,
    ) => number
  >({
    title: "Permutation importance",
    hints: [
      "Make a new table: `x.map((row, i) => row.map((value, j) => …))`.",
      "In the column, the value of home `order[i]`: `j === column ? x[order[i]][column] : value`.",
      "Then `rmse(predict(mixed), y) - rmse(predict(x), y)`, in this order: worse is positive.",
    ],
    check(importance, expect: Expect) {
      expect.type(importance, "function");
      const x = [
        [1, 5],
        [2, 6],
        [3, 7],
        [4, 9],
      ];
      const copy = x.map((row) => [...row]);
      const y = [1, 2, 3, 4];
      const predict: Predict = (rows) => rows.map((row) => row[0]);
      const order = [1, 0, 3, 2];
      const used = importance(predict, x, y, 0, order);
      expect.equal(
        x,
        copy,
        "The table must stay as it was: the next column is measured with the same homes. Make a new one with map.",
      );
      expect.that(
        used >= 0,
        `A model that says the first column, and y is the first column: permuting it makes it worse.\nExpected: 1\nReceived: ${used}\nIs it the RMSE after, less the RMSE before?`,
      );
      const useless = importance(predict, x, y, 1, order);
      expect.that(
        Math.abs(useless) < 1e-9,
        `The model does not look at the second column, so permuting that changes nothing.\nExpected: 0\nReceived: ${useless}\nPermute one column, not whole rows: the rest of each home stays in place.`,
      );
      expect.that(
        Math.abs(used - Math.sqrt(7.5)) > 1e-9,
        `Order 1, 0, 3, 2: each home gets its neighbour's value, so each guess is wrong by 1.\nExpected: 1\nReceived: ${used}\nYou write 0 into the column. The values stay, only their homes change: a home of area 0 is none that the forest could know.`,
      );
      expect.close(used, 1, 1e-9, "Order 1, 0, 3, 2: each guess is wrong by 1.");
      expect.close(
        importance(predict, x, [0, 0, 0, 0], 0, [3, 0, 1, 2]),
        0,
        1e-9,
        "If y is 0 everywhere, the order of the guesses does not matter: importance 0.",
      );
    },
  }),

  ticket: exercise<string>({
    title: "The lottery ticket",
    hints: [
      "What are `x` and `y`, and what are `xTest` and `yTest`?",
      "A tree to the end makes a leaf for nearly every home that it has seen. What does it need to find it again?",
      "With so many different values, a ticket is good at telling one home from another.",
    ],
    check(ticket, expect: Expect) {
      expect.that(
        ticket !== "chance",
        'You say "chance". But it is above 0 in every repeat, and by far more than the repeats differ.\nLook at the call again: which homes are permuted?',
      );
      expect.that(
        ticket !== "real",
        'You say "real". The tickets were drawn from a generator that knows no price.\nLook at the call again: which homes are permuted?',
      );
      expect.that(
        ticket !== "columns",
        'You say "columns". The same forest is used above with `xTest`, and there the ticket is worth nothing.\nWhat differs is the homes, not the forest.',
      );
      expect.equal(ticket, "memory", "What happened?");
    },
  }),
});
