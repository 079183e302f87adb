/** Trains a small GPT with dropout and a net with seededDropout; run as a program it prints the losses. */
import * as nn from "../../../../library/src/nn/index.ts";
import * as tf from "@tensorflow/tfjs-node";
import { rowBatch, tokenBatch } from "../../../../benchmarks/nn/batches.ts";

export async function seededTraining(seed: number): Promise<number[]> {
  const random = new nn.Random(seed);
  const net = tf.sequential({
    layers: [
      tf.layers.dense({ units: 16, inputShape: [4], kernelInitializer: nn.heNormal(random) }),
      nn.seededDropout({ rate: 0.5, seed: random }),
      tf.layers.dense({
        units: 3,
        activation: "softmax",
        kernelInitializer: nn.glorotUniform(random),
      }),
    ],
  });
  net.compile({ optimizer: tf.train.adam(0.01), loss: "categoricalCrossentropy" });
  const gpt = nn.gpt({ vocabulary: 7, context: 5, heads: 2, width: 8, dropout: 0.3, seed: random });
  gpt.compile({ optimizer: tf.train.adam(0.01), loss: nn.nextTokenLoss });
  const batches = [rowBatch(seed, 12, 4, 3), tokenBatch(seed, 3, 5, 7)];
  const losses: number[] = [];
  for (const [at, model] of [net, gpt].entries()) {
    const { x, y } = batches[at];
    for (let step = 0; step < 4; step++) losses.push((await model.trainOnBatch(x, y)) as number);
    tf.dispose([x, y]);
    model.dispose();
  }
  return losses;
}

if (process.argv[1] === import.meta.filename)
  console.log(JSON.stringify(await seededTraining(Number(process.argv[2]))));
