import { tensorflow, type Tensor } from "../../tensorflow/index.ts";

type Gradient = (dy: Tensor, saved: Tensor[]) => Tensor[];
type Save = (tensors: Tensor[]) => void;

// Both have a gradient of their own: TensorFlow.js would take that of each step, three times as many.

/** (x − mean) / sqrt(variance + epsilon) over the last axis, times `gain`, plus `offset`. */
export function normalise(x: Tensor, gain: Tensor, offset: Tensor, epsilon: number): Tensor {
  const tf = tensorflow();
  const operation = tf.customGrad(((x: Tensor, gain: Tensor, offset: Tensor, save: Save) => {
    const centred = x.sub(x.mean(-1, true));
    const scale = centred.square().mean(-1, true).add(epsilon).rsqrt();
    const unit = centred.mul(scale);
    save([unit, scale, gain]);
    const gradFunc: Gradient = (dy, [unit, scale, gain]) => {
      const dUnit = dy.mul(gain);
      const along = unit.mul(dUnit.mul(unit).mean(-1, true));
      const dx = dUnit.sub(dUnit.mean(-1, true)).sub(along).mul(scale);
      const rows = allButLast(dy);
      return [dx, dy.mul(unit).sum(rows), dy.sum(rows)];
    };
    return { value: unit.mul(gain).add(offset), gradFunc };
  }) as Parameters<typeof tf.customGrad>[0]);
  return operation(x, gain, offset);
}

/** x / sqrt(mean of squares + epsilon) over the last axis, times `gain`. */
export function normaliseByRms(x: Tensor, gain: Tensor, epsilon: number): Tensor {
  const tf = tensorflow();
  const operation = tf.customGrad(((x: Tensor, gain: Tensor, save: Save) => {
    const scale = x.square().mean(-1, true).add(epsilon).rsqrt();
    const unit = x.mul(scale);
    save([unit, scale, gain]);
    const gradFunc: Gradient = (dy, [unit, scale, gain]) => {
      const dUnit = dy.mul(gain);
      const along = unit.mul(dUnit.mul(unit).mean(-1, true));
      return [dUnit.sub(along).mul(scale), dy.mul(unit).sum(allButLast(dy))];
    };
    return { value: unit.mul(gain), gradFunc };
  }) as Parameters<typeof tf.customGrad>[0]);
  return operation(x, gain);
}

const allButLast = ({ rank }: Tensor): number[] => Array.from({ length: rank - 1 }, (_, i) => i);
