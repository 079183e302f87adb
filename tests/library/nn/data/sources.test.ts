import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs-node";
import { DataFrame, scan } from "../../../../library/src/frame/index.ts";
import { Dataset } from "./helpers.ts";

describe("nn/data: sources", () => {
  let folder = "";
  before(() => void (folder = mkdtempSync(join(tmpdir(), "daylab-data-"))));
  after(() => rmSync(folder, { recursive: true }));

  const frame = new DataFrame({
    width: [1.5, 2.5, 3.5],
    count: [1, 2, 3],
    big: [true, false, true],
    kind: ["a", "b", "a"],
  });

  it("a frame gives features and target by name", async () => {
    const data = Dataset.fromFrame(frame, { features: ["width", "big"], target: "kind" });
    const rows: unknown[] = [];
    for await (const { x, y } of data.batch(2)) rows.push([x.arraySync(), y.dataSync()]);
    assert.deepEqual(rows, [
      [
        [
          [1.5, 1],
          [2.5, 0],
        ],
        ["a", "b"],
      ],
      [[[3.5, 1]], ["a"]],
    ]);
    const counts = Dataset.fromFrame(frame.drop({ columns: ["kind"] }), { target: "count" });
    const batched = counts.batch(3, { dtypes: { y: "int32" } });
    assert.deepEqual(await batched.spec(), {
      x: { dtype: "float32", shape: [3, 2] },
      y: { dtype: "int32", shape: [3] },
    });
  });

  it("a frame's faults are named", () => {
    assert.throws(
      () => Dataset.fromFrame(frame, { features: ["widht" as "width"], target: "kind" }),
      /no column "widht". Did you mean "width"/,
    );
    assert.throws(
      () => Dataset.fromFrame(frame, { target: "count" }),
      /Column "kind" holds "a" in row 0, which is no number: encode it/,
    );
    const holes = new DataFrame({ a: [1, null], y: [0, 1] });
    assert.throws(
      () => Dataset.fromFrame(holes, { target: "y" }),
      /column "a" misses one in row 1: dropNa or fillNa/,
    );
    assert.throws(
      () => Dataset.fromFrame(holes, { target: "a" }),
      /column "a" misses one in row 1/,
    );
  });

  it("a scan reads files piece by piece, each epoch again", async () => {
    const path = join(folder, "many.csv");
    const lines = Array.from({ length: 30_000 }, (_, i) => `${i},${i * 0.5},${i % 3}`);
    writeFileSync(path, ["id,half,class", ...lines].join("\n"));
    const source = (await scan<{ id: number; half: number; class: number }>(path)).filter(
      ({ id }) => id.ge(10),
    );
    const data = Dataset.fromScan(source, { features: ["half"], target: "class" });
    const before = tf.memory().numTensors;
    for (const epoch of [0, 1]) {
      let [rows, sum] = [0, 0];
      for await (const { x, y } of data.batch(1000).batches(epoch)) {
        assert.deepEqual(x.shape.slice(1), [1]);
        rows += y.shape[0];
        for (const half of x.dataSync()) sum += half;
      }
      assert.equal(rows, 29_990);
      assert.equal(sum, 0.5 * ((29_999 * 30_000) / 2 - 45));
    }
    const mixed = await data.shuffle({ seed: 1, bufferSize: 100 }).take(50).toArray();
    assert.notDeepEqual(mixed, await data.take(50).toArray());
    assert.deepEqual(await data.shuffle({ seed: 1, bufferSize: 100 }).take(50).toArray(), mixed);
    assert.equal(tf.memory().numTensors, before);
    assert.throws(
      () => Dataset.fromScan(source, { features: ["hlaf" as "half"], target: "class" }),
      /no column "hlaf"/,
    );
  });

  it("a scan whose types turn out too narrow goes on where it was", async () => {
    const path = join(folder, "wider.csv");
    const lines = Array.from({ length: 4000 }, (_, i) => `${i < 3000 ? i : i + 0.5},${i % 2}`);
    writeFileSync(path, ["a,y", ...lines].join("\n"));
    const source = await scan<{ a: number; y: number }>(path, { blockBytes: 1024 });
    assert.deepEqual(source.dtypes, ["int64", "int64"]);
    const rows = await Dataset.fromScan(source, { target: "y" }).toArray();
    assert.deepEqual(
      rows.map(({ x }) => x.data[0]),
      Array.from({ length: 4000 }, (_, i) => (i < 3000 ? i : i + 0.5)),
    );
  });

  it("text files give lines", async () => {
    const [one, two] = [join(folder, "one.txt"), join(folder, "two.txt")];
    writeFileSync(one, "größer\r\nals\n");
    writeFileSync(two, "nichts");
    const data = Dataset.fromTextLines([one, two]);
    assert.deepEqual(await data.toArray(), ["größer", "als", "nichts"]);
    assert.deepEqual(await data.take(1).toArray(), ["größer"]);
    await assert.rejects(
      Dataset.fromTextLines(join(folder, "three.txt")).toArray(),
      /There is no file .*three\.txt to read lines from/,
    );
  });

  it("generators are sync or async, and ended early are closed", async () => {
    let closed = 0;
    const data = Dataset.fromGenerator(function* (epoch) {
      try {
        for (let i = 0; ; i++) yield epoch * 100 + i;
      } finally {
        closed++;
      }
    });
    assert.deepEqual(await data.take(3).toArray(2), [200, 201, 202]);
    assert.equal(closed, 1);
    for await (const i of data.prefetch(4)) if (i > 5) break;
    assert.equal(closed, 2);
    assert.deepEqual(await Dataset.fromGenerator(() => [1, 2]).toArray(), [1, 2]);
    await assert.rejects(
      Dataset.fromGenerator((() => 5) as never).toArray(),
      /gives nothing to iterate over/,
    );
  });
});
