import { tensorflow, type Tensor } from "../../tensorflow/index.ts";

/** Tensors taken out of arrays and objects, and what is left. */
export interface Structure {
  readonly tensors: readonly Tensor[];
  /** The rest as text: equal for values of the same make-up. */
  readonly form: string;
  /** What makes the structure unfit to go into, or come out of, a graph. */
  readonly obstacle: string | undefined;
  /** The same make-up with other tensors. */
  rebuild(tensors: readonly Tensor[]): unknown;
}

/** Takes tensors out of a tensor, null, or arrays and objects of them. */
export function structureOf(value: unknown): Structure {
  const tensors: Tensor[] = [];
  let obstacle: string | undefined;
  const walk = (
    part: unknown,
  ): [form: string, rebuild: (tensors: readonly Tensor[]) => unknown] => {
    if (isTensor(part)) {
      const place = tensors.push(part) - 1;
      return [`${part.dtype}[${part.shape.join()}]`, (others) => others[place]];
    }
    if (Array.isArray(part)) {
      const parts = (part as unknown[]).map(walk);
      return [
        `[${parts.map(([form]) => form).join()}]`,
        (others) => parts.map(([, rebuild]) => rebuild(others)),
      ];
    }
    if (isPlainObject(part)) {
      const entries = Object.entries(part).map(([key, item]) => [key, walk(item)] as const);
      return [
        `{${entries.map(([key, [form]]) => `${key}:${form}`).join()}}`,
        (others) => Object.fromEntries(entries.map(([key, [, rebuild]]) => [key, rebuild(others)])),
      ];
    }
    const simple =
      part === null || ["undefined", "boolean", "number", "string"].includes(typeof part);
    if (!simple) obstacle ??= `${nameOf(part)} that is not a tensor`;
    return [simple ? `${typeof part} ${String(part)}` : "?", () => part];
  };
  const [form, rebuild] = walk(value);
  return { tensors, form, obstacle, rebuild };
}

/** Finds a number, text or boolean in a result: a graph gives tensors only. */
export function plainValueIn(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (isTensor(value)) return undefined;
  if (Array.isArray(value)) return (value as unknown[]).map(plainValueIn).find(Boolean);
  if (isPlainObject(value)) return Object.values(value).map(plainValueIn).find(Boolean);
  return nameOf(value);
}

const isTensor = (value: unknown): value is Tensor => value instanceof tensorflow().Tensor;

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

const nameOf = (value: unknown): string =>
  typeof value === "object" ? `a ${value?.constructor?.name ?? "object"}` : `a ${typeof value}`;
