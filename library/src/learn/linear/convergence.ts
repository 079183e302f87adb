/** Says that a fit ended before it was done; the result is usable, and not the best. */
export function warnUnfinished(who: string, iterations: number, remedy: string): void {
  console.warn(`${who} stopped after ${iterations} iterations without being done. ${remedy}`);
}
