import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-node";
import { tensorBoard, train } from "../../../../library/src/nn/index.ts";

/** The fields of a message in protocol buffers: bytes of those that have a length, else the number. */
function fields(data: Buffer): { field: number; value: Buffer | number }[] {
  const found: { field: number; value: Buffer | number }[] = [];
  let at = 0;
  const varint = (): number => {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = data[at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  };
  while (at < data.length) {
    const key = varint();
    const [field, type] = [key >> 3, key & 7];
    if (type === 0) found.push({ field, value: varint() });
    else {
      const size = type === 1 ? 8 : type === 5 ? 4 : varint();
      found.push({ field, value: data.subarray(at, at + size) });
      at += size;
    }
  }
  return found;
}

/** What event files hold: records with a length before and checksums around; see TensorFlow's `event.proto`. */
function events(folder: string): { tag: string; step: number; value: number | undefined }[] {
  return readdirSync(folder).flatMap((name) => {
    const data = readFileSync(path.join(folder, name));
    const found: { tag: string; step: number; value: number | undefined }[] = [];
    for (let at = 0; at < data.length;) {
      const size = Number(data.readBigUInt64LE(at));
      const event = fields(data.subarray(at + 12, at + 12 + size));
      at += 12 + size + 4;
      const step = (event.find(({ field }) => field === 2)?.value ?? 0) as number;
      const summary = event.find(({ field }) => field === 5)?.value as Buffer | undefined;
      for (const { value } of summary ? fields(summary) : []) {
        const parts = fields(value as Buffer);
        const tag = String(parts.find(({ field }) => field === 1)?.value);
        const simple = parts.find(({ field }) => field === 2)?.value as Buffer | undefined;
        found.push({ tag, step, value: simple?.readFloatLE(0) });
      }
    }
    return found;
  });
}

describe("nn: tensorBoard", () => {
  it("writes Keras' names into event files: losses by epoch and step, rates, histograms", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "daylab-tensorboard-"));
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
    model.compile({ optimizer: tf.train.sgd(0.01), loss: "meanSquaredError" });
    const { history, batchLoss } = await train(
      model,
      { x: [1, 2, 3, 4, 5, 6], y: [2, 4, 6, 8, 10, 12] },
      {
        ...{ epochs: 3, batchSize: 2, seed: 1, verbose: 0, validationSplit: 1 / 3 },
        callbacks: tensorBoard(folder, { everySteps: 2, histograms: 2 }),
      },
    );
    const learnt = events(path.join(folder, "train"));
    const values = (tag: string, from = learnt) => from.filter((event) => event.tag === tag);
    const close = (ours: (number | undefined)[], theirs: readonly number[]) =>
      assert.deepEqual(ours, theirs.map(Math.fround));
    close(
      values("epoch_loss").map(({ value }) => value),
      history.loss,
    );
    assert.deepEqual(
      values("epoch_loss").map(({ step }) => step),
      [0, 1, 2],
    );
    close(
      values("batch_loss").map(({ value }) => value),
      [1, 3, 5].map((i) => batchLoss[i]),
    );
    close(
      values("epoch_learning_rate").map(({ value }) => value),
      [0.01, 0.01, 0.01],
    );
    assert.equal(learnt.filter(({ tag }) => tag.endsWith("kernel")).length, 2);
    close(
      values("epoch_loss", events(path.join(folder, "validation"))).map(({ value }) => value),
      history.val_loss,
    );
    rmSync(folder, { recursive: true });
  });
});
