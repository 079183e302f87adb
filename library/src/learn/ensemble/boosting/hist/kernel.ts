/**
 * The inner loops as WebAssembly: one instruction adds a gradient and a hessian to a bin, and memory
 * needs no checks of bounds. All arguments are addresses in bytes unless they are said to be numbers.
 *
 * @module
 */

/** The functions. Pairs are gradient and hessian as 32-bit floats; sums are 64-bit floats. */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  /** Adds each sample's pair to its bin: two sums a bin. */
  readonly sumPairs: (from: number, to: number, pairs: number, bins: number, sums: number) => void;
  /** The same with a third sum, the number of samples. */
  readonly sumCounted: (
    from: number,
    to: number,
    pairs: number,
    bins: number,
    sums: number,
  ) => void;
  /** Copies the pairs of the samples, in their order. */
  readonly gather: (from: number, to: number, pairs: number, into: number) => void;
  /** Takes the sums at `less` from those from `from` to `to`. */
  readonly subtract: (from: number, to: number, less: number) => void;
  /**
   * Writes each value's bin; returns 1 where a value is missing, whose bin is the number `missing`.
   * `edges` are padded with infinity to a power of two; `half` is half of their size in bytes.
   */
  readonly search: (
    from: number,
    to: number,
    edges: number,
    half: number,
    into: number,
    missing: number,
  ) => number;
}

interface Wasm {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}

type Code = readonly number[];

const leb = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)];
const sized = (bytes: Code): number[] => [...leb(bytes.length), ...bytes];
const section = (id: number, bytes: Code): number[] => [id, ...sized(bytes)];
const text = (name: string): number[] => sized([...Buffer.from(name)]);

const I32 = 0x7f;
const F64 = 0x7c;
const get = (local: number): Code => [0x20, local];
const set = (local: number): Code => [0x21, local];
const tee = (local: number): Code => [0x22, local];
const constant = (value: number): Code => [0x41, value];
const add: Code = [0x6a];
const times: Code = [0x6c];
const shiftLeft: Code = [0x74];
const shiftRight: Code = [0x76];
const simd = (code: number): Code => [0xfd, ...leb(code)];
const loadWord = (offset: number): Code => [0x28, 2, offset];
const loadPair = (offset: number): Code => [...simd(0x5d), 3, offset, ...simd(0x5f)];
const loadSums: Code = [...simd(0x00), 3, 0];
const storeSums: Code = [...simd(0x0b), 3, 0];
const addSums = simd(0xf0);
const subtractSums = simd(0xf1);
const move = (local: number, by: number): Code => [
  ...[...get(local), ...constant(by), ...add],
  ...set(local),
];
const loop = (...body: readonly Code[]): Code => [0x03, 0x40, ...body.flat(), 0x0b];
/** Again while the first is below the second, as addresses. */
const whileBelow = (first: Code, second: Code): Code => [...first, ...second, 0x49, 0x0d, 0];
const onlyIf = (condition: Code, body: Code): Code => [...condition, 0x04, 0x40, ...body, 0x0b];

/** A step for each sample from local 0 to local 1, four at a time and then what is left. */
function eachSample(
  step: (k: number) => Code,
  others: readonly (readonly [number, number])[],
): Code {
  const after = (samples: number): Code => [
    ...move(0, 4 * samples),
    ...others.flatMap(([local, size]) => move(local, size * samples)),
  ];
  const four = [...step(0), ...step(1), ...step(2), ...step(3), ...after(4)];
  const next = [...get(0), ...constant(12), ...add];
  return [
    ...onlyIf([...next, ...get(1), 0x49], loop(four, whileBelow(next, get(1)))),
    ...onlyIf([...get(0), ...get(1), 0x49], loop(step(0), after(1), whileBelow(get(0), get(1)))),
  ];
}

const one: Code = [0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f];

