import { headline, isSymbolicTensor, isTensor, type TensorLike } from "./duck.ts";
import { formatNested } from "./nested.ts";
import { cornerValues } from "./tensor-values.ts";
import type { DisplayData } from "./types.ts";

/**
 * A TensorFlow.js tensor or variable: type, shape and values, which are cut in the middle of long
 * axes. Of large tensors only the values that are shown are read, and nothing stays allocated.
 */
export function representTensor(value: unknown): DisplayData | undefined {
  if (!isTensor(value) && !isSymbolicTensor(value)) return undefined;
  const title = headline(value) ?? "";
  const text = isTensor(value) ? `${title}\n${body(value)}` : title;
  return { data: { "text/plain": text }, metadata: {} };
}

function body(tensor: TensorLike): string {
  if (tensor.isDisposed) return "dispose() or tf.tidy() has freed its memory";
  try {
    const digits = tensor.dtype === "float32" ? 7 : 15;
    return formatNested(cornerValues(tensor), digits);
  } catch (error) {
    return `its values cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
