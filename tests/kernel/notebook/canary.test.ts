import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { before, describe, it } from "mocha";
import { jupyterEnvironment, python, temporaryFolder } from "../client/environment.ts";

/** Notebooks that must fail under plain nbconvert, with the error it must report. */
const red: [string, RegExp][] = [
  ["canary-throw", /RangeError: 4 is more than 3/],
  ["canary-type-error", /TS2322: Type 'number' is not assignable to type 'string'/],
  ["canary-rejection", /Error: cannot load penguins/],
  [
    "canary-prompt",
    /InputError: prompt\(\) got no answer: .*allow_stdin is false.*Write the answer/,
  ],
];

describe("canary notebooks under plain jupyter nbconvert --execute", function () {
  this.timeout(120_000);
  let env: NodeJS.ProcessEnv;
  before(() => {
    env = jupyterEnvironment();
  });

  function execute(name: string) {
    const notebook = fileURLToPath(new URL(`./${name}.ipynb`, import.meta.url));
    const folder = temporaryFolder();
    const options = ["--to", "notebook", "--execute", "--output-dir", folder];
    const { status, stderr } = spawnSync(
      python,
      ["-m", "jupyter", "nbconvert", ...options, notebook],
      { encoding: "utf8", env },
    );
    return {
      status,
      stderr: stripVTControlCharacters(stderr),
      output: join(folder, `${name}.ipynb`),
    };
  }

  for (const [name, reason] of red) {
    it(`${name} fails, and says why`, () => {
      const { status, stderr, output } = execute(name);
      assert.notEqual(status, 0, stderr);
      assert.match(stderr, reason);
      assert.ok(!existsSync(output));
    });
  }

  it("canary-good, which does the same things rightly, passes", () => {
    const { status, stderr, output } = execute("canary-good");
    assert.equal(status, 0, stderr);
    const { cells } = JSON.parse(readFileSync(output, "utf8")) as {
      cells: { outputs: unknown[] }[];
    };
    assert.match(JSON.stringify(cells.at(-1)!.outputs), /reached/);
  });
});
