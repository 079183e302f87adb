import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Handle, NativeBackend } from "./backend.ts";

/**
 * A graph that TensorFlow has loaded. The binding loads SavedModels only, from a folder; once loaded
 * the folder is not needed, and goes.
 */
export class Session {
  readonly #backend: NativeBackend;
  readonly #id: number;
  #disposed = false;

  constructor(backend: NativeBackend, model: Uint8Array) {
    this.#backend = backend;
    const folder = mkdtempSync(join(tmpdir(), "daylab-graph-"));
    try {
      writeFileSync(join(folder, "saved_model.pb"), model);
      this.#id = backend.binding.loadSavedModel(folder, "serve");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /**
   * @param names of what is fed, in the order of the handles, and of what is fetched; joined by commas
   * @throws Error where an op fails: it names the op
   */
  run(handles: readonly number[], names: { feeds: string; fetches: string }): Handle[] {
    try {
      return this.#backend.binding.runSavedModel(this.#id, handles, names.feeds, names.fetches);
    } catch (error) {
      throw explained(error);
    }
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#backend.binding.deleteSavedModel(this.#id);
  }
}

/** TensorFlow repeats its message with notes on the graph's inside, which say little. */
function explained(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const text = error.message.replace(/^Session fail to run with error: /u, "");
  const node = /\{\{node (\w+?)(?:_\d+)?\}\}/u.exec(text)?.[1];
  const [first] = text.split("\n").filter((line) => !/root error|^\s*\(\d+\)/u.test(line));
  const said = (/\(0\) \w+: (.*)/u.exec(text)?.[1] ?? first ?? text).trim();
  const reason = said.replace(/\s*\[?\[?\{\{node \w+\}\}\]?\]?/gu, "").trim();
  const where = node ? ` in ${node}` : "";
  return new Error(
    `A compiled step failed${where}: ${reason || text}. The variables are as they were before the step.`,
    { cause: error },
  );
}
