import { tensorflow, type Tensor } from "../../tensorflow/index.ts";

const slope = Math.sqrt(2 / Math.PI);

/**
 * The Gaussian error linear unit, by its tanh approximation: 0.5 x (1 + tanh(√(2/π) (x + 0.044715 x³))).
 *
 * Source: D. Hendrycks and K. Gimpel, "Gaussian Error Linear Units", 2016; this form is GPT-2's.
 *
 * @example
 * gelu(tf.tensor1d([-1, 0, 1])).arraySync().map((v) => +v.toFixed(4)); // [-0.1588, 0, 0.8412]
 */
export function gelu(x: Tensor): Tensor {
  const tf = tensorflow();
  const operation = tf.customGrad(((x: Tensor, save: (tensors: Tensor[]) => void) => {
    const squares = x.square();
    const tanh = squares
      .mul(0.044715 * slope)
      .add(slope)
      .mul(x)
      .tanh();
    save([x, squares, tanh]);
    return {
      value: x.mul(tanh.mul(0.5).add(0.5)),
      gradFunc: (dy: Tensor, [x, squares, tanh]: Tensor[]) => {
        const inner = squares.mul(3 * 0.044715 * slope).add(slope);
        const steep = tf.sub(0.5, tanh.square().mul(0.5)).mul(x).mul(inner);
        return dy.mul(tanh.mul(0.5).add(0.5).add(steep));
      },
    };
  }) as Parameters<typeof tf.customGrad>[0]);
  return tf.tidy(() => operation(x));
}
