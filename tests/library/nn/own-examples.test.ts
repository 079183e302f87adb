import * as tf from "@tensorflow/tfjs-node";
import * as nn from "../../../library/src/nn/index.ts";
import { testExamples } from "../documented-examples.ts";

/** The parts of nn whose examples run as they stand. */
const parts = { callbacks: 7, inspect: 3, losses: 8, memory: 3, metrics: 13 };

for (const [part, atLeast] of Object.entries(parts))
  describe(`nn/${part}: the examples of the documentation`, () =>
    testExamples(`nn/${part}`, { ...nn, tf }, atLeast));
