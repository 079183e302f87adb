import { spawn, type ChildProcess } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const repository = path.resolve(import.meta.dirname, "../../..");

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/** A clone that was never set up, on a machine with nothing but Node and what the test puts there. */
export class BareClone {
  readonly folder = mkdtempSync(path.join(tmpdir(), "daylab-clone-"));
  readonly programs = path.join(this.folder, "programs");

  constructor() {
    for (const name of ["scripts", "package.json", "package-lock.json", ".npmrc"]) {
      cpSync(path.join(repository, name), path.join(this.folder, name), { recursive: true });
    }
    mkdirSync(this.programs);
    symlinkSync(process.execPath, path.join(this.programs, "node"));
  }

  /** Puts a shell script of this name on the clone's PATH. */
  addProgram(name: string, script: string): void {
    const file = path.join(this.programs, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }

  start(script: string, env: Record<string, string> = {}): ChildProcess {
    return spawn(process.execPath, [path.join(this.folder, "scripts", script)], {
      cwd: this.folder,
      env: { PATH: this.programs, HOME: this.folder, ...env },
    });
  }

  async run(script: string, env: Record<string, string> = {}): Promise<Outcome> {
    return outcomeOf(this.start(script, env));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  let output = "";
  child.stdout?.on("data", (text: Buffer) => (output += text.toString()));
  child.stderr?.on("data", (text: Buffer) => (output += text.toString()));
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { status, output };
}
