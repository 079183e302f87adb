/**
 * A WebAssembly function that passes over samples and notes those that may be near: eight samples
 * against four queries at a time, in 32-bit floats, which is four values an instruction. It only
 * filters; distances are computed in 64 bits for what it lets through.
 *
 * @module
 */

/**
 * `scan(queries, samples, groups, width, bounds, out)`, all but `groups` and `width` addresses in
 * bytes, returns the address behind the last note. A note is `(group · 4 + query) · 256 + mask`, with
 * one bit a sample.
 */
export interface FilterKernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly scan: (
    queries: number,
    samples: number,
    groups: number,
    width: number,
    bounds: number,
    out: number,
  ) => number;
}

interface Wasm {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
  validate(bytes: Uint8Array): boolean;
}

const leb = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)];
const sized = (bytes: readonly number[]): number[] => [...leb(bytes.length), ...bytes];
const section = (id: number, bytes: readonly number[]): number[] => [id, ...sized(bytes)];
const text = (name: string): number[] => sized([...Buffer.from(name)]);

const I32 = 0x7f;
const V128 = 0x7b;
const get = (local: number): number[] => [0x20, ...leb(local)];
const set = (local: number): number[] => [0x21, ...leb(local)];
const constant = (value: number): number[] => [0x41, ...(value < 64 ? [value] : [value | 128, 0])];
const add = [0x6a];
const shift = [0x74];
const simd = (code: number): number[] => [0xfd, ...leb(code)];
const load = (offset: number): number[] => [...simd(0x00), 4, ...leb(offset)];
const splat = (offset: number): number[] => [...simd(0x09), 2, ...leb(offset)];
const less = simd(0x43);
const either = simd(0x50);
const any = simd(0x53);
const bits = simd(0xa4);
const move = (local: number, by: number): number[] => [
  ...get(local),
  ...constant(by),
  ...add,
  ...set(local),
];

/** `fused`: multiply and add as one instruction (relaxed SIMD), where the machine has it. */
function moduleBytes(fused: boolean): Uint8Array {
  const [queries, samples, groups, width, bounds, out] = [0, 1, 2, 3, 4, 5];
  const [group, query, left, note] = [6, 7, 8, 9];
  const sums = [10, 11, 12, 13, 14, 15, 16, 17];
  const [first, second, value] = [18, 19, 20];
  const plus = (sum: number, sample: number): number[] =>
    fused
      ? [...get(sample), ...get(value), ...get(sum), ...simd(0x105), ...set(sum)]
      : [...get(sum), ...get(sample), ...get(value), ...simd(0xe6), ...simd(0xe4), ...set(sum)];
  const four = [0, 1, 2, 3];
  const start = sums.flatMap((sum, i) => [...get(samples), ...load(16 * (i % 2)), ...set(sum)]);
  const step = [
    ...[...get(samples), ...load(0), ...set(first)],
    ...[...get(samples), ...load(16), ...set(second)],
    ...four.flatMap((q) => [
      ...[...get(query), ...splat(4 * q), ...set(value)],
      ...plus(sums[2 * q], first),
      ...plus(sums[2 * q + 1], second),
    ]),
    ...move(samples, 32),
    ...move(query, 16),
  ];
  const features = [
    ...[0x03, 0x40], // loop
    ...step,
    ...[...get(left), ...constant(1), 0x6b, 0x22, ...leb(left)],
    ...[0x0d, 0], // again while features are left
    0x0b,
  ];
  const compare = sums.flatMap((sum, i) => [
    ...[...get(sum), ...get(bounds), ...splat(4 * (i >> 1)), ...less, ...set(sum)],
  ]);
  const noteQuery = (q: number): number[] => [
    ...[...get(sums[2 * q]), ...bits],
    ...[...get(sums[2 * q + 1]), ...bits, ...constant(4), ...shift, 0x72, 0x22, ...leb(note)],
    ...[0x04, 0x40], // if any
    ...get(out),
    ...[...get(group), ...constant(2), ...shift, ...constant(q), ...add],
    ...[...constant(8), ...shift, ...get(note), 0x72],
    ...[0x36, 2, 0], // store
    ...move(out, 4),
    0x0b,
  ];
  const body = [
    ...[0x03, 0x40],
    ...start,
    ...move(samples, 32),
    ...[...get(queries), ...set(query), ...get(width), ...set(left)],
    ...features,
    ...compare,
    ...get(sums[0]),
    ...sums.slice(1).flatMap((sum) => [...get(sum), ...either]),
    ...[...any, 0x04, 0x40],
    ...four.flatMap(noteQuery),
    0x0b,
    ...move(group, 1),
    ...[...get(group), ...get(groups), 0x48, 0x0d, 0],
    0x0b,
    ...get(out),
    0x0b,
  ];
  const locals = [2, 4, I32, 11, V128];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 6, I32, I32, I32, I32, I32, I32, 1, I32]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [2, ...text("scan"), 0, 0, ...text("memory"), 2, 0]),
    ...section(10, [1, ...sized([...locals, ...body])]),
  ]);
}

let made: FilterKernel | undefined;

/** The function and its memory, with room for so many bytes. */
export function filterKernel(bytes: number): FilterKernel {
  if (made === undefined) {
    const wasm = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly;
    const fused = moduleBytes(true);
    const module = new wasm.Module(wasm.validate(fused) ? fused : moduleBytes(false));
    made = new wasm.Instance(module).exports as FilterKernel;
  }
  const lacking = Math.ceil((bytes - made.memory.buffer.byteLength) / 65536);
  if (lacking > 0) made.memory.grow(lacking);
  return made;
}
