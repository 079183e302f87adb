/**
 * A WebAssembly function that computes the radial kernel between one sample and all rows, eight rows at
 * a time, two values an instruction, the exponential included.
 *
 * @module
 */

/** The rows that are computed beside each other; a block holds them feature by feature. */
export const BLOCK = 8;

/**
 * `wide(query, queryEnd, blocks, squares, squaresEnd, out)`, all addresses in bytes: writes
 * exp(−γ|x − z|²) for every row z as 64 bits, `narrow` as 32. The constants stand at address 0.
 * Below exp(−708) the value is 0.
 */
export interface RbfKernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly wide: Fill;
  readonly narrow: Fill;
}

type Fill = (
  query: number,
  queryEnd: number,
  blocks: number,
  squares: number,
  squaresEnd: number,
  out: number,
) => void;

interface Wasm {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
  validate(bytes: Uint8Array): boolean;
}

const factorials = [1];
for (let n = 1; n <= 13; n++) factorials.push(factorials[n - 1] * n);

/**
 * What the function reads at address 0: the query's squared length and −γ are put in the first two. The
 * logarithm of 2 is in two parts, of which the first times a small integer is exact. Adding 1.5 · 2⁵²
 * rounds to an integer and leaves it in the lowest bits. Then Taylor's series for up to ½ log 2: what
 * is left out is below 1e-17.
 */
export const CONSTANTS = Float64Array.from([
  ...[
    0,
    0,
    0,
    -2,
    -708,
    Math.LOG2E,
    1.5 * 2 ** 52,
    -6.93147180369123816e-1,
    -1.9082149292705877e-10,
  ],
  ...factorials.map((value) => 1 / value).reverse(),
]);
const [SQUARE, GAMMA, ZERO, MINUS_TWO, LEAST, LOG2E, ROUND, LN2, LN2_REST, SERIES] = Array.from(
  { length: 10 },
  (_, i) => i,
);

type Code = readonly number[];

const leb = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)];
const sized = (bytes: Code): number[] => [...leb(bytes.length), ...bytes];
const section = (id: number, bytes: Code): number[] => [id, ...sized(bytes)];
const text = (name: string): number[] => sized([...Buffer.from(name)]);

const I32 = 0x7f;
const V128 = 0x7b;
const get = (local: number): Code => [0x20, local];
const set = (local: number): Code => [0x21, local];
const integer = (value: number): Code => [0x41, ...(value < 64 ? [value] : [value | 128, 0])];
const simd = (code: number): Code => [0xfd, ...leb(code)];
const load = (offset: number): Code => [...simd(0x00), 4, ...leb(offset)];
const store = (offset: number): Code => [...simd(0x0b), 4, ...leb(offset)];
const splat = (offset: number): Code => [...simd(0x0a), 3, ...leb(offset)];
const constant = (place: number): Code => [...integer(0), ...splat(8 * place)];
const move = (local: number, by: number): Code => [
  ...[...get(local), ...integer(by), 0x6a],
  ...set(local),
];
const plus = simd(0xf0);
const minus = simd(0xf1);
const times = simd(0xf2);
/** The second where it is greater, else the first; the first where one is not a number. */
const greater = simd(0xf7);
const notBelow = simd(0x4c);
const shiftLeft = simd(0xcb);
const addBits = simd(0xce);
const both = simd(0x4e);
const narrowed = simd(0x5e);
const storeHalf = (offset: number): Code => [...simd(0x5b), 3, ...leb(offset), 0];
const loop = (...body: readonly Code[]): Code => [0x03, 0x40, ...body.flat(), 0x0b];
const whileBelow = (first: number, second: number): Code => [
  ...[...get(first), ...get(second), 0x49],
  ...[0x0d, 0],
];

