/**
 * Exercises that check themselves. A lesson opens itself with {@link lesson} and marks what is still
 * to be written with {@link todo}; its `checks.ts` says with {@link defineChecks} how each answer is
 * checked. Results are published to the notebook as records ({@link CheckRecord},
 * {@link OutcomeRecord}) beside a card in HTML and text.
 *
 * @example
 * // lesson.ts
 * const { check, hint, outcome, passed } = await lesson("day-001");
 * let greet: (name: string) => string = todo();
 * await check("greeting", greet);
 *
 * // checks.ts
 * export default defineChecks({
 *   greeting: exercise<(name: string) => string>({
 *     title: "A greeting",
 *     hints: ["A template literal puts a value into a text.", "`Hello, ${name}!`"],
 *     check(greet, expect) {
 *       expect.equal(greet("Ada"), "Hello, Ada!", 'greet("Ada")');
 *     },
 *   }),
 * });
 *
 * @module
 */
export { defineChecks, exercise, type Checks, type Exercise } from "./define.ts";
export { ExpectationError, type Expect } from "./expect.ts";
export { lesson, type Lesson } from "./lesson.ts";
export { OutcomeError, type OutcomeOptions } from "./outcome.ts";
export { todo, TodoError } from "./todo.ts";
export {
  checkMimeType,
  outcomeMimeType,
  type CheckOutcome,
  type CheckRecord,
  type OutcomeBounds,
  type OutcomeRecord,
  type OutcomeStatus,
} from "./records.ts";
