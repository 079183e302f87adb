import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DownloadError, type DownloadProgress } from "@daylab/datasets";
import { downloadFile } from "../../../datasets/src/download/download-file.ts";
import {
  answers,
  cutsAfter,
  FileServer,
  ignoresRanges,
  serves,
  stallsAfter,
} from "./file-server.ts";
import { remoteFile, temporaryFolder } from "./small-files.ts";

const bytes = randomBytes(300_000);

async function failure(action: Promise<unknown>): Promise<string> {
  const error: unknown = await action.then(
    () => assert.fail("it succeeded"),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof DownloadError, String(error));
  return error.message;
}

/** An address where nobody listens any more. */
async function closedPort(): Promise<string> {
  const server = new FileServer();
  await server.start();
  const url = server.url("/closed");
  await server.stop();
  return url;
}

describe("datasets: downloading a file", () => {
  const server = new FileServer();
  let folder: string;
  before(() => server.start());
  after(() => server.stop());
  beforeEach(() => {
    folder = temporaryFolder();
    server.requests.length = 0;
  });
  const target = () => join(folder, "set", "a.bin");
  const part = () => `${target()}.part`;
  const kept = () => readdirSync(join(folder, "set")).sort();

  it("brings it once, tells how far it is, and needs no network afterwards", async () => {
    const file = remoteFile("a.bin", bytes, [server.put("/a", serves(bytes))]);
    const told: DownloadProgress[] = [];
    const path = await downloadFile("set", file, { folder, onProgress: (p) => told.push(p) });
    assert.equal(path, target());
    assert.deepEqual(readFileSync(path), bytes);
    assert.deepEqual(told.at(-1), { file: "a.bin", received: 300_000, size: 300_000 });
    assert.deepEqual(kept(), ["a.bin", "a.bin.verified"]);
    await downloadFile("set", { ...file, urls: [] }, { folder });
    assert.equal(server.requests.length, 1);
  });

  it("goes on at the next place where the first was cut off", async () => {
    const urls = [
      server.put("/cut", cutsAfter(bytes, 100_000, part)),
      server.put("/whole", serves(bytes)),
    ];
    const path = await downloadFile("set", remoteFile("a.bin", bytes, urls), { folder });
    assert.deepEqual(readFileSync(path), bytes);
    assert.deepEqual(server.requests[1], { path: "/whole", range: "bytes=100000-" });
  });

  it("goes on in the next attempt, and from the start where the server cannot do so", async () => {
    const file = (url: string) => remoteFile("a.bin", bytes, [url]);
    const cut = file(server.put("/cut", cutsAfter(bytes, 120_000, part)));
    assert.match(await failure(downloadFile("set", cut, { folder })), /cut: the connection/);
    assert.equal(statSync(part()).size, 120_000);
    const whole = file(server.put("/whole", ignoresRanges(bytes)));
    assert.deepEqual(readFileSync(await downloadFile("set", whole, { folder })), bytes);
    assert.equal(server.requests[1].range, "bytes=120000-");
  });

  it("tries the next place where nothing arrives any more", async () => {
    const urls = [
      server.put("/stall", stallsAfter(bytes, 5_000)),
      server.put("/whole", serves(bytes)),
    ];
    const file = remoteFile("a.bin", bytes, urls);
    assert.deepEqual(
      readFileSync(await downloadFile("set", file, { folder, patience: 200 })),
      bytes,
    );
  });

  it("takes a damaged file from nobody, and begins anew at the next place", async () => {
    const damaged = Buffer.from(bytes);
    damaged[7] ^= 1;
    const urls = [server.put("/bad", serves(damaged)), server.put("/whole", serves(bytes))];
    const path = await downloadFile("set", remoteFile("a.bin", bytes, urls), { folder });
    assert.deepEqual(readFileSync(path), bytes);
    assert.equal(server.requests[1].range, undefined);
    const only = remoteFile("b.bin", bytes, [urls[0]]);
    assert.match(await failure(downloadFile("set", only, { folder })), /damaged or another file/);
    assert.equal(existsSync(join(folder, "set", "b.bin")), false);
    assert.equal(existsSync(join(folder, "set", "b.bin.part")), false);
  });

  it("names each place's reason, where to put the file by hand, and its checksum", async () => {
    const file = remoteFile("a.bin", bytes, [
      server.put("/gone", answers(404)),
      server.put("/long", serves(Buffer.concat([bytes, bytes]))),
      server.put("/longer", ignoresRanges(Buffer.concat([bytes, bytes]))),
      await closedPort(),
      "http://127.0.0.1:9/a.bin",
      "http://no-such-host.invalid/a.bin",
    ]);
    const message = await failure(downloadFile("set", file, { folder }));
    assert.match(message, /^a\.bin \(0\.3 MB\) could not be downloaded:/);
    assert.match(message, /\/gone: the server answered 404/);
    assert.match(message, /\/long: the server offers 600000 bytes where the file has 300000/);
    assert.match(message, /\/longer: more than the file's 300000 bytes/);
    assert.match(message, /closed: no connection: is this computer online/);
    assert.match(message, /:9\/a\.bin: bad port/);
    assert.match(message, /invalid\/a\.bin: the name of the server was not found/);
    assert.ok(message.includes(target()));
    assert.ok(message.includes(file.sha256));
  });

  it("takes a file that was put there by hand, unless it is another one", async () => {
    mkdirSync(join(folder, "set"), { recursive: true });
    writeFileSync(target(), bytes);
    const file = remoteFile("a.bin", bytes, [server.put("/whole", serves(bytes))]);
    await downloadFile("set", file, { folder });
    assert.equal(server.requests.length, 0);
    const other = Buffer.from(bytes).reverse();
    writeFileSync(join(folder, "set", "b.bin"), other);
    const path = await downloadFile("set", { ...file, name: "b.bin" }, { folder });
    assert.deepEqual(readFileSync(path), bytes);
  });

  it("downloads once for two who ask at the same time, and takes over a dead one's lock", async () => {
    const file = remoteFile("a.bin", bytes, [server.put("/whole", serves(bytes))]);
    mkdirSync(join(folder, "set"), { recursive: true });
    // The highest process id there can be on Linux, plus one.
    writeFileSync(`${target()}.lock`, "4194305");
    await Promise.all([
      downloadFile("set", file, { folder }),
      downloadFile("set", file, { folder }),
    ]);
    assert.equal(server.requests.length, 1);
    assert.deepEqual(kept(), ["a.bin", "a.bin.verified"]);
  });

  it("ends when it is aborted and keeps what has arrived", async () => {
    const file = remoteFile("a.bin", bytes, [server.put("/stall", stallsAfter(bytes, 5_000))]);
    const abort = new AbortController();
    const onProgress = () => abort.abort(new Error("enough"));
    await assert.rejects(
      downloadFile("set", file, { folder, onProgress, signal: abort.signal }),
      /enough/,
    );
    assert.ok(statSync(part()).size > 0);
    assert.equal(existsSync(`${target()}.lock`), false);
  });

  it("says so where the folder cannot be made", async () => {
    writeFileSync(join(folder, "set"), "a file stands in the way");
    const file = remoteFile("a.bin", bytes, []);
    assert.match(await failure(downloadFile("set", file, { folder })), /DAYLAB_DATASETS/);
  });
});
