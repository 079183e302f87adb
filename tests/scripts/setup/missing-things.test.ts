import assert from "node:assert/strict";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { BareClone, outcomeOf } from "./bare-clone.ts";

/** A python3 that answers the set-up's question about itself, and does `rest` for all else. */
const python = (version: number[], venv: boolean, rest = "exit 1") => `
if [ "$1" = "-c" ]; then
  echo '{"version": [${version.join(", ")}], "executable": "'"$0"'", "venv": ${venv}}'
else
  ${rest}
fi`;

describe("npm run setup on a machine that lacks something", () => {
  let clone: BareClone;
  beforeEach(() => {
    clone = new BareClone();
  });
  afterEach(() => clone.remove());

  const isUntouched = () => !existsSync(path.join(clone.folder, ".venv"));

  it("without Python, names it and the remedy", async () => {
    const { status, output } = await clone.run("setup.mjs");
    assert.equal(status, 1);
    assert.match(
      output,
      /✗ Daylab needs Python 3\.10 or newer, and there is no python3 on your PATH\./,
    );
    assert.match(output, /→ Install it .*apt install python3/);
    assert.ok(!output.includes("    at "), "no stack trace");
    assert.ok(isUntouched());
  });

  it("with a Python that is too old, names its version", async () => {
    clone.addProgram("python3", python([3, 8, 18], true));
    const { status, output } = await clone.run("setup.mjs");
    assert.equal(status, 1);
    assert.match(output, /needs Python 3\.10 or newer, and \S+\/python3 is 3\.8\.18/);
    assert.ok(isUntouched());
  });

  it("with a Python that has no venv module, says which package brings it", async () => {
    clone.addProgram("python3", python([3, 12, 1], false));
    const { status, output } = await clone.run("setup.mjs");
    assert.equal(status, 1);
    assert.match(output, /\S+\/python3 has no venv module/);
    assert.match(output, /→ .*python3-venv/);
    assert.ok(isUntouched());
  });

  it("without a network, says so, and the next run starts where this one stopped", async () => {
    // The environment's own pip, as it speaks when nothing answers.
    const pip = `echo "WARNING: Retrying (Retry(total=0)): NewConnectionError('Connection refused')"; echo "ERROR: Could not find a version that satisfies the requirement ipykernel"; exit 1`;
    mkdirSync(path.join(clone.folder, ".venv/bin"), { recursive: true });
    writeFileSync(path.join(clone.folder, ".venv/bin/pip"), `#!${clone.folder}/.venv/bin/python\n`);
    clone.addProgram("venv-python", python([3, 12, 1], true, pip));
    const link = path.join(clone.folder, ".venv/bin/python");
    symlinkSync(path.join(clone.programs, "venv-python"), link);
    for (const attempt of [1, 2]) {
      const { status, output } = await clone.run("setup.mjs");
      assert.equal(status, 1, `attempt ${attempt}`);
      assert.match(
        output,
        /Installing the Python packages failed: the package registry could not be reached/,
      );
      assert.match(output, /→ Check the network/);
    }
    assert.ok(existsSync(link), "the half that was made is kept");
  });

  it("stopped by Ctrl-C, leaves no lock and no finished step behind", async () => {
    clone.addProgram(
      "python3",
      python([3, 12, 1], true, 'echo started > "$HOME/started"; exec /bin/sleep 30'),
    );
    const child = clone.start("setup.mjs");
    const ended = outcomeOf(child);
    while (!existsSync(path.join(clone.folder, "started"))) await delay(20);
    child.kill("SIGINT");
    const { status, output } = await ended;
    assert.notEqual(status, 0);
    assert.match(output, /Making \.venv was stopped\./);
    assert.ok(!existsSync(path.join(clone.folder, ".cache/setup/lock")));
    assert.ok(!existsSync(path.join(clone.folder, ".cache/setup/python-packages.stamp")));
  });

  it("keeps a second set-up out while one runs, and ignores the lock of one that died", async () => {
    const lock = path.join(clone.folder, ".cache/setup/lock");
    mkdirSync(path.dirname(lock), { recursive: true });
    writeFileSync(lock, String(process.pid));
    const busy = await clone.run("setup.mjs");
    assert.match(busy.output, /Another set-up of this clone is running/);
    writeFileSync(lock, "999999999");
    const free = await clone.run("setup.mjs");
    assert.match(free.output, /there is no python3/);
  });
});

describe("npm run doctor on a bare machine", () => {
  it("lists what is missing, each with a remedy, and ends with 1", async () => {
    const clone = new BareClone();
    const { status, output } = await clone.run("doctor.mjs");
    clone.remove();
    assert.equal(status, 1);
    assert.match(output, /✓ Node that started this +v/);
    assert.match(output, /✗ Python .*no python3 on your PATH/);
    assert.match(output, /✗ native TensorFlow/);
    assert.match(output, /→ Run npm run setup\./);
    assert.match(output, /\d+ of \d+ things are missing\./);
  });
});
