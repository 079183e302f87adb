import { DataType, type Series } from "nodejs-polars";
import { arrayToJsSeries } from "nodejs-polars/bin/internals/construction.js";
import engine from "nodejs-polars/bin/series/index.js";
import { type Native, wholeBehind, type Wrap } from "./whole.ts";

/** A column that has the methods of the engine's own, most of them through the whole one. */
class LightColumn {
  /** The engine reads it. */
  readonly _s: Native;

  constructor(column: Native) {
    this._s = column;
  }

  inner(): Native {
    return this._s;
  }

  get name(): string {
    return this._s["name"] as unknown as string;
  }

  get length(): number {
    return this._s["len"]() as number;
  }

  get dtype(): DataType {
    return DataType.deserialize(this._s["dtype"]);
  }

  alias(name: string): object {
    const copy = this._s["clone"]() as Native;
    copy["rename"](name);
    return new LightColumn(copy);
  }

  cast(type: unknown, strict = false): object {
    return this.made("cast", type, strict);
  }

  head(length = 5): object {
    return this.made("head", length);
  }

  slice(from: number | { offset: number; length: number }, length?: number): object {
    return typeof from === "number"
      ? this.made("slice", from, length)
      : this.made("slice", from.offset, from.length);
  }

  toTypedArray(): unknown {
    if (this._s["nullCount"]() === 0) return this._s["toTypedArray"]();
    throw new Error("data contains nulls, unable to convert to TypedArray");
  }

  [Symbol.toStringTag](): string {
    return "Series";
  }

  made(method: string, ...given: unknown[]): object {
    return new LightColumn(this._s[method](...given) as Native);
  }
}

const [columns, values] = [
  ["isNull", "isNotNull", "dropNulls", "clone"],
  ["nullCount", "hasNulls", "min", "max", "sum", "mean", "toArray"],
];
const own = LightColumn.prototype as unknown as Record<string, unknown>;
for (const name of columns) {
  own[name] = function (this: LightColumn) {
    return this.made(name);
  };
}
for (const name of values) {
  own[name] = function (this: LightColumn) {
    return this._s[name]();
  };
}

/** The columns that frames hand out are light from now on. Returns the engine's own way to make one. */
export function lightenColumns(): Wrap {
  const whole = engine._Series as unknown as Wrap;
  Object.setPrototypeOf(
    LightColumn.prototype,
    wholeBehind<LightColumn>((light) => whole(light._s)),
  );
  Object.assign(engine, { _Series: (column: Native) => new LightColumn(column) });
  return whole;
}

/** A column of a typed array's numbers, which are copied. */
export const typedColumn = (name: string, values: NodeJS.TypedArray): Series =>
  new LightColumn(arrayToJsSeries(name, values as never) as Native) as unknown as Series;
