import assert from "node:assert/strict";
import { Resvg } from "@resvg/resvg-js";
import { livePlot } from "../../../library/src/widgets/index.ts";
import { ticks } from "../../../library/src/widgets/live/ticks.ts";
import { recordingHost } from "../recording-host.ts";

describe("widgets: livePlot", () => {
  let host: ReturnType<typeof recordingHost>;
  beforeEach(() => (host = recordingHost()));
  afterEach(() => host.remove());

  const pictures = () => host.published.map(({ bundle }) => String(bundle["image/svg+xml"]));

  it("is one picture that is redrawn in place, and stays as it was at the end", () => {
    const plot = livePlot({ title: "Training", x: "epoch", every: 0, live: true });
    plot.add({ loss: 1, val_loss: 2 });
    plot.add({ loss: 0.5, val_loss: 1.5 });
    plot.done();
    const ids = new Set(host.published.map(({ options }) => options?.displayId));
    assert.equal(ids.size, 1);
    assert.deepEqual(
      [host.published[0].options?.update, host.published.at(-1)?.options?.update],
      [false, true],
    );
    assert.equal(
      host.published.at(-1)?.bundle["text/plain"],
      "Training: epoch 2, loss 0.5, val_loss 1.5",
    );
    assert.match(pictures().at(-1)!, />val_loss<\/text>/);
    assert.deepEqual(plot.history, { loss: [1, 0.5], val_loss: [2, 1.5] });
  });

  it("draws seldom while values come quickly, and the rest when there is time", async () => {
    const plot = livePlot({ every: 20, live: true });
    for (let i = 0; i < 5000; i++) plot.add({ loss: i });
    const drawn = host.published.length;
    assert.ok(drawn < 500, String(drawn));
    while (!/loss 4999$/.test(String(host.published.at(-1)?.bundle["text/plain"]))) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });

  it("is a picture that another program draws, of a bounded size, also with gaps and many points", () => {
    const plot = livePlot({ title: "<T> & co", live: false, width: 300, height: 200 });
    for (let i = 0; i < 20_000; i++)
      plot.add({ a: i % 500 === 0 ? NaN : Math.sin(i), b: Infinity });
    const svg = plot.toSVG();
    assert.ok(svg.length < 40_000, String(svg.length));
    // The description says what the last values are.
    assert.doesNotMatch(svg.replace(/<title>.*<\/title>/, ""), /NaN|Infinity|undefined/);
    const { width, height } = new Resvg(svg).render();
    assert.deepEqual([width, height], [300, 200]);
  });

  it("shows one point, equal values, and nothing at all", () => {
    const plot = livePlot({ live: false });
    plot.done();
    assert.deepEqual(host.published, []);
    plot.add({ loss: 3 });
    assert.doesNotMatch(plot.toSVG(), /NaN|Infinity/);
    plot.add({ loss: 3 });
    assert.doesNotMatch(plot.toSVG(), /NaN|Infinity/);
  });

  it("takes TensorFlow's callbacks", () => {
    const plot = livePlot({ x: "epoch", live: false });
    plot.onEpochEnd(0, { loss: 0.5, acc: 0.9 });
    plot.onBatchEnd(0, { batch: 0, size: 32, loss: 0.4, acc: 0.95 });
    plot.onTrainEnd();
    assert.deepEqual(plot.history, { loss: [0.5, 0.4], acc: [0.9, 0.95] });
    assert.equal(host.published.length, 1);
  });

  it("refuses what it cannot draw", () => {
    assert.throws(() => livePlot({ width: NaN }), /width must be a number from 0, received NaN/);
    const plot = livePlot({ live: false });
    assert.throws(
      () => plot.add({ loss: "0.1" as never }),
      /loss must be a number, received "0.1"/,
    );
    assert.deepEqual(plot.history, {});
  });

  it("labels its axes with round numbers", () => {
    assert.deepEqual(ticks(0, 1, 5), [0, 0.2, 0.4, 0.6, 0.8, 1]);
    assert.deepEqual(ticks(-3, 14, 5), [0, 5, 10]);
    assert.deepEqual(ticks(7, 7, 5), [7]);
  });
});
