import pl, { type DataType } from "nodejs-polars";

/** The name of a column's type, as `dtypes` lists it and the `dtypes` options take it. */
export type DType =
  | "boolean"
  | "int8"
  | "int16"
  | "int32"
  | "int64"
  | "uint8"
  | "uint16"
  | "uint32"
  | "uint64"
  | "float32"
  | "float64"
  | "string"
  | "date"
  | "datetime"
  | "duration"
  | "category"
  | "object";

type EngineType = DataType;

const named: Record<Exclude<DType, "object">, () => EngineType> = {
  boolean: () => pl.Bool,
  int8: () => pl.Int8,
  int16: () => pl.Int16,
  int32: () => pl.Int32,
  int64: () => pl.Int64,
  uint8: () => pl.UInt8,
  uint16: () => pl.UInt16,
  uint32: () => pl.UInt32,
  uint64: () => pl.UInt64,
  float32: () => pl.Float32,
  float64: () => pl.Float64,
  string: () => pl.Utf8,
  date: () => pl.Date,
  datetime: () => pl.Datetime("ms"),
  duration: () => pl.Duration("ms"),
  category: () => pl.Categorical,
};

const byVariant = new Map<string, DType>([
  ["Bool", "boolean"],
  ["Utf8", "string"],
  ["String", "string"],
  ["Categorical", "category"],
  ["Enum", "category"],
  ...(
    [
      "Int8",
      "Int16",
      "Int32",
      "Int64",
      "Float32",
      "Float64",
      "Date",
      "Datetime",
      "Duration",
    ] as const
  ).map((variant): [string, DType] => [variant, variant.toLowerCase() as DType]),
  ...(["UInt8", "UInt16", "UInt32", "UInt64"] as const).map((variant): [string, DType] => [
    variant,
    variant.toLowerCase() as DType,
  ]),
]);

/** The engine's own name of a type; `Int128` and others that it cannot hand to JavaScript are "Unknown". */
export function variantOf(series: pl.Series): string {
  try {
    return (series.dtype as { variant: string }).variant;
  } catch (error) {
    // Declared categories have a type that only the engine's own messages name.
    return String((error as Error).message).includes("Enum") ? "Enum" : "Unknown";
  }
}

/** The dtype of an engine column; `object` for the engine's nested and rarer types. */
export function dtypeOf(series: pl.Series): DType {
  return byVariant.get(variantOf(series)) ?? "object";
}

/** The engine's type for a dtype name, or an error that lists the names that exist. */
export function engineType(dtype: DType): EngineType {
  const make = (named as Partial<Record<string, () => EngineType>>)[dtype];
  if (make === undefined) {
    throw new TypeError(
      `"${dtype}" is not a dtype one can ask for; choose from ${Object.keys(named).join(", ")}.`,
    );
  }
  return make();
}

export const isFloat = (dtype: DType): boolean => dtype.startsWith("float");
export const isInteger = (dtype: DType): boolean => /^u?int/.test(dtype);
export const isNumeric = (dtype: DType): boolean => isFloat(dtype) || isInteger(dtype);
