import type { CellError } from "../errors/types.ts";
import { CellSyntaxError } from "../transpile/cell-syntax-error.ts";
import { Intrinsics } from "./intrinsics.ts";

/**
 * Lets the kernel's own work succeed where a cell broke the built-ins that it stands on: they are
 * put back, the notebook is told, and the work is done again. As long as the kernel can work, what
 * a notebook does to built-ins is left alone.
 */
export class Steady {
  readonly #intrinsics = new Intrinsics();
  readonly #tell: (text: string) => void;

  /** @param tell prints to the cell that the running code belongs to. */
  constructor(tell: (text: string) => void) {
    this.#tell = tell;
  }

  /**
   * Does `work`, a second time where it throws and built-ins were put back. A promise that is
   * rejected counts as thrown.
   */
  run<Result>(work: () => Result): Result {
    try {
      return this.#again(work(), work);
    } catch (error) {
      // A text that is no TypeScript is no failure of the kernel's.
      const isCells = error instanceof CellSyntaxError && !this.#intrinsics.poisoned;
      if (isCells || !this.repair()) throw error;
      return work();
    }
  }

  /** Describes an error; by little more than its message where even that does not work. */
  describe(error: unknown, work: () => CellError): CellError {
    try {
      return this.run(work);
    } catch {
      const text = textOf(error);
      return { ename: "Error", evalue: text, traceback: [text] };
    }
  }

  /**
   * Puts back the built-ins that were changed, and says which.
   *
   * @returns false where there were none.
   */
  repair(): boolean {
    const names = this.#intrinsics.repair();
    if (names.length === 0) return false;
    const were = names.length === 1 ? "was" : "were";
    const reason = "changed in a way that the kernel cannot work with";
    const they = names.length === 1 ? "it was" : "they were";
    this.#tell(`${names.join(", ")} ${were} ${reason}: ${they} put back.\n`);
    return true;
  }

  #again<Result>(result: Result, work: () => Result): Result {
    if (!(result instanceof Promise)) return result;
    const rejected = (error: unknown): Result => {
      if (!this.repair()) throw error;
      return work();
    };
    return result.then(undefined, rejected) as Result;
  }
}

function textOf(error: unknown): string {
  try {
    return String(error);
  } catch {
    return "An error that cannot be shown";
  }
}
