import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "mocha";

const program = fileURLToPath(
  new URL("../../../kernel/src/bin/daylab-kernel.mjs", import.meta.url),
);

/** What a kernel with this connection file writes to its log before it ends, and how it ends. */
async function launched(text: string): Promise<{ log: string; ended: unknown }> {
  const folder = mkdtempSync(join(tmpdir(), "daylab-start-"));
  const file = join(folder, "connection.json");
  writeFileSync(file, text, { mode: 0o600 });
  try {
    const kernel = spawn(process.execPath, [program, "launch", "--connection-file", file]);
    let log = "";
    kernel.stderr.setEncoding("utf8").on("data", (piece: string) => (log += piece));
    const [code, signal] = (await once(kernel, "close")) as [number | null, string | null];
    return { log, ended: code ?? signal };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("a kernel that cannot start", () => {
  it("says that a port is taken, and ends", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const ports = Object.fromEntries(
      ["shell", "control", "stdin", "iopub", "hb"].map((channel) => [`${channel}_port`, port]),
    );
    const connection = { transport: "tcp", ip: "127.0.0.1", key: "k", ...ports };
    const { log, ended } = await launched(JSON.stringify(connection));
    other.close();
    assert.match(log, /^\[daylab\] The kernel cannot go on: .*Address already in use$/m);
    assert.equal(ended, "SIGKILL");
  });

  it("says what is wrong with the connection file, and ends", async () => {
    const { log, ended } = await launched("{ not JSON");
    assert.match(log, /^\[daylab\] The kernel cannot go on: .*connection\.json/m);
    assert.equal(ended, "SIGKILL");
  });
});
