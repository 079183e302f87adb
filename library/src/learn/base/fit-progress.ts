import { ProgressBar } from "../../widgets/progress/progress-bar.ts";
import { checkChoice } from "./parameters.ts";

/** What a long fit shows in a notebook. */
export interface Shown {
  /** Stands before the bar. */
  readonly who: string;
  /** Without it nothing is made. */
  readonly verbose: boolean;
  /** What is counted, for example `"trees"`. */
  readonly unit: string;
}

const nothing = (): void => undefined;

/**
 * Does the work of a fit, which counts each of `total` steps by the function that it is given. With
 * `verbose`, in a notebook, a bar shows them; the work may end early.
 *
 * @throws RangeError for a `verbose` that is neither true nor false
 */
export function withBar<T>(shown: Shown, total: number, work: (advance: () => void) => T): T {
  const bar = barOf(shown, total);
  if (bar === undefined) return work(nothing);
  try {
    return work(() => bar.advance());
  } finally {
    bar.finish();
  }
}

/**
 * The numbers of the rounds of a fit, below `total`, with a bar as `withBar` has. A round that breaks the
 * loop is not counted.
 *
 * @throws RangeError for a `verbose` that is neither true nor false
 */
export function* rounds(shown: Shown, total: number): Generator<number, void> {
  const bar = barOf(shown, total);
  try {
    for (let round = 0; round < total; round++) {
      yield round;
      bar?.advance();
    }
  } finally {
    bar?.finish();
  }
}

function barOf({ who, verbose, unit }: Shown, total: number): ProgressBar | undefined {
  checkChoice(who, "verbose", verbose, [true, false]);
  if (!verbose || !(Symbol.for("Jupyter.host") in globalThis)) return undefined;
  return new ProgressBar({ total, description: who, unit });
}
