import assert from "node:assert/strict";
import { compileStep } from "daylab/nn";
import * as tf from "@tensorflow/tfjs-node";

/** The ops of a function's graph, and its numbers op by op and as a graph. */
function compiled(f: (...inputs: tf.Tensor[]) => tf.Tensor, ...inputs: tf.Tensor[]) {
  const step = compileStep(f, { seed: 1 });
  const calls = Array.from({ length: 3 }, () => [...step(...inputs).dataSync()]);
  const [{ kinds, runs }] = step.report.graphs;
  assert.equal(runs, 1);
  step.dispose();
  return { kinds, eager: calls[0], graph: calls[2] };
}

const close = ({ eager, graph }: { eager: number[]; graph: number[] }): void =>
  eager.forEach((value, i) => assert.ok(Math.abs(value - graph[i]) < 1e-5 * (1 + Math.abs(value))));

const normal = (...shape: number[]): tf.Tensor => tf.randomNormal(shape, 0, 1, "float32", 5);

describe("graphs are simpler than what TensorFlow.js runs", () => {
  it("multiply matrices as such, transposed or not", () => {
    const shapes = { ab: [3, 4], bc: [4, 2], ac: [3, 2] };
    for (const [left, right, a, b] of [
      [shapes.ab, shapes.bc, false, false],
      [shapes.ab, shapes.ac, true, false],
      [shapes.ac, shapes.bc, false, true],
      [shapes.ab, [3, 4].toReversed(), false, false],
    ] as const) {
      const result = compiled((x, y) => x.matMul(y, a, b), normal(...left), normal(...right));
      assert.deepEqual(result.kinds, { MatMul: 1 });
      close(result);
    }
  });

  it("multiply batches of matrices by the op that Grappler leaves alone", () => {
    const batches = compiled(
      (x, y) => tf.matMul(x, y, false, true).mul(2).add(1),
      normal(2, 3, 4, 5),
      normal(2, 3, 6, 5),
    );
    assert.equal(batches.kinds.BatchMatMul, 1);
    close(batches);
    close(compiled((x, y) => tf.matMul(x, y), normal(2, 4, 5), normal(1, 5, 3)));
  });

  it("add a bias where TensorFlow can fuse it, and only there", () => {
    const bias = compiled(
      (x, w, b) => x.matMul(w).add(b).relu(),
      normal(3, 4),
      normal(4, 2),
      normal(2),
    );
    assert.deepEqual(bias.kinds, { MatMul: 1, BiasAdd: 1, Relu: 1 });
    close(bias);
    const other = compiled(
      (x, w, b) => x.matMul(w).add(b),
      normal(3, 4),
      normal(4, 2),
      normal(3, 1),
    );
    assert.deepEqual(
      Object.keys(other.kinds).filter((op) => op.startsWith("Bias")),
      [],
    );
    close(other);
    const image = compiled(
      (x, w, b) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, "same").add(b),
      normal(2, 5, 5, 3),
      normal(3, 3, 3, 4),
      normal(4),
    );
    assert.deepEqual(image.kinds, { Conv2D: 1, BiasAdd: 1 });
    close(image);
  });

  it("run what is the same once, reshape once, and cast only to another type", () => {
    const result = compiled(
      (x) => x.exp().add(x.exp()).reshape([2, 6]).reshape([3, 4]).toFloat().reshape([12]).clone(),
      normal(12),
    );
    assert.deepEqual(Object.keys(result.kinds).sort(), ["Add", "Exp"]);
    assert.equal(result.kinds.Exp, 1);
    close(result);
  });

  it("draw twice where a step draws twice", () => {
    const zero = tf.scalar(0);
    const result = compiled(
      (x) =>
        tf
          .randomNormal([4])
          .sub(tf.randomNormal([4]))
          .add(x),
      zero,
    );
    assert.equal(result.kinds.StatelessRandomNormal, 2);
    assert.ok(result.graph.every((value) => value !== 0));
  });
});
