import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { Random } from "../../../../library/src/random/index.ts";
import { Dataset } from "../../../../library/src/nn/data/index.ts";
import {
  augment,
  colorJitter,
  cutmix,
  cutout,
  Image,
  invertMatrix,
  maskToBox,
  mixup,
  mosaic,
  randomAffine,
  randomBlur,
  randomCrop,
  randomFlip,
  randomNoise,
  randomResizedCrop,
  randomRotate,
  transformPoints,
  type AugmentStep,
  type Box,
  type Point,
  type XYXY,
} from "../../../../library/src/vision/index.ts";

const side = 48;

/** A bright rectangle with its box, its mask, and points on it. */
function scene(x0: number, y0: number, x1: number, y1: number) {
  const data = new Float32Array(side * side);
  for (let y = y0; y < y1; y++) data.fill(1, y * side + x0, y * side + x1);
  const points: Point[] = [
    [x0 + 2, y0 + 2],
    [(x0 + x1 - 1) / 2, (y0 + y1 - 1) / 2],
    [x1 - 3, y1 - 3],
  ];
  const boxes: (Box & { id: number })[] = [{ box: [x0, y0, x1, y1], label: "thing", id: 5 }];
  const mask = new Image({ height: side, width: side, channels: 1, data, colorSpace: "gray" });
  return { image: mask, boxes, masks: [mask], points, extra: "kept" };
}

const moving: Record<string, AugmentStep> = {
  "randomFlip horizontal": randomFlip({ probability: 1 }),
  "randomFlip vertical": randomFlip({ probability: 1, direction: "vertical" }),
  randomRotate: randomRotate({ degrees: 50 }),
  "randomAffine scale": randomAffine({ scale: [0.6, 1.6] }),
  "randomAffine translate": randomAffine({ translate: 0.2 }),
  "randomAffine shear": randomAffine({ shear: 25 }),
  "randomAffine all": randomAffine({ degrees: 30, scale: [0.7, 1.3], translate: 0.1, shear: 15 }),
  randomCrop: randomCrop({ height: 30, width: 36 }),
  "randomCrop padding": randomCrop({ height: 30, width: 30, padding: 6 }),
  randomResizedCrop: randomResizedCrop({ height: 40, width: 56, scale: [0.4, 1] }),
};

