import { defineChecks, exercise, type Expect } from "daylab/check";

type Matrix = number[][];

interface Term {
  readonly s: number;
  readonly u: number[];
  readonly v: number[];
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);

export default defineChecks({
  psnr: exercise<(truth: Matrix, picture: Matrix) => number>({
    title: "PSNR",
    hints: [
      "First all squared differences in one list: `truth.flatMap((row, i) => row.map(…))`.",
      "The mean of them is the MSE: their sum divided by how many there are.",
      "`10 * Math.log10(1 / mse)`. `Math.log` without the 10 is another logarithm.",
    ],
    check(decibels, expect: Expect) {
      expect.type(decibels, "function");
      const truth = [
        [0, 1],
        [0.5, 0.5],
      ];
      const picture = [
        [0.1, 0.9],
        [0.6, 0.4],
      ];
      const got = decibels(truth, picture);
      const about =
        "Every pixel is off by 0.1, so the MSE is 0.01 and the PSNR 10 × log10(100) = 20.";
      expect.that(
        Math.abs(got - 10 * Math.log10(25)) > 1e-9,
        `${about}\nReceived: ${got}. You took the sum of the squares, not their mean.`,
      );
      expect.that(
        Math.abs(got - 10 * Math.log(100)) > 1e-9,
        `${about}\nReceived: ${got}, with the natural logarithm. Decibels take Math.log10.`,
      );
      expect.that(
        Math.abs(got + 20) > 1e-9,
        `${about}\nReceived: ${got}. A better picture must have a higher PSNR: it is 1 / MSE.`,
      );
      expect.close(got, 20, 1e-9, about);
    },
  }),

  rotation: exercise<(a: number[], b: number[]) => [number, number]>({
    title: "One turn",
    hints: [
      "The formula gives the tangent of **twice** the angle. So: the arc tangent, and then half of it.",
      "Mind the order below the line: `dot(b, b) - dot(a, a)`.",
      "`const angle = 0.5 * Math.atan(2 * dot(a, b) / (dot(b, b) - dot(a, a)));` and its cosine and sine.",
    ],
    check(turn, expect: Expect) {
      expect.type(turn, "function");
      for (const [a, b, which] of [
        [[1, 2, 0], [3, 1, 1], "a = [1, 2, 0] and b = [3, 1, 1]"],
        [[1, 0], [0.6, 0.8], "a = [1, 0] and b = [0.6, 0.8], which are equally long"],
        [[3, 1], [1, 1], "a = [3, 1] and b = [1, 1], where a is the longer one"],
      ] as const) {
        const [c, s] = turn([...a], [...b]);
        expect.that(
          Math.abs(c * c + s * s - 1) < 1e-9,
          `For ${which}: c² + s² is ${c * c + s * s}.\nExpected: 1. A turn must not stretch; take the cosine and the sine of one angle.`,
        );
        const first = a.map((value, i) => c * value - s * b[i]);
        const second = a.map((value, i) => s * value + c * b[i]);
        const product = dot(first, second);
        expect.that(
          Math.abs(product) < 1e-9,
          `For ${which}: after your turn the dot product of the columns is ${product.toFixed(4)}.\nExpected: 0, they should be perpendicular. Did you halve the angle, and take b · b less a · a?`,
        );
      }
    },
  }),

  "low-rank": exercise<(terms: readonly Term[], k: number) => Matrix>({
    title: "Find the planted bug",
    hints: [
      "Compare the two pictures. Where is the mortar that ran from left to right?",
      "Row i belongs to u, column j to v. Which index stands at which vector?",
      "`sum + s * u[i] * v[j]`",
    ],
    check(lowRank, expect: Expect) {
      expect.type(lowRank, "function");
      const terms: Term[] = [
        { s: 5, u: [1, 0], v: [0.6, 0.8, 0] },
        { s: 2, u: [0, 1], v: [-0.8, 0.6, 0] },
      ];
      const about =
        "Two terms with u of length 2 and v of length 3: s = 5 with u = [1, 0], v = [0.6, 0.8, 0], and s = 2 with u = [0, 1], v = [-0.8, 0.6, 0].";
      const got = lowRank(terms, 1);
      expect.equal(
        [got.length, got[0].length],
        [2, 3],
        `${about}\nThe matrix has as many rows as u has numbers. If yours is 3 × 2, it lies on its side: u and v have changed places.`,
      );
      expect.that(
        Math.abs(got[0][0] - 0.6) > 1e-9,
        `${about}\nYour first entry for k = 1 is 0.6: the singular value is missing.\nExpected: 5 × 1 × 0.6 = 3.`,
      );
      expect.close(
        got,
        [
          [3, 4, 0],
          [0, 0, 0],
        ],
        1e-9,
        `${about} Only the first.`,
      );
      expect.close(
        lowRank(terms, 2),
        [
          [3, 4, 0],
          [-1.6, 1.2, 0],
        ],
        1e-9,
        `${about} Both: k = 2 means the first two together, not the second one.`,
      );
    },
  }),

  rank: exercise<(values: number[], sigma: number, rows: number, columns: number) => number>({
    title: "The rank from the noise",
    hints: [
      "The length of the noise is one number: `sigma * Math.sqrt(rows * columns)`.",
      "The length of what is dropped for k: `Math.hypot(...values.slice(k))`, the root of the sum of squares.",
      "Go up from k = 0 and return the first k for which the second is not above the first.",
    ],
    check(rankFor, expect: Expect) {
      expect.type(rankFor, "function");
      const values = [10, 6, 3, 2];
      const about =
        "Values [10, 6, 3, 2], σ = 0.5, 8 × 8 pixels: the noise has the length 0.5 × 8 = 4.\nDropped for k = 0, 1, 2, 3: 12.2, 7, 3.6 and 2. So k = 2.";
      const got = rankFor(values, 0.5, 8, 8);
      expect.that(
        got !== 4,
        `${about}\nReceived: 4. Not each value for itself is to be compared with σ: what is dropped counts together, and so does the noise of all pixels.`,
      );
      expect.that(
        got !== 3,
        `${about}\nReceived: 3. Lengths at right angles add up as squares: √(9 + 4) = 3.6, not 3 + 2 = 5.`,
      );
      expect.that(
        got !== 0,
        `${about}\nReceived: 0. 0.5 × 64 = 32 is too long for the noise: take the root of the number of pixels.`,
      );
      expect.equal(got, 2, about);
      expect.equal(
        rankFor([3, 2], 1, 4, 9),
        0,
        "Noise of length 6 and values 3 and 2: all is noise.",
      );
      expect.equal(rankFor([3, 2], 0.01, 3, 3), 2, "Hardly any noise: keep all values.");
    },
  }),
});
