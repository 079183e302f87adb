import type { Optimizer, Variable } from "../../tensorflow/index.ts";
import type { Attribute } from "./backend.ts";

interface Typed {
  readonly dtype: number;
  readonly shape: readonly number[];
}

/** An input of the step, by its place in the flat list of tensors. */
export interface InputValue extends Typed {
  readonly kind: "input";
  readonly index: number;
}

/** What a variable holds when the step begins. */
export interface VariableValue extends Typed {
  readonly kind: "variable";
  readonly variable: Variable;
}

/** Numbers that JavaScript made, or a small tensor from outside: they become part of the graph. */
export interface ConstantValue extends Typed {
  readonly kind: "constant";
  readonly bytes: Uint8Array;
}

/** A tensor from outside the step that is too big for a constant: it is fed at each step. */
export interface CapturedValue extends Typed {
  readonly kind: "captured";
  readonly id: number;
}

/** The number of the step, from which its random numbers come. */
export interface StepNumberValue extends Typed {
  readonly kind: "step number";
}

/** An output of an op. */
export interface ResultValue extends Typed {
  readonly kind: "result";
  readonly node: Node;
  readonly output: number;
}

export type Value =
  InputValue | VariableValue | ConstantValue | CapturedValue | StepNumberValue | ResultValue;

/** Type and shape of what an op gave. */
export type NodeOutput = Typed;

/** One op that ran. */
export interface Node {
  readonly op: string;
  readonly attributes: readonly Attribute[];
  readonly inputs: readonly Value[];
  readonly outputs: readonly NodeOutput[];
}

/** A tensor from outside on which a graph relies: gone or replaced, the graph no longer holds. */
export interface Reliance {
  readonly dataId: object;
  readonly id: number;
  readonly value: Value;
}

/** One run of a step, as a graph. */
export interface Trace {
  readonly nodes: readonly Node[];
  readonly outputs: readonly Value[];
  readonly updates: ReadonlyMap<Variable, Value>;
  readonly reliances: readonly Reliance[];
  readonly optimizers: readonly Optimizer[];
  /** Layers and optimisers that took part: a change of their settings makes the graph stale. */
  readonly participants: readonly object[];
  /** How many tensors of random numbers were drawn. */
  readonly draws: number;
  /** Why this run cannot become a graph. */
  readonly obstacle: string | undefined;
}
