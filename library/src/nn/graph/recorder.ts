import { tensorflow, type Variable } from "../../tensorflow/index.ts";
import { DataType, handleOf, type Binding, type NativeBackend } from "./backend.ts";
import { opDefinition } from "./op-definition.ts";
import type { ConstantValue, Node, Reliance, Value } from "./trace.ts";

/** Tensors from outside up to this size become constants: scalars and shapes, which fold well. */
const smallTensor = 64;

interface Outside {
  readonly dtype: number;
  readonly shape: readonly number[];
  readonly dataId: object;
}

/**
 * Stands in for the native binding while a step runs. Each call goes on to the binding; what is noted
 * along the way is the graph: handles are never reused, so that a handle names one value for good.
 */
export class Recorder {
  readonly nodes: Node[] = [];
  readonly reliances: Reliance[] = [];
  readonly backend: NativeBackend;
  readonly binding: Binding;
  readonly #raw: Binding;
  readonly #values = new Map<number, Value>();
  readonly #outside = new Map<number, Outside>();
  readonly #before = new Map<Variable, number>();
  #obstacle: string | undefined;

  constructor(backend: NativeBackend) {
    this.backend = backend;
    const raw = backend.binding;
    this.#raw = raw;
    // The binding's constants and other methods are reached through the prototype.
    this.binding = Object.create(raw, {
      createTensor: { value: this.#createTensor },
      executeOp: { value: this.#executeOp },
      tensorDataSync: { value: this.#tensorDataSync },
    }) as Binding;
  }

  /** The first reason why what is recorded cannot become a graph. */
  get obstacle(): string | undefined {
    return this.#obstacle;
  }

  refuse(reason: string): void {
    this.#obstacle ??= reason;
  }

  /** Says what the values are that a step starts from. */
  know(id: number, value: Value): void {
    this.#values.set(id, value);
    if (value.kind === "variable") this.#before.set(value.variable, id);
  }

  /** Tensors that ops take in: some of them come from outside the step. */
  meet(tensors: readonly { readonly dataId?: object }[], ids: readonly number[]): void {
    tensors.forEach(({ dataId }, i) => {
      const id = ids[i];
      if (!dataId || this.#values.has(id) || this.#outside.has(id)) return;
      const { dtype, shape } = this.backend.tensorMap.get(dataId);
      this.#outside.set(id, { dtype, shape, dataId });
    });
  }

  valueOf(tensor: { readonly dataId: object }): Value | undefined {
    return this.#values.get(handleOf(this.backend, tensor));
  }

  /** Variables that hold something else than at the start, and what. */
  updates(): Map<Variable, Value> {
    const updates = new Map<Variable, Value>();
    for (const [variable, before] of this.#before) {
      if (variable.isDisposed) {
        this.refuse(`it disposes the variable ${variable.name}`);
        continue;
      }
      const id = handleOf(this.backend, variable);
      if (id === before) continue;
      const value = this.#values.get(id);
      if (value) updates.set(variable, value);
      else this.refuse(`it sets ${variable.name} to a tensor made outside of it`);
    }
    const known = this.#before.size;
    const now = Object.keys(tensorflow().engine().registeredVariables).length;
    if (now > known) this.refuse("it makes new variables each time");
    return updates;
  }

  #createTensor: Binding["createTensor"] = (shape, dtype, values) => {
    const id = this.#raw.createTensor(shape, dtype, values);
    if (ArrayBuffer.isView(values)) this.#constant(id, dtype, shape, bytesOf(values));
    else this.refuse("it makes a tensor of strings");
    return id;
  };

  #executeOp: Binding["executeOp"] = (op, attributes, ids, count) => {
    const handles = this.#raw.executeOp(op, attributes, ids, count);
    const definition = opDefinition(op);
    if (!definition) this.refuse(`the op ${op} is not one of those that graphs know`);
    else if (definition.stateful) this.refuse(`the op ${op} keeps a state of its own`);
    const node: Node = {
      op,
      attributes: attributes.map(({ name, type, value }) => ({
        name,
        type,
        value: Array.isArray(value) ? [...(value as unknown[])] : value,
      })),
      inputs: ids.map((id) => this.#values.get(id) ?? this.#fromOutside(id)),
      outputs: handles.map(({ dtype, shape }) => ({ dtype, shape: [...shape] })),
    };
    this.nodes.push(node);
    handles.forEach(({ id, dtype, shape }, output) =>
      this.#values.set(id, { kind: "result", node, output, dtype, shape: [...shape] }),
    );
    return handles;
  };

  /** A graph would go on with the numbers that were read this time. */
  #tensorDataSync: Binding["tensorDataSync"] = (id) => {
    const value = this.#values.get(id);
    if (value && value.kind !== "constant") this.refuse(`it reads ${described(value)}`);
    return this.#raw.tensorDataSync(id);
  };

  #constant(id: number, dtype: number, shape: readonly number[], bytes: Uint8Array): ConstantValue {
    const value: ConstantValue = { kind: "constant", dtype, shape: [...shape], bytes };
    this.#values.set(id, value);
    return value;
  }

  #fromOutside(id: number): Value {
    const outside = this.#outside.get(id);
    if (!outside || outside.dtype === DataType.string) {
      this.refuse("it uses a tensor that graphs cannot hold");
      return this.#constant(id, DataType.float, [0], new Uint8Array());
    }
    const { dtype, shape, dataId } = outside;
    const size = shape.reduce((product, length) => product * length, 1);
    const value: Value =
      size <= smallTensor
        ? this.#constant(id, dtype, shape, bytesOf(this.#raw.tensorDataSync(id)))
        : { kind: "captured", id, dtype, shape: [...shape] };
    this.#values.set(id, value);
    this.reliances.push({ dataId, id, value });
    return value;
  }
}

/** A copy: JavaScript may change the numbers later, and TensorFlow shares its memory with them. */
const bytesOf = (values: ArrayBufferView): Uint8Array =>
  Uint8Array.from(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));

function described(value: Value): string {
  const read = "the numbers of a tensor (data, dataSync, array, arraySync or print)";
  if (value.kind === "result") return `${read}, a result of ${value.node.op}`;
  if (value.kind === "variable") return `${read}, the variable ${value.variable.name}`;
  return value.kind === "input" ? `${read}, input ${value.index} of the step` : read;
}
