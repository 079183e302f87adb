import { globSync, mkdirSync } from "node:fs";
import path from "node:path";
import { currentEnvironment } from "../../scripts/setup/environment.mjs";
import { run } from "../../scripts/setup/run.mjs";

/** The Deno that is measured. */
export const denoVersion = "2.9.6";

/**
 * Deno's program, in `.cache`, where it is installed the first time: the project does without it.
 *
 * @throws Error where it cannot be installed, as without a network.
 */
export async function denoProgram(repository: string): Promise<string> {
  const folder = path.join(repository, ".cache/benchmarks/deno", denoVersion);
  const installed = () => globSync("node_modules/@deno/*/deno{,.exe}", { cwd: folder })[0];
  if (installed() === undefined) {
    mkdirSync(folder, { recursive: true });
    const { node, npm } = currentEnvironment();
    const args = ["install", "--prefix", folder, "--no-save", `deno@${denoVersion}`];
    await run({ what: "Installing Deno", command: node, args: [npm, ...args], cwd: folder });
  }
  const program = installed();
  if (program === undefined) throw new Error("npm has no Deno for this platform");
  return path.join(folder, program);
}
