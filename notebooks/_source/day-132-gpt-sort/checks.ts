import * as tf from "@tensorflow/tfjs-node";
import { defineChecks, exercise, type Expect } from "daylab/check";

type Tokens = readonly number[];
type Matrix = number[][];
type Half = (x: Matrix) => Matrix;

interface Parts {
  readonly norm1: Half;
  readonly attention: Half;
  readonly norm2: Half;
  readonly mlp: Half;
}

interface BlockAnswer {
  readonly block: (x: Matrix, parts: Parts) => Matrix;
  readonly parts: Parts;
  readonly x: Matrix;
  readonly expected: Matrix;
}

type Predict = (tokens: Tokens) => number[][];
type Generate = (predict: Predict, prompt: Tokens, count: number) => number[];

const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;

/** Parts that count: from x = 1, each way to join them ends at another number. */
const counting: Parts = {
  norm1: (x) => x.map((row) => row.map((value) => value + 1)),
  attention: (x) => x.map((row) => row.map((value) => value * 10)),
  norm2: (x) => x.map((row) => row.map((value) => value + 2)),
  mlp: (x) => x.map((row) => row.map((value) => value * 100)),
};

const mistakes: Readonly<Record<number, string>> = {
  1111: "Neither normalisation was used.",
  2200: "Nothing was added to what came in: both halves replace it. Where is `add`?",
  2301: "The last addition adds to `x`: what the first half added is lost. Add to its sum.",
  321: "The second half reads `x`. It must read what the first half made.",
  1214: "You normalise after each addition, as the paper of 2017 did. In the drawing each norm comes before its half.",
  2221: "norm1 was used twice. The second half has a normalisation of its own.",
};

/** The token after the last one counts on; the rows of empty places say 0. */
const countsOn: Predict = (tokens) =>
  Array.from({ length: 16 }, (_, place) => {
    const next = place < tokens.length ? tokens[place] + 1 : 0;
    return Array.from({ length: 12 }, (_, token) => Number(token === next));
  });

export default defineChecks({
  "layer-norm": exercise<(x: Matrix, epsilon: number) => Matrix>({
    title: "Layer normalisation",
    hints: [
      "`x.map((row) => …)`: each row has a mean and a variance of its own.",
      "The variance is the mean of `(value - mean) ** 2` over the row. Divide by `row.length`.",
      "Epsilon goes under the root: `(value - mean) / Math.sqrt(variance + epsilon)`.",
    ],
    check(layerNorm, expect: Expect) {
      expect.type(layerNorm, "function");
      const [got] = layerNorm([[1, 3]], 0);
      expect.that(
        got?.length === 2 && got.every((value) => !Number.isNaN(value)),
        `For the matrix [[1, 3]] and epsilon 0, received the row ${got?.join(", ")}.\nOne token: its row has the mean 2 and the variance 1. Take the mean along the row, not down the column.`,
      );
      const spread =
        "The row 1, 5 has the mean 3 and the variance 4 (two distances of 2, squared).";
      const [wide] = layerNorm([[1, 5]], 0);
      expect.that(
        !near(wide[1], 0.5),
        `${spread}\nYou divided by the variance, 4. Divide by its root, 2.`,
      );
      expect.that(
        !near(wide[1], Math.SQRT1_2),
        `${spread}\nYou divided the squares by the length minus 1. Here it is the length: a plain mean.`,
      );
      expect.close(wide, [-1, 1], 1e-6, spread);
      const flat = layerNorm([[2, 2, 2]], 1e-5)[0];
      expect.close(
        flat,
        [0, 0, 0],
        1e-6,
        "A row of equal numbers has the variance 0. Epsilon under the root keeps it from 0 / 0.",
      );
      const x = [
        [0.5, -1, 2, 0],
        [10, 20, 30, 45],
        [0.01, 0.02, 0, 0.01],
      ];
      const truth = tf.tidy(() => {
        const layer = tf.layers.layerNormalization({ epsilon: 1e-3 });
        const output = layer.apply(tf.tensor2d(x)) as tf.Tensor2D;
        const numbers = output.arraySync();
        layer.dispose();
        return numbers;
      });
      expect.close(
        layerNorm(x, 1e-3),
        truth,
        1e-4,
        "Three rows, beside TensorFlow's layer with epsilon 0.001.",
      );
    },
  }),

  block: exercise<BlockAnswer>({
    title: "A block",
    hints: [
      "Two lines: first the sum after attention, then the sum after the MLP.",
      "The first: `const state = add(x, attention(norm1(x)));`",
      "The second does the same with `state`, norm2 and the MLP, and is what you return.",
    ],
    check({ block, parts, x, expected }, expect: Expect) {
      expect.type(block, "function");
      const [[got]] = block([[1]], counting);
      const mistake = mistakes[got];
      expect.that(
        got === 2321,
        `With toy parts (norm1 adds 1, attention times 10, norm2 adds 2, MLP times 100), from 1:\n` +
          `1 + 10 · (1 + 1) = 21, then 21 + 100 · (21 + 2) = 2321. Received: ${got}.` +
          (mistake === undefined ? "" : `\n${mistake}`),
      );
      expect.close(block(x, parts), expected, 1e-4, "Beside the library's transformerBlock.");
    },
  }),

  generate: exercise<Generate>({
    title: "The loop that writes, without the planted bug",
    hints: [
      "`logits[logits.length - 1]` is the row of the 16th place. What stands there?",
      "What comes after the last token is in that token's row.",
      "`logits[tokens.length - 1]`",
    ],
    check(generate, expect: Expect) {
      expect.type(generate, "function");
      const prompt = [2, 3];
      const got = generate(countsOn, prompt, 4);
      expect.equal(prompt, [2, 3], "The prompt is the caller's. Copy it before you add to it:");
      expect.that(
        got.join() !== "0,0,0,0",
        "The toy counts on, and says 0 at empty places. You received 0, 0, 0, 0: you read the row of an empty place. Which row belongs to the last token? Rows are counted from 0.",
      );
      expect.that(
        got.join() !== "4,4,4,4",
        "You received 4, 4, 4, 4: the network is asked the same question four times. What it has written must be part of the next question.",
      );
      expect.that(
        got.length !== 6,
        `Return the new tokens only. Received ${got.join(", ")}, with the prompt in front.`,
      );
      expect.equal(got, [4, 5, 6, 7], "After 2 3 the toy writes");
      expect.equal(generate(countsOn, [0], 1), [1], "After 0 it writes one token");
    },
  }),
});
