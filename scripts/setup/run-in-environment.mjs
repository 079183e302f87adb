import { spawn } from "node:child_process";
import { environmentVariables } from "./environment.mjs";
import { root } from "./paths.mjs";

/**
 * Runs a program of the environment with this terminal, and passes Ctrl-C and `kill` on to it.
 *
 * @param {import("./environment.mjs").Environment} environment
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<number>} its exit status (128 + the signal's number where a signal ended it)
 */
export async function runInEnvironment(environment, command, args, { env = {}, cwd = root } = {}) {
  const child = spawn(command, args, {
    cwd,
    stdio: "inherit",
    env: { ...environmentVariables(environment), ...env },
  });
  // The terminal sends Ctrl-C to the whole group: this process only has to outlive its child.
  const ignore = () => {};
  const pass = () => child.kill("SIGTERM");
  process.on("SIGINT", ignore);
  process.on("SIGTERM", pass);
  try {
    return await new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 143)));
    });
  } finally {
    process.off("SIGINT", ignore);
    process.off("SIGTERM", pass);
  }
}
