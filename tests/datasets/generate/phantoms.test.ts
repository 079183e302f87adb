import assert from "node:assert/strict";
import { generate } from "../../../datasets/src/index.ts";

const parts = ["head", "abdomen"] as const;
const modalities = ["ct", "mri"] as const;
const size = 96;
const pixels = size * size;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, v) => sum + v, 0) / values.length;
const deviation = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((v) => (v - middle) ** 2)));
};

describe("datasets: phantoms", () => {
  for (const part of parts)
    for (const modality of modalities)
      it(`${part}, ${modality}: every organ is in every slice, a tumour where the label says`, () => {
        const { images, masks, classes, labels, shape, clean, bias } = generate.phantoms({
          ...{ count: 12, seed: 7, size, part, modality },
        });
        assert.deepEqual(shape, [12, size, size, 1]);
        for (const batch of [images, clean])
          assert.ok(batch.length === 12 * pixels && batch.every((v) => v >= 0 && v <= 1));
        assert.equal(bias.length, images.length);
        const tumour = classes.length - 1;
        for (let i = 0; i < 12; i++) {
          const found = new Set(masks.subarray(i * pixels, (i + 1) * pixels));
          for (let organ = 0; organ < tumour; organ++) assert.ok(found.has(organ), classes[organ]);
          assert.equal(found.has(tumour), labels[i] === 1);
        }
        assert.ok(labels.includes(0) && labels.includes(1));
      });

  it("tumours lie wholly within their organ", () => {
    for (const [part, organs] of [
      ["head", ["brain", "ventricle", "tumour"]],
      ["abdomen", ["liver", "tumour"]],
    ] as const) {
      const { masks, classes, labels } = generate.phantoms({
        ...{ count: 20, seed: 8, size, part, tumours: [1, 3] as const },
      });
      assert.ok(labels.every((label) => label === 1));
      const tumour = classes.length - 1;
      let beside = 0;
      masks.forEach((label, p) => {
        if (label !== tumour) return;
        for (const q of [p - 1, p + 1, p - size, p + size])
          if (!(organs as readonly string[]).includes(classes[masks[q]])) beside++;
      });
      // Fat at the kidney may touch the liver; nothing else may.
      assert.ok(beside <= (part === "head" ? 0 : 40), `${part}: ${beside}`);
    }
  });

  it("CT shows the textbook's Hounsfield units in its window, and normal noise", () => {
    const { images, clean, masks, classes } = generate.phantoms({
      ...{ count: 20, seed: 9, size, part: "abdomen" as const, modality: "ct" as const },
      ...{ noise: 0.04 },
    });
    for (const [organ, hounsfield] of [
      ["liver", 110],
      ["spleen", 120],
    ] as const) {
      const inside = [...clean].filter((_, p) => classes[masks[p]] === organ);
      assert.ok(Math.abs(mean(inside) - (hounsfield + 160) / 400) < 0.02, organ);
    }
    const noise = [...images].map((v, p) => v - clean[p]).filter((_, p) => masks[p] === 2);
    assert.ok(Math.abs(mean(noise)) < 0.002 && Math.abs(deviation(noise) - 0.04) < 0.001);
  });

  it("MRI has the noise of a magnitude in air, and a smooth bias field that explains the rest", () => {
    const { images, clean, masks, bias } = generate.phantoms({
      ...{ count: 20, seed: 10, size, noise: 0.05, bias: 0.3 },
    });
    const air = [...images].filter((_, p) => masks[p] === 0 && clean[p] === 0);
    // Rayleigh's distribution: mean σ √(π / 2).
    assert.ok(Math.abs(mean(air) - 0.05 * Math.sqrt(Math.PI / 2)) < 0.001, String(mean(air)));
    assert.ok(bias.every((factor) => factor >= 0.7 && factor <= 1.3));
    assert.ok(Math.min(...bias.subarray(0, pixels)) < Math.max(...bias.subarray(0, pixels)) - 0.05);
    const steps = [...bias].map((v, p) => (p % size === 0 ? 0 : Math.abs(v - bias[p - 1])));
    assert.ok(steps.every((step) => step < 0.02));
    const brain = [...images.keys()].filter((p) => masks[p] === 2);
    const left = brain.map((p) => images[p] - clean[p]);
    const explained = brain.map((p) => images[p] - clean[p] * bias[p]);
    assert.ok(deviation(explained) < 0.055 && deviation(left) > deviation(explained) + 0.02);
  });

  it("without noise and bias the images are the clean ones", () => {
    for (const modality of modalities) {
      const { images, clean } = generate.phantoms({
        ...{ count: 3, seed: 1, noise: 0, bias: 0, modality },
      });
      assert.deepEqual(images, clean);
    }
  });

  it("a bad option is named", () => {
    const make = (options: object) => () => generate.phantoms({ count: 1, seed: 1, ...options });
    assert.throws(make({ size: 16 }), /size .* not 16/);
    assert.throws(make({ part: "haed" }), /part must be "head" or "abdomen", not "haed".*"head"\?/);
    assert.throws(make({ modality: "pet" }), /modality must be "ct" or "mri", not "pet"/);
    assert.throws(make({ tumours: [2, 1] }), /tumours .* from 2 to 5, not 1/);
    assert.throws(make({ bias: 1 }), /bias .* not 1/);
  });
});
