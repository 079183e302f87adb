import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { endpoint, readConnection } from "../../../kernel/src/protocol/connection.ts";
import { temporaryFolder } from "../client/environment.ts";

const fields = {
  transport: "tcp",
  ip: "127.0.0.1",
  key: "k",
  signature_scheme: "hmac-sha256",
  shell_port: 1,
  control_port: 2,
  stdin_port: 3,
  iopub_port: 4,
  hb_port: 5,
};

function written(content: unknown): string {
  const path = join(temporaryFolder(), "connection.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

describe("connection file", () => {
  it("gives the address of each channel", () => {
    const connection = readConnection(written(fields));
    assert.equal(connection.hash, "sha256");
    assert.equal(endpoint(connection, "iopub"), "tcp://127.0.0.1:4");
  });

  it("knows Unix sockets", () => {
    const connection = readConnection(written({ ...fields, transport: "ipc", ip: "/run/k" }));
    assert.equal(endpoint(connection, "hb"), "ipc:///run/k-5");
  });

  const broken: [string, unknown, RegExp][] = [
    [
      "a missing port",
      { ...fields, hb_port: undefined },
      /"hb_port" must be a number, received undefined/,
    ],
    [
      "a port that is text",
      { ...fields, shell_port: "1" },
      /"shell_port" must be a number, received "1"/,
    ],
    ["another transport", { ...fields, transport: "udp" }, /"transport" must be "tcp" or "ipc"/],
    ["a scheme without HMAC", { ...fields, signature_scheme: "rsa" }, /"signature_scheme"/],
    ["text that is not JSON", "{", /Cannot read the connection file/],
  ];
  for (const [what, content, reason] of broken) {
    it(`names what is wrong with ${what}`, () => {
      assert.throws(() => readConnection(written(content)), reason);
    });
  }

  it("names a file that is not there", () => {
    assert.throws(() => readConnection("/nowhere/kernel.json"), /\/nowhere\/kernel\.json/);
  });
});
