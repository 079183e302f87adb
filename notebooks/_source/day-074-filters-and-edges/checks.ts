import { defineChecks, exercise, type Expect } from "daylab/check";

type Grid = number[][];
type OutputSize = (n: number, k: number, stride: number, padding: number) => number;
type Conv2d = (
  image: Grid,
  kernel: Grid,
  options: { readonly stride: number; readonly padding: number },
) => Grid;

const sizes: readonly [n: number, k: number, stride: number, padding: number, places: number][] = [
  [5, 3, 1, 0, 3],
  [5, 3, 1, 1, 5],
  [6, 3, 2, 0, 2],
  [28, 5, 1, 2, 28],
  [224, 7, 2, 3, 112],
  [10, 3, 3, 1, 4],
];

/** Counts the places of the window one by one. */
const why = (n: number, k: number, stride: number, padding: number) =>
  `outputSize(${n}, ${k}, ${stride}, ${padding}): ${
    padding === 0
      ? `the window moves over ${n}`
      : `with padding on both sides it moves over ${n + 2 * padding}`
  } pixels. Its first place is 0, the last one it reaches in steps of ${stride} is at most ${n + 2 * padding - k}.`;

const image: Grid = [
  [1, 2, 0, 3],
  [0, 1, 4, 1],
  [2, 0, 1, 5],
  [3, 1, 2, 0],
  [1, 6, 0, 2],
];
const row: Grid = [[1, 10]];
const square: Grid = [
  [1, 2, 0],
  [0, 1, 0],
  [0, 0, -1],
];

function expected(pixels: Grid, kernel: Grid, stride: number, padding: number): Grid {
  const count = (n: number, k: number) => Math.floor((n + 2 * padding - k) / stride) + 1;
  const pixel = (i: number, j: number) => pixels[i - padding]?.[j - padding] ?? 0;
  return Array.from({ length: count(pixels.length, kernel.length) }, (_, i) =>
    Array.from({ length: count(pixels[0].length, kernel[0].length) }, (__, j) =>
      kernel.reduce(
        (sum, weights, a) =>
          weights.reduce((s, w, b) => s + w * pixel(i * stride + a, j * stride + b), sum),
        0,
      ),
    ),
  );
}

const shapeOf = (grid: Grid) => [grid.length, grid[0]?.length ?? 0];

/** Brightness that rises by 3 to the right and falls by 4 downwards with each pixel. */
const slope: Grid = Array.from({ length: 4 }, (_, i) =>
  Array.from({ length: 5 }, (__, j) => 3 * j - 4 * i),
);

export default defineChecks({
  "output-size": exercise<OutputSize>({
    title: "How large is the result?",
    hints: [
      "How wide is the picture once the padding lies on both of its sides?",
      "The window starts at 0 and may start at (width − k) at the latest. Count the starts, 0 included.",
      "`Math.floor((n + 2 * padding - k) / stride) + 1`",
    ],
    check(outputSize, expect: Expect) {
      expect.type(outputSize, "function");
      for (const [n, k, stride, padding, places] of sizes)
        expect.equal(outputSize(n, k, stride, padding), places, why(n, k, stride, padding));
    },
  }),

  conv2d: exercise<Conv2d>({
    title: "A convolution for networks",
    hints: [
      "Three steps: a larger picture full of zeros with the image in its middle; slide; keep every stride-th row and column.",
      "`image[i - padding]?.[j - padding] ?? 0` is the pixel, or 0 outside.",
      "With `slide(padded, kernel)`: `.filter((_, i) => i % stride === 0)` for the rows, and the same inside each row.",
    ],
    check(conv2d, expect: Expect) {
      expect.type(conv2d, "function");
      const plain = conv2d(image, square, { stride: 1, padding: 0 });
      const wanted = expected(image, square, 1, 0);
      const turned = expected(
        image,
        square.toReversed().map((r) => r.toReversed()),
        1,
        0,
      );
      expect.that(
        JSON.stringify(plain) !== JSON.stringify(turned),
        "Your kernel is turned by 180 degrees. In deep learning it stays as it is: weight [0][0] lies on the window's first pixel.",
      );
      expect.close(
        plain,
        wanted,
        1e-9,
        "Stride 1, no padding, a 3 × 3 kernel on 5 rows of 4 pixels.",
      );
      for (const [stride, padding] of [
        [1, 1],
        [2, 0],
        [2, 1],
        [3, 2],
      ]) {
        const got = conv2d(image, square, { stride, padding });
        const right = expected(image, square, stride, padding);
        const name = `stride ${stride}, padding ${padding}`;
        expect.equal(
          shapeOf(got),
          shapeOf(right),
          `Rows and columns of the result with ${name}, for a 3 × 3 kernel on 5 rows of 4 pixels. Padding goes on all four sides, the stride counts in both directions.`,
        );
        expect.close(
          got,
          right,
          1e-9,
          `The values with ${name}.${padding > 0 ? " What lies around the picture is 0." : ""}`,
        );
      }
      expect.close(
        conv2d(image, row, { stride: 1, padding: 0 }),
        expected(image, row, 1, 0),
        1e-9,
        "A kernel of one row and two columns: height and width may differ.",
      );
    },
  }),

  strength: exercise<(image: Grid) => Grid>({
    title: "The ring with two gaps",
    hints: [
      "Where are the gaps? There one of the two derivatives is as large as the other, and of the other sign.",
      "They cancel in the sum. Take the length of the pair: Pythagoras.",
      "`Math.hypot(value, down[i][j])` in place of `Math.abs(value + down[i][j])`.",
    ],
    check(strength, expect: Expect) {
      expect.type(strength, "function");
      const about =
        "A slope that rises by 3 a pixel to the right and falls by 4 downwards: Sobel gives 8 × 3 = 24 and 8 × −4 = −32.";
      const got = strength(slope);
      expect.equal(shapeOf(got), [2, 3], "A picture of 4 × 5 has 2 × 3 places for a 3 × 3 kernel.");
      expect.that(
        Math.abs(got[0][0] - 8) > 1e-9,
        `${about}\nYou received 8: the two cancel, and there is the gap. A change in one direction must not undo the change in the other.`,
      );
      expect.that(
        Math.abs(got[0][0] - 56) > 1e-9,
        `${about}\nYou received 56, their sum without signs. The gaps are closed, but diagonal edges come out too strong: you walked along two sides of the triangle. Its long side is shorter.`,
      );
      expect.that(
        Math.abs(got[0][0] - 1600) > 1e-6,
        `${about}\nYou received 1600, the square of the long side. The root is missing.`,
      );
      expect.close(
        got,
        [
          [40, 40, 40],
          [40, 40, 40],
        ],
        1e-9,
        about,
      );
    },
  }),
});
