import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { before, describe, it } from "mocha";
import { jupyterEnvironment } from "../client/environment.ts";
import { joined, readCells, resultOf, writeNotebook } from "./notebook.ts";
import { run } from "./run.ts";

describe("papermill", function () {
  this.timeout(120_000);
  let env: NodeJS.ProcessEnv;
  before(() => {
    env = jupyterEnvironment();
  });

  async function papermill(sources: readonly string[], ...options: string[]) {
    const notebook = writeNotebook(sources, ["parameters"]);
    const cwd = dirname(notebook);
    const output = join(cwd, "out.ipynb");
    const args = ["-m", "papermill", "--no-progress-bar", notebook, output, ...options];
    return { output, ...(await run(args, { env, cwd })) };
  }

  const sources = [
    'let x: number = 1;\nlet name = "nobody";\nlet loud = false;\nlet data = "[]";',
    "[name, x * 2, loud, JSON.parse(data)]",
  ];

  it("executes a notebook, with the parameters that it has", async () => {
    const { status, stderr, output } = await papermill(sources);
    assert.equal(status, 0, stderr);
    assert.equal(resultOf(readCells(output)[1]), "[ 'nobody', 2, false, [] ]");
  });

  it("injects numbers, texts and truth values by its C# translator, whose lines are TypeScript", async () => {
    const { status, stderr, output } = await papermill(
      sources,
      ...["--language", ".net-csharp", "-p", "x", "3.5", "-p", "name", 'Zoë "the" €\n2nd'],
      ...["-p", "loud", "True", "-r", "data", '{"list": [1, 2]}'],
    );
    assert.equal(status, 0, stderr);
    const [, injected, last] = readCells(output);
    assert.deepEqual(injected.metadata.tags, ["injected-parameters"]);
    assert.match(joined(injected.source), /^\/\/ Parameters\nvar x = 3\.5;\n/);
    assert.equal(resultOf(last), `[ 'Zoë "the" €\\n2nd', 7, true, { list: [ 1, 2 ] } ]`);
  });

  it("does not know the language by itself: if this fails, say so in kernel/README.md", async () => {
    const { status, stderr } = await papermill(sources, "-p", "x", "3");
    assert.notEqual(status, 0);
    assert.match(stderr, /No parameter translator functions specified for kernel 'daylab'/);
  });

  it("fails where a cell fails, says why, and keeps what there was until then", async () => {
    const { status, stderr, output } = await papermill([
      "console.log('before')",
      "throw new RangeError('on purpose')",
      "console.log('never')",
    ]);
    assert.notEqual(status, 0);
    assert.match(stderr, /RangeError: on purpose/);
    const outputs = readCells(output).map((cell) => cell.outputs);
    assert.match(JSON.stringify(outputs), /before/);
    assert.doesNotMatch(JSON.stringify(outputs), /never/);
  });
});
