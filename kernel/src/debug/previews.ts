import { awaitsName } from "../threads/global-names.ts";
import { prepareCell } from "../transpile/index.ts";
import type { Script, Scripts } from "./scripts.ts";
import type { TargetSession } from "./session.ts";

/**
 * Cells that did not run yet, as V8 would see them: compiled as the body of a function that nobody
 * calls. They tell at which lines a breakpoint can stand.
 */
export class Previews {
  readonly #session: TargetSession;
  readonly #scripts: Scripts;
  #last = 0;

  constructor(session: TargetSession, scripts: Scripts) {
    this.#session = session;
    this.#scripts = scripts;
  }

  /** Undefined for code that is no TypeScript. */
  async of(path: string, code: string): Promise<Script | undefined> {
    const url = `preview-${++this.#last}.ts`;
    try {
      const options = { url, loader: "preview", awaits: awaitsName };
      const { code: prepared, toOriginal } = prepareCell(code, options);
      const body = prepared.replace(/\n[^\n]*$/, "");
      const expression = `(async () => {\n${body}\n})\n//# sourceURL=${url}`;
      // V8 keeps a script as long as its function, which is held until the debugger is detached.
      await this.#session.evaluate({ expression, silent: true });
      const id = this.#scripts.previewed(url);
      if (id === undefined) return undefined;
      return {
        id,
        url,
        kind: "cell",
        path,
        toOriginal: (line, column) => toOriginal(line - 1, column),
      };
    } catch {
      return undefined;
    }
  }
}
