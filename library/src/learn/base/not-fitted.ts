/** Thrown when something learned is asked for before `fit`. */
export class NotFittedError extends Error {
  override readonly name = "NotFittedError";
  constructor(who: string, what: string) {
    super(`This ${who} has not learned yet, so there is no ${what}. Call fit first.`);
  }
}
