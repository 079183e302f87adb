import assert from "node:assert/strict";
import { ProgressLine } from "../../../library/src/nn/progress-line.ts";
import { recordingHost } from "../recording-host.ts";

describe("nn: the progress line", () => {
  let host: ReturnType<typeof recordingHost>;
  let time = 0;
  const ci = process.env.CI;
  beforeEach(() => {
    delete process.env.CI;
    host = recordingHost();
    time = 0;
  });
  afterEach(() => {
    host.remove();
    if (ci !== undefined) process.env.CI = ci;
  });
  const line = (verbose?: 0 | 1): ProgressLine =>
    new ProgressLine({ unit: "epoch", total: 4, verbose, now: () => time });
  const texts = (): string[] => host.published.map((p) => String(p.bundle["text/plain"]));

  it("updates one display in place, at most ten times a second", () => {
    const progress = line();
    for (time = 0; time < 1000; time += 10) progress.update(time / 250, { loss: 1 / (time + 1) });
    assert.equal(host.published.length, 10);
    progress.finish(4, { loss: 0.25, val_loss: 0.00001234 });
    assert.equal(texts().at(-1), "epoch 4/4  loss 0.2500  val_loss 1.23e-5  1.0 s");
    assert.equal(new Set(host.published.map((p) => p.options?.displayId)).size, 1);
    assert.deepEqual(
      host.published.map((p) => p.options?.update),
      [false, ...Array<boolean>(10).fill(true)],
    );
    assert.match(String(host.published[0].bundle["text/html"]), /<progress max="4" value="0"/);
  });

  it("is quiet in CI but for its last line", () => {
    process.env.CI = "1";
    const progress = line();
    progress.update(1, { loss: 1 });
    progress.finish(4, {});
    assert.deepEqual(texts(), ["epoch 4/4  0.0 s"]);
    assert.equal(host.published[0].options?.update, false);
  });

  it("shows nothing when it is told so", () => {
    const progress = line(0);
    progress.update(1, { loss: 1 });
    progress.finish(4, {});
    assert.deepEqual(host.published, []);
  });

  it("escapes the names of metrics", () => {
    line().finish(1, { "<b>": NaN });
    assert.ok(String(host.published[0].bundle["text/html"]).includes("&lt;b> NaN"));
  });
});
