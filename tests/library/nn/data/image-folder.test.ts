import assert from "node:assert/strict";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import * as tf from "@tensorflow/tfjs-node";
import { imageFolder } from "../../../../library/src/nn/index.ts";

const pictures = join(import.meta.dirname, "fixtures/pictures");

describe("nn/data: imageFolder", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "daylab-pictures-"));
    cpSync(pictures, folder, { recursive: true });
    for (let i = 0; i < 9; i++)
      copyFileSync(join(pictures, "dogs/rex.png"), join(folder, "dogs", `copy-${i}.png`));
    writeFileSync(join(folder, "dogs/notes.txt"), "not a picture");
    mkdirSync(join(folder, ".hidden"));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("gives batches of pictures, mixed anew each epoch", async () => {
    const { train, validation, classNames, files } = await imageFolder(folder, {
      size: 8,
      seed: 3,
    });
    assert.deepEqual(classNames, ["cats", "dogs"]);
    assert.deepEqual([train.size, validation.size, files.train.length], [14, 0, 14]);
    const before = tf.memory().numTensors;
    const labels = async (epoch: number): Promise<number[]> => {
      const all: number[] = [];
      for await (const { x, y } of train.batch(5).prefetch().batches(epoch)) {
        assert.deepEqual(x.shape.slice(1), [8, 8, 3]);
        const values = x.dataSync();
        const [low, high] = [Math.min(...values), Math.max(...values)];
        assert.ok(low >= 0 && high <= 1 && high > 0.5);
        all.push(...y.dataSync());
      }
      return all;
    };
    const [zero, one] = await Promise.all([labels(0), labels(1)]);
    assert.equal(zero.filter((y) => y === 0).length, 3);
    assert.notDeepEqual(zero, one);
    assert.deepEqual(await labels(1), one);
    assert.equal(tf.memory().numTensors, before);
  });

  it("divides into training and validation by the seed", async () => {
    const options = { size: 4, validationSplit: 0.3 };
    const { files, train, validation } = await imageFolder(folder, { ...options, seed: 1 });
    assert.deepEqual([train.size, validation.size], [10, 4]);
    assert.equal(new Set([...files.train, ...files.validation]).size, 14);
    assert.deepEqual((await imageFolder(folder, { ...options, seed: 1 })).files, files);
    assert.notDeepEqual((await imageFolder(folder, { ...options, seed: 2 })).files, files);
  });

  it("reads without labels, gray", async () => {
    const { train, classNames } = await imageFolder(folder, {
      size: [4, 6],
      labels: null,
      color: "gray",
      seed: 1,
    });
    assert.deepEqual(classNames, []);
    assert.equal(train.size, 14);
    assert.deepEqual(await train.batch(14).spec(), {
      x: { dtype: "float32", shape: [14, 4, 6, 1] },
      y: { dtype: "float32", shape: [14] },
    });
  });

  it("names a broken file, and what is missing", async () => {
    const broken = join(folder, "dogs/broken.png");
    writeFileSync(broken, "no picture");
    try {
      const { train, files } = await imageFolder(folder, { size: 8, shuffle: false });
      const place = files.train.findIndex((file) => basename(file) === "broken.png");
      const before = tf.memory().numTensors;
      await assert.rejects(
        async () => {
          for await (const { y } of train.batch(16)) y.dataSync();
        },
        new RegExp(
          `imageFolder failed at element ${place} .*no image to read in .*broken\\.png`,
          "u",
        ),
      );
      assert.equal(tf.memory().numTensors, before);
    } finally {
      rmSync(broken);
    }
    await assert.rejects(imageFolder("/no/such", { size: 8 }), /There is no folder \/no\/such/);
    await assert.rejects(
      imageFolder(join(folder, "cats/sub"), { size: 8 }),
      /no folders in .*each class needs one. With labels: null/,
    );
    mkdirSync(join(folder, "empty"));
    await assert.rejects(imageFolder(folder, { size: 8 }), /There are no pictures in .*empty/);
    await assert.rejects(
      imageFolder(folder, { size: 8, classNames: ["cow"] }),
      /no folder "cow".*there are: cats, dogs, empty/,
    );
    const size = 0;
    await assert.rejects(imageFolder(folder, { size }), /size must be pixels.*not 0/);
    await assert.rejects(
      imageFolder(folder, { size: 8, validationSplit: 1 }),
      /validationSplit must be from 0 to less than 1, not 1/,
    );
  });
});
