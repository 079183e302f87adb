import assert from "node:assert/strict";
import { liveLossCurve } from "../../../../library/src/plot/index.ts";
import { recordingHost } from "../../recording-host.ts";

const vegaLite = "application/vnd.vegalite.v5+json";

describe("liveLossCurve", () => {
  let host: ReturnType<typeof recordingHost>;
  const ci = process.env["CI"];
  beforeEach(() => {
    host = recordingHost();
    delete process.env["CI"];
  });
  afterEach(() => {
    host.remove();
    if (ci === undefined) delete process.env["CI"];
    else process.env["CI"] = ci;
  });

  it("redraws one display as epochs end, and adds the picture at the end", async () => {
    const live = liveLossCurve({ every: 0 });
    live.update(1, { loss: 1, val_loss: 1.2 });
    live.update(2, { loss: 0.5, val_loss: 0.8 });
    const chart = await live.done();
    const { published } = host;
    assert.deepEqual(
      published.map(({ options }) => options?.update),
      [false, true, true],
    );
    assert.equal(new Set(published.map(({ options }) => options?.displayId)).size, 1);
    assert.deepEqual(
      published.map(({ bundle }) => Object.keys(bundle)),
      [
        [vegaLite, "text/plain"],
        [vegaLite, "text/plain"],
        [vegaLite, "image/png", "text/plain"],
      ],
    );
    assert.ok("image/png" in (published[2]?.options?.metadata ?? {}));
    assert.equal(chart.spec.data.values.length, 4);
    const drawn = published.map(
      ({ bundle }) => (bundle[vegaLite] as { data: { values: unknown[] } }).data.values.length,
    );
    assert.deepEqual(drawn, [2, 4, 4], "what was published before does not change later");
  });

  it("in CI shows one figure, at the end", async () => {
    process.env["CI"] = "true";
    const live = liveLossCurve({ every: 0 });
    for (let epoch = 1; epoch <= 5; epoch++) live.update(epoch, { loss: 1 / epoch });
    assert.equal(host.published.length, 0);
    await live.done();
    assert.equal(host.published.length, 1);
    assert.equal(host.published[0]?.options?.update, false);
    assert.match(String(host.published[0]?.bundle["text/plain"]), /epoch, 1 to 5/);
  });

  it("does not draw more often than it is told", () => {
    const live = liveLossCurve({ every: 60_000 });
    for (let epoch = 1; epoch <= 50; epoch++) live.update(epoch, { loss: 1 / epoch });
    assert.equal(host.published.length, 1);
    assert.equal(live.history["loss"]?.length, 50);
  });

  it("is a TensorFlow.js callback, whose epochs count from 0", () => {
    const { onEpochEnd, history } = liveLossCurve({ live: false });
    onEpochEnd(0, { loss: 3 });
    onEpochEnd(1, { loss: 2 });
    assert.deepEqual(history, { loss: [3, 2] });
  });

  it("replaces an epoch that comes again, and waits while there is no number to draw", () => {
    const live = liveLossCurve({ every: 0 });
    live.update(1, { loss: NaN });
    assert.equal(host.published.length, 0);
    live.update(1, { loss: 2 });
    assert.deepEqual(live.history, { loss: [2] });
    assert.equal(host.published.length, 1);
  });

  it("refuses gaps, other metrics and nothing at all", async () => {
    const live = liveLossCurve();
    await assert.rejects(live.done(), /history/);
    assert.throws(
      () => live.update(1, {}),
      /Epoch 1 has values for nothing; give at least one number/,
    );
    live.update(1, { loss: 1 });
    assert.throws(
      () => live.update(3, { loss: 1 }),
      /Epoch 3 does not follow the 1 epochs before it/,
    );
    assert.throws(
      () => live.update(2, { acc: 1 }),
      /Epoch 2 has values for acc; the epochs before it had loss/,
    );
    assert.deepEqual(live.history, { loss: [1] });
  });
});
