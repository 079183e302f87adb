import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installKernelspec } from "@daylab/kernel";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** The Python that has Jupyter: the one set-up made, else the first on the PATH. */
export const python = ((): string => {
  const ours = join(repository, ".venv", "bin", "python");
  return existsSync(ours) ? ours : "python3";
})();

/** A new empty folder. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "daylab-kernel-"));
}

/**
 * An environment in which Jupyter finds this working copy's kernel as `daylab`, whatever is
 * installed on the machine.
 */
export function jupyterEnvironment(): NodeJS.ProcessEnv {
  const prefix = temporaryFolder();
  installKernelspec({ target: { kind: "prefix", prefix } });
  const data = join(prefix, "share", "jupyter");
  // An active Python environment comes before the data folder of the user, JUPYTER_PATH before both.
  const paths = { JUPYTER_DATA_DIR: data, JUPYTER_PATH: data };
  const environment: NodeJS.ProcessEnv = { ...process.env, ...paths };
  delete environment.DAYLAB_TYPES;
  return environment;
}
