import type { Shape } from "./define-layer.ts";

/** @throws RangeError naming the option that is no whole number from 1 */
export function checkWhole(options: Readonly<Record<string, number | undefined>>): void {
  for (const [name, value] of Object.entries(options))
    if (value !== undefined && (!Number.isInteger(value) || value < 1))
      throw new RangeError(`${name} must be a whole number from 1, not ${String(value)}.`);
}

/** @throws RangeError unless 0 ≤ rate < 1 */
export function checkRate(name: string, rate: number): void {
  if (!(rate >= 0 && rate < 1))
    throw new RangeError(`${name} must be a number from 0 to less than 1, not ${String(rate)}.`);
}

/** @throws RangeError for an input with another number of axes */
export function checkAxes(layer: string, shape: Shape | undefined, axes: readonly string[]): void {
  if (shape && shape.length !== axes.length)
    throw new RangeError(
      `${layer} takes [${axes.join(", ")}], not an input with ${shape.length} axes: [${shape.join(", ")}].`,
    );
}

/** The length of an axis that must be known when the layer is built. */
export function known(layer: string, shape: Shape, axis: number): number {
  const length = shape.at(axis);
  if (typeof length !== "number")
    throw new RangeError(
      `${layer} needs to know the length of axis ${axis} of its input [${shape.join(", ")}] when the model is built.`,
    );
  return length;
}
