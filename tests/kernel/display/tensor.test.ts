import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { represent } from "../../../kernel/src/display/index.ts";
import type { DisplayData } from "../../../kernel/src/display/index.ts";

const text = (value: unknown) => (represent(value) as DisplayData).data["text/plain"] as string;
const body = (value: unknown) => text(value).split("\n").slice(1).join("\n");

describe("a tensor", () => {
  const small: [string, () => tf.Tensor, string][] = [
    ["a scalar", () => tf.scalar(3.5), "Tensor float32 []\n3.5"],
    ["a vector", () => tf.tensor1d([1, 2.5, -3]), "Tensor float32 [3]\n[1.0, 2.5, -3.0]"],
    [
      "a matrix",
      () =>
        tf.tensor2d(
          [
            [1, 20],
            [-300, 4],
          ],
          [2, 2],
          "int32",
        ),
      "Tensor int32 [2, 2]\n[[   1,   20],\n [-300,    4]]",
    ],
    ["booleans", () => tf.tensor([true, false], [2], "bool"), "Tensor bool [2]\n[true, false]"],
    ["strings", () => tf.tensor(["a", 'b"\n']), 'Tensor string [2]\n["a", "b\\"\\\\n"]'],
    ["complex numbers", () => tf.complex([1, 2], [3, -4]), "Tensor complex64 [2]\n[1+3i, 2-4i]"],
    ["no values", () => tf.zeros([0, 3]), "Tensor float32 [0, 3]\n[]"],
    ["no float32 noise", () => tf.tensor1d([0.1, 0.2]), "Tensor float32 [2]\n[0.1, 0.2]"],
    ["NaN and infinity", () => tf.tensor1d([NaN, Infinity]), "Tensor float32 [2]\n[NaN, Infinity]"],
  ];
  for (const [name, make, expected] of small) {
    it(`shows ${name}`, () => tf.tidy(() => assert.equal(text(make()), expected)));
  }

  it("shows every value of a small one, in order", () => {
    tf.tidy(() => {
      const tensor = tf.range(0, 120).reshape([2, 3, 4, 5]);
      assert.deepEqual(JSON.parse(body(tensor)), tensor.arraySync());
    });
  });

  /** What numpy prints: 3 items at each end of a long axis. */
  function ends(values: unknown, edge: number): unknown {
    if (!Array.isArray(values)) return values;
    const items = (values as unknown[]).map((item) => ends(item, edge));
    return items.length <= 2 * edge ? items : [...items.slice(0, edge), "…", ...items.slice(-edge)];
  }
  const shapes: [number[], number][] = [
    [[5000], 3],
    [[40, 50], 3],
    [[200, 300], 3],
    [[120, 130, 3], 3],
    [[7, 2000], 3],
    [[32, 28, 28, 1], 2],
    [[5, 6, 7, 8, 9], 1],
  ];
  for (const [shape, edge] of shapes) {
    it(`shows the ends of the axes of [${shape.join(", ")}]`, () => {
      tf.tidy(() => {
        const tensor = tf.range(0, tf.util.sizeFromShape(shape), 1, "int32").reshape(shape);
        const shown: unknown = JSON.parse(body(tensor).replaceAll("…", '"…"'));
        assert.deepEqual(shown, ends(tensor.arraySync(), edge));
        assert.ok(text(tensor).length < 10_000);
      });
    });
  }

  it("reads only what it shows of a large one", () => {
    tf.tidy(() => {
      const tensor = tf.zeros([1000, 1000]);
      let read = 0;
      const { prototype } = tf.Tensor;
      const original = Object.getOwnPropertyDescriptor(prototype, "dataSync");
      assert.ok(original);
      const dataSync = original.value as () => ArrayLike<unknown>;
      prototype.dataSync = function (this: tf.Tensor) {
        read += this.size;
        return dataSync.call(this);
      } as typeof prototype.dataSync;
      try {
        text(tensor);
      } finally {
        Object.defineProperty(prototype, "dataSync", original);
      }
      assert.equal(read, 36);
    });
  });

  it("leaves nothing allocated", () => {
    const tensor = tf.zeros([50, 60, 70]);
    const before = tf.memory();
    text(tensor);
    text({ tensor });
    text([{ tensor }]);
    const after = tf.memory();
    assert.equal(after.numTensors, before.numTensors);
    assert.equal(after.numBytes, before.numBytes);
    tensor.dispose();
  });

  it("says that it is disposed", () => {
    const tensor = tf.zeros([2]);
    tensor.dispose();
    assert.equal(
      text(tensor),
      "Tensor float32 [2] (disposed)\ndispose() or tf.tidy() has freed its memory",
    );
  });

  it("whose values cannot be read shows its type and shape", () => {
    const tensor = tf.zeros([2]);
    tensor.dataSync = () => {
      throw new Error("only asynchronous");
    };
    assert.equal(text(tensor), "Tensor float32 [2]\nits values cannot be read: only asynchronous");
    tensor.dispose();
  });
});

describe("other things of TensorFlow.js", () => {
  it("variables say their name", () => {
    const variable = tf.variable(tf.ones([2]), true, "bias");
    assert.equal(text(variable), 'Variable "bias" float32 [2]\n[1, 1]');
    variable.dispose();
  });

  it("tensors inside other values are one line", () => {
    tf.tidy(() => assert.equal(text({ x: [tf.ones([2, 3])] }), "{ x: [ Tensor float32 [2, 3] ] }"));
  });

  it("a model shows its summary, its symbolic tensors their shape", () => {
    const layers = [tf.layers.dense({ units: 3, inputShape: [4], name: "hidden" })];
    const model = tf.sequential({ layers });
    assert.match(text(model), /hidden \(Dense\) .*15/);
    assert.match(text(model), /Total params: 15/);
    assert.match(text(model.outputs[0]), /^SymbolicTensor "hidden\/hidden" float32 \[null, 3\]$/);
    model.dispose();
  });
});
