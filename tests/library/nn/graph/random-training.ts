import { accelerate, seededDropout } from "daylab/nn";
import * as tf from "@tensorflow/tfjs-node";
import { smallData, smallNet } from "./nets.ts";

/**
 * Trains a net with every kind of dropout and noise as graphs. Run as a program it prints the losses,
 * for comparison with another process.
 */
export async function randomLosses(seed: number): Promise<number[]> {
  const model = smallNet([
    tf.layers.dropout({ rate: 0.2 }),
    tf.layers.dropout({ rate: 0.2, seed: 5 }),
    seededDropout({ rate: 0.2, seed: 7 }),
    tf.layers.gaussianNoise({ stddev: 0.1 }),
    tf.layers.gaussianDropout({ rate: 0.1 }),
    tf.layers.alphaDropout({ rate: 0.1 }),
  ]);
  model.compile({ optimizer: tf.train.adam(0.002), loss: "categoricalCrossentropy" });
  const acceleration = accelerate(model, { seed });
  const { x, y } = smallData(24);
  const losses: number[] = [];
  for (let i = 0; i < 8; i++) losses.push((await model.trainOnBatch(x, y)) as number);
  if (acceleration.report.training.graphs[0]?.runs !== 6) throw new Error(acceleration.explain());
  model.dispose();
  tf.dispose([x, y]);
  return losses;
}

if (process.argv[1] === import.meta.filename)
  console.log(JSON.stringify(await randomLosses(Number(process.argv[2]))));
