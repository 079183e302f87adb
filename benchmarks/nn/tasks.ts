import * as nn from "../../library/src/nn/index.ts";
import {
  imageBatch,
  maskBatch,
  rowBatch,
  sequenceBatch,
  tokenBatch,
  type Batch,
} from "./batches.ts";
import type * as tf from "@tensorflow/tfjs-node";

/** A model that every peer trains, from the same weights on the same batch. */
export interface Task {
  readonly name: string;
  readonly title: string;
  /** Samples a training step. */
  readonly batch: number;
  readonly learningRate: number;
  readonly loss: string | ((targets: tf.Tensor, outputs: tf.Tensor) => tf.Tensor);
  readonly build: (seed: number) => tf.LayersModel;
  readonly data: (seed: number, rows: number) => Batch;
}

const image = [28, 28, 1] as const;

export const tasks: readonly Task[] = [
  {
    name: "dense",
    title: "dense net 20–64–32–3",
    batch: 32,
    learningRate: 1e-3,
    loss: "categoricalCrossentropy",
    build: (seed) => nn.mlp({ inputs: 20, hidden: [64, 32], outputs: 3, seed }),
    data: (seed, rows) => rowBatch(seed, rows, 20, 3),
  },
  {
    name: "cnn",
    title: "CNN, 28 × 28, 225 034 parameters",
    batch: 64,
    learningRate: 1e-3,
    loss: "categoricalCrossentropy",
    build: (seed) => nn.convNet({ shape: image, classes: 10, seed }),
    data: (seed, rows) => imageBatch(seed, rows, image, 10),
  },
  {
    name: "unet",
    title: "U-Net, 64 × 64, 116 753 parameters",
    batch: 8,
    learningRate: 1e-3,
    loss: "binaryCrossentropy",
    build: (seed) => nn.unet({ shape: [64, 64, 1], seed }),
    data: (seed, rows) => maskBatch(seed, rows, 64, 64),
  },
  {
    name: "lstm",
    title: "LSTM, 20 steps of 8, 32 units",
    batch: 32,
    learningRate: 1e-3,
    loss: "categoricalCrossentropy",
    build: (seed) => nn.recurrent({ steps: 20, features: 8, units: 32, outputs: 2, seed }),
    data: (seed, rows) => sequenceBatch(seed, rows, 20, 8),
  },
  {
    name: "gpt",
    title: "GPT, 64 tokens, 2 blocks of 4 heads, 128 wide",
    batch: 16,
    learningRate: 3e-4,
    loss: nn.nextTokenLoss,
    build: (seed) => nn.gpt({ vocabulary: 64, context: 64, seed }),
    data: (seed, rows) => tokenBatch(seed, rows, 64, 64),
  },
];
