import { statSync } from "node:fs";
import { isIP } from "node:net";
import type { Connection } from "./connection.ts";

/** Whether only programs on this machine can reach an address. */
function isLocal({ transport, ip }: Connection): boolean {
  if (transport === "ipc" || ip === "localhost") return true;
  return isIP(ip) === 4 ? ip.startsWith("127.") : ip === "::1";
}

/**
 * What a connection lets others do that its owner may not have meant: lines for the log.
 *
 * @throws Error where everybody on the network could run code: a foreign address without a key.
 */
export function exposures(path: string, connection: Connection): string[] {
  const { ip, key, curve } = connection;
  const local = isLocal(connection);
  if (!local && key === "") {
    throw new Error(
      `Connection file ${path}: without a "key" everybody who reaches ${ip} could run code here. ` +
        "Give it a key, or 127.0.0.1 as its ip.",
    );
  }
  const found: string[] = [];
  if (!local && !curve) {
    found.push(
      `listening on ${ip}, as the connection file says: messages are signed, not encrypted`,
    );
  }
  if (key === "") found.push("the connection file has no key: every program here can run code");
  const mode = readableByOthers(path);
  if (mode !== undefined) {
    found.push(
      `others can read the connection file and run code here: its mode is ${mode}. ` +
        `Remedy: chmod 600 ${path}`,
    );
  }
  return found;
}

/**
 * The file's mode where it is open to others. Jupyter writes the file for its owner alone or not at
 * all, unless the variable allows it for file systems that know no modes.
 */
function readableByOthers(path: string): string | undefined {
  const allowed = /^(true|1)$/i.test(process.env.JUPYTER_ALLOW_INSECURE_WRITES ?? "");
  if (process.platform === "win32" || allowed) return undefined;
  const mode = statSync(path).mode & 0o777;
  return mode & 0o066 ? mode.toString(8) : undefined;
}
