import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { download, downloadInfo, downloadNames, type DownloadMap } from "@daylab/datasets";
import { downloadAs } from "../../../datasets/src/download/download.ts";
import { readers } from "../../../datasets/src/download/sets/index.ts";
import { FileServer, serves } from "./file-server.ts";
import { remoteFile, smallFile, smallFiles } from "./small-files.ts";

describe("datasets: the sets that are downloaded", () => {
  const server = new FileServer();
  const folder = mkdtempSync(join(tmpdir(), "daylab-sets-"));
  before(() => server.start());
  after(() => server.stop());

  /** The set from small files of its true format, served by a server on this computer. */
  function small<Name extends keyof DownloadMap>(name: Name): Promise<DownloadMap[Name]> {
    const files = downloadInfo(name).files.map(({ name: file }) => {
      const bytes = smallFile(name, file);
      return remoteFile(file, bytes, [server.put(`/${name}/${file}`, serves(bytes))]);
    });
    return downloadAs({ ...downloadInfo(name), files }, readers[name], { folder });
  }

  for (const name of ["mnist", "fashion-mnist"] as const)
    it(`${name}: images from 0 to 1 with labels`, async () => {
      const { train, test } = await small(name);
      assert.deepEqual(train.shape, [3, 28, 28, 1]);
      assert.deepEqual([...train.labels], [0, 1, 2]);
      assert.deepEqual(test.shape, [2, 28, 28, 1]);
      assert.equal(train.images.length, 3 * 784);
      assert.equal(train.images[5], Math.fround(35 / 255));
      assert.equal(train.classes.length, 10);
    });

  it("cifar-10: colours last, batches in order", async () => {
    const { train, test } = await small("cifar-10");
    assert.deepEqual(train.shape, [3, 32, 32, 3]);
    assert.deepEqual([...train.labels], [1, 2, 3]);
    assert.deepEqual([...test.labels], [9]);
    const first = [...train.images.subarray(0, 3)];
    assert.deepEqual(
      first,
      [1, 2, 3].map((v) => Math.fround(v / 255)),
    );
  });

  it("california-housing: nine columns of numbers", async () => {
    const columns = await small("california-housing");
    assert.deepEqual(columns.median_house_value, [452600, 358500]);
    assert.deepEqual(columns.longitude, [-122.23, -122.22]);
    assert.equal(Object.keys(columns).length, 9);
  });

  it("titanic: question marks are missing, quotes in names are kept", async () => {
    const columns = await small("titanic");
    assert.deepEqual(columns.fare, [211.3375, 39.6, null]);
    assert.deepEqual(columns.body, [null, null, 261]);
    assert.equal(columns.home_dest[0], "St Louis, MO");
    assert.match(columns.name[1], /\("Mrs Morgan"\)$/);
  });

  it("imdb-reviews: by judgement and number, without the reviews nobody judged", async () => {
    const { train, test } = await small("imdb-reviews");
    assert.deepEqual(train.texts, ["Bad.", "Good, café scenes.<br />", "Even better."]);
    assert.deepEqual([...train.labels], [0, 1, 1]);
    assert.deepEqual(test.texts, ["Great."]);
  });

  it("tiny-shakespeare: one text", async () => {
    assert.match(await small("tiny-shakespeare"), /^First Citizen:\n/);
  });

  it("oxford-pets: pictures, trimaps, breeds, boxes where there are some", async () => {
    const { train, test } = await small("oxford-pets");
    assert.equal(train[0].breed, "Abyssinian");
    assert.deepEqual(train[0].head, [333, 72, 425, 158]);
    assert.deepEqual([...readFileSync(train[0].file)], [0xff, 0xd8]);
    assert.equal(readFileSync(train[0].trimap).length, 4);
    assert.deepEqual(
      { species: train[1].species, breed: train[1].breed, head: train[1].head },
      { species: "dog", breed: "saint_bernard", head: undefined },
    );
    assert.equal(test[0].species, "cat");
  });

  it("voc-2007: boxes of things, not of their parts", async () => {
    const { train, test } = await small("voc-2007");
    assert.deepEqual(train[0].objects, [
      { name: "dog", box: [48, 240, 195, 371], difficult: false, truncated: true },
      { name: "person", box: [8, 12, 352, 498], difficult: true, truncated: true },
    ]);
    assert.deepEqual([train[0].width, train[0].height], [353, 500]);
    assert.equal(readFileSync(test[0].file).length, 2);
    // Unpacked once.
    const asked = server.requests.length;
    await small("voc-2007");
    assert.equal(server.requests.length, asked);
  });

  it("movielens-100k: ratings, films with genres, people", async () => {
    const { ratings, movies, users } = await small("movielens-100k");
    assert.deepEqual(ratings.rating, [3, 5]);
    assert.deepEqual(movies.title, ["Toy Story (1995)", "unknown", "Misérables, Les (1995)"]);
    assert.deepEqual(movies.genres, ["Animation|Comedy", "unknown", "Action"]);
    assert.deepEqual(movies.released, ["01-Jan-1995", null, "01-Jan-1995"]);
    assert.deepEqual(users.zip_code, ["85711", "T8H1N"]);
  });

  it("every card is complete, and has small files that are tried here", () => {
    assert.deepEqual(downloadNames().sort(), readdirSync(smallFiles()).sort());
    for (const name of downloadNames()) {
      const card = downloadInfo(name);
      for (const text of [card.title, card.description, card.citation, card.offline])
        assert.ok(text.length > 5, name);
      for (const { sha256, size, urls } of card.files) {
        assert.match(sha256, /^[0-9a-f]{64}$/);
        assert.ok(size > 0 && urls.length > 0);
        for (const url of urls) assert.match(url, /^https?:\/\//);
      }
    }
  });

  it("an unknown name is told with the nearest", async () => {
    await assert.rejects(download("minst" as "mnist"), /to download\. Did you mean "mnist"/);
  });

  it("offline, says what can be used instead", async () => {
    const files = downloadInfo("mnist").files.map((file) => ({
      ...file,
      urls: ["http://no-such-host.invalid/x"],
    }));
    const offline = mkdtempSync(join(tmpdir(), "daylab-sets-"));
    await assert.rejects(
      downloadAs({ ...downloadInfo("mnist"), files }, readers.mnist, { folder: offline }),
      /is this computer online\?[^]*Without a network: generate\.strokeDigits/,
    );
  });
});