function fillBody(fused: boolean, narrow: boolean): Code {
  const [query, queryEnd, blocks, squares, squaresEnd, out, at] = [0, 1, 2, 3, 4, 5, 6];
  const [sums, rounds, values, other] = [[7, 8, 9, 10], [11, 12, 13, 14], [15, 16, 17, 18], 19];
  const each = (local: readonly number[], code: (i: number) => Code): Code =>
    local.flatMap((to, i) => [...code(i), ...set(to)]);
  /** a · b + c */
  const multiplyAdd = (a: Code, b: Code, c: Code): Code =>
    fused ? [...a, ...b, ...c, ...simd(0x107)] : [...c, ...a, ...b, ...times, ...plus];
  const dots = [
    each(sums, () => constant(ZERO)),
    [...get(query), ...set(at)],
    loop(
      [...get(at), ...splat(0), ...set(other)],
      each(sums, (i) => multiplyAdd([...get(blocks), ...load(16 * i)], get(other), get(sums[i]))),
      move(blocks, 8 * BLOCK),
      move(at, 8),
      whileBelow(at, queryEnd),
    ),
  ];
  const squared = (i: number): Code => [
    ...[...constant(SQUARE), ...get(squares), ...load(16 * i), ...plus],
  ];
  const exponents = [
    each(sums, (i) => multiplyAdd(get(sums[i]), constant(MINUS_TWO), squared(i))),
    each(sums, (i) => [
      ...[...constant(ZERO), ...get(sums[i]), ...greater],
      ...[...constant(GAMMA), ...times],
    ]),
  ];
  const exponential = [
    // The rounded exponent stays as bits in `rounds`; `other` has it as a number.
    each(rounds, (i) =>
      multiplyAdd(
        [...constant(LEAST), ...get(sums[i]), ...greater],
        constant(LOG2E),
        constant(ROUND),
      ),
    ),
    ...sums.map((sum, i) => [
      ...[...get(rounds[i]), ...constant(ROUND), ...minus, ...set(other)],
      ...multiplyAdd(get(other), constant(LN2), [...[...constant(LEAST), ...get(sum), ...greater]]),
      ...set(values[i]),
      // All bits where the exponent is not too small.
      ...[...get(sum), ...constant(LEAST), ...notBelow, ...set(sum)],
      ...[...multiplyAdd(get(other), constant(LN2_REST), get(values[i])), ...set(values[i])],
      ...[...get(rounds[i]), ...integer(52), ...shiftLeft, ...set(rounds[i])],
    ]),
  ];
  // One series after the other would wait for each product: four go beside each other.
  const series = [19, 20, 21, 22];
  const powers = [
    each(series, () => constant(SERIES)),
    ...factorials
      .slice(1)
      .map((_, n) =>
        each(series, (i) => multiplyAdd(get(series[i]), get(values[i]), constant(SERIES + 1 + n))),
      ),
    // Adding to the bits of the exponent multiplies with the power of two.
    each(series, (i) => [
      ...[...get(series[i]), ...get(rounds[i]), ...addBits],
      ...[...get(sums[i]), ...both],
    ]),
  ];
  const write = series.flatMap((value, i) =>
    narrow
      ? [...get(out), ...get(value), ...narrowed, ...storeHalf(8 * i)]
      : [...get(out), ...get(value), ...store(16 * i)],
  );
  return loop(
    ...[...dots, ...exponents, ...exponential, ...powers, write],
    move(squares, 8 * BLOCK),
    move(out, (narrow ? 4 : 8) * BLOCK),
    whileBelow(squares, squaresEnd),
  );
}

function moduleBytes(fused: boolean): Uint8Array {
  const body = (narrow: boolean): Code =>
    sized([2, 1, I32, 16, V128, ...fillBody(fused, narrow), 0x0b]);
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 6, I32, I32, I32, I32, I32, I32, 0]),
    ...section(3, [2, 0, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [3, ...text("wide"), 0, 0, ...text("narrow"), 0, 1, ...text("memory"), 2, 0]),
    ...section(10, [2, ...body(false), ...body(true)]),
  ]);
}

let compiled: object | undefined;
let shared: RbfKernel | undefined;
const SHARED_BYTES = 16 << 20;

/** The functions and their memory, with room for so many bytes; above 16 MB one that is not kept. */
export function rbfKernel(bytes: number): RbfKernel {
  const wasm = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly;
  if (compiled === undefined) {
    const fused = moduleBytes(true);
    compiled = new wasm.Module(wasm.validate(fused) ? fused : moduleBytes(false));
  }
  const make = (): RbfKernel => new wasm.Instance(compiled as object).exports as RbfKernel;
  const kernel = bytes > SHARED_BYTES ? make() : (shared ??= make());
  const lacking = Math.ceil((bytes - kernel.memory.buffer.byteLength) / 65536);
  if (lacking > 0) kernel.memory.grow(lacking);
  return kernel;
}
