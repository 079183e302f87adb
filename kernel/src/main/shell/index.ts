/**
 * Commands for the shell: lines of a cell that start with `!`, and `shell()`.
 *
 * @module
 */
import { inspect } from "node:util";
import { runChild, type Ended } from "./child.ts";
import { environmentIn } from "./environment.ts";

/** A command that a line of a cell ran did not succeed. */
export class ShellError extends Error {
  override readonly name = "ShellError";
  readonly command: string;
  readonly code: number;

  constructor(command: string, { code, signal }: Ended) {
    const how = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
    super(`The command \`${command}\` ${how}`);
    this.command = command;
    this.code = code;
  }
}

/** As `ShellOptions` in `api/globals.d.ts`. */
export interface ShellOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
}

/** As `ShellResult` in `api/globals.d.ts`. */
export interface ShellResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/**
 * Runs the command of a `!` line; what it prints is the cell's output.
 *
 * @throws ShellError where its exit code is not 0.
 */
export async function runShellLine(command: string): Promise<void> {
  const cwd = process.cwd();
  const ended = await runChild(
    { line: command },
    { cwd, env: environmentIn(cwd), onText: (name, text) => process[name].write(text) },
  );
  if (ended.code !== 0) throw new ShellError(command, ended);
  if (/^cd\s[^;&|]*$/.test(command)) {
    process.stderr.write(
      "Each ! line has a shell of its own, so cd has no effect after it. " +
        'process.chdir("…") changes the folder of all that follow.\n',
    );
  }
}

/** Runs a command and gives what it printed, without showing it. */
export async function shell(command: string, options: ShellOptions = {}): Promise<ShellResult> {
  if (typeof command !== "string" || command.trim() === "") {
    throw new TypeError(`shell() needs a command such as "ls -l" and got ${inspect(command)}`);
  }
  const { cwd = process.cwd(), env, input } = options;
  const printed = { stdout: "", stderr: "" };
  const { code } = await runChild(
    { line: command },
    {
      cwd,
      env: environmentIn(cwd, env),
      ...(input !== undefined && { input }),
      onText: (name, text) => (printed[name] += text),
    },
  );
  return { ...printed, code };
}
