import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { before, describe, it } from "mocha";
import { jupyterEnvironment } from "../client/environment.ts";
import { readCells, resultOf, writeNotebook } from "./notebook.ts";
import { run } from "./run.ts";

const script = fileURLToPath(new URL("./execute_notebook.py", import.meta.url));

describe("nbclient and nbconvert", function () {
  this.timeout(120_000);
  let env: NodeJS.ProcessEnv;
  before(() => {
    env = jupyterEnvironment();
  });

  it("a notebook gets counts, streams, displays in place, results and the language", async () => {
    const notebook = writeNotebook([
      "console.log('out'); console.error('err')",
      "const shown = display.text('first'); shown.update('second'); display.clear(true); display.html('<b>x</b>')",
      "6 * 7",
    ]);
    const ran = await run([script, notebook], { env, cwd: dirname(notebook) });
    assert.equal(ran.status, 0, ran.stderr);
    const cells = readCells(notebook);
    assert.deepEqual(
      cells.map(({ execution_count }) => execution_count),
      [1, 2, 3],
    );
    assert.deepEqual(
      cells[0].outputs.map(({ name, text }) => [name, text]),
      [
        ["stdout", ["out\n"]],
        ["stderr", ["err\n"]],
      ],
    );
    assert.equal(cells[1].outputs.length, 1);
    assert.equal(resultOf(cells[2]), "42");
    const { metadata } = JSON.parse(readFileSync(notebook, "utf8")) as {
      metadata: { language_info: Record<string, string> };
    };
    assert.equal(metadata.language_info.file_extension, ".ts");
  });

  it("an error is kept in the notebook, and later cells run where errors are allowed", async () => {
    const notebook = writeNotebook(["throw new RangeError('on purpose')", "'afterwards'"]);
    const options = { env, cwd: dirname(notebook) };
    assert.equal((await run([script, notebook, "--allow-errors"], options)).status, 0);
    const [failed, later] = readCells(notebook);
    assert.deepEqual(
      failed.outputs.map(({ output_type, ename }) => [output_type, ename]),
      [["error", "RangeError"]],
    );
    assert.equal(resultOf(later), "'afterwards'");
    const strict = await run([script, notebook], options);
    assert.notEqual(strict.status, 0);
    assert.match(strict.stderr, /RangeError: on purpose/);
  });

  it("HTML has what help says, which front ends show in a pager", async () => {
    const notebook = writeNotebook(["help(parseFloat)"]);
    const args = ["-m", "jupyter", "nbconvert", "--execute", "--to", "html", "--stdout", notebook];
    const { status, stdout, stderr } = await run(args, { env, cwd: dirname(notebook) });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /Converts a string to a floating-point number/);
  });

  it("a script export holds the cells as TypeScript", async () => {
    const notebook = writeNotebook(["const a: number = 1", "a + 1"]);
    const options = { env, cwd: dirname(notebook) };
    // What the kernel says of its language goes into the notebook, and decides the extension.
    await run([script, notebook], options);
    const args = ["-m", "jupyter", "nbconvert", "--to", "script", notebook];
    const { status, stderr } = await run(args, options);
    assert.equal(status, 0, stderr);
    const source = readFileSync(notebook.replace(/ipynb$/, "ts"), "utf8");
    assert.match(source, /const a: number = 1\n+a \+ 1/);
  });
});
