/**
 * A WebAssembly function that adds the products of columns, four with four at a time: two values an
 * instruction, with all sixteen sums of a tile in registers.
 *
 * @module
 */

/** The rows of a panel; with four columns a block they stay in the processor's cache. */
export const PANEL = 64;

/** The columns of a block; the bytes of a block of a panel and of a tile of sums. */
export const BLOCK = 4;
export const BLOCK_BYTES = PANEL * BLOCK * 8;
export const TILE_BYTES = BLOCK * BLOCK * 8;

/**
 * `addProducts(left, end, rows, right, rightEnd, sums)`, all but `rows` addresses in bytes. A block holds
 * four columns of a panel, row by row. Each block from `left` to `end` is multiplied with each from
 * `right` to `rightEnd`, or where `right` is 0 with itself and those behind it; a tile of 4 × 4 sums
 * a pair, in this order. `rows` is the bytes of an even number of rows.
 */
export interface PanelKernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly addProducts: (
    left: number,
    end: number,
    rows: number,
    right: number,
    rightEnd: number,
    sums: number,
  ) => void;
}

interface Wasm {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
  validate(bytes: Uint8Array): boolean;
}

type Code = readonly number[];

const leb = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)];
/** Constants are signed: the seventh bit of the last byte is the sign. */
const signed = (value: number): number[] =>
  value < 64 ? [value] : [(value & 127) | 128, ...signed(value >>> 7)];
const sized = (bytes: Code): number[] => [...leb(bytes.length), ...bytes];
const section = (id: number, bytes: Code): number[] => [id, ...sized(bytes)];
const text = (name: string): number[] => sized([...Buffer.from(name)]);

const I32 = 0x7f;
const V128 = 0x7b;
const get = (local: number): Code => [0x20, local];
const set = (local: number): Code => [0x21, local];
const add: Code = [0x6a];
const simd = (code: number): Code => [0xfd, ...leb(code)];
const load = (offset: number): Code => [...simd(0x00), 4, ...leb(offset)];
const store = (offset: number): Code => [...simd(0x0b), 4, ...leb(offset)];
const splat = (offset: number): Code => [...simd(0x0a), 3, ...leb(offset)];
const move = (local: number, by: number): Code => [
  ...[...get(local), 0x41, ...signed(by), ...add],
  ...set(local),
];
const loop = (...body: readonly Code[]): Code => [0x03, 0x40, ...body.flat(), 0x0b];
/** Again while the first is below the second, as addresses. */
const whileBelow = (first: number, second: number): Code => [
  ...[...get(first), ...get(second), 0x49],
  ...[0x0d, 0],
];

/** `fused`: multiply and add as one instruction (relaxed SIMD), where the machine has it. */
function moduleBytes(fused: boolean): Uint8Array {
  const [left, end, rows, right, rightEnd, sums] = [0, 1, 2, 3, 4, 5];
  const [other, p, q, stop] = [6, 7, 8, 9];
  const tile = [10, 11, 12, 13, 14, 15, 16, 17];
  const [first, second, value] = [18, 19, 20];
  const plus = (sum: number, factor: number): Code =>
    fused
      ? [...get(factor), ...get(value), ...get(sum), ...simd(0x107), ...set(sum)]
      : [...get(sum), ...get(factor), ...get(value), ...simd(0xf2), ...simd(0xf0), ...set(sum)];
  const row = (offset: number): Code => [
    ...[...get(q), ...load(offset), ...set(first), ...get(q), ...load(offset + 16), ...set(second)],
    ...[0, 1, 2, 3].flatMap((r) => [
      ...[...get(p), ...splat(offset + 8 * r), ...set(value)],
      ...[...plus(tile[2 * r], first), ...plus(tile[2 * r + 1], second)],
    ]),
  ];
  const pair = [
    ...tile.flatMap((sum, i) => [...get(sums), ...load(16 * i), ...set(sum)]),
    ...[...get(left), ...set(p), ...get(other), ...set(q)],
    ...[...get(left), ...get(rows), ...add, ...set(stop)],
    ...loop(row(0), row(32), move(p, 64), move(q, 64), whileBelow(p, stop)),
    ...tile.flatMap((sum, i) => [...get(sums), ...get(sum), ...store(16 * i)]),
  ];
  const body = loop(
    [...get(right), ...get(left), ...get(right), 0x1b, ...set(other)],
    loop(pair, move(sums, TILE_BYTES), move(other, BLOCK_BYTES), whileBelow(other, rightEnd)),
    move(left, BLOCK_BYTES),
    whileBelow(left, end),
  );
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 6, I32, I32, I32, I32, I32, I32, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [2, ...text("addProducts"), 0, 0, ...text("memory"), 2, 0]),
    ...section(10, [1, ...sized([2, 4, I32, 11, V128, ...body, 0x0b])]),
  ]);
}

let compiled: object | undefined;
let shared: PanelKernel | undefined;
const SHARED_BYTES = 16 << 20;

/** The function and its memory, with room for so many bytes; above 16 MB one that is not kept. */
export function panelKernel(bytes: number): PanelKernel {
  const wasm = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly;
  if (compiled === undefined) {
    const fused = moduleBytes(true);
    compiled = new wasm.Module(wasm.validate(fused) ? fused : moduleBytes(false));
  }
  const make = (): PanelKernel => new wasm.Instance(compiled as object).exports as PanelKernel;
  const kernel = bytes > SHARED_BYTES ? make() : (shared ??= make());
  const lacking = Math.ceil((bytes - kernel.memory.buffer.byteLength) / 65536);
  if (lacking > 0) kernel.memory.grow(lacking);
  return kernel;
}
