import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { Random } from "../../../datasets/src/index.ts";
import { seedWords } from "../../../datasets/src/random/seed.ts";
import { Xoshiro128 } from "../../../datasets/src/random/xoshiro.ts";

const draw = <T>(count: number, next: () => T): T[] => Array.from({ length: count }, next);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe("datasets: random", () => {
  it("xoshiro128** gives the reference implementation's numbers", () => {
    // From the authors' xoshiro128starstar.c with state {1, 2, 3, 4}, as the Rust crate rand_xoshiro tests it.
    const reference = [
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ];
    const generator = new Xoshiro128([1, 2, 3, 4]);
    assert.deepEqual(
      draw(10, () => generator.next()),
      reference,
    );
    assert.throws(() => new Xoshiro128([0, 0, 0, 0]), RangeError);
  });

  it("DAYLAB_SEED moves every stream of a process; an empty one none", () => {
    const first = (seed?: string): number => {
      const before = process.env.DAYLAB_SEED;
      if (seed === undefined) delete process.env.DAYLAB_SEED;
      else process.env.DAYLAB_SEED = seed;
      try {
        return new Random(42, "stream").bits();
      } finally {
        if (before === undefined) delete process.env.DAYLAB_SEED;
        else process.env.DAYLAB_SEED = before;
      }
    };
    assert.equal(first(""), first());
    assert.equal(first("3"), first("3"));
    assert.equal(new Set([first(), first("1"), first("2")]).size, 3);
  });

  it("the same seed gives the same numbers in another process", () => {
    const numbers = (): number[] => {
      const random = new Random(42, "stream");
      return [random.bits(), random.uniform(), random.normal(), ...random.permutation(5)];
    };
    const code = `import { Random } from "@daylab/datasets";
      const random = new Random(42, "stream");
      console.log(JSON.stringify([random.bits(), random.uniform(), random.normal(), ...random.permutation(5)]))`;
    const child = execFileSync(process.execPath, ["--input-type=module", "-e", code], {
      cwd: import.meta.dirname,
      encoding: "utf8",
    });
    assert.deepEqual(JSON.parse(child), numbers());
  });

  it("other seeds and other streams give other numbers", () => {
    const first = [0, 1, -1, 2 ** 32, 2 ** 32 + 1, 0.5 * 2, "1", "a", "b", ""].map((seed) =>
      new Random(seed).bits(),
    );
    assert.equal(new Set(first).size, first.length - 1, "1 and 0.5 * 2 are one seed, no others");
    assert.notDeepEqual(seedWords([1, 2]), seedWords([2, 1]));
    assert.notDeepEqual(seedWords(["ab"]), seedWords(["a", "b"]));
  });

  it("fork is repeatable and does not move its parent", () => {
    const parent = new Random(7);
    const untouched = new Random(7).bits();
    const fork = draw(3, () => parent.fork("noise").bits());
    assert.equal(new Set(fork).size, 1);
    assert.equal(parent.bits(), untouched);
    assert.notEqual(parent.fork("noise").bits(), parent.fork("order").bits());
    assert.equal(parent.fork("a").fork(1).bits(), new Random(7, "a", 1).bits());
  });

  it("uniform and normal have their means and spreads", () => {
    const random = new Random(3);
    const uniform = draw(20_000, () => random.uniform(-2, 4));
    assert.ok(uniform.every((u) => u >= -2 && u < 4));
    // Five standard errors: 6 / sqrt(12 · 20 000) = 0.012 each.
    assert.ok(Math.abs(mean(uniform) - 1) < 0.06);
    const normal = draw(20_000, () => random.normal(5, 2));
    assert.ok(Math.abs(mean(normal) - 5) < 0.07);
    assert.ok(Math.abs(Math.sqrt(mean(normal.map((x) => (x - 5) ** 2))) - 2) < 0.05);
    const outside = normal.filter((x) => Math.abs(x - 5) > 2 * 1.96).length / normal.length;
    assert.ok(Math.abs(outside - 0.05) < 0.008);
  });

  it("integer is even over its range", () => {
    const random = new Random(4);
    const counts = [0, 0, 0];
    for (let i = 0; i < 30_000; i++) counts[random.integer(-1, 2) + 1]++;
    // Chi-square with 2 degrees of freedom stays under 13.8 in 999 of 1000 seeds.
    assert.ok(counts.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0) < 13.8);
    assert.ok(random.integer(0, 2 ** 32) >= 0);
  });

  it("shuffle keeps every item, leaves what it was given and reaches every order", () => {
    const random = new Random(5);
    const given = Object.freeze(["a", "b", "c"]);
    const orders = new Set(draw(200, () => random.shuffle(given).join("")));
    assert.equal(orders.size, 6);
    assert.deepEqual(given, ["a", "b", "c"]);
    assert.deepEqual(
      [...random.permutation(100)].sort((a, b) => a - b),
      [...Array(100).keys()],
    );
    assert.deepEqual(random.permutation(0), new Int32Array(0));
    assert.ok(given.includes(random.choice(given)));
  });

  it("bad input names what was received", () => {
    assert.throws(() => new Random(undefined as never), /not undefined/);
    assert.throws(() => new Random(0.5), /whole number or a text, not 0\.5/);
    assert.throws(() => new Random(NaN), /not NaN/);
    assert.throws(() => new Random(1).fork(1.5), /not 1\.5/);
    assert.throws(() => new Random(1).integer(3, 3), /not 3 and 3/);
    assert.throws(() => new Random(1).integer(0, 2 ** 33), RangeError);
    assert.throws(() => new Random(1).choice([]), /empty list/);
  });
});
