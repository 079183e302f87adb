import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "mocha";
import { temporaryFolder } from "../client/environment.ts";

const command = fileURLToPath(new URL("../../../kernel/src/bin/daylab-kernel.ts", import.meta.url));

function run(args: readonly string[], env: Record<string, string> = {}) {
  const environment = { PATH: "", HOME: temporaryFolder(), ...env };
  return spawnSync(process.execPath, [command, ...args], { encoding: "utf8", env: environment });
}

describe("daylab-kernel", () => {
  it("explains itself", () => {
    for (const args of [["--help"], []]) {
      const { status, stdout } = run(args);
      assert.equal(status, 0);
      for (const word of ["install", "uninstall", "launch", "--sys-prefix", "DAYLAB_TYPES"]) {
        assert.ok(stdout.includes(word), word);
      }
    }
  });

  it("tells its version, which is that of the package", () => {
    const manifest = new URL("../../../kernel/package.json", import.meta.url);
    const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
    assert.equal(run(["--version"]).stdout.trim(), version);
  });

  it("installs for a user and uninstalls again", () => {
    const env = { JUPYTER_DATA_DIR: temporaryFolder() };
    const folder = join(env.JUPYTER_DATA_DIR, "kernels", "daylab");
    assert.equal(run(["install", "--user"], env).stdout.trim(), `Installed ${folder}`);
    assert.ok(existsSync(join(folder, "kernel.json")));
    assert.equal(run(["uninstall"], env).stdout.trim(), `Removed ${folder}`);
    assert.ok(!existsSync(folder));
  });

  it("installs below a prefix, under a name, with a types mode", () => {
    const prefix = temporaryFolder();
    const options = ["--prefix", prefix, "--name", "daylab-strict", "--types", "strict"];
    assert.equal(run(["install", ...options]).status, 0);
    const file = join(prefix, "share", "jupyter", "kernels", "daylab-strict", "kernel.json");
    const { argv } = JSON.parse(readFileSync(file, "utf8")) as { argv: string[] };
    assert.deepEqual(argv.slice(-2), ["--types", "strict"]);
  });

  const refused: [string[], RegExp][] = [
    [["dance"], /Unknown command "dance"; see daylab-kernel --help/],
    [["install", "now"], /Unexpected argument "now"/],
    [["install", "--user", "--sys-prefix"], /Choose one of --user, --sys-prefix and --prefix/],
    [["install", "--types", "loud"], /The types mode is warn, strict or off; received "loud"/],
    [["install", "--name", "../x"], /A kernel name has letters.*received "\.\.\/x"/],
    [["install", "--nmae", "x"], /Unknown option '--nmae'/],
    [["install", "--sys-prefix"], /no Python environment is active/],
    [["uninstall", "--name", "nobody"], /There is no kernelspec nobody at /],
    [["launch"], /launch needs --connection-file FILE/],
    [["launch", "--connection-file", "/nowhere.json"], /Cannot read the connection file \/nowhere/],
  ];
  for (const [args, reason] of refused) {
    it(`refuses ${args.join(" ")}`, () => {
      const { status, signal, stderr } = run(args);
      assert.ok(status !== 0 || signal !== null);
      assert.match(stderr, reason);
    });
  }

  it("refuses a DAYLAB_TYPES that is no mode", () => {
    const { status, stderr } = run(["launch", "--connection-file", "x"], { DAYLAB_TYPES: "yes" });
    assert.equal(status, 1);
    assert.match(stderr, /received "yes"/);
  });
});
