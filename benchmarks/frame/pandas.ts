import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../../scripts/setup/run.mjs";

const requirements = fileURLToPath(new URL("./requirements.txt", import.meta.url));

/**
 * A Python that has pandas and DuckDB: the one named by DAYLAB_PANDAS_PYTHON, else a virtual environment of its
 * own in `.cache`, made the first time from the package index.
 */
export async function pandasPython(repository: string, python: string): Promise<string> {
  const given = process.env.DAYLAB_PANDAS_PYTHON;
  if (given) return given;
  const folder = path.join(repository, ".cache/benchmarks/venv");
  const own = path.join(folder, "bin/python");
  if (!existsSync(own)) {
    await run({ what: "Making a venv", command: python, args: ["-m", "venv", folder] });
  }
  // Nothing is fetched where it is there already.
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  await run({
    what: "Installing pandas and DuckDB",
    command: own,
    args: [...install, "-r", requirements],
  });
  return own;
}
