import { fileURLToPath } from "node:url";
import { pythonOf } from "../python-environment.ts";

/** A Python that has pandas and DuckDB. */
export function pandasPython(repository: string, python: string): Promise<string> {
  return pythonOf(repository, python, {
    variable: "DAYLAB_PANDAS_PYTHON",
    folder: "venv",
    requirements: fileURLToPath(new URL("./requirements.txt", import.meta.url)),
    packages: "pandas and DuckDB",
  });
}
