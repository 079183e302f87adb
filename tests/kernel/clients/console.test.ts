import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { before, describe, it } from "mocha";
import { jupyterEnvironment, temporaryFolder } from "../client/environment.ts";
import { run } from "./run.ts";

const session = fileURLToPath(new URL("./console_session.py", import.meta.url));

describe("jupyter console", function () {
  this.timeout(120_000);
  let env: NodeJS.ProcessEnv;
  const cwd = temporaryFolder();
  before(() => {
    // Without these the console asks the terminal where its cursor is, and the pager for a key.
    const terminal = { TERM: "xterm", PROMPT_TOOLKIT_NO_CPR: "1", PAGER: "cat", HOME: cwd };
    env = { ...jupyterEnvironment(), ...terminal };
  });

  it("on a terminal: results, blocks of several lines, the pager, Ctrl-C, leaving", async function () {
    if (process.platform === "win32") this.skip();
    const { status, stdout, stderr } = await run([session], { env, cwd });
    assert.equal(status, 0, `${stdout}\n${stderr}`);
    assert.doesNotMatch(stdout, /did not respond/);
  });

  it("with a simple prompt, from a pipe: counts, output, errors", async () => {
    const input =
      "6 * 7\nconsole.log('printed')\nthrow new RangeError('on purpose')\n'afterwards'\n";
    const args = ["-m", "jupyter", "console", "--kernel", "daylab", "--simple-prompt"];
    const { stdout, stderr } = await run(args, { env, cwd, input });
    assert.match(stderr, /RangeError: on purpose/);
    assert.match(stdout, /Daylab \d/);
    for (const seen of [/In \[1\]: .*42/s, /printed/, /'afterwards'/]) {
      assert.match(stdout, seen);
    }
  });
});

describe("jupyter run", function () {
  this.timeout(120_000);
  const cwd = temporaryFolder();
  let env: NodeJS.ProcessEnv;
  before(() => {
    env = jupyterEnvironment();
  });
  const args = ["-m", "jupyter", "run", "--kernel", "daylab"];

  it("runs a TypeScript file", async () => {
    writeFileSync(join(cwd, "good.ts"), "const n: number = 6;\nconsole.log(n * 7)");
    const { status, stdout, stderr } = await run([...args, "good.ts"], { env, cwd });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /42/);
  });

  it("fails where the file does, and says why", async () => {
    writeFileSync(join(cwd, "bad.ts"), "throw new RangeError('on purpose')");
    const { status, stderr, stdout } = await run([...args, "bad.ts"], { env, cwd });
    assert.notEqual(status, 0);
    assert.match(stdout + stderr, /RangeError: on purpose/);
  });

  it("runs what comes in a pipe", async () => {
    const { stdout } = await run(args, { env, cwd, input: "console.log(6 * 7)" });
    assert.match(stdout, /42/);
  });
});
