import type { DisplayData } from "../display/types.ts";
import type { CellError, CellSource } from "../errors/types.ts";
import { cellLabel, cellUrl } from "../threads/cell-names.ts";
import { interrupted } from "../threads/interrupted.ts";
import type { CellDone, ExecuteCell, FromMain, UserExpressionResult } from "../threads/messages.ts";
import type { PrepareOptions, PreparedCell } from "../transpile/types.ts";
import { runInCell, type Cell } from "./cell.ts";
import { Evaluator, type Outcome } from "./evaluate.ts";
import type { Steady } from "./steady.ts";
import { TensorFlow } from "./tensorflow.ts";

/** The parts that the executor is put together from. */
export interface ExecutorParts {
  readonly prepare: (code: string, options: PrepareOptions) => PreparedCell;
  readonly describe: (error: unknown, cells: ReadonlyMap<string, CellSource>) => CellError;
  readonly show: (value: unknown) => Promise<DisplayData | undefined>;
  /** Resolves when what the cell displayed has been published. */
  readonly displaysSettled: (cell: Cell) => Promise<void>;
  /** Gives up the displays of a stopped cell, so that later cells do not wait for them. */
  readonly forgetDisplays: (cell: Cell) => void;
  readonly post: (message: FromMain) => void;
  /** Does the kernel's own work, of which cells may have broken what it stands on. */
  readonly steady: Steady;
  /** Name of the global through which cells import. */
  readonly loader: string;
  /** Name of the global that is an `Awaits`. */
  readonly awaits: string;
}

/** Runs cells. Several may be under way, since those of subshells take turns at awaits. */
export class Executor {
  readonly #parts: ExecutorParts;
  readonly #evaluator = new Evaluator();
  readonly #tensorFlow = new TensorFlow();
  readonly #sources = new Map<string, CellSource>();
  /** Taken before user code could replace it. */
  readonly #nextTurn = globalThis.setImmediate;
  readonly #isKnown = (name: string): boolean => this.#evaluator.knows(name);
  readonly #running = new Map<number, Cell>();
  /** The one that ended last. */
  #ended: Cell | undefined;

  constructor(parts: ExecutorParts) {
    this.#parts = parts;
  }

  /** The cells that ran, by the URLs of their scripts. */
  get sources(): ReadonlyMap<string, CellSource> {
    return this.#sources;
  }

  run(request: ExecuteCell): void {
    const cell: Cell = { request, running: true, stopped: false, endings: [] };
    const alone = this.#running.size === 0;
    this.#running.set(request.id, cell);
    if (alone) this.#tensorFlow.begin((prototype) => this.#evaluator.instances(prototype));
    let prepared: PreparedCell;
    try {
      prepared = runInCell(cell, () => this.#prepare(request));
    } catch (error) {
      return this.#end(cell, { error: this.describe(error), evaluated: false });
    }
    try {
      runInCell(cell, () => {
        this.#evaluator.evaluate(prepared.code, (outcome) =>
          this.#evaluated(cell, outcome, prepared.showsResult),
        );
      });
    } catch (error) {
      // Not the cell's own error, which is an outcome.
      this.#parts.steady.repair();
      this.#end(cell, { error: this.describe(error), evaluated: true });
    }
  }

  /** Ends the cell if it still runs; what it started must not act any more. */
  interrupt(id: number): void {
    const cell = this.#running.get(id);
    if (cell) this.#stop(cell, interrupted);
    // It may have ended meanwhile, because a program that it waited for was interrupted too.
    else if (this.#ended?.request.id === id) this.#ended.stopped = true;
  }

  /**
   * Ends a cell whose background work failed.
   *
   * @returns false where the cell had ended before.
   */
  fail(cell: Cell, error: unknown): boolean {
    if (!cell.running) return false;
    this.#stop(cell, this.describe(error));
    return true;
  }

  describe(error: unknown): CellError {
    const { describe, steady } = this.#parts;
    return steady.describe(error, () => describe(error, this.#sources));
  }

  /** The place in a cell's own text that a place in its evaluated JavaScript stands for. */
  originalPosition({ source, line, column }: { source: string; line: number; column: number }) {
    return this.#sources.get(source)?.toOriginal(line, column) ?? { line, column };
  }

  #prepare({ id, code, executionCount }: ExecuteCell): PreparedCell {
    const url = cellUrl(id);
    const { loader, awaits } = this.#parts;
    const label = cellLabel(executionCount);
    const unmapped = (line: number, column: number) => ({ line, column });
    this.#sources.set(url, { label, code, toOriginal: unmapped });
    const prepared = this.#parts.steady.run(() =>
      this.#parts.prepare(code, { url, loader, awaits, isKnown: this.#isKnown }),
    );
    this.#sources.set(url, { label, code, toOriginal: prepared.toOriginal });
    return prepared;
  }

  #evaluated(cell: Cell, outcome: Outcome, showsResult: boolean): void {
    if (outcome.kind === "terminated") return this.#stop(cell, interrupted);
    if (outcome.kind === "error") {
      return this.#end(cell, { error: this.describe(outcome.error), evaluated: true });
    }
    // A promise that was rejected and not awaited is reported before the next turn.
    this.#nextTurn(() => {
      if (!cell.running) return;
      void runInCell(cell, () => this.#finish(cell, showsResult ? outcome.value : undefined));
    });
  }

  async #finish(cell: Cell, value: unknown): Promise<void> {
    try {
      const { show, steady } = this.#parts;
      const result = cell.request.silent ? undefined : await steady.run(() => show(value));
      await this.#parts.displaysSettled(cell);
      const userExpressions = await this.#userExpressions(cell);
      this.#end(cell, { ...(result && { result }), userExpressions, evaluated: true });
    } catch (error) {
      this.#end(cell, { error: this.describe(error), evaluated: true });
    }
  }

  async #userExpressions({ request }: Cell): Promise<Record<string, UserExpressionResult>> {
    const results: Record<string, UserExpressionResult> = {};
    for (const [name, expression] of Object.entries(request.userExpressions)) {
      try {
        const { value } = await this.#evaluate(expression);
        const shown = await this.#parts.show(value);
        results[name] = { status: "ok", ...(shown ?? { data: {}, metadata: {} }) };
      } catch (error) {
        results[name] = { status: "error", ...this.describe(error) };
      }
    }
    return results;
  }

  /** The value comes in an object, because one that is itself a promise is not to be awaited. */
  #evaluate(expression: string): Promise<{ value: unknown }> {
    const { prepare, loader } = this.#parts;
    const { code } = prepare(expression, { url: "user-expression.ts", loader });
    return new Promise((resolve, reject) => {
      this.#evaluator.evaluate(code, (outcome) => {
        if (outcome.kind === "value") return resolve(outcome);
        const thrown = outcome.kind === "error" ? outcome.error : new Error(interrupted.evalue);
        // Whatever a cell throws is reported as it is.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(thrown);
      });
    });
  }

  #stop(cell: Cell, error: CellError): void {
    if (!cell.running) return;
    cell.stopped = true;
    this.#tensorFlow.stopped = true;
    this.#end(cell, { error, evaluated: true });
    this.#parts.forgetDisplays(cell);
  }

  #end(
    cell: Cell,
    how: Pick<CellDone, "result" | "error" | "evaluated"> & Partial<CellDone>,
  ): void {
    if (!cell.running) return;
    cell.running = false;
    this.#running.delete(cell.request.id);
    this.#ended = cell;
    this.#parts.post({ kind: "done", id: cell.request.id, userExpressions: {}, ...how });
    for (const ending of cell.endings.splice(0)) ending();
  }
}
