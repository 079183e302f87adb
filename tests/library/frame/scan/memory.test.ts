import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeTrips } from "../../../../benchmarks/scan/generate.ts";

const program = join(import.meta.dirname, "../../../../benchmarks/scan/programs/daylab.ts");
const mib = 1024 * 1024;

interface Output {
  readonly samples: { readonly anonymous: readonly number[] };
  readonly checks: { readonly byCity: readonly unknown[][] };
}

/**
 * A hard limit of 1 GiB on the memory a process may write to, of which Node takes about half before it
 * runs anything (it counts what is set aside for stacks too).
 */
const script = `ulimit -d ${mib} && exec "$0" "$@"`;

/** What the program says of a file, run in a process of its own under the limit. */
function run(file: string): Output {
  const text = execFileSync("sh", ["-c", script, process.execPath, program, file], {
    encoding: "utf8",
    maxBuffer: 64 * mib,
  });
  return JSON.parse(text) as Output;
}

/** Only Linux tells and limits a process's own memory this way. */
const there = process.platform === "linux" ? describe : describe.skip;

there("frame: the memory of a scan", function () {
  this.timeout(300_000);
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "scan-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("does not grow with the file, and stays under a limit that the file is beyond", () => {
    const [small, large] = [join(folder, "small.csv"), join(folder, "large.csv")];
    writeTrips(small, 30 * mib);
    const rows = writeTrips(large, 420 * mib);
    const little = run(small).samples.anonymous[0] ?? Infinity;
    const much = run(large);
    const counted = much.checks.byCity.reduce((sum, row) => sum + Number(row[3]), 0);
    // Of eight cities one is missing, and of twenty prices one.
    assert.ok(counted > rows * 0.8 && counted < rows * 0.85, `${counted} of ${rows}`);
    const most = much.samples.anonymous[0] ?? Infinity;
    assert.ok(most < little + 120, `${little} MiB for 30 MiB, ${most} MiB for 420 MiB`);
  });

  it("is limited indeed: a reader of the whole file is stopped there", () => {
    const file = join(folder, "large.csv");
    const index = join(import.meta.dirname, "../../../../library/src/frame/index.ts");
    const code = `const { readCSV } = await import(${JSON.stringify(index)});
      console.log((await readCSV(${JSON.stringify(file)})).shape)`;
    const args = ["-c", script, process.execPath, "--input-type=module", "-e", code];
    const { status, stderr } = spawnSync("sh", args, { encoding: "utf8" });
    assert.notEqual(status, 0);
    assert.match(stderr, /memory/u);
  });
});
