import { spawn } from "node:child_process";

/**
 * Runs a program to its end and reads the one JSON object that it prints.
 *
 * @throws Error with the last lines of its stderr, where it fails or takes longer than `limit`
 * seconds.
 */
export async function runForJson<T>(
  command: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string; readonly limit: number },
): Promise<T> {
  const { limit, ...where } = options;
  const child = spawn(command, args, {
    ...where,
    stdio: ["ignore", "pipe", "pipe"],
    signal: AbortSignal.timeout(limit * 1000),
  });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => (texts[name] += text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", (error) =>
      reject(error.name === "AbortError" ? new Error(`it took longer than ${limit} s`) : error),
    );
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(texts.stderr.trimEnd().split("\n").slice(-3).join("\n"));
  return JSON.parse(texts.stdout) as T;
}
