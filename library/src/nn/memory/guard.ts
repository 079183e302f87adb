import { checkOptions } from "../../frame/engine/options.ts";
import { tensorflow } from "../../tensorflow/index.ts";
import { trackTensors, type TrackedTensor } from "./tracking.ts";

export interface GuardOptions {
  /** What happens where tensors are left: `"warn"` (default) writes which, `"throw"` throws, `"dispose"` frees them and says so. */
  readonly onLeak?: "warn" | "throw" | "dispose";
  /** Counts variables too, such as the weights of models that were made; default false. */
  readonly variables?: boolean;
}

const shown = 8;

/**
 * Runs a function and tells which tensors it made and left behind, other than those it returns: their
 * shapes, types, and the lines that made them.
 *
 * @returns what the function returns
 * @throws Error for tensors left behind, with `onLeak: "throw"`
 *
 * @example
 * const mean = await withMemoryGuard(() => tf.tidy(() => tf.tensor1d([1, 3]).mean().dataSync()[0]));
 * mean; // 2
 *
 * @example
 * await withMemoryGuard(() => void tf.ones([2, 2]), { onLeak: "dispose" })
 * // it writes: 1 tensor left behind (16 B): float32 [2, 2] made at cell-1.ts:1:37
 */
export async function withMemoryGuard<Result>(
  run: () => Result | Promise<Result>,
  options: GuardOptions = {},
): Promise<Result> {
  checkOptions("withMemoryGuard", options, ["onLeak", "variables"]);
  const { onLeak = "warn", variables = false } = options;
  if (!["warn", "throw", "dispose"].includes(onLeak))
    throw new RangeError(
      `withMemoryGuard: onLeak is "warn", "throw" or "dispose", not ${JSON.stringify(onLeak)}.`,
    );
  const tracking = trackTensors();
  let result: Result;
  try {
    result = await run();
  } finally {
    tracking.stop();
  }
  const returned = new Set(tensorsIn(result));
  const left = tracking.alive.filter(
    (each) => (variables || !each.variable) && !returned.has(each.id),
  );
  if (left.length === 0) return result;
  const text = leakText(left);
  if (onLeak === "throw") throw new Error(text);
  if (onLeak === "dispose") left.forEach(({ tensor }) => tensor.dispose());
  console.warn(onLeak === "dispose" ? `${text}\nThey were disposed.` : text);
  return result;
}

/** Alike tensors of one line count together. */
function leakText(left: readonly TrackedTensor[]): string {
  const groups = new Map<string, number>();
  for (const { dtype, shape, madeAt } of left) {
    const made = madeAt === "" ? "" : ` made at ${madeAt}`;
    const key = `${dtype} [${shape.join(", ")}]${made}`;
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  const lines = [...groups].map(([key, count]) => (count === 1 ? key : `${count} × ${key}`));
  const more = lines.length > shown ? [`and ${lines.length - shown} more kinds`] : [];
  const bytes = left.reduce((sum, each) => sum + each.bytes, 0);
  const head = `${left.length} ${left.length === 1 ? "tensor" : "tensors"} left behind (${bytes} B)`;
  const listed = [...lines.slice(0, shown), ...more];
  const all = listed.length === 1 ? ` ${listed[0]}` : listed.map((line) => `\n  ${line}`).join("");
  return `${head}:${all}\nReturn them, dispose them, or make them within tf.tidy(() => …).`;
}

/** The ids of the tensors in a value, in arrays and objects too. */
function tensorsIn(value: unknown): number[] {
  const ids: number[] = [];
  const { Tensor } = tensorflow();
  const seen = new Set<object>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null || seen.has(part)) return;
    seen.add(part);
    if (part instanceof Tensor) ids.push(part.id);
    else if (part instanceof Map || part instanceof Set) [...part].forEach(visit);
    else if (!ArrayBuffer.isView(part)) Object.values(part).forEach(visit);
  };
  visit(value);
  return ids;
}
