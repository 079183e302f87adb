import assert from "node:assert/strict";
import { closeAll, progress, ProgressBar } from "../../../library/src/widgets/index.ts";
import { recordingHost } from "../recording-host.ts";

const viewMimeType = "application/vnd.jupyter.widget-view+json";

describe("widgets: progress", () => {
  let host: ReturnType<typeof recordingHost>;
  beforeEach(() => (host = recordingHost()));
  afterEach(() => {
    closeAll();
    host.remove();
  });

  const forms = () => host.published.map(({ bundle }) => Object.keys(bundle));
  const last = () => host.published.at(-1)!;

  it("is one output: a widget while it runs, plain HTML and text at the end", () => {
    const seen: number[] = [];
    for (const n of progress(1000, { description: "step", live: true })) seen.push(n);
    assert.equal(seen.length, 1000);
    assert.deepEqual(forms(), [
      [viewMimeType, "text/plain"],
      ["text/plain", "text/html"],
    ]);
    const [first, end] = host.published;
    assert.equal(first.options?.displayId, end.options?.displayId);
    assert.deepEqual([first.options?.update, end.options?.update], [false, true]);
    assert.match(String(first.bundle["text/plain"]), /^step: {3}0%\| {10}\| 0\/1000 /);
    assert.match(
      String(end.bundle["text/plain"]),
      /^step: 100%\|█{10}\| 1000\/1000 \[00:0\d<00:00, /,
    );
    assert.match(String(end.bundle["text/html"]), /<progress max="1000" value="1000"/);
  });

  it("frees its widgets at the end", () => {
    for (const _ of progress([1, 2], { live: true })) void _;
    const opened = host.comms.sent.filter(({ type }) => type === "open").length;
    const closed = host.comms.sent.filter(({ type }) => type === "close").length;
    assert.ok(opened > 0);
    assert.equal(closed, opened);
  });

  it("tells the front end at most ten times a second", () => {
    let time = 0;
    const bar = new ProgressBar({ total: 1000, live: true, now: () => time });
    const before = host.comms.sent.length;
    for (let i = 0; i < 1000; i++) {
      time += 1;
      bar.advance();
    }
    const updates = host.comms.sent.slice(before).filter(({ type }) => type === "message");
    assert.equal(updates.filter(({ data }) => "value" in (data.state as object)).length, 20);
    bar.finish();
  });

  it("stays where the loop was left", () => {
    for (const n of progress([1, 2, 3, 4], { live: true })) if (n === 3) break;
    assert.match(String(last().bundle["text/plain"]), /^ 50%\|█{5} {5}\| 2\/4 /);
    assert.throws(() => {
      for (const n of progress(4, { live: true })) if (n === 1) throw new Error("stop");
    }, /stop/);
    assert.match(String(last().bundle["text/plain"]), /^ 25%\|██▌ {7}\| 1\/4 /);
  });

  it("counts what has no length, and what is asynchronous", async () => {
    async function* later() {
      yield* [1, 2, 3];
    }
    const seen: number[] = [];
    for await (const n of progress(later(), { unit: "file", live: true })) seen.push(n);
    assert.deepEqual(seen, [1, 2, 3]);
    assert.match(String(last().bundle["text/plain"]), /^3 \[00:0\d, .*file.*\]$/);
    for (const _ of progress(new Set([1, 2]), { live: true })) void _;
    assert.match(String(last().bundle["text/plain"]), /2\/2/);
  });

  it("in CI is published once, at the end", () => {
    for (const _ of progress(5, { live: false })) void _;
    assert.deepEqual(forms(), [["text/plain", "text/html"]]);
    assert.deepEqual(host.comms.sent, []);
  });

  it("escapes its description", () => {
    new ProgressBar({ description: "<b>&", live: false }).finish();
    assert.match(String(last().bundle["text/html"]), />&lt;b>&amp; </);
  });

  it("refuses what cannot be counted", () => {
    assert.throws(() => progress(-1), /RangeError|whole number from 0, received -1/);
    assert.throws(
      () => progress(null as never),
      /progress needs a number or something iterable, received null/,
    );
    assert.throws(
      () => new ProgressBar({ total: NaN }),
      /total must be a number from 0, received NaN/,
    );
  });
});
