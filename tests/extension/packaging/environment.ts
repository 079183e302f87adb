import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { python } from "../../kernel/client/environment.ts";

export const root = path.resolve(import.meta.dirname, "../../..");

interface Where {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

/** What a program printed, in one. @throws Error where it did not end with 0, with all it printed */
export function output(command: string, args: readonly string[], where: Where = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...{ cwd: root, encoding: "utf8", maxBuffer: 1e8, ...where },
  });
  if (status === 0) return stdout + stderr;
  const how = `${[command, ...args].join(" ")} ended with ${status}`;
  throw new Error(`${how}:\n${stdout}${stderr}${error ?? ""}`);
}

/** Builds the wheel as a release does, by pip and the backend that pyproject.toml names. */
export function buildWheel(folder: string): string {
  const args = ["wheel", "--no-index", "--no-deps", "--wheel-dir", folder, "./extension"];
  output(python, ["-m", "pip", ...args]);
  const [wheel] = readdirSync(folder).filter((name) => name.endsWith(".whl"));
  return path.join(folder, wheel);
}

/** An environment without a package of its own that sees those of the project's, so that it needs no network. */
export class EmptyEnvironment {
  readonly folder = mkdtempSync(path.join(tmpdir(), "daylab-empty-"));
  readonly prefix = path.join(this.folder, "venv");
  readonly #python = path.join(this.prefix, "bin/python");

  constructor() {
    output(python, ["-m", "venv", "--without-pip", this.prefix]);
    const purelib = ["-c", "import sysconfig; print(sysconfig.get_path('purelib'))"];
    const [own, projects] = [this.#python, python].map((each) => output(each, purelib).trim());
    writeFileSync(path.join(own, "project.pth"), `${projects}\n`);
  }

  pip(...args: readonly string[]): string {
    return output(python, ["-m", "pip", "--python", this.#python, ...args]);
  }

  /** `jupyter labextension list`, by the user who has nothing of Jupyter. */
  labextensions(): string {
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith("JUPYTER"));
    const program = "from jupyterlab.labextensions import main; main(['list'])";
    return output(this.#python, ["-c", program], {
      env: { ...Object.fromEntries(own), HOME: this.folder },
    });
  }

  /**
   * Every file, by its path in the environment, without what Python keeps of compiled modules. Empty
   * folders do not count: pip leaves those that it made for data.
   */
  files(): string[] {
    return readdirSync(this.prefix, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && !entry.parentPath.endsWith("__pycache__"))
      .map((entry) => path.relative(this.prefix, path.join(entry.parentPath, entry.name)))
      .sort();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
