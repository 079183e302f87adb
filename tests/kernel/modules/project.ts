import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createModuleLoader, type ModuleLoader } from "../../../kernel/src/modules/index.ts";

/** A folder with a notebook, far from this repository. */
export class Project {
  readonly directory = realpathSync(mkdtempSync(join(tmpdir(), "daylab modules ü-")));
  readonly loader: ModuleLoader;

  constructor(files: Record<string, string> = {}) {
    this.write(files);
    this.loader = createModuleLoader({ directory: this.directory });
  }

  write(files: Record<string, string>): void {
    for (const [name, text] of Object.entries(files)) {
      const path = this.path(name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }

  path(name: string): string {
    return join(this.directory, name);
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
