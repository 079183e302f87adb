import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { jupyterDisplay } from "../../../../library/src/host/index.ts";
import { tensorflow } from "../../../../library/src/tensorflow/index.ts";
import { Image } from "../../../../library/src/vision/index.ts";
import { recordingHost } from "../../recording-host.ts";

describe("an image", () => {
  it("is read from nested arrays, flat values and other images", () => {
    assert.deepEqual(Image.from([[0, 1, 0.5]]).shape, [1, 3, 1]);
    const bytes = Image.from({ data: new Uint8ClampedArray([1, 2, 3, 4]), shape: [1, 1, 4] });
    assert.deepEqual([bytes.type, bytes.colorSpace, bytes.hasAlpha], ["uint8", "rgb", true]);
    assert.equal(Image.from(bytes), bytes);
    assert.equal(Image.from(Image.from([[[1, 2, 3]]]), "lab").colorSpace, "lab");
    assert.equal(Image.from([[[1, 2, 3, 4, 5]]]).colorSpace, "none");
  });

  it("goes to tensors and back, and leaves none behind", () => {
    const tf = tensorflow();
    const before = tf.memory().numTensors;
    const image = Image.from({ data: new Uint8Array([0, 100, 255, 7]), shape: [2, 2] });
    const tensor = image.toTensor();
    assert.deepEqual([tensor.shape, tensor.dtype], [[2, 2, 1], "int32"]);
    assert.deepEqual(Image.from(tensor), image);
    const floats = image.toFloat().toTensor();
    assert.equal(floats.dtype, "float32");
    assert.deepEqual(Image.from(floats).toBytes(), image);
    tensor.dispose();
    floats.dispose();
    assert.equal(tf.memory().numTensors, before);
  });

  it("rounds and clips to bytes, hue to half degrees", () => {
    assert.deepEqual(
      Image.from([[-1, 0.498, 1.2]])
        .toBytes()
        .rows(),
      [[0, 127, 255]],
    );
    const hsv = Image.from([[[359.9, 1, 0.5]]], "hsv");
    assert.deepEqual(hsv.toBytes().at(0, 0), [0, 255, 128]);
    assert.deepEqual(
      Image.from([[[90, 1, 0]]], "hsv")
        .toBytes()
        .toFloat()
        .at(0, 0),
      [90, 1, 0],
    );
  });

  it("says what is wrong with what is no image", () => {
    const message = (input: unknown) => {
      try {
        Image.from(input as number[][]);
      } catch (error) {
        return (error as Error).message;
      }
      return "";
    };
    assert.match(message([1, 2]), /this one has \[2\]/u);
    assert.match(message([[[[1]]]]), /batch.*one by one/u);
    assert.match(message([]), /./u);
    assert.match(message("cat.png"), /got a string/u);
    assert.match(message({ data: new Uint8Array(3), shape: [2, 2] }), /3 values/u);
    assert.throws(() => Image.from([[[1, 2]]], "rgb"), /3 or 4 channels; this one has 2/u);
    const far = tensorflow().tensor2d([[300]], [1, 1], "int32");
    assert.match(message(far), /holds 300/u);
    far.dispose();
    assert.throws(() => Image.from([[1]]).at(0, 1), /no pixel \(0, 1\)/u);
    assert.throws(() => Image.from([[1]]).channel(1), /there is no 1/u);
  });

  it("shows itself as a PNG with words", () => {
    const recorder = recordingHost();
    try {
      Image.from([[0, 1]]).show({ alt: "black beside white", zoom: 3 });
      const [{ bundle, options }] = recorder.published;
      assert.equal(bundle["text/plain"], "black beside white");
      assert.deepEqual(options?.metadata, {
        "image/png": { width: 6, height: 3, alt: "black beside white" },
      });
      const tensor = tensorflow().node.decodePng(
        Buffer.from(String(bundle["image/png"]), "base64"),
        3,
      );
      assert.deepEqual(Image.from(tensor).rows()[2], [0, 0, 0, 255, 255, 255]);
      tensor.dispose();
    } finally {
      recorder.remove();
    }
  });

  it("shows values outside 0 to 1 and says from where to where", () => {
    const image = Image.from([[-2, 0, 1]]);
    assert.match(String(image), /shown from -2\.00 to 2\.00/u);
    const { data } = image[jupyterDisplay]() as unknown as { data: Record<string, string> };
    assert.match(data["text/plain"], /1 × 3, gray, float32/u);
  });
});
