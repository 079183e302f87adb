import { nearest } from "@daylab/datasets";

/** Refuses an option that a function does not have, which a plain object would silently ignore. */
export function checkOptions(
  who: string,
  options: object | undefined,
  known: readonly string[],
): void {
  for (const option of Object.keys(options ?? {})) {
    if (known.includes(option)) continue;
    const [near] = nearest(option, known, 1);
    const remedy = near === undefined ? `It has: ${known.join(", ")}.` : `Did you mean "${near}"?`;
    throw new TypeError(`${who} has no option "${option}". ${remedy}`);
  }
}
