import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import * as tf from "@tensorflow/tfjs-node";
import { Dataset, ElementError, epochOrderOf } from "./helpers.ts";

describe("nn/data: Dataset", () => {
  let before = 0;
  beforeEach(() => void (before = tf.memory().numTensors));
  afterEach(() => assert.equal(tf.memory().numTensors, before, "no tensor is left"));

  const numbers = (n: number) => Dataset.range(n);
  const stream = (n: number) =>
    Dataset.fromGenerator(async function* () {
      for (let i = 0; i < n; i++) yield i;
    });

  it("goes through arrays and streams alike", async () => {
    for (const data of [numbers(10), stream(10)]) {
      const result = await data
        .map((i) => i * 2)
        .skip(1)
        .take(6)
        .filter((i) => i % 4 === 0)
        .toArray();
      assert.deepEqual(result, [4, 8, 12]);
    }
  });

  it("knows its size where it can be known", () => {
    const ten = numbers(10);
    assert.equal(ten.size, 10);
    assert.equal(ten.batch(4).size, 3);
    assert.equal(ten.batch(4, { dropRemainder: true }).size, 2);
    assert.equal(ten.skip(3).size, 7);
    assert.equal(ten.skip(30).size, 0);
    assert.equal(ten.take(30).size, 10);
    assert.equal(ten.repeat(3).size, 30);
    assert.equal(ten.repeat().size, Infinity);
    assert.equal(ten.repeat().take(7).size, 7);
    assert.equal(ten.concatenate(ten).size, 20);
    assert.equal(Dataset.zip({ a: ten, b: ten.skip(4) }).size, 6);
    assert.equal(ten.filter(Boolean).size, undefined);
    assert.equal(stream(3).batch(2).size, undefined);
    assert.equal(Dataset.fromGenerator(() => [1, 2], { size: 2 }).shuffle({ seed: 1 }).size, 2);
  });

  it("shuffles the whole of an array, with another order each epoch, the same each time", async () => {
    const shuffled = numbers(50).shuffle({ seed: 3 });
    const [zero, one] = [await shuffled.toArray(0), await shuffled.toArray(1)];
    assert.deepEqual(zero, [...epochOrderOf(50, 3, 0)]);
    assert.notDeepEqual(zero, one);
    assert.deepEqual(await shuffled.toArray(1), one);
    assert.deepEqual(
      [...one].sort((a, b) => a - b),
      await numbers(50).toArray(),
    );
    assert.notDeepEqual(await numbers(50).shuffle({ seed: 4 }).toArray(), zero);
    const same = numbers(50).shuffle({ seed: 3, reshuffleEachIteration: false });
    assert.deepEqual(await same.toArray(5), zero);
  });

  it("each for await is the next epoch", async () => {
    const shuffled = numbers(20).shuffle({ seed: 3 });
    for (const epoch of [0, 1, 2]) {
      const seen: number[] = [];
      for await (const element of shuffled) seen.push(element);
      assert.deepEqual(seen, await shuffled.toArray(epoch));
    }
  });

  it("shuffles a stream through a buffer", async () => {
    const shuffled = stream(40).shuffle({ seed: 3, bufferSize: 8 });
    const [zero, one] = [await shuffled.toArray(0), await shuffled.toArray(1)];
    assert.notDeepEqual(zero, one);
    assert.deepEqual(await shuffled.toArray(0), zero);
    assert.deepEqual(
      [...zero].sort((a, b) => a - b),
      await numbers(40).toArray(),
    );
    // Nothing comes before the buffer could hold it.
    zero.forEach((element, at) => assert.ok(element <= at + 7, `${element} at ${at}`));
  });

  it("repeats with an order of its own each time, and batches across the border", async () => {
    for (const data of [numbers(5), stream(5)]) {
      const twice = data.shuffle({ seed: 1 }).repeat(2);
      const all = await twice.toArray();
      assert.deepEqual(all.slice(0, 5).sort(), [0, 1, 2, 3, 4]);
      assert.deepEqual(all.slice(5).sort(), [0, 1, 2, 3, 4]);
      assert.notDeepEqual(all.slice(0, 5), all.slice(5));
      const rows: number[][] = [];
      for await (const batch of twice.batch(3)) rows.push([...batch.dataSync()]);
      assert.deepEqual(rows.flat(), all);
      assert.deepEqual(
        rows.map((row) => row.length),
        [3, 3, 3, 1],
      );
    }
    const endless = await numbers(3).repeat().skip(4).take(5).toArray();
    assert.deepEqual(endless, [1, 2, 0, 1, 2]);
  });

  it("takes rows of tensors and arrays by name, many at once", async () => {
    const x = tf.tensor2d([
      [0, 1],
      [2, 3],
      [4, 5],
      [6, 7],
      [8, 9],
    ]);
    const data = Dataset.fromTensorSlices({
      x,
      y: new Int32Array([0, 1, 2, 3, 4]),
      image: { data: Float32Array.from({ length: 20 }, (_, i) => i), shape: [5, 2, 2] },
      name: ["a", "b", "c", "d", "e"],
      on: [true, false, true, false, true],
    });
    for (const batched of [data.batch(2), data.map((e) => e).batch(2)]) {
      const shapes: number[][] = [];
      for await (const batch of batched) {
        shapes.push([batch.x.shape[0], batch.image.shape.length]);
        batch.x.arraySync();
        const [first] = batch.y.dataSync();
        assert.deepEqual((batch.x.arraySync() as number[][])[0], [2 * first, 2 * first + 1]);
        assert.equal((batch.image.arraySync() as number[][][])[0][1][1], 4 * first + 3);
        assert.equal((batch.name.dataSync() as unknown as string[])[0], "abcde"[first]);
        assert.equal(batch.on.dtype, "bool");
        assert.equal(batch.on.dataSync()[0], first % 2 === 0 ? 1 : 0);
      }
      assert.deepEqual(shapes, [
        [2, 3],
        [2, 3],
        [1, 3],
      ]);
    }
    x.dispose();
  });

  it("gathering and stacking give the same batches", async () => {
    const x = tf.randomNormal([13, 2, 3], 0, 1, "float32", 7);
    const data = Dataset.fromTensorSlices({ x, y: Float32Array.from({ length: 13 }, Math.sqrt) });
    const read = async (one: typeof data): Promise<number[]> => {
      const all: number[] = [];
      for await (const batch of one.shuffle({ seed: 1 }).batch(4))
        all.push(...batch.x.dataSync(), ...batch.y.dataSync());
      return all;
    };
    assert.deepEqual(await read(data.map((e) => e)), await read(data));
    x.dispose();
  });

  it("disposes a batch when the loop goes on, also at a break, an error and with a prefetch", async () => {
    const data = Dataset.fromTensorSlices({ x: new Float32Array(20) })
      .batch(4)
      .prefetch(3);
    let kept: tf.Tensor | undefined;
    for await (const { x } of data) {
      if (kept) assert.ok(kept.isDisposed);
      kept = x;
    }
    assert.ok(kept?.isDisposed);
    for await (const batch of data) if (batch.x.shape[0] === 4) break;
    await assert.rejects(async () => {
      for await (const batch of data) throw new Error(`stop at ${batch.x.shape[0]}`);
    }, /stop at 4/);
  });

  it("map disposes what it makes on the way and leaves what is somebody else's", async () => {
    const mean = tf.scalar(5);
    const x = tf.tensor2d([[1], [2], [3]]);
    const items = [tf.scalar(1), tf.scalar(2)];
    const mapped = Dataset.fromTensorSlices({ x })
      .map((e) => ({ x: e.x.sub(mean).square().sqrt(), mean }))
      .map(async (e) => {
        await wait(1);
        return { x: e.x };
      });
    for await (const e of mapped) assert.ok(e.x.dataSync()[0] >= 2);
    for await (const batch of mapped.batch(2)) assert.deepEqual(batch.x.shape.slice(1), [1]);
    for await (const one of Dataset.fromArray(items)) one.dispose();
    assert.ok(![mean, x, ...items].some((one) => one.isDisposed));
    tf.dispose([mean, x, items]);
  });

  it("an error names the element and keeps its cause; nothing leaks", async () => {
    const cause = new TypeError("no such pixel");
    const fail =
      (at: number, promise: boolean) =>
      (e: { x: tf.Tensor }, { index }: { index: number }) => {
        const x = e.x.add(1);
        if (index === at && promise) {
          x.dispose();
          return Promise.reject(cause);
        }
        if (index === at) throw cause;
        return promise ? Promise.resolve({ x }) : { x };
      };
    const x = tf.ones([9, 2]);
    const data = Dataset.fromTensorSlices({ x });
    for (const promise of [false, true])
      for (const mapped of [
        data.map(fail(5, promise)),
        data.filter(() => true).map(fail(5, promise)),
      ])
        for (const run of [mapped.batch(4), mapped.shuffle({ seed: 1 }).prefetch()])
          await assert.rejects(
            async () => {
              for await (const batch of run as AsyncIterable<{ x: tf.Tensor }>) batch.x.dataSync();
            },
            (error: unknown) => {
              assert.ok(error instanceof ElementError);
              assert.match(error.message, /map failed at element 5 \(epoch 0\): no such pixel/);
              assert.equal(error.cause, cause);
              assert.equal(error.index, 5);
              return true;
            },
          );
    x.dispose();
  });

  it("augment draws by seed, epoch and place, whichever element is ready first", async () => {
    const slow = (i: number, noise: number) => wait((7 - (i % 7)) * 0.5).then(() => i + noise);
    const draw = (seed: number) =>
      numbers(12).augment((i, random) => slow(i, random.uniform()), { seed });
    const all = async (data: Dataset<number>, epoch: number) => {
      const result: number[] = [];
      for await (const batch of data.batch(5).batches(epoch)) result.push(...batch.dataSync());
      return result;
    };
    const first = await all(draw(1), 0);
    assert.deepEqual(await all(draw(1), 0), first);
    assert.notDeepEqual(await all(draw(1), 1), first);
    assert.notDeepEqual(await all(draw(2), 0), first);
    assert.deepEqual(first.map(Math.floor), await numbers(12).toArray());
    assert.equal(new Set(first.map((v) => v % 1)).size, 12);
  });

  it("pads sequences to the longest of a batch", async () => {
    const data = Dataset.fromArray([
      { ids: new Int32Array([1, 2, 3]), n: 3 },
      { ids: new Int32Array([4]), n: 1 },
      { ids: new Int32Array([]), n: 0 },
    ]);
    const rows: unknown[] = [];
    for await (const batch of data.paddedBatch(2, { paddingValue: -1, dtypes: { n: "int32" } })) {
      assert.equal(batch.ids.dtype, "int32");
      assert.equal(batch.n.dtype, "int32");
      rows.push([batch.ids.shape, ...batch.ids.dataSync()]);
    }
    assert.deepEqual(rows, [[[2, 3], 1, 2, 3, 4, -1, -1], [[1, 0]]]);
    const fixed = data.paddedBatch(3, { paddedShapes: { ids: [4] } });
    for await (const { ids } of fixed) assert.deepEqual(ids.shape, [3, 4]);
    await assert.rejects(async () => {
      for await (const _ of data.paddedBatch(3, { paddedShapes: { ids: [2] } })) assert.ok(_);
    }, /shape \[2\] for ids is too short: one has 3/);
    const matrices = Dataset.fromArray([
      [
        [1, 2],
        [3, 4],
      ],
      [[5, 6]],
    ]).paddedBatch(2);
    for await (const m of matrices)
      assert.deepEqual(m.arraySync(), [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [0, 0],
        ],
      ]);
  });

  it("gathers a batch from two repetitions", async () => {
    const data = Dataset.fromTensorSlices({ x: Float32Array.of(0, 1, 2, 3, 4) }).shuffle({
      seed: 1,
    });
    const one = (await data.repeat(2).toArray()).map(({ x }) => x);
    const rows: number[] = [];
    for await (const { x } of data.repeat(2).batch(3)) rows.push(...x.dataSync());
    assert.deepEqual(rows, one);
    assert.notDeepEqual(one.slice(0, 5), one.slice(5));
  });

  it("take ends its source with its last element, for readers who count", async () => {
    let closed = false;
    const data = Dataset.fromGenerator(function* () {
      try {
        for (let i = 0; ; i++) yield { x: i };
      } finally {
        closed = true;
      }
    });
    const reading = data.batch(2).prefetch(3).take(2).pipe.read([0]);
    for (const last of [false, true]) {
      const { value } = await reading.next();
      (value as { x: tf.Tensor }).x.dispose();
      assert.equal(closed, last);
    }
    assert.equal(tf.memory().numTensors, before);
  });

  it("a batch that cannot be made leaves nothing of what it had", async () => {
    const scalars = [tf.scalar(1), tf.scalar(2)];
    const data = Dataset.fromArray([
      { a: 1, x: scalars[0], z: [1, 2] },
      { a: 2, x: scalars[1], z: [3] },
    ]);
    await assert.rejects(async () => {
      for await (const _ of data.batch(2)) assert.ok(_);
    }, /Element 1 \(z\) has 1 values/);
    assert.equal(tf.memory().numTensors, before + 2);
    tf.dispose(scalars);
  });

  it("caches the first pass; dispose lets go", async () => {
    for (const source of [numbers(3), stream(3)]) {
      let made = 0;
      const cached = source
        .map((i) => {
          made++;
          return tf.scalar(i);
        })
        .cache();
      const read = async () => {
        const seen: number[] = [];
        for await (const one of cached) seen.push(one.dataSync()[0]);
        return seen;
      };
      assert.deepEqual(await read(), [0, 1, 2]);
      assert.deepEqual(await read(), [0, 1, 2]);
      assert.equal(made, 3);
      assert.equal(tf.memory().numTensors, before + 3);
      const onward = cached.batch(2);
      onward.dispose();
      assert.equal(tf.memory().numTensors, before);
      assert.deepEqual(await read(), [0, 1, 2]);
      assert.equal(made, 6);
      cached.dispose();
    }
    const partly = stream(5)
      .map((i) => tf.scalar(i))
      .cache();
    for await (const one of partly) if (one.dataSync()[0] === 2) break;
  });

  it("zips, concatenates and counts", async () => {
    for (const [a, b] of [
      [numbers(3), numbers(2)],
      [stream(3), numbers(2)],
    ] as const) {
      assert.deepEqual(await Dataset.zip({ a, b }).toArray(), [
        { a: 0, b: 0 },
        { a: 1, b: 1 },
      ]);
      assert.deepEqual(await a.concatenate(b).toArray(), [0, 1, 2, 0, 1]);
      assert.deepEqual(await a.skip(1).enumerate().toArray(), [
        { index: 0, value: 1 },
        { index: 1, value: 2 },
      ]);
    }
    const scalars = stream(3).map((i) => tf.scalar(i));
    for await (const pair of Dataset.zip({ a: scalars, b: scalars.take(1) })) assert.ok(pair.a);
  });

  it("zip disposes what the others gave where one fails", async () => {
    const fail = (i: number): tf.Tensor => {
      if (i === 1) throw new Error("no");
      return tf.scalar(i);
    };
    for (const source of [numbers(3), stream(3)]) {
      const good = source.map((i) => tf.scalar(i));
      const later = source.map(async (i) => fail(i));
      for (const bad of [source.map(fail), later])
        await assert.rejects(async () => {
          for await (const _ of Dataset.zip({ good, bad })) assert.ok(_);
        }, /map failed at element 1/);
    }
  });

  it("prefetch works while the reader waits", async () => {
    const log: string[] = [];
    const data = Dataset.fromGenerator(async function* () {
      for (let i = 0; i < 4; i++) {
        await wait(1);
        log.push(`made ${i}`);
        yield i;
      }
    });
    for await (const i of data.prefetch(2)) {
      await wait(15);
      log.push(`used ${i}`);
    }
    assert.deepEqual(log.slice(0, 4), ["made 0", "made 1", "made 2", "used 0"]);
    log.length = 0;
    for await (const i of data) log.push(`used ${i}`);
    assert.deepEqual(log.slice(0, 3), ["made 0", "used 0", "made 1"]);
  });

  it("describes itself", async () => {
    const data = Dataset.fromTensorSlices({
      x: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      y: [0, 1, 0],
    }).shuffle({ seed: 1 });
    assert.equal(
      await data.describe(),
      "Dataset of 3 elements: fromTensorSlices, shuffle; each { x: float32 [2], y: float32 }",
    );
    assert.deepEqual(await data.batch(2).spec(), {
      x: { dtype: "float32", shape: [2, 2] },
      y: { dtype: "float32", shape: [2] },
    });
    assert.match(String(data.repeat()), /Dataset of endless elements/);
    await assert.rejects(Dataset.range(0).describe(), /has no elements/);
  });

  it("refuses what cannot be", async () => {
    const ten = numbers(10);
    assert.throws(() => ten.batch(0), /a whole number of elements from 1, not 0/);
    assert.throws(() => ten.take(-1), /take needs a whole number from 0, not -1/);
    assert.throws(() => ten.repeat(0), /repeat needs a whole number from 1 or Infinity, not 0/);
    assert.throws(() => ten.prefetch(1.5), /prefetch needs .* not 1.5/);
    assert.throws(() => ten.shuffle({ seed: 1, bufferSize: 0 }), /bufferSize .* not 0/);
    assert.throws(() => ten.shuffle({ sead: 1 } as never), /no option "sead". Did you mean "seed"/);
    assert.throws(() => ten.repeat().shuffle({ seed: 1 }), /call shuffle before repeat/);
    assert.throws(() => ten.repeat().cache(), /call cache before repeat/);
    assert.throws(() => ten.repeat().concatenate(ten), /take some of it first/);
    await assert.rejects(ten.repeat().toArray(), /never ends has no array/);
    assert.throws(() => Dataset.fromTensorSlices({ x: [1, 2], y: [1] }), /x 2, y 1/);
    assert.throws(() => Dataset.fromTensorSlices({}), /at least one column/);
    assert.throws(() => Dataset.fromGenerator([1] as never), /begins anew each epoch/);
    await assert.rejects(async () => {
      for await (const _ of Dataset.fromArray([[1, 2], [3]]).batch(2)) assert.ok(_);
    }, /Element 1 has 1 values of shape \[1\]; the first of its batch has shape \[2\].*paddedBatch/);
    await assert.rejects(async () => {
      for await (const _ of Dataset.fromArray([{ x: 1 }, { x: null }]).batch(2)) assert.ok(_);
    }, /Element 1 \(x\) is null; the first of its batch is 1/);
    await assert.rejects(async () => {
      for await (const _ of ten.batches(-1)) assert.ok(_);
    }, /An epoch is a whole number from 0, not -1/);
  });
});
