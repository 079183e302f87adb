/**
 * The global `help`: what is known of a value, as a page for the front end's pager.
 *
 * @module
 */
import type { DisplayData } from "../display/types.ts";
import { helpPage, knownPage, type Known } from "./page.ts";
import { argumentOf, spelled, type Question } from "./question.ts";

export type { Known, Question };

/** What `help` needs of the kernel. */
export interface HelpParts {
  /** The cell that is calling, and where in it: undefined where the call is not in its own code. */
  readonly call: () =>
    { readonly code: string; readonly line: number; readonly column: number } | undefined;
  /** Asks the type checker; nothing where it knows nothing, or takes too long. */
  readonly inspect: (question: Question) => Promise<Known | undefined>;
  readonly show: (page: DisplayData) => void;
  /** Keeps the cell from ending before the page is there. */
  readonly track: (work: Promise<unknown>) => void;
}

const usage =
  "help(value) shows the type, the documentation and the members of a value, and the source of a " +
  'function: help(parseFloat), help(model.fit), help("Array.prototype.map").';

/** Makes the function that cells call; it returns nothing, so that a cell that ends in it has no result. */
export function createHelp({ call, inspect, show, track }: HelpParts) {
  const firstKnown = async (questions: readonly Question[]): Promise<Known | undefined> => {
    for (const question of questions) {
      const known = await inspect(question);
      if (known && !known.text.includes("/*unresolved*/")) return known;
    }
    return undefined;
  };
  const page = async (value: unknown, argument: Question | undefined): Promise<DisplayData> => {
    const isLiteral = typeof value === "string" && !argument;
    const named = isLiteral ? await firstKnown(spelled(value)) : undefined;
    if (named) return knownPage(named);
    return helpPage(value, argument && (await inspect(argument)));
  };
  /** Pages come in the order of the calls. */
  let earlier: Promise<unknown> = Promise.resolve();
  return function help(...values: unknown[]): void {
    if (values.length === 0) return show({ data: { "text/plain": usage }, metadata: {} });
    const place = call();
    const made = page(values[0], place && argumentOf(place.code, place));
    earlier = Promise.all([made, earlier]).then(([output]) => show(output));
    track(earlier);
  };
}
