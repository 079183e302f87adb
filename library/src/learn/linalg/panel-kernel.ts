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
  /**
   * `pack(from, width, means, roots, rootsEnd, panel, panelEnd)`, all but `width` addresses in bytes:
   * writes rows of `width` bytes as blocks of a panel, a root for each row: (value - mean) · root.
   * Where the width is no whole number of blocks, what follows a row stands behind its last column.
   */
  readonly pack: (
    from: number,
    width: number,
    means: number,
    roots: number,
    rootsEnd: number,
    panel: number,
    panelEnd: number,
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
  return moduleOf([
    { name: "addProducts", parameters: 6, locals: [2, 4, I32, 11, V128], body },
    { name: "pack", parameters: 7, locals: [2, 3, I32, 4, V128], body: packBody() },
  ]);
}

function packBody(): Code {
  const [from, width, means, roots, rootsEnd, panel, panelEnd] = [0, 1, 2, 3, 4, 5, 6];
  const [source, into, root] = [7, 8, 9];
  const [firstMean, secondMean, first, second] = [10, 11, 12, 13];
  const times = (mean: number, offset: number, out: number): Code => [
    ...[...get(source), ...load(offset), ...get(mean), ...simd(0xf1)],
    ...[...get(root), ...splat(0), ...simd(0xf2), ...set(out)],
  ];
  return loop(
    [...get(means), ...load(0), ...set(firstMean), ...get(means), ...load(16), ...set(secondMean)],
    [...get(from), ...set(source), ...get(panel), ...set(into), ...get(roots), ...set(root)],
    loop(
      [...times(firstMean, 0, first), ...times(secondMean, 16, second)],
      [...get(into), ...get(first), ...store(0), ...get(into), ...get(second), ...store(16)],
      [...get(source), ...get(width), ...add, ...set(source)],
      move(into, BLOCK * 8),
      move(root, 8),
      whileBelow(root, rootsEnd),
    ),
    move(from, BLOCK * 8),
    move(means, BLOCK * 8),
    move(panel, BLOCK_BYTES),
    whileBelow(panel, panelEnd),
  );
}

interface Body {
  readonly name: string;
  /** So many addresses or sizes. */
  readonly parameters: number;
  readonly locals: Code;
  readonly body: Code;
}

function moduleOf(functions: readonly Body[]): Uint8Array {
  const types = functions.flatMap(({ parameters }) => [
    ...[0x60, parameters, ...Array<number>(parameters).fill(I32), 0],
  ]);
  const count = functions.length;
  const bodies = functions.flatMap(({ locals, body }) => sized([...locals, ...body, 0x0b]));
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [count, ...types]),
    ...section(3, [count, ...functions.keys()]),
    ...section(5, [1, 0, 1]),
    ...section(7, [
      count + 1,
      ...functions.flatMap(({ name }, i) => [...text(name), 0, i]),
      ...[...text("memory"), 2, 0],
    ]),
    ...section(10, [count, ...bodies]),
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
