import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { train, type TrainOptions } from "../../../../library/src/nn/index.ts";
import { trainingCurves } from "../../../../library/src/nn/train/curves.ts";
import { recordingHost } from "../../recording-host.ts";

function model() {
  const made = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
  made.compile({ optimizer: tf.train.sgd(0.01), loss: "meanSquaredError", metrics: ["mae"] });
  return made;
}
const data = { x: [1, 2, 3, 4], y: [2, 4, 6, 8] };

describe("nn: what a training shows", () => {
  let host: ReturnType<typeof recordingHost>;
  const ci = process.env.CI;
  beforeEach(() => {
    delete process.env.CI;
    host = recordingHost();
  });
  afterEach(() => {
    host.remove();
    if (ci === undefined) delete process.env.CI;
    else process.env.CI = ci;
  });
  const shown = async (options: Partial<TrainOptions> = {}) => {
    const settings = { epochs: 3, batchSize: 2, seed: 1, validationSplit: 0.5, ...options };
    await train(model(), data, settings);
    return host.published.map(({ bundle }) => bundle);
  };

  it("in a live notebook a line, and curves that end as a picture with words", async () => {
    const bundles = await shown();
    const last = bundles.at(-1)!;
    assert.match(String(last["text/plain"]), /^Training curves after 3 epochs: loss .* val_mae /);
    assert.equal(typeof last["image/png"], "string");
    assert.ok(bundles.some((bundle) => "image/svg+xml" in bundle));
    assert.ok(bundles.some((bundle) => /^epoch 3\/3/.test(String(bundle["text/plain"]))));
    const displays = host.published.map(({ options }) => options?.displayId);
    assert.equal(new Set(displays).size, 2);
  });

  it("no curves where they are not wanted, or in CI; nothing with verbose 0", async () => {
    const isCurves = (bundle: Record<string, unknown>) =>
      String(bundle["text/plain"]).startsWith("Training curves");
    assert.ok(!(await shown({ curves: false })).some(isCurves));
    const before = host.published.length;
    await shown({ verbose: 0 });
    assert.equal(host.published.length, before);
    process.env.CI = "true";
    await shown();
    assert.equal(host.published.length, before + 1);
    assert.ok(!isCurves(host.published.at(-1)!.bundle));
  });

  it("a line an epoch with verbose 2", async () => {
    const { log } = console;
    const lines: string[] = [];
    console.log = (text: string) => void lines.push(text);
    try {
      await shown({ verbose: 2 });
    } finally {
      console.log = log;
    }
    assert.equal(lines.length, 3);
    assert.match(lines[1], /^epoch 2\/3 {2}loss [\d.]+ {2}mae .* val_loss .* s$/);
  });

  it("curves: a panel for each metric, training beside validation", async () => {
    const svg = await trainingCurves({
      ...{ loss: [3, 2, 1], val_loss: [3, 2.5, 2], acc: [0.1, 0.5, NaN], val_acc: [0, 1, 1] },
    }).toSVG();
    assert.equal(svg.match(/<svg /g)?.length, 3);
    assert.equal(svg.match(/>training</g)?.length, 2);
    assert.equal(svg.match(/>validation</g)?.length, 2);
    assert.doesNotMatch(svg, / d="[^"]*NaN/);
  });
});
