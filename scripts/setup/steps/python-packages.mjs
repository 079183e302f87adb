import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { checkDisk } from "../disk.mjs";
import { venvEnvironment } from "../environment.mjs";
import { requirementsFile, root } from "../paths.mjs";
import { findPython, inspectPython } from "../python.mjs";
import { run } from "../run.mjs";
import { fingerprint } from "../stamps.mjs";

/** JupyterLab and Node 24, in `.venv`. A conda environment brings its own. */
export const pythonPackages = {
  name: "python-packages",
  title: "JupyterLab and Node 24",
  expectation: "about a minute the first time",
  isThere: ({ kind, python, node, prefix }) =>
    kind === "conda" ||
    [python, node, path.join(prefix, "bin/jupyter-lab")].every((file) => existsSync(file)),
  // A virtual environment knows its own absolute path, so a clone that was moved needs a new one.
  fingerprint: ({ kind, prefix }) =>
    fingerprint({ texts: [kind, prefix], files: [requirementsFile] }),
  async run(environment, say) {
    if (environment.kind === "conda") return;
    checkDisk();
    const { prefix, python } = environment;
    if (!inspectPython(python)) {
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
