import assert from "node:assert/strict";
import { checkDisk } from "../../../scripts/setup/disk.mjs";
import { explainFailure, run } from "../../../scripts/setup/run.mjs";

describe("explainFailure", () => {
  // What pip, npm and the compiler print, seen with the cause made on purpose.
  const cases: [string, RegExp][] = [
    ["OSError: [Errno 28] No space left on device", /the disk is full/],
    ["npm error code ENOSPC", /the disk is full/],
    ["npm error code ECONNREFUSED\nnpm error syscall connect", /could not be reached/],
    ["Failed to establish a new connection: NewConnectionError(", /could not be reached/],
    ["npm error code SELF_SIGNED_CERT_IN_CHAIN", /certificate is not trusted/],
    ["npm error code EACCES", /a folder could not be written/],
    ["ld: error: undefined symbol: TF_Foo\ndone", /undefined symbol: TF_Foo/],
  ];
  for (const [output, expected] of cases) {
    it(`reads ${JSON.stringify(output.slice(0, 50))}`, () => {
      const problem = explainFailure("Installing", output, "/clone/.cache/setup/installing.log");
      assert.match(problem.message, expected);
      assert.ok(problem.remedy.length > 0);
    });
  }
});

describe("run", () => {
  it("gives back what the tool printed, and tells each line", async () => {
    const lines: string[] = [];
    const output = await run({
      what: "Trying run",
      command: process.execPath,
      args: ["-e", "console.log('one'); console.error('two')"],
      onLine: (line: string) => lines.push(line),
    });
    assert.deepEqual(output.trim().split("\n").sort(), ["one", "two"]);
    assert.deepEqual(lines.sort(), ["one", "two"]);
  });

  it("names a program that is not there", async () => {
    await assert.rejects(
      run({ what: "Trying run", command: "no-such-program", args: [] }),
      /Trying run failed: .*no-such-program/,
    );
  });
});

describe("checkDisk", () => {
  it("names what is free and what is needed", () => {
    assert.throws(() => checkDisk(1.5e9), /needs 4 GB of disk, and 1\.5 GB are free/);
    assert.doesNotThrow(() => checkDisk(5e9));
  });
});
