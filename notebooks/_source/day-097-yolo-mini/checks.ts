import { defineChecks, exercise, type Expect } from "daylab/check";
import { Random } from "daylab/nn";
import { precisionRecallCurve, type Box, type ScoredBox, type XYXY } from "daylab/vision";

interface Encoded {
  readonly row: number;
  readonly column: number;
  readonly numbers: readonly number[];
}

const numberNames = [
  "object",
  "centre across",
  "centre down",
  "size across",
  "size down",
  "class circle",
  "class square",
  "class triangle",
];

export default defineChecks({
  "encode-by-hand": exercise<Encoded>({
    title: "One box, by hand",
    hints: [
      "The centre of [20, 34, 36, 42] is (28, 38). The box is 16 wide and 8 high.",
      "A cell has 8 pixels: 28 / 8 = 3.5, so 3 whole cells lie to the left, and the centre is half-way through the next.",
      "Down: 38 / 8 = 4.75. Sizes: Math.log(16 / 16) and Math.log(8 / 16). A triangle is the third class.",
    ],
    check(answer, expect: Expect) {
      expect.type(answer, "object");
      const { row, column, numbers } = answer;
      expect.that(
        !(row === 3 && column === 4),
        "Row and column are swapped. Columns count from left to right, as x does.",
      );
      expect.equal(column, 3, "The column: how many whole cells lie left of the centre?");
      expect.equal(row, 4, "The row: how many whole cells lie above the centre?");
      expect.type(numbers, "array");
      expect.equal(numbers.length, 8, "How many numbers does a cell give?");
      expect.that(
        numbers[1] >= 0 && numbers[1] <= 1 && numbers[2] >= 0 && numbers[2] <= 1,
        "The centre is counted in parts of a cell, from 0 to 1, not in pixels.",
      );
      const expected = [1, 0.5, 0.75, 0, Math.log(8 / 16), 0, 0, 1];
      for (const [k, value] of expected.entries())
        expect.close(numbers[k], value, 0.005, `Number ${k}, ${numberNames[k]}`);
    },
  }),

  match: exercise<(truth: readonly Box[], boxes: readonly ScoredBox[]) => boolean[]>({
    title: "A matcher without faults",
    hints: [
      "`boxes.toSorted((a, b) => b.score - a.score)` puts the surest first and leaves the list alone.",
      "Keep a `new Set<Box>()` of the true boxes that were found, and look there first.",
      "The nearest of its class: `truth.filter(({ label }) => label === box.label).sort((a, b) => iou(b, box) - iou(a, box))[0]`. There may be none.",
    ],
    check(match, expect) {
      expect.type(match, "function");
      const truth: Box[] = [
        { box: [0, 0, 10, 10], label: "circle" },
        { box: [3, 0, 13, 10], label: "circle" },
        { box: [30, 30, 40, 40], label: "square" },
      ];
      const guess = (box: XYXY, label: string, score: number): ScoredBox => ({ box, label, score });
      const good = guess([30, 30, 40, 41], "square", 0.9);
      expect.equal(match(truth, [good]), [true], "One good box must be right.");
      expect.equal(match(truth, []), [], "No boxes, no answers.");
      expect.equal(match([], [good]), [false], "Where nothing is, no box can be right.");
      const twice = [good, guess([30, 30, 40, 42], "square", 0.8)];
      expect.equal(
        match(truth, twice),
        [true, false],
        "Two boxes on one square: the surer finds it.",
      );
      const unsorted = [guess([50, 50, 60, 60], "square", 0.2), good];
      const answer = match(truth, unsorted);
      expect.equal(answer, [true, false], "A false alarm with score 0.2, and a find with 0.9.");
      expect.equal(unsorted[1], good, "The caller's list must stay in its order.");
      const wrongName = [guess([30, 30, 40, 40], "circle", 0.9)];
      expect.equal(match(truth, wrongName), [false], "The right place with the wrong class.");
      const near = [guess([2, 0, 12, 10], "circle", 0.9), guess([0, 0, 10, 10], "circle", 0.8)];
      expect.equal(
        match(truth, near),
        [true, true],
        "Two circles overlap; each box belongs to the one that it overlaps most.",
      );
      const { objects, boxes } = muddle(new Random(97));
      const inOrder = boxes.toSorted((a, b) => b.score - a.score);
      const right = match(objects, boxes).filter(Boolean).length;
      const wanted = ["circle", "square"].reduce((sum, label) => {
        const points = precisionRecallCurve([objects], [inOrder], { label });
        return sum + Math.round((points.at(-1)?.precision ?? 0) * points.length);
      }, 0);
      expect.equal(right, wanted, "Right boxes among 60 in a crowded scene.");
    },
  }),

  curve: exercise<(right: boolean[], shapes: number) => { precision: number; recall: number }[]>({
    title: "Precision–recall curve",
    hints: [
      "Keep a counter of the right boxes so far, and go along the list with `map((isRight, i) => …)`.",
      "Up to and with box i there are i + 1 boxes.",
      "`precision: found / (i + 1)` and `recall: found / shapes`, after `if (isRight) found++`.",
    ],
    check(curve, expect) {
      expect.type(curve, "function");
      const points = curve([true, false, true], 4);
      expect.type(points, "array");
      const part = (key: "precision" | "recall") => points.map((point) => point[key]);
      expect.close(part("precision"), [1, 1 / 2, 2 / 3], 1e-9, "Precision of [true, false, true]");
      expect.close(part("recall"), [0.25, 0.25, 0.5], 1e-9, "Recall, where 4 shapes are there");
      expect.equal(curve([], 3), [], "No boxes, no points.");
      const missed = curve([false, false], 3).map(({ precision, recall }) => [precision, recall]);
      expect.close(
        missed,
        [
          [0, 0],
          [0, 0],
        ],
        1e-9,
        "Nothing right: both stay 0.",
      );
    },
  }),
});

/** Boxes that overlap each other, and guesses near them, so that a matcher has something to decide. */
function muddle(random: Random): { objects: Box[]; boxes: ScoredBox[] } {
  const labels = ["circle", "square"];
  const place = (): XYXY => {
    const [left, top] = [random.uniform(0, 40), random.uniform(0, 40)];
    return [left, top, left + random.uniform(8, 20), top + random.uniform(8, 20)];
  };
  const objects = Array.from({ length: 20 }, () => ({
    box: place(),
    label: random.choice(labels),
  }));
  const boxes = Array.from({ length: 60 }, () => {
    const { box, label } = random.choice(objects);
    const moved = box.map((value) => value + random.uniform(-2, 2)) as unknown as XYXY;
    return { box: moved, label, score: random.uniform() };
  });
  return { objects, boxes };
}
