import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { checkDisk } from "../disk.mjs";
import { venvEnvironment } from "../environment.mjs";
import { requirementsFile, root } from "../paths.mjs";
import { findPython, inspectPython } from "../python.mjs";
import { run } from "../run.mjs";
import { fingerprint } from "../stamps.mjs";

/** A virtual environment knows its own absolute path: in a clone that was moved it is of no use. */
function isUsable({ prefix, python }) {
  const pip = path.join(prefix, "bin/pip");
  return (
    inspectPython(python) !== undefined &&
    existsSync(pip) &&
    readFileSync(pip, "utf8").split("\n")[0].includes(prefix)
  );
}

/** JupyterLab and Node 24, in `.venv`. A conda environment brings its own. */
export const pythonPackages = {
  name: "python-packages",
  title: "JupyterLab and Node 24",
  expectation: "about a minute the first time",
  isThere: ({ kind, python, node, prefix }) =>
    kind === "conda" ||
    [python, node, path.join(prefix, "bin/jupyter-lab")].every((file) => existsSync(file)),
  fingerprint: ({ kind, prefix }) =>
    fingerprint({ texts: [kind, prefix], files: [requirementsFile] }),
  async run(environment, say) {
    if (environment.kind === "conda") return;
    checkDisk();
    const { prefix } = environment;
    if (!isUsable(environment)) {
      rmSync(prefix, { recursive: true, force: true });
      const base = findPython();
      await run({
        what: "Making .venv",
        command: base.executable,
        args: ["-m", "venv", prefix],
        onLine: say,
      });
    }
    await run({
      what: "Installing the Python packages",
      command: venvEnvironment(prefix).python,
      args: [
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--retries",
        "3",
        "-r",
        requirementsFile,
      ],
      cwd: root,
      onLine: say,
    });
  },
};
