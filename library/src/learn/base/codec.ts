import { describe, Matrix } from "../matrix/index.ts";

/**
 * Estimators as JSON: what JSON lacks (NaN, -0, typed arrays, matrices, other estimators) is wrapped in
 * an object with the one key `$` for its kind. Numbers keep every bit.
 *
 * @module
 */

const arrays = {
  Float64Array,
  Float32Array,
  Int32Array,
  Uint32Array,
  Uint16Array,
  Int16Array,
  Uint8Array,
  Int8Array,
} as const;
type Kind = keyof typeof arrays;

/** What writes and reads an estimator inside another one's state or parameters. */
export interface Nested {
  readonly is: (value: unknown) => boolean;
  readonly write: (value: unknown) => object;
  readonly read: (json: unknown) => unknown;
}

/** @throws TypeError for a value that cannot be written; it says where it stands. */
export function encode(value: unknown, nested: Nested, at = "the estimator"): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") {
    const exact = Number.isFinite(value) && !Object.is(value, -0);
    return exact ? value : { $: "number", value: Object.is(value, -0) ? "-0" : String(value) };
  }
  if (value === undefined) return { $: "undefined" };
  if (typeof value === "bigint") return { $: "bigint", value: String(value) };
  if (nested.is(value)) return { $: "estimator", value: nested.write(value) };
  if (value instanceof Matrix) {
    const { rows, columns, names } = value;
    const data = encode(value.data, nested, at);
    return { $: "Matrix", rows, columns, data, ...(names && { names }) };
  }
  if (ArrayBuffer.isView(value)) {
    const kind = value.constructor.name;
    if (!(kind in arrays)) throw new TypeError(`${at} holds a ${kind}, which JSON cannot carry.`);
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return { $: kind, value: bytes.toString("base64") };
  }
  if (Array.isArray(value)) return value.map((each, i) => encode(each, nested, `${at}[${i}]`));
  if (value instanceof Map) {
    return { $: "Map", value: encode([...value.entries()], nested, at) };
  }
  if (typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    const entries = Object.entries(value).map(
      ([key, each]) => [key, encode(each, nested, `${at}.${key}`)] as const,
    );
    return Object.fromEntries(entries);
  }
  throw new TypeError(
    `${at} holds ${describe(value)}, which JSON cannot carry. Functions and live objects have to be given again after loading.`,
  );
}

/** @throws TypeError for what `encode` did not write. */
export function decode(json: unknown, nested: Nested): unknown {
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) return json.map((each) => decode(each, nested));
  const { $, value } = json as { $?: unknown; value?: unknown };
  if ($ === undefined) {
    const entries = Object.entries(json).map(([key, each]) => [key, decode(each, nested)] as const);
    return Object.fromEntries(entries);
  }
  if ($ === "undefined") return undefined;
  if ($ === "number") return Number(value);
  if ($ === "bigint") return BigInt(String(value));
  if ($ === "estimator") return nested.read(value);
  if ($ === "Map") return new Map(decode(value, nested) as [unknown, unknown][]);
  if ($ === "Matrix") {
    const { rows, columns, data, names } = json as unknown as Matrix;
    return new Matrix(decode(data, nested) as Float64Array, rows, columns, names);
  }
  if (typeof $ === "string" && $ in arrays && typeof value === "string") {
    // A copy, because Node's small buffers share memory at odd offsets.
    const bytes = Uint8Array.from(Buffer.from(value, "base64"));
    return new arrays[$ as Kind](bytes.buffer);
  }
  throw new TypeError(`This is no saved estimator: it holds a value of kind ${describe($)}.`);
}
