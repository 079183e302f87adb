import type { Optimizer } from "../../tensorflow/index.ts";
import type { Rate } from "./graph.ts";
import type { ConstantValue, Node, Trace, Value } from "./trace.ts";

/** The learning rates that an optimiser had in the first and in the second of two runs. */
export interface TwoRates {
  readonly optimizer: Optimizer;
  readonly first: number;
  readonly second: number;
}

/**
 * Compares two runs of a step from the same state with the same inputs. What differs cannot be part of
 * a graph, but for constants that are a learning rate: optimisers had another one in the second run,
 * so that these are found, and fed from then on.
 *
 * @returns the constants that are learning rates, or what differs
 */
export function compareTraces(
  first: Trace,
  second: Trace,
  twoRates: readonly TwoRates[],
): Map<ConstantValue, Rate> | string {
  const rates = new Map<ConstantValue, Rate>();
  if (first.nodes.length !== second.nodes.length)
    return `it runs ${first.nodes.length} ops at one time and ${second.nodes.length} at another`;
  const places = new Map<Node, number>();
  const others = new Map<Node, number>();
  const same = (a: Value, b: Value): boolean => {
    if (a.kind === "constant" && b.kind === "constant") {
      if (a.dtype !== b.dtype || String(a.shape) !== String(b.shape)) return false;
      if (Buffer.compare(a.bytes, b.bytes) === 0) return true;
      const rate = rateOf(a, b, twoRates);
      if (rate) rates.set(a, rate);
      return rate !== undefined;
    }
    if (a.kind === "result" && b.kind === "result")
      return places.get(a.node) === others.get(b.node) && a.output === b.output;
    if (a.kind === "variable" && b.kind === "variable") return a.variable === b.variable;
    if (a.kind === "input" && b.kind === "input") return a.index === b.index;
    if (a.kind === "captured" && b.kind === "captured") return a.id === b.id;
    return a.kind === b.kind;
  };
  for (const [i, node] of first.nodes.entries()) {
    const other = second.nodes[i];
    places.set(node, i);
    others.set(other, i);
    if (node.op !== other.op) return `it runs ${node.op} at one time and ${other.op} at another`;
    if (JSON.stringify(node.attributes) !== JSON.stringify(other.attributes))
      return `${node.op} has other attributes at each step`;
    const differing = node.inputs.findIndex((input, j) => !same(input, other.inputs[j]));
    if (differing >= 0)
      return `${described(node.inputs[differing])} of ${node.op} differs from step to step`;
  }
  for (const [variable, value] of first.updates) {
    const other = second.updates.get(variable);
    if (!other || !same(value, other))
      return `what ${variable.name} becomes differs from step to step`;
  }
  if (first.outputs.some((value, i) => !same(value, second.outputs[i])))
    return "what it returns differs from step to step";
  return rates;
}

function rateOf(
  a: ConstantValue,
  b: ConstantValue,
  twoRates: readonly TwoRates[],
): Rate | undefined {
  if (a.bytes.length !== 4) return undefined;
  const [before, after] = [a, b].map(({ bytes }) => Buffer.from(bytes).readFloatLE(0));
  for (const { optimizer, first, second } of twoRates)
    for (const sign of [1, -1] as const)
      if (before === Math.fround(sign * first) && after === Math.fround(sign * second))
        return { optimizer, sign };
  return undefined;
}

function described(value: Value): string {
  if (value.kind === "constant") return `a constant made in JavaScript ([${value.shape.join()}])`;
  return value.kind === "captured" ? "a tensor from outside the step" : "an input";
}
