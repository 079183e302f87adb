import * as tf from "@tensorflow/tfjs-node";
import { defineChecks, exercise, type Expect } from "daylab/check";
import { Random } from "daylab/nn";

type Mask = ArrayLike<number>;
type Maps = tf.SymbolicTensor;
type Encoder = (x: Maps, filters: number, random: Random) => { kept: Maps; smaller: Maps };
type Decoder = (x: Maps, kept: Maps, filters: number, random: Random) => Maps;

const countLayers = (model: tf.LayersModel, className: string) =>
  model.layers.filter((layer) => layer.getClassName() === className).length;

export default defineChecks({
  iou: exercise<(truth: Mask, prediction: Mask) => number>({
    title: "IoU, without the planted bug",
    hints: [
      "Where both masks are 0, `truth[i] === prediction[i]` is true. Should such a pixel count?",
      "Count two things: pixels that are 1 in both masks, and pixels that are 1 in at least one.",
      "`if (truth[i] === 1 && prediction[i] === 1) both++;` and the same with `||` for `either`.",
      "Two empty masks give 0 / 0: `return either === 0 ? 1 : both / either;`",
    ],
    check(iou, expect) {
      expect.type(iou, "function");
      expect.equal(iou([1, 1, 0, 0], [0, 0, 0, 0]), 0, "A prediction that finds nothing");
      expect.close(
        iou([1, 1, 1, 0, 0, 0], [0, 1, 1, 1, 0, 0]),
        0.5,
        1e-9,
        "2 pixels in both, 4 in at least one: background pixels do not count.",
      );
      expect.equal(iou([1, 0, 1], [1, 0, 1]), 1, "Two equal masks cover each other wholly.");
      expect.equal(iou([0, 0, 0], [0, 0, 0]), 1, "Two empty masks agree: 1, not NaN.");
    },
  }),

  "encoder-block": exercise<Encoder>({
    title: "An encoder block with two convolutions",
    hints: [
      "The second convolution takes what the first one gives, not `x`.",
      "`kept` is still large: take it before halving. `smaller` is `halve(kept)`.",
      "`const first = convolve(x, filters, random);` and `const kept = convolve(first, filters, random);`",
    ],
    check(encoderBlock, expect: Expect) {
      expect.type(encoderBlock, "function");
      const x = tf.input({ shape: [16, 16, 3] });
      const { kept, smaller } = encoderBlock(x, 5, new Random(1));
      expect.equal(
        kept.shape,
        [null, 16, 16, 5],
        "From 16 × 16 × 3 and 5 filters, kept has the shape",
      );
      expect.equal(smaller.shape, [null, 8, 8, 5], "… and smaller has the shape");
      const model = tf.model({ inputs: x, outputs: [kept, smaller] });
      try {
        const toKept = tf.model({ inputs: x, outputs: kept });
        expect.equal(countLayers(toKept, "Conv2D"), 2, "Convolutions from `x` to `kept`");
        expect.equal(countLayers(model, "Conv2D"), 2, "Convolutions in the whole block");
        expect.equal(model.countParams(), 140 + 230, "The number of parameters");
        expect.that(
          halvesKept(model),
          "`smaller` must be `kept` after pooling: the largest of each 2 × 2 values.",
        );
      } finally {
        model.dispose();
      }
    },
  }),

  "decoder-block": exercise<Decoder>({
    title: "A decoder block that uses its skip",
    hints: [
      "Three steps: `double`, `join`, and two times `convolve`.",
      "`join` lays two maps on each other: the enlarged `x`, and `kept`.",
      "`const joined = join(double(x, filters, random), kept);`, and then convolve it twice.",
    ],
    check(decoderBlock, expect: Expect) {
      expect.type(decoderBlock, "function");
      const deep = tf.input({ shape: [8, 8, 6] });
      const kept = tf.input({ shape: [16, 16, 5] });
      const output = decoderBlock(deep, kept, 5, new Random(1));
      const shape = "From 8 × 8 × 6, a skip of 16 × 16 × 5, and 5 filters comes the shape";
      expect.equal(output.shape, [null, 16, 16, 5], shape);
      const model = tf.model({ inputs: [deep, kept], outputs: output });
      try {
        expect.equal(countLayers(model, "Conv2DTranspose"), 1, "Transposed convolutions");
        expect.equal(countLayers(model, "Conv2D"), 2, "Convolutions");
        expect.that(
          usesSkip(model),
          "The output does not change when `kept` does. All shapes are right, and the skip is not used.",
        );
        expect.equal(model.countParams(), 125 + 455 + 230, "The number of parameters");
      } finally {
        model.dispose();
      }
    },
  }),
});

/** Whether the second output is the first after 2 × 2 pooling. */
function halvesKept(model: tf.LayersModel): boolean {
  return tf.tidy(() => {
    const image = tf
      .linspace(-1, 1, 16 * 16 * 3)
      .sin()
      .reshape([1, 16, 16, 3]);
    const [kept, smaller] = model.predict(image) as tf.Tensor4D[];
    const gap = tf.maxPool(kept, 2, 2, "valid").sub(smaller);
    return gap.abs().max().dataSync()[0] < 1e-5;
  });
}

/** With all weights positive, another skip must give another output. */
function usesSkip(model: tf.LayersModel): boolean {
  return tf.tidy(() => {
    model.setWeights(model.getWeights().map((weight) => tf.fill(weight.shape, 0.1)));
    const run = (skip: number) =>
      model.predict([tf.ones([1, 8, 8, 6]), tf.fill([1, 16, 16, 5], skip)]) as tf.Tensor;
    return run(1).sub(run(2)).abs().max().dataSync()[0] > 1e-6;
  });
}
