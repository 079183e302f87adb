import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import { cacheDirectory, root } from "./paths.mjs";
import { SetupProblem } from "./problem.mjs";

/** What a tool prints when the reason lies outside the project, and what to tell the user then. */
const knownReasons = [
  {
    pattern: /SELF_SIGNED_CERT|CERTIFICATE_VERIFY_FAILED|unable to get local issuer certificate/i,
    message: "the package registry's certificate is not trusted, as behind a company's proxy",
    remedy:
      "Set NODE_EXTRA_CA_CERTS (npm) and PIP_CERT (pip) to your company's certificate file, then run the same command again.",
  },
  {
    pattern: /No space left on device|ENOSPC/,
    message: "the disk is full",
    remedy: "Free about 5 GB, then run the same command again: it goes on where it stopped.",
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|NewConnectionError|ConnectTimeoutError|Temporary failure in name resolution|Network is unreachable|ProxyError|network request to|Max retries exceeded/i,
    message: "the package registry could not be reached",
    remedy:
      "Check the network (behind a proxy: set HTTPS_PROXY, and pip's and npm's own registry settings), then run the same command again: it goes on where it stopped.",
  },
  {
    pattern: /EACCES|Permission denied/,
    message: "a folder could not be written",
    remedy: "Make the repository's folder your own (chown -R), and do not run with sudo.",
  },
];

/** @returns {SetupProblem} the failure of `what` in words, read from the tool's own output */
export function explainFailure(what, output, logFile) {
  const reason = knownReasons.find(({ pattern }) => pattern.test(output));
  const log = path.relative(root, logFile);
  if (reason)
    return new SetupProblem(`${what} failed: ${reason.message}.`, `${reason.remedy} (Log: ${log})`);
  const lines = output.trimEnd().split("\n");
  const lastLine = lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? "";
  return new SetupProblem(
    `${what} failed: ${lastLine}`,
    `Read ${log}, and report it with the output of npm run doctor if the reason is not yours.`,
  );
}

/**
 * Runs a tool of the set-up with its output in a log file, and tells `onLine` each line as it comes.
 *
 * @param {object} task
 * @param {string} task.what the step in words, for an error message
 * @param {string} task.command
 * @param {string[]} task.args
 * @param {Record<string, string>} [task.env]
 * @param {string} [task.cwd]
 * @param {(line: string) => void} [task.onLine]
 * @returns {Promise<string>} all it printed
 * @throws {SetupProblem} where it does not end with 0
 */
export async function run({
  what,
  command,
  args,
  env = process.env,
  cwd = root,
  onLine = () => {},
}) {
  const logs = path.join(cacheDirectory, "setup");
  mkdirSync(logs, { recursive: true });
  const logFile = path.join(logs, `${what.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}.log`);
  const log = createWriteStream(logFile);
  let output = "";
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text) => {
      output += text;
      log.write(text);
      const line = text
        .trimEnd()
        .split(/[\r\n]/)
        .at(-1);
      if (line) onLine(line);
    });
  }
  let stopped = false;
  const stop = () => {
    stopped = true;
    child.kill("SIGTERM");
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const code = await new Promise((resolve) => {
    child.on("error", (error) => {
      output += `${error.message}\n`;
      resolve(1);
    });
    child.on("close", resolve);
  });
  process.off("SIGINT", stop).off("SIGTERM", stop);
  await new Promise((resolve) => log.end(resolve));
  if (stopped) {
    throw new SetupProblem(`${what} was stopped.`, "Run the same command again: it goes on there.");
  }
  if (code !== 0) throw explainFailure(what, output, logFile);
  return output;
}
