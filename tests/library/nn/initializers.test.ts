import assert from "node:assert/strict";
import * as nn from "../../../library/src/nn/index.ts";
import { Random } from "../../../library/src/random/index.ts";
import { tensorflow } from "../../../library/src/tensorflow/index.ts";

const weights = (initializer: nn.Initializer, shape = [100, 50]): number[] => {
  const tensor = initializer.apply(shape);
  const values = [...tensor.dataSync()];
  tensor.dispose();
  return values;
};
const spread = (values: number[]): number =>
  Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length);

describe("nn: seeded initialisers", () => {
  // Standard deviations from the papers, for fan in 100 and fan out 50.
  const wanted = {
    glorotUniform: Math.sqrt(2 / 150),
    glorotNormal: Math.sqrt(2 / 150),
    heUniform: Math.sqrt(2 / 100),
    heNormal: Math.sqrt(2 / 100),
    leCunNormal: Math.sqrt(1 / 100),
    randomNormal: 0.05,
  };
  for (const [name, deviation] of Object.entries(wanted) as [keyof typeof wanted, number][])
    it(`${name} has the spread of its definition and repeats with its seed`, () => {
      const values = weights(nn[name](7));
      assert.ok(
        Math.abs(spread(values) / deviation - 1) < 0.15,
        String(spread(values) / deviation),
      );
      assert.deepEqual(weights(nn[name](7)), values);
      assert.notDeepEqual(weights(nn[name](8)), values);
    });

  it("a Random gives each layer weights of its own, and repeats as a whole", () => {
    const pair = (): number[][] => {
      const random = new Random(1);
      return [weights(nn.heNormal(random)), weights(nn.heNormal(random))];
    };
    const [first, second] = pair();
    assert.notDeepEqual(first, second);
    assert.deepEqual(pair(), [first, second]);
  });
});

describe("nn: orthogonal", () => {
  for (const shape of [
    [20, 80],
    [30, 12],
  ])
    it(`${shape.join(" × ")}: products of rows or columns are 0, their lengths the gain`, () => {
      const tf = tensorflow();
      const distance = tf.tidy(() => {
        const matrix = nn.orthogonal(3, 2).apply(shape);
        const isWide = shape[0] <= shape[1];
        const products = tf.matMul(matrix, matrix, !isWide, isWide);
        return products
          .sub(tf.eye(Math.min(...shape)).mul(4))
          .abs()
          .max()
          .dataSync()[0];
      });
      assert.ok(distance < 1e-5, String(distance));
      assert.deepEqual(weights(nn.orthogonal(3), shape), weights(nn.orthogonal(3), shape));
      assert.notDeepEqual(weights(nn.orthogonal(4), shape), weights(nn.orthogonal(3), shape));
    });

  it("a model that is loaded knows it", () => {
    const layer = tensorflow().layers.lstm({ units: 2, recurrentInitializer: nn.orthogonal(1) });
    assert.deepEqual(
      (layer.getConfig().recurrentInitializer as { className: string }).className,
      "Orthogonal",
    );
  });
});
