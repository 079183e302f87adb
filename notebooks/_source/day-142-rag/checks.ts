import { defineChecks, exercise, type Expect } from "daylab/check";

type Fuse = (lists: readonly (readonly number[])[]) => number[];
type Choose = (
  fits: readonly number[],
  similar: readonly (readonly number[])[],
  count: number,
  lambda: number,
) => number[];

interface Engine {
  readonly best: (question: string) => number;
  readonly search: (question: string) => number[];
  readonly threshold: number;
}
type Answer = (question: string, engine: Engine) => number[] | null;

const twins = [
  [1, 0.9, 0.1],
  [0.9, 1, 0.2],
  [0.1, 0.2, 1],
];
const two = [
  [1, 0, 0, 0.5],
  [0, 1, 0.9, 0],
  [0, 0.9, 1, 0],
  [0.5, 0, 0, 1],
];

export default defineChecks({
  fuse: exercise<Fuse>({
    title: "Fuse two rankings",
    hints: [
      "A `Map` from the number of a text to its points. Go through all lists and add.",
      "The first of a list has `i === 0` and rank 1: it gets `1 / (60 + i + 1)` on top of what it has.",
      "`[...points].sort((a, b) => b[1] - a[1]).map(([text]) => text)`",
    ],
    check(fuse, expect: Expect) {
      expect.type(fuse, "function");
      const got = fuse([
        [7, 5],
        [9, 5],
      ]);
      expect.equal(
        [...got].sort((a, b) => a - b),
        [5, 7, 9],
        "fuse([[7, 5], [9, 5]]): every text that stands in any list comes back, once. A text that one search missed may still be right. In any order, the texts",
      );
      expect.that(
        got[0] === 5,
        `fuse([[7, 5], [9, 5]]): text 5 is second in both lists and has 2/62 = 0.032 points, 7 and 9 have 1/61 = 0.016. So 5 comes first; you received ${got.join(", ")}. Are the points of all lists added up, and is the largest sum first?`,
      );
      expect.equal(fuse([[3, 1, 2]]), [3, 1, 2], "One list stays as it is");
      expect.equal(
        fuse([
          [1, 2, 3],
          [2, 1, 4],
          [2, 3, 1],
        ])[0],
        2,
        "Ranks 2, 1, 1 for text 2, and 1, 2, 3 for text 1. The first is",
      );
    },
  }),

  choose: exercise<Choose>({
    title: "MMR, without the planted bug",
    hints: [
      "In `similar[i]` every piece stands, also piece i itself. How similar is it to itself?",
      "Only the pieces in `chosen` count: `chosen.map((j) => similar[i][j])`.",
      "`Math.max()` of nothing is -Infinity. `Math.max(0, ...chosen.map(…))` gives 0 at the start.",
    ],
    check(choose, expect: Expect) {
      expect.type(choose, "function");
      const got = choose([0.9, 0.85, 0.6], twins, 2, 0.5);
      expect.that(
        got.join() !== "0,1",
        "Pieces 0 and 1 are nearly twins (0.9), and you chose both. After 0 was chosen, piece 1 is worth 0.5 · 0.85 - 0.5 · 0.9, piece 2 is worth 0.5 · 0.6 - 0.5 · 0.1. Is similarity subtracted, and only that to pieces which are chosen?",
      );
      expect.equal(got, [0, 2], "choose([0.9, 0.85, 0.6], twins, 2, 0.5)");
      expect.equal(
        choose([0.9, 0.85, 0.6], twins, 2, 1),
        [0, 1],
        "With lambda 1 only the fit counts. The choice",
      );
      expect.equal(
        choose([0.9, 0.8, 0.79, 0.5], two, 3, 0.5),
        [0, 1, 3],
        "Piece 2 is a twin of piece 1, not of the first one chosen. Similarity must be compared with every piece chosen so far, anew at each step. The choice",
      );
    },
  }),

  refuse: exercise<Answer>({
    title: "Refuse when absent",
    hints: [
      "First the decision, then the search: `best(question) < threshold ? … : …`",
      "Refusing means `null`, so that nobody mistakes it for a short list.",
      "`best(question) < threshold ? null : search(question).slice(0, 3)`",
    ],
    check(answer, expect: Expect) {
      expect.type(answer, "function");
      const engine = (score: number): Engine => ({
        best: () => score,
        search: () => [4, 8, 15, 16],
        threshold: 5,
      });
      const low = answer("bread?", engine(2));
      expect.that(
        !Array.isArray(low) || low.length > 0,
        "With the best score 2 and the threshold 5 you returned an empty list. Return null: an empty list says that the search found nothing, and it found four texts.",
      );
      expect.that(
        low === null,
        `The best score is 2, the threshold 5: nothing that was found is near enough. Expected null, received ${JSON.stringify(low)}. The search found four texts all the same: it always finds something. Look at the score.`,
      );
      expect.equal(
        answer("trees?", engine(7)),
        [4, 8, 15],
        "The best score is 7, the threshold 5: the first three of [4, 8, 15, 16]",
      );
      expect.equal(
        answer("trees?", engine(5)),
        [4, 8, 15],
        "A score of exactly the threshold reaches it",
      );
    },
  }),
});
