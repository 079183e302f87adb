import assert from "node:assert/strict";
import { chmodSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "mocha";
import type { Connection } from "../../../kernel/src/protocol/connection.ts";
import { exposures } from "../../../kernel/src/protocol/exposure.ts";
import { temporaryFolder } from "../client/environment.ts";
import { sharedKernel } from "../client/shared-kernel.ts";

const path = join(temporaryFolder(), "connection.json");
writeFileSync(path, "{}", { mode: 0o600 });
const ports = { shell: 1, control: 2, stdin: 3, iopub: 4, hb: 5 };
const local: Connection = { transport: "tcp", ip: "127.0.0.1", key: "k", hash: "sha256", ports };
const curve = { publicKey: "p", secretKey: "s" };

describe("exposure of a connection", () => {
  after(() => {
    delete process.env.JUPYTER_ALLOW_INSECURE_WRITES;
  });

  it("has nothing to say of the connections that Jupyter makes", async () => {
    assert.deepEqual(exposures(path, local), []);
    for (const ip of ["localhost", "127.1.2.3", "::1"]) {
      assert.deepEqual(exposures(path, { ...local, ip }), []);
    }
    assert.deepEqual(exposures(path, { ...local, transport: "ipc", ip: "/run/kernel" }), []);
    assert.deepEqual(exposures(path, { ...local, ip: "0.0.0.0", curve }), []);
    const { connectionFile } = await sharedKernel();
    assert.equal(statSync(connectionFile).mode & 0o777, 0o600);
  });

  it("says that messages on a foreign address are not encrypted", () => {
    const [line] = exposures(path, { ...local, ip: "0.0.0.0" });
    assert.match(line, /listening on 0\.0\.0\.0, as the connection file says: .* not encrypted/);
  });

  it("refuses a foreign address without a key, encrypted or not", () => {
    for (const ip of ["0.0.0.0", "192.168.1.7", "*", "eth0", "::"]) {
      assert.throws(() => exposures(path, { ...local, ip, key: "" }), /without a "key" everybody/);
      assert.throws(() => exposures(path, { ...local, ip, key: "", curve }), /127\.0\.0\.1/);
    }
  });

  it("says that without a key every program of the machine may come in", () => {
    assert.match(exposures(path, { ...local, key: "" }).join(), /has no key/);
  });

  it("says that others can read the file, and what to do about it", function () {
    if (process.platform === "win32") this.skip();
    for (const mode of [0o644, 0o640, 0o620, 0o602]) {
      chmodSync(path, mode);
      const [line] = exposures(path, local);
      assert.match(line, new RegExp(`its mode is ${mode.toString(8)}. Remedy: chmod 600 `));
    }
    process.env.JUPYTER_ALLOW_INSECURE_WRITES = "true";
    assert.deepEqual(exposures(path, local), []);
    delete process.env.JUPYTER_ALLOW_INSECURE_WRITES;
    chmodSync(path, 0o700);
    assert.deepEqual(exposures(path, local), []);
  });
});
