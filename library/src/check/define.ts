import type { Expect } from "./expect.ts";

/** How one exercise is checked and helped. `Answer` is what the learner hands to `check`. */
export interface Exercise<Answer = unknown> {
  readonly title: string;
  /** At least two, from a nudge to nearly the answer; shown one at a time. */
  readonly hints: readonly string[];
  /** Throws (through `expect`) for a wrong answer. What it throws itself is reported as EXCEPTION. */
  check(answer: Answer, expect: Expect): void | Promise<void>;
}

/** A lesson's exercises by id, in the order of the lesson. */
export type Checks = Readonly<Record<string, Exercise>>;

/**
 * One exercise, with the type of its answer.
 *
 * @example
 * exercise<(name: string) => string>({
 *   title: "A greeting",
 *   hints: ["A template literal puts a value into a text.", "`Hello, ${name}!`"],
 *   check(greet, expect) {
 *     expect.equal(greet("Ada"), "Hello, Ada!");
 *   },
 * });
 */
export function exercise<Answer>(definition: Exercise<Answer>): Exercise<Answer> {
  return definition;
}

/**
 * A lesson's `checks.ts` exports this as its default.
 *
 * @throws TypeError where an id has other characters than letters, digits, `-` and `_`, or an
 * exercise lacks its title, its two hints or its checker
 *
 * @example
 * export default defineChecks({ greeting: exercise<string>({ … }) });
 */
export function defineChecks<Definitions extends Checks>(definitions: Definitions): Definitions {
  for (const [id, definition] of Object.entries(definitions)) {
    const problem = problemWith(id, definition);
    if (problem) throw new TypeError(`Exercise "${id}" in checks.ts ${problem}.`);
  }
  return definitions;
}

function problemWith(id: string, definition: Partial<Exercise> | undefined): string | undefined {
  if (!/^[\w-]+$/.test(id)) return "may only have letters, digits, - and _ in its id";
  if (typeof definition?.title !== "string" || definition.title === "") return "needs a title";
  if (!Array.isArray(definition.hints) || definition.hints.length < 2)
    return "needs at least two hints";
  if (typeof definition.check !== "function") return "needs a check(answer, expect) function";
  return undefined;
}
