import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../curriculum/curriculum.ts";
import { notebookText } from "../notebook/build.ts";
import type { Notebook } from "../notebook/types.ts";
import type { Execution } from "./judge.ts";

const driver = path.join(root, "scripts/lessons/execute.py");

/** The environment's Python, which has nbconvert. */
export const python = process.env.DAYLAB_PYTHON ?? path.join(root, ".venv/bin/python");

export interface ExecuteOptions {
  /** Variables of the kernel's environment beside the runner's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the cells after an error are executed too; default false. */
  readonly allowErrors?: boolean;
}

/**
 * Executes a notebook in a fresh kernel, in an empty folder inside the repository (so that imports
 * and lessons are found as from notebooks/, and nothing beside the notebook is).
 *
 * @param target where the executed notebook is written, also when it fails
 */
export async function executeNotebook(
  notebook: Notebook,
  target: string,
  { env, allowErrors = false }: ExecuteOptions = {},
): Promise<{ notebook: Notebook; execution: Execution }> {
  mkdirSync(path.join(root, ".cache/lessons"), { recursive: true });
  const scratch = mkdtempSync(path.join(root, ".cache/lessons/run-"));
  try {
    const cwd = path.join(scratch, "cwd");
    const source = path.join(scratch, "source.ipynb");
    const report = path.join(scratch, "report.json");
    mkdirSync(cwd);
    mkdirSync(path.dirname(target), { recursive: true });
    rmSync(target, { force: true });
    writeFileSync(source, notebookText(notebook));
    const args = [driver, source, target, report, "--cwd", cwd];
    const stderr = await run(python, allowErrors ? [...args, "--allow-errors"] : args, env);
    if (!existsSync(report) || !existsSync(target)) {
      throw new Error(`${driver} wrote no report:\n${stderr}`);
    }
    const result = JSON.parse(readFileSync(report, "utf8")) as Omit<Execution, "stderr">;
    const executed = JSON.parse(readFileSync(target, "utf8")) as Notebook;
    return { notebook: executed, execution: { ...result, stderr } };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Makes `day-009.html` beside `day-009.ipynb`. @returns its path */
export async function convertToHtml(notebookFile: string): Promise<string> {
  const args = ["-m", "nbconvert", "--to", "html", "--log-level", "ERROR", notebookFile];
  const html = notebookFile.replace(/\.ipynb$/, ".html");
  rmSync(html, { force: true });
  const stderr = await run(python, args);
  if (!existsSync(html)) throw new Error(`nbconvert --to html failed:\n${stderr}`);
  return html;
}

/** Runs a program to its end. @returns what it wrote to stderr */
function run(
  command: string,
  args: readonly string[],
  env: ExecuteOptions["env"] = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "ignore", "pipe"],
      // A lesson must not pass with a type error in it.
      env: { ...process.env, DAYLAB_TYPES: "strict", PYTHONWARNINGS: "ignore", ...env },
    });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", () => resolve(stderr));
  });
}
