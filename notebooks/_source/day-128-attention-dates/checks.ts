import { defineChecks, exercise, type Expect } from "daylab/check";

type Vector = readonly number[];
type Matrix = number[][];

interface Attended {
  readonly shares: number[];
  readonly context: number[];
}

const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;
const rounded = (values: readonly number[]) => values.map((v) => Number(v.toFixed(3))).join(", ");

/** Shares that look at one place in each row. */
const lookingAt = (places: readonly number[], length: number): Matrix =>
  places.map((place) => Array.from({ length }, (_, t) => (t === place ? 0.9 : 0.1 / (length - 1))));

export default defineChecks({
  attend: exercise<(query: Vector, states: readonly Vector[]) => Attended>({
    title: "Attend",
    hints: [
      "Three steps: scores with `dot(query, state)`, softmax of the scores, then the mix.",
      "Softmax: `Math.exp(score - largest)` for each, divided by the sum of these.",
      "Number j of the context is the sum of share times `state[j]` over all states: `dot(shares, states.map((state) => state[j]))`.",
    ],
    check(attend, expect: Expect) {
      expect.type(attend, "function");
      const states = [
        [Math.log(3), 0],
        [0, 8],
      ];
      const about =
        "The query [1, 0] and the states [ln 3, 0] and [0, 8]: the scores are ln 3 and 0, their powers 3 and 1.";
      const got = attend([1, 0], states);
      expect.that(
        !near(got.shares[0], 1) || !near(got.shares[1], 0),
        `${about}\nYou received the shares 1 and 0. ${near(attend([1], [[2], [1]]).shares[0], 1) ? "Only the best place was taken" : "The scores themselves were divided by their sum"}. Softmax takes e to the power of each score, and then divides by the sum: every place answers a little.`,
      );
      expect.close(got.shares, [0.75, 0.25], 1e-9, `${about} The shares are 3/4 and 1/4:`);
      expect.equal(
        got.context.length,
        2,
        `The context is a vector of the size of a state, 2, however many states there are. Its length`,
      );
      expect.close(
        got.context,
        [0.75 * Math.log(3), 2],
        1e-9,
        `${about} The context is 3/4 of the first state and 1/4 of the second, number by number. You received ${rounded(got.context)}. It is a mix of the states, not of the query, and number j of it comes from number j of each state:`,
      );
      const three = attend([2], [[0], [0], [0]]);
      expect.close(three.shares, [1 / 3, 1 / 3, 1 / 3], 1e-9, "Three equal scores");
      expect.equal(three.context.length, 1, "Three states of size 1: the length of the context");
      const large = attend([1000], [[1], [0.999]]);
      expect.that(
        large.shares.every((share) => Number.isFinite(share)),
        `For the scores 1000 and 999 you received the shares ${large.shares.join(", ")}. Math.exp(1000) is infinite, and infinite divided by infinite is NaN. Take the largest score away from all of them first.`,
      );
      expect.close(
        large.shares,
        [1 / (1 + Math.exp(-1)), 1 / (1 + Math.E)],
        1e-9,
        "The scores 1000 and 999",
      );
    },
  }),

  look: exercise<(shares: Matrix, text: string) => string>({
    title: "Where it looks, without the planted bug",
    hints: [
      "20 columns, but a text of 13 characters. What does column 0 belong to?",
      "The source was filled up with spaces in front. Do the same with the text before you look into it.",
      "`const padded = text.padStart(shares[0].length);`",
    ],
    check(look, expect: Expect) {
      expect.type(look, "function");
      const text = "5 may";
      const got = look(lookingAt([15, 17, 19, 17], 20), text);
      expect.that(
        got.length >= 4 && !got.includes("undefined"),
        `For the text "5 may" in 20 columns and four rows you received "${got}". Column 15 belongs to the 5, but text[15] is past its end. 15 spaces stand in front of this text: put them there.`,
      );
      expect.equal(
        got.length,
        4,
        "Four rows of shares, so four characters: one for each row (a character written), not for each column. The length",
      );
      expect.equal(
        got,
        "5mym",
        'The text "5 may" fills columns 15 to 19 of 20: the spaces stand in front of it. The rows look at columns 15, 17, 19 and 17, so at',
      );
      expect.equal(
        look(lookingAt([2, 9], 10), "abc"),
        " c",
        'The text "abc" in 10 columns; the rows look at columns 2 (before the text) and 9, so at',
      );
    },
  }),

  readings: exercise<(text: string) => string[]>({
    title: "What can it mean?",
    hints: [
      '`text.split("/").map(Number)` gives two numbers and the year.',
      "Make both dates, one with the first number as the month, one with the second. Keep those whose month is at most 12.",
      "When day and month are equal, both are the same date: `[...new Set(both)].sort()`.",
    ],
    check(readings, expect: Expect) {
      expect.type(readings, "function");
      const got = readings("03/04/1987");
      expect.that(
        got.length !== 1,
        `03/04/1987 is the third of April where the day stands first, and the fourth of March where the month does. You received only ${got.join()}.`,
      );
      expect.equal(got, ["1987-03-04", "1987-04-03"], 'readings("03/04/1987"), in order');
      expect.that(
        readings("25/12/1999").length < 2,
        `25/12/1999 can mean one date only: there is no month 25. You received ${readings("25/12/1999").join(" and ")}. Drop what has a month above 12.`,
      );
      expect.equal(readings("25/12/1999"), ["1999-12-25"], 'readings("25/12/1999")');
      expect.equal(readings("12/25/1999"), ["1999-12-25"], 'readings("12/25/1999")');
      expect.that(
        readings("07/07/2007").length < 2,
        "07/07/2007: both ways give the same date. It has one reading, so list it once.",
      );
      expect.equal(readings("07/07/2007"), ["2007-07-07"], 'readings("07/07/2007")');
    },
  }),
});
