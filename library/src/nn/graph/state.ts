import { tensorflow, type Tensor, type Variable } from "../../tensorflow/index.ts";
import { AttributeKind, handleOf, type Handle, type NativeBackend } from "./backend.ts";

export const registeredVariables = (): Variable[] =>
  Object.values(tensorflow().engine().registeredVariables);

/** What all variables hold at one moment. Copies share the numbers, and cost nothing. */
export class Snapshot {
  readonly #values = new Map<Variable, Tensor>();

  constructor(variables: readonly Variable[] = registeredVariables()) {
    const tf = tensorflow();
    for (const variable of variables)
      if (variable.dtype !== "string") this.#values.set(variable, tf.keep(variable.clone()));
  }

  of(variable: Variable): Tensor | undefined {
    return this.#values.get(variable);
  }

  restore(): void {
    for (const [variable, value] of this.#values)
      if (!variable.isDisposed && variable.dataId !== value.dataId) variable.assign(value);
  }

  dispose(): void {
    tensorflow().dispose([...this.#values.values()]);
    this.#values.clear();
  }
}

/**
 * Gives a handle of its own to each variable that shares one, as after `target.assign(online)`: a
 * recording tells values apart by their handles.
 */
export function separateVariables(backend: NativeBackend, variables: readonly Variable[]): void {
  const tf = tensorflow();
  for (const variable of variables) {
    if (variable.dtype === "string" || backend.tensorMap.get(variable.dataId).refCount < 2)
      continue;
    const id = handleOf(backend, variable);
    const { dtype } = backend.tensorMap.get(variable.dataId);
    const attributes = [{ name: "T", type: AttributeKind.type, value: dtype }];
    const [handle] = backend.binding.executeOp("Identity", attributes, [id], 1);
    tf.tidy(() => variable.assign(backend.createOutputTensor(handle)));
  }
}

/** New values on their way into variables. */
export interface Commit {
  readonly variables: readonly Variable[];
  readonly handles: readonly Handle[];
}

/**
 * Puts new values in place. A Stop may end this between two variables: doing it again goes on where it
 * ended.
 */
export function commit(backend: NativeBackend, { variables, handles }: Commit): void {
  for (let i = 0; i < variables.length; i++) {
    const entry = backend.tensorMap.get(variables[i].dataId);
    const handle = handles[i];
    if (entry.id === handle.id) continue;
    if (entry.refCount === 1) {
      // In place: the variable's tensor stays, with another handle behind it.
      const old = entry.id;
      const unused = entry.values !== null;
      entry.id = handle.id;
      entry.values = null;
      if (!unused) backend.binding.deleteTensor(old);
    } else {
      // Others look at the old numbers, and keep them.
      const value = backend.createOutputTensor(handle);
      variables[i].assign(value);
      value.dispose();
    }
  }
}
