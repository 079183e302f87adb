import type { Optimizer, Tensor, Variable } from "../../tensorflow/index.ts";
import { DataType, handleOf, type Handle, type NativeBackend } from "./backend.ts";
import type { Graph, Rate } from "./graph.ts";
import { rateOf } from "./learning-rate.ts";
import { Session } from "./session.ts";
import { commit, type Commit } from "./state.ts";
import type { Reliance } from "./trace.ts";

/** What a step needs besides its graph. */
export interface Surroundings {
  readonly optimizers: readonly Optimizer[];
  readonly reliances: readonly Reliance[];
}

/** Optimisers count their steps themselves where they run op by op. */
interface Counting {
  incrementIterations?(): void;
}

interface RateTensor {
  rate: number;
  id: number;
}

/** A graph in a session, that runs as a step. */
export class Executable {
  readonly graph: Graph;
  readonly #backend: NativeBackend;
  readonly #session: Session;
  readonly #surroundings: Surroundings;
  readonly #names: { feeds: string; fetches: string };
  readonly #rates = new Map<Rate, RateTensor>();
  #pending: Commit | undefined;
  #rest: readonly Handle[] = [];

  constructor(backend: NativeBackend, graph: Graph, surroundings: Surroundings) {
    this.graph = graph;
    this.#backend = backend;
    this.#surroundings = surroundings;
    this.#names = {
      feeds: graph.feeds.map(({ name }) => `${name}:0`).join(),
      fetches: [...graph.outputs, ...graph.updates].join(),
    };
    this.#session = new Session(backend, graph.model);
  }

  /** A tensor or a variable that the graph needs and that is gone. */
  missing(): string | undefined {
    const { tensorMap } = this.#backend;
    for (const { dataId, id } of this.#surroundings.reliances)
      if (!tensorMap.has(dataId) || tensorMap.get(dataId).id !== id)
        return "a tensor from outside the step is gone";
    for (const { value } of this.graph.feeds)
      if (value.kind === "variable" && value.variable.isDisposed)
        return `the variable ${value.variable.name} is gone`;
    return undefined;
  }

  /** Runs the step: the variables get their new values, the outputs come back. */
  step(inputs: readonly Tensor[], stepNumber: number): Tensor[] {
    this.settle();
    // Stop ends what runs in JavaScript anywhere: a step that TensorFlow has done is then put in place
    // by the event loop, before another cell sees half of it.
    const late = setImmediate(() => this.settle());
    const handles = this.#run(inputs, stepNumber, (variable) => variable);
    const outputs = this.graph.outputs.length;
    this.#rest = handles.slice(0, outputs);
    this.#pending = { variables: this.graph.updated, handles: handles.slice(outputs) };
    commit(this.#backend, this.#pending);
    const tensors = this.#rest.map((handle) => this.#backend.createOutputTensor(handle));
    this.#rest = [];
    this.#pending = undefined;
    clearImmediate(late);
    for (const optimizer of this.#surroundings.optimizers)
      (optimizer as unknown as Counting).incrementIterations?.();
    return tensors;
  }

  /** Completes a step that Stop interrupted. */
  settle(): void {
    if (!this.#pending) return;
    commit(this.#backend, this.#pending);
    for (const { id } of this.#rest) this.#backend.binding.deleteTensor(id);
    this.#pending = undefined;
    this.#rest = [];
  }

  /** The outputs and new values from another state, which stay out of the variables. */
  probe(
    inputs: readonly Tensor[],
    stepNumber: number,
    state: (variable: Variable) => Tensor,
  ): Handle[] {
    return this.#run(inputs, stepNumber, state);
  }

  dispose(): void {
    this.settle();
    this.#session.dispose();
    for (const { id } of this.#rates.values()) this.#backend.binding.deleteTensor(id);
    this.#rates.clear();
  }

  #run(
    inputs: readonly Tensor[],
    stepNumber: number,
    state: (variable: Variable) => Tensor,
  ): Handle[] {
    const backend = this.#backend;
    let made: number | undefined;
    const handles = this.graph.feeds.map(({ value }) => {
      if (value.kind === "input") return handleOf(backend, inputs[value.index]);
      if (value.kind === "variable") return handleOf(backend, state(value.variable));
      if (value.kind === "captured") return value.id;
      if (value.kind === "rate") return this.#rate(value);
      made = backend.binding.createTensor([], DataType.int32, Int32Array.of(stepNumber));
      return made;
    });
    try {
      return this.#session.run(handles, this.#names);
    } finally {
      if (made !== undefined) backend.binding.deleteTensor(made);
    }
  }

  /** A tensor of the present learning rate, made anew only where it has changed. */
  #rate(value: Rate): number {
    const rate = value.sign * (rateOf(value.optimizer) ?? NaN);
    const known = this.#rates.get(value);
    if (known && Object.is(known.rate, rate)) return known.id;
    const { binding } = this.#backend;
    const id = binding.createTensor([], DataType.float, Float32Array.of(rate));
    if (known) binding.deleteTensor(known.id);
    this.#rates.set(value, { rate, id });
    return id;
  }
}
