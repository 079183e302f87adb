import assert from "node:assert/strict";
import { imageWithBoxes } from "../../../../library/src/plot/index.ts";
import { pixelAt, readPng } from "../read-png.ts";

const image = { data: new Float32Array(400).fill(0.5), shape: [20, 20] };
const cat = { box: [4, 8, 12, 16], label: 0, score: 0.93 } as const;
const dog = { box: [10, 2, 18, 9], label: 1, score: 0.5 } as const;
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

describe("imageWithBoxes", () => {
  it("draws the box at its corners, in pixels of the image", async () => {
    const png = readPng(await imageWithBoxes(image, [cat], { scale: 10 }).toPNG());
    const blue = [0, 0x72, 0xb2];
    const at = (x: number, y: number) => pixelAt(png, 2 * (6 + 10 * x), 2 * (6 + 10 * y));
    for (const [x, y] of [
      [4, 12],
      [12, 12],
      [8, 16],
    ] as const)
      assert.deepEqual(at(x, y), blue, `${String(x)}, ${String(y)}`);
    for (const [x, y] of [
      [8, 12],
      [2, 12],
      [14, 12],
      [8, 18],
    ] as const)
      assert.deepEqual(at(x, y), [128, 128, 128]);
  });

  it("writes class and score, and gives classes their own dash", async () => {
    const figure = imageWithBoxes(image, [cat, dog], { classNames: ["cat", "dog"] });
    const svg = await figure.toSVG();
    assert.deepEqual(texts(svg), ["cat 0.93", "dog 0.50"]);
    assert.equal(svg.match(/stroke-dasharray/g)?.length, 1);
    assert.match(figure.alt, /cat 0\.93 at \[4, 8, 12, 16\]; dog 0\.50 at \[10, 2, 18, 9\]/);
  });

  it("keeps the colour of a class where others are missing", async () => {
    const colours = async (box: object, classNames?: string[] | Record<string, string>) => {
      const svg = await imageWithBoxes(image, [{ ...cat, ...box }], { classNames }).toSVG();
      return svg.match(/stroke="(#[0-9A-F]{6})"/)?.[1];
    };
    const [blue, orange] = ["#0072B2", "#D55E00"];
    assert.equal(await colours({ label: "dog" }), blue);
    assert.equal(await colours({ label: "dog" }, ["cat", "dog"]), orange);
    assert.equal(await colours({ label: 1 }, ["cat", "dog"]), orange);
    assert.equal(await colours({ label: "d" }, { c: "cat", d: "dog" }), orange);
    assert.equal(await colours({ label: "bird" }, ["cat"]), orange);
  });

  it("writes captions below images, and below predictions", async () => {
    const batch = { data: new Float32Array(800), shape: [2, 20, 20, 1] };
    const captions = ["first", "second"];
    const alone = await imageWithBoxes(batch, [[], []], { captions }).toSVG();
    assert.deepEqual(texts(alone), captions);
    const beside = await imageWithBoxes(batch, [[], []], { truth: [[], []], captions }).toSVG();
    const expected = captions.flatMap((caption) => ["Truth", "Prediction", caption]);
    assert.deepEqual(texts(beside), expected);
    assert.throws(
      () => imageWithBoxes(batch, [[], []], { captions: ["one"] }),
      /2 images and 1 cap/,
    );
  });

  it("puts the truth beside the prediction, for a batch too", async () => {
    const batch = { data: new Float32Array(800), shape: [2, 20, 20, 1] };
    const svg = await imageWithBoxes(batch, [[cat], []], {
      truth: [[{ box: [4, 8, 12, 17], label: 0 }], [dog]],
    }).toSVG();
    assert.equal(svg.match(/<image /g)?.length, 4);
    // Within an image the names at its boxes come before its heading.
    const expected = ["0", "Truth", "0 0.93", "Prediction", "1 0.50", "Truth", "Prediction"];
    assert.deepEqual(texts(svg), expected);
  });

  it("keeps names from covering each other, also where many boxes share a place", async () => {
    const boxes = [0, 1, 2, 3, 4, 5].map((label) => ({ ...cat, label }));
    const svg = await imageWithBoxes(image, boxes, { scale: 16 }).toSVG();
    const tag = /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="14"/g;
    const tags = [...svg.matchAll(tag)].map(([, ...numbers]) => numbers.map(Number));
    assert.equal(tags.length, 6);
    tags.forEach(([x, y, width], i) => {
      for (const [otherX, otherY] of tags.slice(i + 1))
        assert.ok(Math.abs(x - otherX) >= width || Math.abs(y - otherY) >= 14, `tag ${String(i)}`);
    });
  });

  it("shows an image without boxes as it is", () => {
    assert.match(imageWithBoxes(image, []).alt, /no boxes/);
  });

  it("names what is broken", () => {
    assert.throws(() => imageWithBoxes(image, [{ ...cat, box: [9, 0, 1, 1] }]), /\[9, 0, 1, 1\]/);
    assert.throws(
      () => imageWithBoxes(image, [[cat], [dog]]),
      /1 images; boxes must be one list.*has 2/,
    );
    assert.throws(
      () => imageWithBoxes({ data: new Float32Array(800), shape: [2, 20, 20, 1] }, [cat]),
      /2 images; boxes must be one list/,
    );
  });
});
