import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  parseCifar10,
  parseIdx,
  parseVoc,
  readTar,
  readZip,
} from "../../../datasets/src/formats/index.ts";
import { smallFile, temporaryFolder } from "../download/small-files.ts";

describe("datasets: broken files of known formats", () => {
  it("IDX: foreign bytes, another type, a cut header, missing values", () => {
    const idx = (...bytes: number[]) => parseIdx(Uint8Array.from(bytes));
    assert.deepEqual(idx(0, 0, 8, 1, 0, 0, 0, 2, 5, 6), {
      shape: [2],
      values: Uint8Array.from([5, 6]),
    });
    assert.throws(() => idx(), /two zero bytes/);
    assert.throws(() => idx(31, 139, 8, 0), /two zero bytes/);
    assert.throws(() => idx(0, 0, 13, 1, 0, 0, 0, 2), /this one has 13/);
    assert.throws(() => idx(0, 0, 8, 3, 0, 0, 0, 2), /header of 3 dimensions is not complete/);
    assert.throws(() => idx(0, 0, 8, 1, 0, 0, 0, 2, 5), /says \[2\], 2 values; 1 follow/);
    assert.throws(() => idx(0, 0, 8, 1, 255, 255, 255, 255, 5), /4294967295 values; 1 follow/);
  });

  it("CIFAR: half a record, a label that is none", () => {
    assert.throws(() => parseCifar10(new Uint8Array(3072)), /3073 bytes an image; 3072/);
    assert.throws(() => parseCifar10(new Uint8Array(3073).fill(10)), /label 10, not 0 to 9/);
  });

  it("VOC: not XML, no size, a box without numbers", () => {
    assert.throws(() => parseVoc("<annotation><size>"), /Line 1 of the annotation/);
    assert.throws(() => parseVoc("<other></other>"), /no <annotation>/);
    assert.throws(() => parseVoc("<annotation><filename>a</filename></annotation>"), /no <size>/);
    const size = "<size><width>wide</width><height>2</height></size>";
    const xml = `<annotation><filename>a</filename>${size}</annotation>`;
    assert.throws(() => parseVoc(xml), /<width> is "wide", not a number/);
    const none = parseVoc(xml.replace("wide", "2"));
    assert.deepEqual(none.objects, []);
  });

  it("tar: cut off, and not a tar", async () => {
    const bytes = smallFile("cifar-10", "cifar-10-binary.tar.gz");
    const file = join(temporaryFolder(), "cut.tar.gz");
    for (const broken of [
      bytes.subarray(0, bytes.length - 30),
      Buffer.from("<html>sorry</html>"),
    ]) {
      writeFileSync(file, broken);
      await assert.rejects(
        readTar(
          file,
          () => true,
          () => {},
        ),
        /cannot be unpacked/,
      );
    }
  });

  it("zip: cut off, and not a zip", () => {
    const bytes = smallFile("movielens-100k", "ml-100k.zip");
    assert.throws(() => readZip(bytes.subarray(0, bytes.length - 30)), /zip cannot be read/);
    assert.throws(() => readZip(Buffer.from("<html>sorry</html>")), /zip cannot be read/);
  });
});
