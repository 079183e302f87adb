import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { python } from "../client/environment.ts";

/** What a program said, without colours. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a Python module or script of the environment that has Jupyter. */
export async function run(
  args: readonly string[],
  options: { readonly env: NodeJS.ProcessEnv; readonly cwd: string; readonly input?: string },
): Promise<Ran> {
  const { env, cwd, input = "" } = options;
  const child = spawn(python, args, { env, cwd, stdio: ["pipe", "pipe", "pipe"] });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => (texts[name] += text));
  }
  child.stdin.end(input);
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const plain = (text: string) => stripVTControlCharacters(text);
  return { status, stdout: plain(texts.stdout), stderr: plain(texts.stderr) };
}
