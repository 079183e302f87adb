import { spawnSync } from "node:child_process";
import { environmentVariables } from "../environment.mjs";
import { compilerRequirementsFile } from "../paths.mjs";
import { run } from "../run.mjs";

const works = ([command, ...args], env) =>
  spawnSync(command, [...args, "--version"], { env }).status === 0;

/**
 * A C++ compiler: $CXX, the machine's own, or else clang out of the `ziglang` wheel, which is
 * installed only then.
 *
 * @param {import("../environment.mjs").Environment} environment
 * @param {(line: string) => void} say
 * @returns {Promise<string[]>} the command and its first arguments
 */
export async function findCompiler(environment, say) {
  const env = environmentVariables(environment);
  const own = [process.env.CXX, "c++", "g++", "clang++"]
    .filter(Boolean)
    .map((name) => name.split(" "));
  const zig = [environment.python, "-m", "ziglang", "c++"];
  const found = [...own, zig].find((command) => works(command, env));
  if (found) return found;
  say("no C++ compiler on this machine: fetching one from the Python package registry");
  await run({
    what: "Installing a C++ compiler",
    command: environment.python,
    args: ["-m", "pip", "install", "--disable-pip-version-check", "-r", compilerRequirementsFile],
    env,
    onLine: say,
  });
  return zig;
}
