import { existsSync } from "node:fs";
import path from "node:path";
import { run } from "../scripts/setup/run.mjs";

/** A Python with packages that only a benchmark needs. */
export interface PythonEnvironment {
  /** An environment variable that names a Python which has them already. */
  readonly variable: string;
  /** Of the virtual environment, in `.cache/benchmarks`. */
  readonly folder: string;
  /** The file that says which packages. */
  readonly requirements: string;
  /** For messages. */
  readonly packages: string;
  /** Installs what the file names and nothing else. */
  readonly withoutDependencies?: boolean;
}

/**
 * The Python named by the variable, else that of a virtual environment, made the first time from the
 * package index.
 *
 * @throws Error where it cannot be made
 */
export async function pythonOf(
  repository: string,
  python: string,
  environment: PythonEnvironment,
): Promise<string> {
  const { variable, requirements, packages, withoutDependencies } = environment;
  const given = process.env[variable];
  if (given) return given;
  const folder = path.join(repository, ".cache/benchmarks", environment.folder);
  const own = path.join(folder, "bin/python");
  if (!existsSync(own)) {
    await run({ what: "Making a venv", command: python, args: ["-m", "venv", folder] });
  }
  // Nothing is fetched where it is there already.
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  if (withoutDependencies) install.push("--no-deps");
  await run({
    what: `Installing ${packages}`,
    command: own,
    args: [...install, "-r", requirements],
  });
  return own;
}
