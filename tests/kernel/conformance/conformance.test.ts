import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { before, describe, it } from "mocha";
import { jupyterEnvironment, python } from "../client/environment.ts";
import { conformanceTable, type Outcome } from "./table.ts";

interface Line extends Outcome {
  readonly detail: string;
}

const script = fileURLToPath(new URL("./kernel_conformance.py", import.meta.url));
const document = fileURLToPath(new URL("../../../kernel/CONFORMANCE.md", import.meta.url));
const run = (...args: string[]): string =>
  execFileSync(python, [script, ...args], {
    encoding: "utf8",
    env: jupyterEnvironment(),
    stdio: ["ignore", "pipe", "inherit"],
  });

describe("jupyter_kernel_test", function () {
  this.timeout(180_000);
  const { tests } = JSON.parse(run("--list")) as { tests: string[] };
  let lines: Line[];
  before(() => {
    const printed = run().trim().split("\n");
    lines = printed.map((line) => JSON.parse(line) as Line);
  });

  for (const name of tests) {
    it(name, () => {
      const outcomes = lines.filter((line) => line.name === name);
      assert.ok(outcomes.length > 0, "it did not run");
      const failed = outcomes.find(({ status }) => status === "failed");
      assert.equal(failed, undefined, failed?.detail);
    });
  }

  it("has the outcomes that kernel/CONFORMANCE.md says", () => {
    const [, committed] = readFileSync(document, "utf8").split(/(?=^\| jupyter_kernel_test )/m);
    assert.equal(committed?.split("\n\n")[0].trim(), conformanceTable(tests, lines).trim());
  });
});
