import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { setSeed } from "../../../../library/src/nn/index.ts";
import { seededCourse } from "./seeded-course.ts";

const program = join(import.meta.dirname, "seeded-course.ts");

async function inProcess(seed: number): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, String(seed)]);
  return stdout;
}

describe("nn/random: setSeed", () => {
  it("two processes agree to the last digit, with nothing seeded but the course", async function () {
    this.timeout(120_000);
    const [first, second] = await Promise.all([inProcess(1), inProcess(1)]);
    assert.equal(second, first);
    const { fit, fitDataset, compiled, weights } = JSON.parse(first) as Record<string, number[]>;
    assert.deepEqual(
      [fit.length, fitDataset.length, compiled.length, weights.length],
      [2, 2, 2, 7],
    );
    assert.ok([...fit, ...fitDataset, ...compiled, ...weights].every(Number.isFinite));
    assert.notEqual(`${JSON.stringify(await seededCourse(2))}\n`, first);
  });

  it("seeds Math.random until it is ended", () => {
    const own = Math.random;
    const draw = (seed: number | string): number[] => {
      setSeed(seed);
      return [Math.random(), Math.random()];
    };
    try {
      assert.deepEqual(draw(1), draw(1));
      assert.notDeepEqual(draw(1), draw("1"));
      assert.throws(() => setSeed(0.5), /A seed is a whole number or a text, not 0.5/);
      assert.notEqual(Math.random, own);
    } finally {
      setSeed(undefined);
    }
    assert.equal(Math.random, own);
    setSeed(undefined);
    assert.equal(Math.random, own);
  });
});
