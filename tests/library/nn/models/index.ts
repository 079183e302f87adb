/** Seven small models, one of each kind that lessons train, and steps written by hand. */
import * as nn from "../../../../library/src/nn/index.ts";
import {
  imageBatch,
  maskBatch,
  rowBatch,
  sequenceBatch,
  tokenBatch,
} from "../../../../benchmarks/nn/batches.ts";
import { handWrittenDense } from "./hand-written-dense.ts";
import { handWrittenGpt } from "./hand-written-gpt.ts";
import type { HandWrittenModel, ReferenceModel } from "./reference-model.ts";

export type { Batch, HandWrittenModel, ReferenceModel } from "./reference-model.ts";

const image = [12, 12, 1] as const;
const colour = [8, 8, 3] as const;
const sequence = { steps: 6, features: 3, units: 8, outputs: 2 };

export const referenceModels: readonly ReferenceModel[] = [
  {
    name: "dense net",
    build: (seed) => nn.mlp({ inputs: 4, hidden: [16], outputs: 3, seed }),
    loss: "categoricalCrossentropy",
    batch: (seed, rows) => rowBatch(seed, rows, 4, 3),
  },
  {
    name: "CNN",
    build: (seed) => nn.convNet({ shape: image, classes: 4, filters: [4, 8], units: 16, seed }),
    loss: "categoricalCrossentropy",
    batch: (seed, rows) => imageBatch(seed, rows, image, 4),
  },
  {
    name: "ResNet block",
    build: (seed) => nn.resNet({ shape: colour, classes: 4, filters: [4, 8], seed }),
    loss: "categoricalCrossentropy",
    batch: (seed, rows) => imageBatch(seed, rows, colour, 4),
  },
  {
    name: "U-Net",
    build: (seed) => nn.unet({ shape: [8, 8, 1], filters: 4, seed }),
    loss: "binaryCrossentropy",
    batch: (seed, rows) => maskBatch(seed, rows, 8, 8),
  },
  {
    name: "LSTM",
    build: (seed) => nn.recurrent({ cell: "lstm", ...sequence, seed }),
    loss: "categoricalCrossentropy",
    batch: (seed, rows) => sequenceBatch(seed, rows, 6, 3),
  },
  {
    name: "GRU",
    build: (seed) => nn.recurrent({ cell: "gru", ...sequence, seed }),
    loss: "categoricalCrossentropy",
    batch: (seed, rows) => sequenceBatch(seed, rows, 6, 3),
  },
  {
    name: "GPT",
    build: (seed) => nn.gpt({ vocabulary: 11, context: 8, heads: 2, width: 16, seed }),
    loss: nn.nextTokenLoss,
    batch: (seed, rows) => tokenBatch(seed, rows, 8, 11),
  },
];

export const handWrittenModels: readonly HandWrittenModel[] = [handWrittenDense, handWrittenGpt];
