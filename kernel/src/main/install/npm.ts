import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Program } from "../shell/child.ts";

/** npm as it came with the kernel's Node.js, else the one on the PATH. */
export function npm(args: readonly string[]): Program {
  const bin = dirname(process.execPath);
  const script = join("node_modules", "npm", "bin", "npm-cli.js");
  const found = [join(bin, "..", "lib", script), join(bin, script)].find((path) =>
    existsSync(path),
  );
  if (found !== undefined) return { file: process.execPath, args: [found, ...args] };
  return { file: process.platform === "win32" ? "npm.cmd" : "npm", args };
}

const noNetwork =
  /code (ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)/;

/** Why npm failed, in one sentence, with what helps; from what it printed. */
export function npmFailure(printed: string, code: number, packages: readonly string[]): string {
  const names = packages.join(", ");
  const network = noNetwork.exec(printed)?.[1];
  if (network !== undefined) {
    return (
      `npm could not reach the package registry (${network}), so ${names} was not installed. ` +
      "Check the network connection, or the registry and proxy that `npm config list` shows."
    );
  }
  if (/code E404/.test(printed)) {
    const missing = /404 {2}(?:The requested resource )?'([^']+)'/.exec(printed)?.[1] ?? names;
    return `npm knows no package ${missing}. Check its spelling on www.npmjs.com.`;
  }
  if (/code ETARGET/.test(printed)) {
    const missing = /No matching version found for (\S+?)\.?\s/.exec(printed)?.[1] ?? names;
    return `There is no version ${missing}. Leave the version out for the newest one.`;
  }
  if (/code ENOENT/.test(printed) || /Could not install from/.test(printed)) {
    return `npm did not find ${names}: a file or a program that it needs is missing, see above.`;
  }
  if (/code (EACCES|EROFS|EPERM)/.test(printed)) {
    return "npm may not write in that folder. Move the notebook to a folder of your own.";
  }
  return `npm ended with exit code ${code}, so ${names} was not installed; see what it printed above.`;
}
