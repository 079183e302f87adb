import { readFileSync } from "node:fs";

/** What Jupyter writes into the connection file. */
export interface Connection {
  readonly transport: "tcp" | "ipc";
  readonly ip: string;
  readonly key: string;
  readonly hash: string;
  readonly ports: Readonly<Record<Channel, number>>;
}

export type Channel = "shell" | "control" | "stdin" | "iopub" | "hb";

const channels: readonly Channel[] = ["shell", "control", "stdin", "iopub", "hb"];

/**
 * Reads a connection file.
 *
 * @throws Error naming the file and the field that is missing or cannot be used.
 */
export function readConnection(path: string): Connection {
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`Cannot read the connection file ${path}: ${(error as Error).message}`, {
      cause: error,
    });
  }
  const wrong = (field: string, wanted: string): never => {
    const received = JSON.stringify(fields[field]);
    throw new Error(`Connection file ${path}: "${field}" must be ${wanted}, received ${received}`);
  };
  const { transport = "tcp", ip, key = "", signature_scheme: scheme = "hmac-sha256" } = fields;
  if (transport !== "tcp" && transport !== "ipc") return wrong("transport", '"tcp" or "ipc"');
  if (typeof ip !== "string") return wrong("ip", "a string");
  if (typeof key !== "string") return wrong("key", "a string");
  if (typeof scheme !== "string" || !scheme.startsWith("hmac-")) {
    return wrong("signature_scheme", 'such as "hmac-sha256"');
  }
  const ports = channels.map((channel) => {
    const port = fields[`${channel}_port`];
    return [channel, typeof port === "number" ? port : wrong(`${channel}_port`, "a number")];
  });
  return {
    transport,
    ip,
    key,
    hash: scheme.slice("hmac-".length),
    ports: Object.fromEntries(ports) as Record<Channel, number>,
  };
}

/** The ZeroMQ address of a channel. */
export function endpoint(connection: Connection, channel: Channel): string {
  const { transport, ip, ports } = connection;
  return transport === "ipc" ? `ipc://${ip}-${ports[channel]}` : `tcp://${ip}:${ports[channel]}`;
}
