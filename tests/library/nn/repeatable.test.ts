import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const program = join(import.meta.dirname, "small-training.ts");

async function inProcess(seed: number): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, String(seed)]);
  assert.equal(stderr, "", "TensorFlow is silent");
  return stdout;
}

describe("nn: two processes with one seed", function () {
  it("agree on every loss, accuracy and weight to the last digit", async () => {
    const first = await inProcess(1);
    const second = await inProcess(1);
    assert.equal(second, first);
    const { history, loop } = JSON.parse(first) as Record<string, Record<string, number[]>>;
    assert.deepEqual(Object.keys(history).sort(), ["acc", "loss", "val_acc", "val_loss"]);
    assert.equal(history.loss.length, 3);
    assert.equal(loop.loss.length, 2);
    assert.ok([...history.loss, ...loop.loss].every(Number.isFinite));
    assert.notEqual(await inProcess(2), first);
  });
});
