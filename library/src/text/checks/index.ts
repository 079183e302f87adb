import { nearest } from "@daylab/datasets";
export { checkOptions } from "./options.ts";
export { checkCount, checkPositive, checkSequence, checkText, checkTexts } from "./values.ts";
export { Heap } from "./heap.ts";
export { greatest } from "./greatest.ts";

/** The error for a name that there is not. */
export function unknownName(what: string, wrong: unknown, known: readonly string[]): RangeError {
  const near = typeof wrong === "string" ? nearest(wrong, known) : [];
  const remedy =
    near.length > 0
      ? `Did you mean ${near.map((name) => JSON.stringify(name)).join(" or ")}?`
      : `It is one of: ${known.slice(0, 20).join(", ")}.`;
  return new RangeError(`There is no ${what} ${JSON.stringify(wrong) ?? String(wrong)}. ${remedy}`);
}
