import assert from "node:assert/strict";
import { generate } from "../../../datasets/src/index.ts";

/** Smallest box around the pixels with an id, found the slow and plain way. */
function boxAround(instances: Uint8Array, size: number, image: number, id: number) {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if (instances[(image * size + y) * size + x] === id) {
        xs.push(x);
        ys.push(y);
      }
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return [x, y, Math.max(...xs) + 1, Math.max(...ys) + 1];
}

describe("datasets: shapes", () => {
  const crowded = { count: 30, seed: 3, size: 48, objects: [8, 12], visible: 0 } as const;

  it("every box is tight around visible pixels, and the masks agree", () => {
    for (const options of [crowded, { count: 30, seed: 4 }]) {
      const { boxes, classes, instances, masks, shape } = generate.shapes(options);
      const size = shape[1];
      assert.equal(boxes.length, 30);
      boxes.forEach((list, image) => {
        const ids = new Set(instances.subarray(image * size * size, (image + 1) * size * size));
        ids.delete(0);
        assert.equal(ids.size, list.length, "one id a box, none without a box");
        list.forEach(({ box, label, classIndex }, k) => {
          assert.deepEqual(box, boxAround(instances, size, image, k + 1));
          const p = instances.indexOf(k + 1, image * size * size);
          assert.equal(masks[p], classIndex + 1);
          assert.equal(classes[classIndex], label);
        });
      });
      instances.forEach((id, p) => assert.equal(id === 0, masks[p] === 0));
    }
  });

  it("a shape wholly behind others has no box", () => {
    const hiding = { count: 40, seed: 5, size: 32, radius: [0.1, 0.45], visible: 0 } as const;
    const counts = generate.shapes({ ...hiding, objects: [12, 12] }).boxes.map((b) => b.length);
    assert.ok(counts.some((n) => n < 12));
  });

  it("visible: 1 keeps shapes apart", () => {
    const apart = generate.shapes({
      count: 40,
      seed: 6,
      visible: 1,
      classes: ["circle"],
      rotation: 0,
    });
    for (const [i, list] of apart.boxes.entries())
      for (const [k, { box }] of list.entries()) {
        const [width, height] = [box[2] - box[0], box[3] - box[1]];
        assert.ok(Math.abs(width - height) <= 1, "a whole circle is as high as wide");
        const pixels = apart.instances
          .subarray(i * 4096, (i + 1) * 4096)
          .filter((id) => id === k + 1);
        assert.ok(Math.abs(pixels.length - (Math.PI * width * height) / 4) < 0.15 * pixels.length);
      }
  });

  it("sizes, channels, counts and brightness are those asked for", () => {
    const { images, shape, boxes, classes } = generate.shapes({
      count: 20,
      seed: 7,
      size: 40,
      colour: true,
      objects: [2, 3],
      visible: 1,
      classes: ["square", "triangle"],
    });
    assert.deepEqual(shape, [20, 40, 40, 3]);
    assert.equal(images.length, 20 * 40 * 40 * 3);
    assert.ok(images.every((v) => v >= 0 && v <= 1));
    assert.deepEqual(classes, ["square", "triangle"]);
    assert.ok(boxes.every((list) => list.length >= 1 && list.length <= 3));
    assert.deepEqual(new Set(boxes.flat().map((b) => b.label)), new Set(["square", "triangle"]));
    assert.equal(generate.shapes({ count: 1, seed: 1, objects: [0, 1], noise: 0 }).shape[3], 1);
  });

  it("a bad option is named with what was received", () => {
    const make = (options: object) => () => generate.shapes({ count: 1, seed: 1, ...options });
    assert.throws(make({ count: 0 }), /count must be a whole number from 1 .* not 0/);
    assert.throws(make({ size: 8 }), /size .* not 8/);
    assert.throws(make({ objects: [3, 2] }), /objects\[0\] .* not 3/);
    assert.throws(make({ noise: NaN }), /noise .* not NaN/);
    assert.throws(make({ radius: [0.3, 0.2] }), /radius\[0\] .* not 0\.3/);
    assert.throws(make({ classes: [] }), /at least one class/);
    assert.throws(make({ classes: ["star"] }), /no shape "star"/);
    assert.throws(make({ seed: undefined }), /seed is a whole number or a text/);
  });
});