describe("augment", () => {
  for (const [name, step] of Object.entries(moving)) {
    const pipeline = augment([step], { seed: 9, minVisible: 0 });
    const sample = scene(14, 10, 34, 28);

    it(`${name}: a point on the object stays on it`, () => {
      let inside = 0;
      for (let i = 0; i < 40; i++) {
        const { image, points } = pipeline(sample, i);
        for (const [x, y] of points) {
          const [column, row] = [Math.round(x), Math.round(y)];
          if (column < 1 || row < 1 || column > image.width - 2 || row > image.height - 2) continue;
          inside++;
          assert.ok(image.at(row, column)[0] > 0.5, `sample ${i}: ${x}, ${y}`);
        }
      }
      assert.ok(inside > 50, `only ${inside} points stayed in the picture`);
    });

    it(`${name}: the box holds the mask and, upright, no more`, () => {
      for (let i = 0; i < 40; i++) {
        const { boxes, masks } = pipeline(sample, i);
        const around = maskToBox({ data: masks[0].data, shape: masks[0].shape.slice(0, 2) });
        if (around === undefined || boxes.length === 0) continue;
        const [{ box }] = boxes;
        const tight = !/Rotate|shear|all/u.test(name);
        for (const k of [0, 1]) {
          assert.ok(
            box[k] <= around[k] + 1 && box[k + 2] >= around[k + 2] - 1,
            `${i}: ${box.join()}`,
          );
          if (tight)
            assert.ok(
              Math.abs(box[k] - around[k]) <= 1 && Math.abs(box[k + 2] - around[k + 2]) <= 1,
              `${i}: ${box.join()} around ${around.join()}`,
            );
        }
      }
    });

    it(`${name}: the inverse leads back`, () => {
      for (let i = 0; i < 10; i++) {
        const { points, transform } = pipeline(sample, i);
        transformPoints(invertMatrix(transform), points).forEach(([x, y], k) => {
          const [u, v] = sample.points[k];
          assert.ok(Math.hypot(x - u, y - v) < 1e-9);
        });
      }
    });
  }

  it("flips pixels exactly, and twice gives the same again", () => {
    const sample = scene(5, 7, 20, 30);
    const flip = augment([randomFlip({ probability: 1 })]);
    const once = flip(sample, 0);
    assert.deepEqual(once.boxes[0].box, [28, 7, 43, 30]);
    const twice = augment([randomFlip({ probability: 1 }), randomFlip({ probability: 1 })])(
      sample,
      0,
    );
    assert.deepEqual(twice.image.data, sample.image.data);
    assert.deepEqual(twice.boxes, sample.boxes);
  });

  it("keeps what else a sample and a box hold, and changes nothing of them", () => {
    const sample = scene(14, 10, 34, 28);
    const before = structuredClone({ boxes: sample.boxes, points: sample.points });
    const after = augment(Object.values(moving), { minVisible: 0 })(sample, 3);
    assert.equal(after.extra, "kept");
    assert.ok(after.boxes.every(({ id }) => id === 5));
    assert.deepEqual({ boxes: sample.boxes, points: sample.points }, before);
    assert.equal("boxes" in augment([])({ image: [[1]] }, 0), false);
  });

  it("drops a box of which too little is left", () => {
    const away = randomAffine({ translate: [[0.45, 0.45], 0] });
    const sample = scene(14, 10, 34, 28);
    assert.equal(augment([away])(sample, 0).boxes.length, 1);
    assert.equal(augment([away], { minVisible: 0.9 })(sample, 0).boxes.length, 0);
  });

  it("gives the same for the same seed and number, and others otherwise", () => {
    const steps = [...Object.values(moving), colorJitter({ brightness: 0.3 }), randomNoise()];
    const sample = scene(14, 10, 34, 28);
    const sum = (seed: number, i: number) => augment(steps, { seed })(sample, i).image.data.join();
    assert.equal(sum(1, 4), sum(1, 4));
    assert.notEqual(sum(1, 4), sum(1, 5));
    assert.notEqual(sum(1, 4), sum(2, 4));
  });

  it("agrees between two processes", () => {
    const vision = new URL("../../../../library/src/vision/index.ts", import.meta.url).href;
    const code = `import { augment, randomAffine, randomNoise, colorJitter } from ${JSON.stringify(vision)};
      const image = { data: Uint8Array.from({ length: 300 }, (_, i) => i % 251), shape: [10, 10, 3] };
      const pipeline = augment([randomAffine({ degrees: 20 }), colorJitter({ hue: 30, contrast: 0.4 }), randomNoise()], { seed: 3 });
      console.log(pipeline({ image }, 2).image.data.join());`;
    const run = () =>
      execFileSync(process.execPath, ["--input-type=module-typescript", "-e", code], {
        encoding: "utf8",
      });
    assert.equal(run(), run());
  });

  it("goes into a Dataset: other changes in each epoch, the same in each run", async () => {
    const images = [0.2, 0.4, 0.6].map((light) => ({
      image: { data: new Float32Array(64).fill(light), shape: [8, 8] },
    }));
    const read = async () => {
      const dataset = Dataset.fromArray(images).augment(augment([randomNoise()]), { seed: 5 });
      const epochs: string[] = [];
      for (let epoch = 0; epoch < 2; epoch++) {
        let text = "";
        for await (const { image } of dataset) text += image.data.join();
        epochs.push(text);
      }
      return epochs;
    };
    const [first, second] = [await read(), await read()];
    assert.deepEqual(first, second);
    assert.notEqual(first[0], first[1]);
  });

  it("names what does not fit", () => {
    assert.throws(() => augment(["flip" as unknown as AugmentStep]), /Step 0 is no augmentation/);
    assert.throws(() => augment([])({ image: [[1]], masks: [[[1, 2]]] }, 0), /1 × 1.*1 × 2/);
    assert.throws(
      () => augment([randomCrop({ height: 9, width: 9 })])({ image: [[1]] }, 0),
      /9 × 9.*1 × 1/,
    );
    assert.throws(() => randomAffine({ scale: [0, 1] }), /above 0.*\[0,1\]/);
    assert.throws(() => randomRotate({ degrees: [5, 1] }), /degrees.*\[5,1\]/);
    assert.throws(() => randomFlip({ probability: 2 }), /2/);
    assert.throws(() => mixup({ image: [[1]] }, { image: [[1, 2]] }), /alike/);
    assert.throws(() => mosaic([], { height: 8, width: 8 }), /4 pictures; there are 0/);
  });
});

