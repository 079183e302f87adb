import { tensorflow, type Tensor } from "../../tensorflow/index.ts";

/**
 * Turns pairs of numbers of `[…, steps, width]` by angles that grow with the step: pair i of step t by
 * t · base^(−2i / width). `halves` pairs number i with number i + width / 2; `neighbours` 2i with 2i + 1.
 */
export function rotate(x: Tensor, base: number, pairs: "halves" | "neighbours"): Tensor {
  const tf = tensorflow();
  const [steps, width] = x.shape.slice(-2);
  const half = width / 2;
  const angle = (step: number, pair: number): number => step * base ** ((-2 * pair) / width);
  const table = (of: (angle: number) => number): Tensor => {
    const numbers = new Float32Array(steps * half);
    for (let i = 0; i < numbers.length; i++) numbers[i] = of(angle(Math.floor(i / half), i % half));
    return pairs === "halves"
      ? tf.tensor2d(numbers, [steps, half])
      : tf.tensor3d(numbers, [steps, half, 1]);
  };
  const [cos, sin] = [table(Math.cos), table(Math.sin)];
  const paired = pairs === "halves" ? x : x.reshape([...x.shape.slice(0, -1), half, 2]);
  const [a, b] = tf.split(paired, 2, -1);
  const turned = tf.concat([a.mul(cos).sub(b.mul(sin)), a.mul(sin).add(b.mul(cos))], -1);
  return turned.reshape(x.shape);
}
