import { boundText } from "./inspect.ts";
import type { DisplayData } from "./types.ts";

/** What of a TensorFlow.js layers model is read to show it. */
interface LayersModelLike {
  readonly layers: readonly unknown[];
  countParams(): number;
  summary(
    lineLength: number | undefined,
    positions: number[] | undefined,
    print: (line: string) => void,
  ): void;
}

/** A TensorFlow.js layers model as its summary; its internals would fill pages. */
export function representModel(value: unknown): DisplayData | undefined {
  if (!isLayersModel(value)) return undefined;
  const lines: string[] = [];
  value.summary(undefined, undefined, (line) => lines.push(line));
  return { data: { "text/plain": boundText(lines.join("\n")) }, metadata: {} };
}

function isLayersModel(value: unknown): value is LayersModelLike {
  if (typeof value !== "object" || value === null) return false;
  const model = value as Partial<LayersModelLike>;
  return (
    Array.isArray(model.layers) &&
    typeof model.summary === "function" &&
    typeof model.countParams === "function"
  );
}
