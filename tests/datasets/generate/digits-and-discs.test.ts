import assert from "node:assert/strict";
import { generate } from "../../../datasets/src/index.ts";

describe("datasets: stroke digits", () => {
  it("hold every digit equally often, in [0, 1], of the size asked for", () => {
    const { images, labels, shape } = generate.strokeDigits({ count: 200, seed: 2, size: 20 });
    assert.deepEqual(shape, [200, 20, 20, 1]);
    assert.equal(images.length, 200 * 400);
    assert.ok(images.every((v) => v >= 0 && v <= 1));
    for (let digit = 0; digit < 10; digit++)
      assert.equal(labels.filter((label) => label === digit).length, 20);
    assert.notDeepEqual(labels.slice(0, 10), labels.slice(10, 20));
  });

  it("are told apart by the nearest class mean much better than by chance, but not perfectly", () => {
    const pixels = 28 * 28;
    const train = generate.strokeDigits({ count: 1000, seed: 1 });
    const test = generate.strokeDigits({ count: 300, seed: 2 });
    const means = Array.from({ length: 10 }, () => new Float64Array(pixels));
    train.images.forEach((v, p) => {
      means[train.labels[Math.floor(p / pixels)]][p % pixels] += v / 100;
    });
    let right = 0;
    test.labels.forEach((label, i) => {
      const image = test.images.subarray(i * pixels, (i + 1) * pixels);
      const distances = means.map((m) => m.reduce((sum, v, p) => sum + (v - image[p]) ** 2, 0));
      if (distances.indexOf(Math.min(...distances)) === label) right++;
    });
    const accuracy = right / test.labels.length;
    assert.ok(accuracy > 0.5 && accuracy < 0.95, String(accuracy));
  });

  it("without jitter and noise a style of a digit is always the same", () => {
    const { images, labels } = generate.strokeDigits({ count: 100, seed: 3, jitter: 0, noise: 0 });
    const styles = new Map<number, Set<string>>();
    labels.forEach((label, i) => {
      const image = images.subarray(i * 784, (i + 1) * 784).join();
      styles.set(label, (styles.get(label) ?? new Set()).add(image));
    });
    for (const [digit, looks] of styles)
      assert.ok(looks.size <= 3, `${digit}: ${looks.size} styles`);
  });

  it("stay inside the image", () => {
    const { images } = generate.strokeDigits({ count: 500, seed: 4, noise: 0 });
    let edge = 0;
    images.forEach((v, p) => {
      const [x, y] = [p % 28, Math.floor(p / 28) % 28];
      if (x === 0 || y === 0 || x === 27 || y === 27) edge += v;
    });
    assert.ok(edge < 0.005 * images.reduce((sum, v) => sum + v, 0), "under 0.5 % of the ink");
  });

  it("a bad option is named", () => {
    assert.throws(() => generate.strokeDigits({ count: 1.5, seed: 1 }), /count .* not 1\.5/);
    assert.throws(() => generate.strokeDigits({ count: 1, seed: 1, jitter: -1 }), /jitter .* -1/);
  });
});

describe("datasets: discs", () => {
  const { images, masks, shape } = generate.discs({ count: 320, seed: 21 });

  it("have images in [0, 1] and a mask of zeros and ones for each", () => {
    assert.deepEqual(shape, [320, 64, 64, 1]);
    assert.equal(masks.length, images.length);
    assert.ok(images.every((v) => v >= 0 && v <= 1));
    assert.deepEqual(new Set(masks), new Set([0, 1]));
    for (let i = 0; i < 320; i++)
      assert.ok(masks.subarray(i * 4096, (i + 1) * 4096).includes(1), "a disc in each image");
  });

  it("leave a threshold with an IoU of about a half, so that there is something to learn", () => {
    const iou = (threshold: number): number => {
      let [both, either] = [0, 0];
      images.forEach((v, p) => {
        both += Number(v > threshold && masks[p] === 1);
        either += Number(v > threshold || masks[p] === 1);
      });
      return both / either;
    };
    const best = Math.max(...[0.4, 0.45, 0.5, 0.55, 0.6, 0.65].map(iou));
    assert.ok(best > 0.48 && best < 0.57, String(best));
  });

  it("a bad option is named", () => {
    assert.throws(() => generate.discs({ count: 1, seed: 1, size: 16 }), /size .* not 16/);
  });
});