function sumStep(k: number, counted: boolean): Code {
  const bin = [...get(0), ...loadWord(4 * k), ...get(3), ...add, 0x2d, 0, 0];
  const offset = counted ? [...constant(24), ...times] : [...constant(4), ...shiftLeft];
  return [
    ...[...bin, ...offset, ...get(4), ...add, ...tee(5)],
    ...[...get(5), ...loadSums, ...get(2), ...loadPair(8 * k), ...addSums, ...storeSums],
    ...(counted ? [...get(5), ...get(5), 0x2b, 3, 16, ...one, 0xa0, 0x39, 3, 16] : []),
  ];
}

const sum = (counted: boolean): Code => eachSample((k) => sumStep(k, counted), [[2, 8]]);

const gather = eachSample(
  (k) => [
    ...get(3),
    ...[...get(0), ...loadWord(4 * k), ...constant(3), ...shiftLeft, ...get(2), ...add, 0x29, 3, 0],
    ...[0x37, 3, 8 * k],
  ],
  [[3, 8]],
);

const subtract = loop(
  [...get(0), ...get(0), ...loadSums, ...get(2), ...loadSums, ...subtractSums, ...storeSums],
  move(0, 16),
  move(2, 16),
  whileBelow(get(0), get(1)),
);

function searchBody(): Code {
  const [from, to, edges, half, into, missing, step, at, holes, value] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
  ];
  const halve: Code = [
    ...[...get(at), ...get(step), ...add, ...get(at)],
    // The last edge of the lower half lies before `at + step`.
    ...[...get(at), ...get(step), ...add, 0x2b, 3, 0, ...get(value), 0x63, 0x1b, ...set(at)],
    ...[...get(step), ...constant(1), ...shiftRight, ...tee(step), ...constant(4), 0x4b, 0x0d, 0],
  ];
  return [
    ...loop(
      [...get(from), 0x2b, 3, 0, ...set(value)],
      [...get(edges), ...constant(8), 0x6b, ...set(at), ...get(half), ...set(step)],
      loop(halve),
      [...get(into)],
      [...get(at), ...constant(8), ...add, ...get(edges), 0x6b, ...constant(3), ...shiftRight],
      [...get(missing), ...get(value), ...get(value), 0x61, 0x1b, 0x3a, 0, 0],
      [...get(holes), ...get(value), ...get(value), 0x62, 0x72, ...set(holes)],
      move(from, 8),
      move(into, 1),
      whileBelow(get(from), get(to)),
    ),
    ...get(holes),
  ];
}

function moduleBytes(): Uint8Array {
  const ints = (count: number): number[] => Array<number>(count).fill(I32);
  const type = (inputs: number, outputs: number): number[] => [
    ...[0x60, inputs, ...ints(inputs)],
    ...[outputs, ...ints(outputs)],
  ];
  const types = [type(5, 0), type(4, 0), type(3, 0), type(6, 1)];
  const functions: readonly (readonly [name: string, type: number, locals: Code, body: Code])[] = [
    ["sumPairs", 0, [1, 1, I32], sum(false)],
    ["sumCounted", 0, [1, 1, I32], sum(true)],
    ["gather", 1, [0], gather],
    ["subtract", 2, [0], subtract],
    ["search", 3, [2, 3, I32, 1, F64], searchBody()],
  ];
  const names = functions.flatMap(([name], i) => [...text(name), 0, i]);
  const bodies = functions.flatMap(([, , locals, body]) => sized([...locals, ...body, 0x0b]));
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [types.length, ...types.flat()]),
    ...section(3, [functions.length, ...functions.map(([, kind]) => kind)]),
    ...section(5, [1, 0, 1]),
    ...section(7, [functions.length + 1, ...names, ...text("memory"), 2, 0]),
    ...section(10, [functions.length, ...bodies]),
  ]);
}

let compiled: object | undefined;

/** The functions with a memory of their own of so many bytes. */
export function makeKernel(bytes: number): Kernel {
  const wasm = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly;
  compiled ??= new wasm.Module(moduleBytes());
  const kernel = new wasm.Instance(compiled).exports as Kernel;
  const lacking = Math.ceil(bytes / 65536) - 1;
  if (lacking > 0) kernel.memory.grow(lacking);
  return kernel;
}
