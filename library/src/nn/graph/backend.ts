import { tensorflow, type Tensor } from "../../tensorflow/index.ts";

/** What an op gave: the number of its handle in the binding, and what it holds. */
export interface Handle {
  readonly id: number;
  readonly shape: readonly number[];
  /** TensorFlow's number of the type: see {@link DataType}. */
  readonly dtype: number;
}

export interface Attribute {
  readonly name: string;
  /** TensorFlow's number of the kind of attribute: string, int, float, bool, type, shape. */
  readonly type: number;
  readonly value: unknown;
}

type Values = Float32Array | Int32Array | Uint8Array | readonly Uint8Array[];

/** The part of tfjs-node's native binding that graphs need. */
export interface Binding {
  createTensor(shape: readonly number[], dtype: number, values: Values): number;
  deleteTensor(id: number): void;
  tensorDataSync(id: number): Float32Array | Int32Array | Uint8Array;
  executeOp(
    name: string,
    attributes: readonly Attribute[],
    inputs: readonly number[],
    outputs: number,
  ): Handle[];
  loadSavedModel(folder: string, tags: string): number;
  deleteSavedModel(session: number): void;
  runSavedModel(
    session: number,
    inputs: readonly number[],
    inputNames: string,
    outputNames: string,
  ): Handle[];
  getNumOfTensors(): number;
  getNumOfSavedModels(): number;
}

/** What the backend keeps of a tensor. Values not yet used by an op have no handle. */
export interface Entry {
  shape: readonly number[];
  dtype: number;
  values: Values | null;
  id: number;
  refCount: number;
}

/** tfjs-node's backend with the members that its types hide. */
export interface NativeBackend {
  binding: Binding;
  readonly tensorMap: {
    get(dataId: object): Entry;
    set(dataId: object, entry: Entry): void;
    has(dataId: object): boolean;
  };
  getInputTensorIds(tensors: readonly { readonly dataId?: object }[]): number[];
  createOutputTensor(handle: Handle): Tensor;
  write(values: Values, shape: readonly number[], dtype: string): object;
}

/** TensorFlow's numbers of the types that TensorFlow.js has. */
export const DataType = { float: 1, int32: 3, uint8: 4, string: 7, int64: 9, bool: 10 } as const;

/** The numbers by which the binding tells kinds of attributes apart. */
export const AttributeKind = { string: 0, int: 1, float: 2, bool: 3, type: 4, shape: 5 } as const;

/** The native backend, or undefined where another one is in use. */
export function nativeBackend(): NativeBackend | undefined {
  const backend: unknown = tensorflow().backend();
  const { binding } = backend as { binding?: Partial<Binding> };
  return binding?.runSavedModel ? (backend as NativeBackend) : undefined;
}

/** The handle of a tensor, made now if its values have not been used yet. */
export const handleOf = (backend: NativeBackend, tensor: { readonly dataId: object }): number =>
  backend.getInputTensorIds([tensor])[0];
