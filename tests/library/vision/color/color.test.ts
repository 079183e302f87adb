import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { convertColor, Image, mergeChannels } from "../../../../library/src/vision/index.ts";
import { type Answer, asImage, readAnswers, sameValues } from "../answers.ts";

const rgb = asImage(readAnswers<Record<string, Answer>>("color").rgb);

describe("colour spaces", () => {
  it("lead back to the same floats", () => {
    const floats = rgb.toFloat();
    for (const space of ["hsv", "lab", "ycbcr", "linear"] as const) {
      const back = convertColor(convertColor(floats, space), "rgb");
      sameValues(back, floats, 2e-4);
    }
  });

  it("lead from one to another without RGB in between for the caller", () => {
    const lab = convertColor(rgb, "lab");
    assert.equal(convertColor(lab, "hsv").type, "float32");
    assert.equal(convertColor(convertColor(rgb, "hsv"), "gray").type, "uint8");
  });

  it("take alpha along to gray and back, and leave it out elsewhere", () => {
    const image = Image.from([[[1, 0, 0, 0.25]]]);
    const gray = convertColor(image, "gray");
    assert.deepEqual([gray.channels, gray.at(0, 0)[1]], [2, 0.25]);
    assert.equal(convertColor(gray, "rgb").at(0, 0)[3], 0.25);
    assert.equal(convertColor(image, "hsv").channels, 3);
  });

  it("say what cannot be converted", () => {
    assert.throws(() => convertColor([[[1, 2, 3, 4, 5]]], "gray"), /5 channels has no colours/u);
    assert.throws(() => convertColor(rgb, "cmyk" as "rgb"), /"gray", "rgb".*it was "cmyk"/u);
    assert.throws(() => convertColor(rgb, "lab").toBytes(), /Lab is kept in floats/u);
    assert.throws(() => mergeChannels([[[1]], [[1, 2]]]), /image 1 is Image 1 × 2/u);
    assert.throws(() => mergeChannels([]), /no channels/u);
  });
});
