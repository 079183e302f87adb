import { getHashes } from "node:crypto";
import { readFileSync } from "node:fs";
import { curveKeys, type CurveKeys } from "./curve.ts";

/** What Jupyter writes into the connection file. */
export interface Connection {
  readonly transport: "tcp" | "ipc";
  readonly ip: string;
  readonly key: string;
  readonly hash: string;
  readonly ports: Readonly<Record<Channel, number>>;
  /** Present where the file asks for an encrypted transport. */
  readonly curve?: CurveKeys;
}

export type Channel = "shell" | "control" | "stdin" | "iopub" | "hb";

/** Throws an error that names the file, the field, what it must be and what it is. */
export type WrongField = (field: string, wanted: string) => never;

const channels: readonly Channel[] = ["shell", "control", "stdin", "iopub", "hb"];
/** Fields that an error must not repeat. */
const secret = /^key$|^curve_/;

/**
 * Reads a connection file. Where it names no `ip` the kernel is reachable from this machine only.
 *
 * @throws Error naming the file and the field that is missing or cannot be used.
 */
export function readConnection(path: string): Connection {
  const fields = readFields(path);
  const wrong: WrongField = (field, wanted) => {
    const value = fields[field];
    const hidden = typeof value === "string" && secret.test(field);
    const received = hidden ? `a string of ${value.length} characters` : JSON.stringify(value);
    throw new Error(`Connection file ${path}: "${field}" must be ${wanted}, received ${received}`);
  };
  const {
    transport = "tcp",
    ip = "127.0.0.1",
    key = "",
    signature_scheme: scheme = "hmac-sha256",
  } = fields;
  if (transport !== "tcp" && transport !== "ipc") return wrong("transport", '"tcp" or "ipc"');
  if (typeof ip !== "string" || ip === "") return wrong("ip", "an address");
  if (typeof key !== "string") return wrong("key", "a string");
  const [, hash] = /^hmac-(.+)$/.exec(String(scheme)) ?? [];
  if (hash === undefined || !getHashes().includes(hash.toLowerCase())) {
    return wrong(
      "signature_scheme",
      '"hmac-" and a hash that Node.js knows, such as "hmac-sha256"',
    );
  }
  const ports = channels.map((channel) => {
    const port = fields[`${channel}_port`];
    const usable = Number.isInteger(port) && Number(port) > 0 && Number(port) < 1 << 16;
    return [channel, usable ? port : wrong(`${channel}_port`, "a port number")];
  });
  const curve = curveKeys(fields, wrong);
  return {
    ...{ transport, ip, key, hash },
    ports: Object.fromEntries(ports) as Record<Channel, number>,
    ...(curve && { curve }),
  };
}

function readFields(path: string): Record<string, unknown> {
  let fields: unknown;
  try {
    fields = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`Cannot read the connection file ${path}: ${(error as Error).message}`, {
      cause: error,
    });
  }
  if (typeof fields === "object" && fields !== null) return fields as Record<string, unknown>;
  throw new Error(`Connection file ${path} must hold a JSON object`);
}

/** The ZeroMQ address of a channel. */
export function endpoint(connection: Connection, channel: Channel): string {
  const { transport, ip, ports } = connection;
  return transport === "ipc" ? `ipc://${ip}-${ports[channel]}` : `tcp://${ip}:${ports[channel]}`;
}
