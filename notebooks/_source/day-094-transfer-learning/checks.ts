import * as tf from "@tensorflow/tfjs-node";
import { defineChecks, exercise, type Expect } from "daylab/check";
import { glorotUniform, Random } from "daylab/nn";

type Digits = { x: tf.Tensor; y: tf.Tensor };
type Transfer = (from: tf.LayersModel, fresh: tf.LayersModel, count: number) => tf.LayersModel;
type Tune = (model: tf.LayersModel, data: Digits, rate: number) => Promise<void>;
type Effect = "helps" | "hurts";

/** Three dense layers: two of features, and a head. */
function toy(seed: number): tf.Sequential {
  const random = new Random(seed);
  const dense = (units: number, activation: "relu" | "softmax") =>
    tf.layers.dense({
      units,
      activation,
      inputShape: [4],
      kernelInitializer: glorotUniform(random),
    });
  return tf.sequential({ layers: [dense(4, "relu"), dense(4, "relu"), dense(2, "softmax")] });
}

const kernels = (model: tf.LayersModel): number[][] =>
  model.layers.map((layer) => [...layer.getWeights()[0].dataSync()]);

const distance = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i])));

export default defineChecks({
  transfer: exercise<Transfer>({
    title: "Transfer",
    hints: [
      "A loop over the first `count` layers. Two lines for each: the weights, and `trainable`.",
      "`fresh.layers[i].setWeights(from.layers[i].getWeights())` copies the weights of one layer.",
      "`fresh.layers[i].trainable = false;` and, after the loop, `return fresh;`",
    ],
    check(transfer, expect: Expect) {
      expect.type(transfer, "function");
      const [from, fresh] = [toy(1), toy(2)];
      try {
        const [source, start] = [kernels(from), kernels(fresh)];
        const got = transfer(from, fresh, 2);
        expect.that(
          got === fresh,
          "`transfer(from, fresh, count)` must return `fresh`, the new model. `from` is only read, and stays as it is: its head belongs to the source task.",
        );
        const now = kernels(got);
        for (const i of [0, 1])
          expect.that(
            distance(now[i], source[i]) < 1e-6,
            `transfer(from, fresh, 2): layer ${i} of the fresh model does not have the weights of \`from\`. Freezing alone would keep random features for ever. Copy them with setWeights and getWeights.`,
          );
        expect.that(
          distance(now[2], start[2]) < 1e-6,
          "transfer(from, fresh, 2): layer 2, the head, has the weights of `from`. Only the first 2 layers move over; the head decides between other classes and starts anew.",
        );
        expect.equal(
          got.layers.map((layer) => layer.trainable),
          [false, false, true],
          "transfer(from, fresh, 2): which layers learn (`trainable`). The features are frozen, the head is not:",
        );
      } finally {
        from.dispose();
        fresh.dispose();
      }
    },
  }),

  tune: exercise<Tune>({
    title: "Fine-tune, without the planted bug",
    hints: [
      "All the lines are right. Their order is not.",
      "`compile` looks which layers are trainable, and remembers it. What is thawed later is not seen.",
      "First `model.layers.forEach((layer) => (layer.trainable = true))`, then `compile`, then `train`.",
    ],
    async check(tune, expect: Expect) {
      expect.type(tune, "function");
      const model = toy(3);
      const x = tf.tensor2d(
        Array.from({ length: 40 }, (_, i) => [0, 1, 2, 3].map((j) => Math.sin(7 * i + 3 * j))),
      );
      const y = tf.tensor2d(Array.from({ length: 40 }, (_, i) => (i % 3 ? [1, 0] : [0, 1])));
      try {
        model.layers[0].trainable = false;
        model.layers[1].trainable = false;
        const start = kernels(model);
        await tune(model, { x, y }, 0.0001);
        const now = kernels(model);
        const moves = now.map((kernel, i) => distance(kernel, start[i]));
        expect.that(
          moves[2] > 0,
          "The toy's head did not move: it was not trained. Did you await `train`?",
        );
        expect.that(
          moves[0] > 0 || moves[1] > 0,
          `A toy with two frozen layers and a head: after your tune the head has moved by ${moves[2].toFixed(4)}, the frozen layers by 0. They are trainable now, but compile was called before and had already noted which weights learn. Thaw first, then compile.`,
        );
        expect.that(
          moves[0] > 0 && moves[1] > 0,
          `Layer 0 moved by ${moves[0].toFixed(4)}, layer 1 by ${moves[1].toFixed(4)}. Every layer has a \`trainable\` of its own: set it for all of them.`,
        );
        expect.that(
          Math.max(...moves) < 0.05,
          `With the rate 0.0001 the weights moved by up to ${Math.max(...moves).toFixed(2)}; they should creep (less than 0.05). Give \`rate\` to the optimiser: a large one spoils the features.`,
        );
      } finally {
        model.dispose();
        tf.dispose([x, y]);
      }
    },
  }),

  when: exercise<{ few: Effect; many: Effect; scrambled: Effect }>({
    title: "When not to transfer",
    hints: [
      "With two pictures of each digit a network from scratch can hardly learn what an edge is.",
      "With 100 it can learn features of its own, made for 5 to 9. Frozen ones were made for 0 to 4.",
      "Scrambled: which pixels are neighbours? What did the source features take for granted?",
    ],
    check(prediction, expect: Expect) {
      expect.equal(
        prediction.few,
        "helps",
        "few: two pictures of each digit, frozen features of 20 classes. From scratch there is almost nothing to learn features from; borrowed ones are better than none. The effect",
      );
      expect.equal(
        prediction.many,
        "hurts",
        "many: 100 of each, frozen features of 5 classes. The network from scratch now learns features made for 5 to 9, while the frozen ones stay as 0 to 4 needed them. The effect",
      );
      expect.equal(
        prediction.scrambled,
        "hurts",
        "scrambled: the source features look for strokes, and in dust there are none. A network from scratch at least is free to look for something else. The effect",
      );
    },
  }),
});
