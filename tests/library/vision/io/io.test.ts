import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, it } from "mocha";
import { encodeImage, Image, readImage, writeImage } from "../../../../library/src/vision/index.ts";
import { readAnswers } from "../answers.ts";

const files = readAnswers<Record<string, { file: string }>>("io");
const bytes = (name: string): Buffer => Buffer.from(files[name].file, "base64");

describe("images in files", () => {
  let folder = "";
  before(async () => void (folder = await mkdtemp(path.join(os.tmpdir(), "daylab-io-"))));
  after(() => rm(folder, { recursive: true }));

  it("are written and read by the ending of their name", async () => {
    const image = Image.from([
      [0, 0.25],
      [0.5, 1],
    ]);
    for (const ending of ["png", "jpg", "jpeg", "webp"]) {
      const file = path.join(folder, `small.${ending}`);
      await writeImage(file, image);
      assert.deepEqual((await readImage(pathToFileURL(file))).shape.slice(0, 2), [2, 2]);
    }
    assert.deepEqual((await readImage(path.join(folder, "small.png"))).rows(), [
      [0, 64],
      [128, 255],
    ]);
    await assert.rejects(writeImage("a.bmp", image), /ends in \.png.*'a\.bmp'/u);
    await assert.rejects(
      writeImage("a.jpg", image, { quality: 0 }),
      /quality is from 1 to 100; it was 0/u,
    );
    await assert.rejects(
      writeImage("a.jpg", image, { depth: 16 }),
      /16 for PNG; it was 16 for jpeg/u,
    );
    await assert.rejects(
      encodeImage(Image.from([[[1, 2, 3]]], "lab"), { format: "png" }),
      /convertColor/u,
    );
    await assert.rejects(
      writeImage("a.png", image, { qualty: 3 } as object),
      /Did you mean "quality"/u,
    );
  });

  it("become gray or RGB, with alpha or without, as asked", async () => {
    assert.deepEqual((await readImage(bytes("gray.png"))).colorSpace, "gray");
    assert.deepEqual((await readImage(bytes("gray.png"), { color: "rgb" })).channels, 3);
    assert.deepEqual((await readImage(bytes("rgb.png"), { color: "gray" })).channels, 1);
    assert.equal((await readImage(bytes("rgba.png"))).hasAlpha, true);
    assert.equal((await readImage(bytes("rgba.png"), { alpha: "drop" })).channels, 3);
  });

  it("are turned by EXIF unless asked not to be", async () => {
    assert.deepEqual((await readImage(bytes("exif6.jpg"))).shape, [24, 16, 3]);
    assert.deepEqual((await readImage(bytes("exif6.jpg"), { orient: false })).shape, [16, 24, 3]);
  });

  it("lay alpha on white in a JPEG", async () => {
    const clear = Image.from({ data: new Uint8Array(8 * 8 * 4), shape: [8, 8, 4] });
    const again = await readImage(await encodeImage(clear, { format: "jpeg" }));
    assert.deepEqual(again.at(3, 3), [255, 255, 255]);
  });

  it("say what is wrong with a file", async () => {
    await assert.rejects(readImage(path.join(folder, "none.png")), /no file .*none\.png/u);
    await assert.rejects(readImage(folder), /is a folder/u);
    await assert.rejects(readImage("https://example.org/a.png"), /files, not addresses.*fetch/u);
    await assert.rejects(readImage(new Uint8Array()), /it is empty/u);
    await assert.rejects(readImage(Buffer.from("no picture")), /none of PNG, JPEG/u);
    await assert.rejects(readImage(7 as never), /got number/u);
    const broken = path.join(folder, "broken.png");
    await writeFile(broken, bytes("rgb.png").subarray(0, 200));
    await assert.rejects(readImage(broken), /broken\.png: the file is broken or cut short/u);
    const whole = bytes("exif1.jpg");
    await assert.rejects(readImage(whole.subarray(0, whole.length - 300)), /broken or cut short/u);
  });

  it("are refused before decoding when they are too large", async () => {
    // A header that claims 60000 × 60000: nothing of that size is ever allocated.
    const huge = Buffer.from(bytes("rgb.png"));
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    const { crc32 } = await import("node:zlib");
    huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29);
    await assert.rejects(
      readImage(huge),
      /60000 × 60000, 3600000000 pixels; the limit is 100000000/u,
    );
    await assert.rejects(readImage(bytes("rgb.png"), { maxPixels: 100 }), /Raise maxPixels/u);
  });
});
