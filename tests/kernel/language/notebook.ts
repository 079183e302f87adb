import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type LanguageThread, startLanguage } from "../../../kernel/src/language/index.ts";

/** A folder outside the repository with the given files, and the language thread of a notebook in it. */
export class Notebook {
  readonly directory: string;
  readonly language: LanguageThread;

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.directory = realpathSync(mkdtempSync(join(tmpdir(), "daylab-language-")));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    this.language = startLanguage({ directory: this.directory });
  }

  write(name: string, text: string): void {
    const path = join(this.directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** The findings as "TS2322 1:7 message", one a line. */
  async check(code: string): Promise<string[]> {
    const found = await this.language.check(code);
    return found.map((d) => `TS${d.code} ${d.line}:${d.column} ${d.message}`);
  }

  /** Checks the cell, then makes it part of the notebook, as after a run. */
  async run(code: string): Promise<string[]> {
    const found = await this.check(code);
    await this.language.commit(code);
    return found;
  }

  /** Completes at the `|` in the code. */
  async complete(marked: string): Promise<string[]> {
    const offset = marked.indexOf("|");
    const code = marked.replace("|", "");
    const { items } = await this.language.complete(code, offset);
    return items.map(({ text }) => text);
  }

  /** The plain-text hover at the `|` in the code. */
  async inspect(marked: string, detail: 0 | 1 = 0): Promise<string> {
    const offset = marked.indexOf("|");
    const { text } = await this.language.inspect(marked.replace("|", ""), offset, detail);
    return text;
  }

  async close(): Promise<void> {
    await this.language.stop();
    rmSync(this.directory, { recursive: true });
  }
}
