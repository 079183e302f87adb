import { described, isRecord, isShaped, isTensor } from "./element.ts";
import { dtypeOf, toShaped } from "./stack.ts";

/** Type and shape of one part of an element. */
export interface LeafSpec {
  readonly dtype: string;
  readonly shape: readonly number[];
}

/** The parts of an element by name, or the only one. */
export type Spec = LeafSpec | { readonly [name: string]: Spec };

/** What an element consists of. */
export function specOf(element: unknown): Spec {
  if (isTensor(element)) return { dtype: element.dtype, shape: [...element.shape] };
  if (isRecord(element))
    return Object.fromEntries(Object.entries(element).map(([name, one]) => [name, specOf(one)]));
  if (typeof element === "number") return { dtype: "float32", shape: [] };
  if (typeof element === "boolean") return { dtype: "bool", shape: [] };
  if (typeof element === "string") return { dtype: "string", shape: [] };
  if (isShaped(element) || Array.isArray(element) || ArrayBuffer.isView(element)) {
    try {
      return { dtype: dtypeOf(element), shape: [...toShaped(element, "").shape] };
    } catch {
      return { dtype: `not for tensors: ${described(element)}`, shape: [] };
    }
  }
  return { dtype: `not for tensors: ${described(element)}`, shape: [] };
}

/** A specification as text: `{ x: float32 [32, 4], y: int32 [32] }`. */
export function specText(spec: Spec): string {
  if (isLeaf(spec))
    return spec.shape.length > 0 ? `${spec.dtype} [${spec.shape.join(", ")}]` : spec.dtype;
  const parts = Object.entries(spec).map(([name, one]) => `${name}: ${specText(one)}`);
  return `{ ${parts.join(", ")} }`;
}

const isLeaf = (spec: Spec): spec is LeafSpec =>
  typeof spec.dtype === "string" && Array.isArray(spec.shape);
