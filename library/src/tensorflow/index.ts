import { createRequire } from "node:module";
import type * as TensorFlowModule from "@tensorflow/tfjs-node";

// TensorFlow reads its log level once, when it is loaded; 3 keeps its notes off the notebook.
process.env.TF_CPP_MIN_LOG_LEVEL ??= "3";

/** The TensorFlow.js module, as `import * as tf from "@tensorflow/tfjs-node"` gives it. */
export type TensorFlow = typeof TensorFlowModule;

/** For signatures: importing types loads nothing. */
export type {
  LayersModel,
  Optimizer,
  Scalar,
  SymbolicTensor,
  Tensor,
  Tensor1D,
  Tensor2D,
  Tensor3D,
  Tensor4D,
  Variable,
} from "@tensorflow/tfjs-node";

/**
 * TensorFlow.js with its native backend: the one place where the library loads it, at the first call,
 * since loading takes about half a second. A lesson that imports `@tensorflow/tfjs-node` itself gets
 * the same module, with the same backend and the same tensors.
 */
export function tensorflow(): TensorFlow {
  // Making a `require` costs some ten microseconds, and this is called for every element of a pipeline.
  return (loaded ??= createRequire(import.meta.url)("@tensorflow/tfjs-node") as TensorFlow);
}

let loaded: TensorFlow | undefined;
