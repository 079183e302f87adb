import { spawnSync } from "node:child_process";
import { SetupProblem } from "./problem.mjs";

const oldest = [3, 10];

const probe = `
import json, sys
def has(name):
    try:
        __import__(name)
        return True
    except ImportError:
        return False
print(json.dumps({"version": list(sys.version_info[:3]), "executable": sys.executable, "venv": has("venv") and has("ensurepip")}))
`;

/** What the interpreter says of itself, or undefined where `command` is not a Python. */
export function inspectPython(command) {
  const answer = spawnSync(command, ["-c", probe], { encoding: "utf8" });
  if (answer.status !== 0) return undefined;
  try {
    return JSON.parse(answer.stdout);
  } catch {
    return undefined;
  }
}

const isNewEnough = ([major, minor]) =>
  major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);

/**
 * The first Python on PATH that can make a virtual environment.
 *
 * @returns {{ executable: string, version: number[] }}
 * @throws {SetupProblem} where there is none, with the remedy for what was found instead
 */
export function findPython(
  candidates = [
    process.env.DAYLAB_PYTHON,
    "python3",
    "python",
    "python3.13",
    "python3.12",
    "python3.11",
    "python3.10",
  ],
) {
  const found = candidates.filter(Boolean).flatMap((command) => {
    const python = inspectPython(command);
    return python ? [python] : [];
  });
  const usable = found.find((python) => isNewEnough(python.version) && python.venv);
  if (usable) return usable;
  if (found.length === 0) {
    throw new SetupProblem(
      "Daylab needs Python 3.10 or newer, and there is no python3 on your PATH.",
      "Install it (Debian/Ubuntu: sudo apt install python3 python3-venv python3-pip; macOS: brew install python; otherwise python.org), then run the same command again.",
    );
  }
  const newest = found.find((python) => isNewEnough(python.version));
  if (!newest) {
    throw new SetupProblem(
      `Daylab needs Python 3.10 or newer, and ${found[0].executable} is ${found[0].version.join(".")}.`,
      "Install a newer Python beside it, or name one with DAYLAB_PYTHON=/path/to/python3, then run the same command again.",
    );
  }
  throw new SetupProblem(
    `${newest.executable} has no venv module, so it cannot make the environment that JupyterLab lives in.`,
    "Install it (Debian/Ubuntu: sudo apt install python3-venv), then run the same command again.",
  );
}