describe("changes of pixels", () => {
  const random = new Random(2);
  const data = Uint8Array.from({ length: 20 * 16 * 3 }, () => random.integer(0, 256));
  const image = { data, shape: [20, 16, 3] };

  it("keep size and type, and what they are told to keep", () => {
    const steps = [
      colorJitter({ brightness: 0.3, hue: 20 }),
      randomNoise(),
      randomBlur(),
      cutout(),
    ];
    for (const step of steps) {
      const changed = augment([step])({ image, boxes: [{ box: [1, 1, 5, 5], label: 1 }] }, 1);
      assert.deepEqual(
        [changed.image.shape, changed.image.type],
        [[20, 16, 3], "uint8"],
        step.name,
      );
      assert.notDeepEqual(changed.image.data, data, step.name);
      assert.deepEqual(changed.boxes[0].box, [1, 1, 5, 5]);
    }
  });

  it("without saturation give grey, and turned by 360 degrees the same colours", () => {
    const gray = augment([colorJitter({ saturation: [0, 0] })])({ image }, 0).image;
    for (let i = 0; i < data.length; i += 3)
      assert.ok(
        Math.max(...gray.data.subarray(i, i + 3)) - Math.min(...gray.data.subarray(i, i + 3)) <= 1,
      );
    const turned = augment([colorJitter({ hue: [360, 360] })])({ image }, 0).image;
    turned.data.forEach((value, i) =>
      assert.ok(Math.abs(value - data[i]) <= 2, `${value} ${data[i]}`),
    );
  });

  it("mix two pictures and their boxes in the share they say", () => {
    const box = (at: XYXY): Box[] => [{ box: at, label: "a" }];
    const [a, b] = [
      {
        image: { data: new Float32Array(64 * 64).fill(1), shape: [64, 64] },
        boxes: box([2, 2, 9, 9]),
      },
      { image: { data: new Float32Array(64 * 64), shape: [64, 64] }, boxes: box([0, 0, 64, 64]) },
    ];
    for (let seed = 0; seed < 20; seed++) {
      const both = mixup(a, b, { random: seed, alpha: 0.5 });
      assert.ok(Math.abs(both.image.data[7] - both.share) < 1e-6 && both.boxes.length === 2);
      const cut = cutmix(a, b, { random: seed });
      let sum = 0;
      for (const value of cut.image.data) sum += value;
      const mean = sum / 4096;
      assert.ok(Math.abs(mean - cut.share) < 1e-9);
      const second = cut.boxes.at(-1)?.box ?? [0, 0, 0, 0];
      const area = (second[2] - second[0]) * (second[3] - second[1]);
      if (cut.share < 1) assert.equal(area, Math.round((1 - cut.share) * 4096));
    }
  });

  it("set four pictures together with their boxes", () => {
    const samples = [0, 1, 2, 3].map((k) => ({ ...scene(12, 12, 36, 36), k }));
    const { image, boxes } = mosaic(samples, { height: 80, width: 100, random: 3 });
    assert.deepEqual(image.shape, [80, 100, 1]);
    assert.equal(boxes.length, 4);
    for (const { box } of boxes) {
      const [x, y] = [Math.floor((box[0] + box[2]) / 2), Math.floor((box[1] + box[3]) / 2)];
      assert.equal(image.at(y, x)[0], 1);
      assert.equal(image.at(y, Math.max(0, Math.floor(box[0]) - 2))[0], 0);
    }
  });
});
