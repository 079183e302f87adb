import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "mocha";

const root = path.resolve(import.meta.dirname, "../..");
const mocha = path.join(root, "node_modules/mocha/bin/mocha.js");
const reporter = path.join(root, "scripts/mocha-reporter.cjs");

describe("the closing lines of the suites", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(root, ".cache/reporter-"))));
  after(() => rmSync(folder, { recursive: true }));

  it("name what passed only at the second attempt, and count what never did", () => {
    const file = path.join(folder, "shaky.mjs");
    writeFileSync(
      file,
      `import { it } from "mocha";
       let calls = 0;
       it("at the second", () => { if (calls++ === 0) throw new Error("not yet"); });
       it("never", () => { throw new Error("no"); });
       it("at once", () => {});
       it.skip("not here", () => {});`,
    );
    const args = [mocha, "--no-config", "--retries", "1", "--reporter", reporter, file];
    const { stdout, status } = spawnSync(process.execPath, args, { encoding: "utf8" });
    assert.equal(status, 1);
    const closing = "1 passed only at the second attempt:\n  at the second\n    not yet\n";
    assert.ok(stdout.trimEnd().endsWith(`${closing}2 passed, 1 failed, 1 skipped`), stdout);
  });
});
