import type { NodeJSKernelBackend } from "@tensorflow/tfjs-node/dist/nodejs_kernel_backend.js";
import { tensorflow, type Tensor } from "../../tensorflow/index.ts";

/**
 * Uniform float32 numbers, 0 to 1, that depend on the seed and the count alone. TensorFlow draws them
 * (`StatelessRandomUniform`): `tf.randomUniform` with a seed draws one by one in JavaScript, and a
 * compiled step would freeze what it drew.
 */
export function randomUniform(shape: readonly number[], seed: number, count: Tensor): Tensor {
  const tf = tensorflow();
  const backend = tf.backend() as NodeJSKernelBackend;
  const { TF_ATTR_TYPE: type, TF_FLOAT, TF_INT32 } = backend.binding;
  return tf.tidy(() =>
    backend.executeSingleOutput(
      "StatelessRandomUniform",
      [
        { name: "dtype", type, value: TF_FLOAT },
        { name: "T", type, value: TF_INT32 },
        { name: "Tseed", type, value: TF_INT32 },
      ],
      [tf.tensor1d([...shape], "int32"), tf.stack([tf.scalar(seed, "int32"), count.asScalar()])],
    ),
  );
}
