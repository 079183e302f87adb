import { Session } from "node:inspector";
import { prepareCell, type PreparedCell } from "../../../kernel/src/transpile/index.ts";
import type { ModuleLoader } from "../../../kernel/src/modules/index.ts";

type Global = Record<string, unknown>;

/** Evaluates prepared cells one after the other, the way the kernel does. */
export class Notebook {
  static #count = 0;
  readonly prepared: PreparedCell[] = [];
  readonly #session = new Session();
  readonly #loader = `__loader${Notebook.#count++}`;

  constructor(loader: Partial<ModuleLoader> = {}) {
    this.#session.connect();
    (globalThis as Global)[this.#loader] = loader;
  }

  url(cell: number): string {
    return `${this.#loader}:${cell}`;
  }

  /** The value of a cell, or undefined where it shows none. Throws what the cell throws. */
  async run(source: string): Promise<unknown> {
    const cell = prepareCell(source, {
      url: this.url(this.prepared.length),
      loader: this.#loader,
    });
    this.prepared.push(cell);
    const { result, exceptionDetails } = await this.#evaluate(cell.code);
    if (exceptionDetails) throw await this.#value(exceptionDetails.exception);
    return cell.showsResult ? await this.#value(result) : undefined;
  }

  close(): void {
    this.#session.disconnect();
    Reflect.deleteProperty(globalThis, this.#loader);
  }

  #evaluate(expression: string): Promise<Evaluated> {
    return new Promise((resolve, reject) => {
      const options = { expression, replMode: true, awaitPromise: true };
      this.#session.post("Runtime.evaluate", options, (error, value) => {
        if (error) reject(new Error(error.message));
        else resolve(value as unknown as Evaluated);
      });
    });
  }

  /** The object itself behind what the inspector reports. */
  async #value(remote: Remote | undefined): Promise<unknown> {
    if (!remote?.objectId) {
      return remote?.unserializableValue ? remote.description : remote?.value;
    }
    await new Promise<void>((resolve) => {
      const options = {
        objectId: remote.objectId,
        functionDeclaration: "function () { globalThis.__value = this }",
      };
      this.#session.post("Runtime.callFunctionOn", options, () => resolve());
    });
    return (globalThis as Global).__value;
  }
}

interface Remote {
  readonly objectId?: string;
  readonly value?: unknown;
  readonly unserializableValue?: string;
  readonly description?: string;
}

interface Evaluated {
  readonly result: Remote;
  readonly exceptionDetails?: { readonly exception?: Remote };
}
