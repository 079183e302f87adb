import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { curveKeyPair } from "zeromq";
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

const keys = curveKeyPair();

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

  it("is reachable from this machine only, where the file does not say otherwise", () => {
    const connection = readConnection(written({ ...fields, ip: undefined }));
    assert.equal(endpoint(connection, "shell"), "tcp://127.0.0.1:1");
  });

  it("asks for encryption by a key pair", () => {
    const curve = { curve_publickey: keys.publicKey, curve_secretkey: keys.secretKey };
    assert.deepEqual(readConnection(written({ ...fields, ...curve })).curve, keys);
    const none = { curve_publickey: null, curve_secretkey: null };
    assert.equal(readConnection(written({ ...fields, ...none })).curve, undefined);
    assert.equal(readConnection(written(fields)).curve, undefined);
  });

  it("knows Unix sockets", () => {
    const connection = readConnection(written({ ...fields, transport: "ipc", ip: "/run/k" }));
    assert.equal(endpoint(connection, "hb"), "ipc:///run/k-5");
  });

  const broken: [string, unknown, RegExp][] = [
    [
      "a missing port",
      { ...fields, hb_port: undefined },
      /"hb_port" must be a port number, received undefined/,
    ],
    [
      "a port that is text",
      { ...fields, shell_port: "1" },
      /"shell_port" must be a port number, received "1"/,
    ],
    ["a port that none has", { ...fields, shell_port: 70000 }, /"shell_port" must be a port/],
    ["an address that is empty", { ...fields, ip: "" }, /"ip" must be an address, received ""/],
    ["a key that is a number", { ...fields, key: 5 }, /"key" must be a string, received 5/],
    [
      "a hash that does not exist",
      { ...fields, signature_scheme: "hmac-sha7" },
      /received "hmac-sha7"/,
    ],
    ["a list", [], /"shell_port"/],
    ["null", null, /must hold a JSON object/],
    [
      "half a key pair",
      { ...fields, curve_publickey: keys.publicKey },
      /"curve_secretkey" must be a key .*received undefined/,
    ],
    [
      "the other half",
      { ...fields, curve_secretkey: keys.secretKey },
      /"curve_publickey" must be a key/,
    ],
    [
      "a key that is none",
      { ...fields, curve_publickey: "short", curve_secretkey: keys.secretKey },
      /40 characters in Z85, received a string of 5 characters/,
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
