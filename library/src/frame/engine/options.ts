import { nearest } from "./names.ts";

/** Refuses an option that a verb does not have, which a plain object would silently ignore. */
export function checkOptions(
  verb: string,
  options: object | undefined,
  known: readonly string[],
): void {
  for (const option of Object.keys(options ?? {})) {
    if (known.includes(option)) continue;
    if (option === "inplace") {
      throw new TypeError(
        `${verb} has no option "inplace": frames never change. Keep the frame that ${verb} returns.`,
      );
    }
    const [near] = nearest(option, known);
    const remedy =
      near === undefined ? `It has: ${known.join(", ") || "none"}.` : `Did you mean "${near}"?`;
    throw new TypeError(`${verb} has no option "${option}". ${remedy}`);
  }
}
