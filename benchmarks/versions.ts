import { readFileSync } from "node:fs";
import path from "node:path";
import { runForJson } from "./run-process.ts";

/** The version of the npm package in a folder of the repository. */
export function packageVersion(repository: string, folder: string): string {
  const manifest = readFileSync(path.join(repository, folder, "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

/** Versions of Python packages, by name. */
export async function pythonVersions(
  python: string,
  packages: readonly string[],
): Promise<Record<string, string>> {
  const program =
    "import importlib.metadata as m, json, sys; " +
    "print(json.dumps({name: m.version(name) for name in sys.argv[1:]}))";
  return runForJson(python, ["-c", program, ...packages], { limit: 60 });
}
