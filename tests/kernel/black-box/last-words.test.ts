import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { blackBoxFiles } from "../../../kernel/src/black-box/files.ts";
import { lastWords, Recorder } from "../../../kernel/src/black-box/index.ts";
import { temporaryFolder } from "../client/environment.ts";

describe("last words", () => {
  const { TMPDIR } = process.env;
  let connectionFile: string;
  beforeEach(() => {
    process.env.TMPDIR = temporaryFolder();
    connectionFile = join(temporaryFolder(), "kernel-1.json");
  });
  afterEach(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  });
  const cell = (count: number, code: string) => ({ id: count, count, code });

  it("of a kernel that ended by itself there are none", () => {
    const recorder = new Recorder(connectionFile);
    recorder.began(cell(1, "1"));
    recorder.close();
    assert.equal(lastWords(connectionFile), undefined);
    assert.equal(existsSync(blackBoxFiles(connectionFile).note), false);
  });

  it("name the cell that ran, by its first line, cut where it is long", () => {
    const recorder = new Recorder(connectionFile);
    recorder.began(cell(1, "done"));
    recorder.ended(1);
    recorder.began(cell(2, `\n\n  train(${"x".repeat(200)})\nmore`));
    const text = lastWords(connectionFile) ?? "";
    assert.match(
      text,
      /^The kernel died while Cell \[2\] was running \(train\(x{74}…\): it was ended/,
    );
    assert.equal(lastWords(connectionFile), undefined, "they are told once");
    recorder.close();
  });

  it("survive a cell of any length and any characters", () => {
    const recorder = new Recorder(connectionFile);
    recorder.began(cell(3, '\u{1F600}\u0000"\\'.repeat(500)));
    assert.match(lastWords(connectionFile) ?? "", /Cell \[3\]/);
    recorder.close();
  });

  it("give V8's reason where it left one", () => {
    const recorder = new Recorder(connectionFile);
    recorder.began(cell(1, "x"));
    recorder.ended(1);
    const { report } = blackBoxFiles(connectionFile);
    const header = { event: "invalid table size", trigger: "FatalError" };
    writeFileSync(report, JSON.stringify({ header, javascriptHeap: { memoryLimit: 2 ** 30 } }));
    assert.match(
      lastWords(connectionFile) ?? "",
      /died after Cell \[1\]: V8 gave up: invalid table/,
    );
    assert.equal(existsSync(report), false);
    recorder.close();
  });

  it("are not misled by files that are broken", () => {
    const { note, report } = blackBoxFiles(connectionFile);
    writeFileSync(note, "{");
    writeFileSync(report, "[]");
    assert.equal(lastWords(connectionFile), undefined);
    assert.equal(existsSync(note) || existsSync(report), false);
  });

  it("are kept where nobody else can read them, or not at all", () => {
    const recorder = new Recorder(connectionFile);
    const { folder, note } = blackBoxFiles(connectionFile);
    assert.deepEqual([statSync(folder).mode & 0o777, statSync(note).mode & 0o777], [0o700, 0o600]);
    recorder.close();
    process.env.TMPDIR = temporaryFolder();
    const other = join(process.env.TMPDIR, `daylab-${process.getuid?.()}`);
    mkdirSync(other);
    chmodSync(other, 0o755);
    assert.throws(
      () => new Recorder(connectionFile),
      /must be a folder of your own, with the mode 700/,
    );
    assert.equal(lastWords(connectionFile), undefined);
  });
});
