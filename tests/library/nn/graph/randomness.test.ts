import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { compileStep, setSeed } from "daylab/nn";
import * as tf from "@tensorflow/tfjs-node";
import { randomLosses } from "./random-training.ts";

const numbers = (tensor: tf.Tensor): number[] => [...tensor.dataSync()];

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** Calls a step that draws; gives each call's numbers, and whether it became a graph. */
function drawn(draw: () => tf.Tensor, seed = 1): { calls: number[][]; runs: number | undefined } {
  const zero = tf.scalar(0);
  const step = compileStep((x: tf.Tensor) => draw().toFloat().add(x), {
    seed,
    onFallback: () => {},
  });
  const calls = Array.from({ length: 6 }, () => numbers(step(zero)));
  const runs = step.report.graphs[0]?.runs;
  step.dispose();
  return { calls, runs };
}

const draws: Record<
  string,
  { draw: () => tf.Tensor; mean: number; deviation: number; bounds: [number, number] }
> = {
  "tf.randomUniform": {
    draw: () => tf.randomUniform([40, 50], -3, 2),
    mean: -0.5,
    deviation: 5 / Math.sqrt(12),
    bounds: [-3, 2],
  },
  "tf.randomUniform of whole numbers": {
    draw: () => tf.randomUniform([40, 50], 10, 1010, "int32"),
    mean: 509.5,
    deviation: 1000 / Math.sqrt(12),
    bounds: [10, 1009],
  },
  "tf.randomNormal": {
    draw: () => tf.randomNormal([40, 50], 5, 0.25),
    mean: 5,
    deviation: 0.25,
    bounds: [3, 7],
  },
  "tf.truncatedNormal": {
    draw: () => tf.truncatedNormal([40, 50], 1, 2),
    mean: 1,
    deviation: 2 * 0.88,
    bounds: [-3, 5],
  },
  "tf.dropout": {
    draw: () => tf.dropout(tf.ones([40, 50]), 0.25),
    mean: 1,
    deviation: 0.577,
    bounds: [0, 1.34],
  },
};

describe("random numbers in graphs", () => {
  for (const [name, { draw, ...expected }] of Object.entries(draws))
    it(`${name}: other ones at each step, of the distribution that was asked for`, () => {
      const { calls, runs } = drawn(draw);
      assert.equal(runs, 4);
      assert.equal(new Set(calls.map(String)).size, 6);
      for (const call of calls) {
        assert.ok(
          Math.abs(mean(call) - expected.mean) < 0.11 * expected.deviation,
          `${mean(call)}`,
        );
        assert.ok(Math.abs(deviation(call) / expected.deviation - 1) < 0.08, `${deviation(call)}`);
        const [low, high] = expected.bounds;
        assert.ok(call.every((value) => value >= low && value <= high));
      }
    });

  it("are those of the same step op by op, and follow from the seed", () => {
    const draw = (): tf.Tensor => tf.randomNormal([8], 2, 3);
    const zero = tf.scalar(0);
    const run = (eager: boolean, seed: number): number[][] => {
      const step = compileStep((x: tf.Tensor) => draw().add(x), { seed, eager });
      return Array.from({ length: 5 }, () => numbers(step(zero)));
    };
    assert.deepEqual(run(true, 4), run(false, 4));
    assert.notDeepEqual(run(false, 4), run(false, 5));
  });

  it("whole numbers reach their bounds and no further", () => {
    const { calls, runs } = drawn(() => tf.randomUniform([500], 0, 3, "int32"));
    assert.equal(runs, 4);
    for (const call of calls) assert.deepEqual([...new Set(call)].sort(), [0, 1, 2]);
  });

  it("stay the same where a draw has a seed of its own, as in TensorFlow.js", () => {
    const expected = numbers(tf.randomNormal([4], 0, 1, "float32", 9));
    const { calls, runs } = drawn(() => tf.randomNormal([4], 0, 1, "float32", 9));
    assert.equal(runs, 4);
    for (const call of calls) assert.deepEqual(call, expected);
  });

  it("differ at each step for dropout with a seed, and follow from that seed", () => {
    const ones = tf.ones([50]);
    const masks = (seed: number) => drawn(() => tf.dropout(ones, 0.5, undefined, seed)).calls;
    assert.equal(new Set(masks(3).map(String)).size, 6);
    assert.deepEqual(masks(3), masks(3));
    assert.notDeepEqual(masks(3), masks(4));
  });

  it("have the parameters that single numbers show one after another", () => {
    for (const draw of [() => tf.randomNormal([1], 4, 2), () => tf.randomUniform([], 10, 30)]) {
      const { calls, runs } = drawn(draw);
      assert.equal(runs, 4);
      assert.equal(new Set(calls.map(String)).size, 6);
      const zero = tf.scalar(0);
      const step = compileStep((x: tf.Tensor) => draw().add(x), { seed: 2 });
      const values = Array.from({ length: 300 }, () => step(zero).dataSync()[0]);
      const expected = draw().rank === 0 ? [20, 20 / Math.sqrt(12)] : [4, 2];
      assert.ok(Math.abs(mean(values) - expected[0]) < 0.25 * expected[1], `${mean(values)}`);
      assert.ok(Math.abs(deviation(values) / expected[1] - 1) < 0.15, `${deviation(values)}`);
    }
  });

  it("reach below 0 as in TensorFlow.js, which cuts off what follows the point", () => {
    const { calls, runs } = drawn(() => tf.randomUniform([4000], -2, 2, "int32"));
    assert.equal(runs, 4);
    for (const call of calls) {
      const share = (value: number): number => call.filter((one) => one === value).length / 4000;
      assert.ok(Math.abs(share(0) - 0.5) < 0.05 && Math.abs(share(1) - 0.25) < 0.05);
      assert.ok(Math.abs(share(-1) - 0.25) < 0.05);
    }
  });

  it("are drawn op by op, and differ, where the parameters do not show", () => {
    const { calls, runs } = drawn(() => tf.randomUniform([8], 0, 1e6, "int32"));
    assert.equal(runs, undefined);
    assert.equal(new Set(calls.map(String)).size, 6);
  });

  it("follow from the seed of the course where the step has none", () => {
    const zero = tf.scalar(0);
    const run = (): number[][] => {
      setSeed(11);
      const step = compileStep((x: tf.Tensor) => tf.randomNormal([3]).add(x));
      const calls = Array.from({ length: 4 }, () => numbers(step(zero)));
      setSeed(undefined);
      return calls;
    };
    assert.deepEqual(run(), run());
  });

  it("two processes agree to the last digit", async () => {
    const file = new URL("random-training.ts", import.meta.url).pathname;
    const other = execFileSync(process.execPath, [file, "7"], {
      env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: "3" },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    assert.deepEqual(JSON.parse(other), await randomLosses(7));
  });
});
