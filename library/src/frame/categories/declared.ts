import type { Data } from "apache-arrow";
import {
  Dictionary,
  Field,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  Uint32,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import pl from "nodejs-polars";
import { variantOf } from "../engine/dtypes.ts";

/**
 * The engine has a type whose categories are declared in their order (Enum), but no way to ask for it
 * from JavaScript. It reads one from Arrow, where its own key in a field's metadata lists them, each
 * after its length in bytes.
 */
const key = "_PL_ENUM_VALUES2";

const written = (categories: readonly string[]): string =>
  categories.map((one) => `${Buffer.byteLength(one)};${one}`).join("");

function read(text: string): string[] {
  const bytes = Buffer.from(text);
  const categories: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const semicolon = bytes.indexOf(";", at);
    const end = semicolon + 1 + Number(bytes.subarray(at, semicolon).toString());
    categories.push(bytes.subarray(semicolon + 1, end).toString());
    at = end;
  }
  return categories;
}

/** A column of declared categories, from the place of each value among them (null where missing). */
export function declared(
  name: string,
  codes: readonly (number | null)[],
  categories: readonly string[],
): pl.Series {
  const dictionary = vectorFromArray([...categories], new Utf8());
  const type = new Dictionary(new Utf8(), new Uint32(), 0, false);
  const bitmap = new Uint8Array(Math.ceil(codes.length / 64) * 8);
  let missing = 0;
  codes.forEach((code, row) => {
    if (code === null) missing += 1;
    else bitmap[row >> 3] |= 1 << (row & 7);
  });
  const cells: Data<Dictionary<Utf8, Uint32>> = makeData({
    type,
    length: codes.length,
    nullCount: missing,
    nullBitmap: bitmap,
    data: Uint32Array.from(codes, (code) => code ?? 0),
    dictionary,
  });
  const field = new Field("c", type, true, new Map([[key, written(categories)]]));
  const schema = new Schema([field]);
  const struct = makeData({
    type: new Struct([field]),
    length: codes.length,
    nullCount: 0,
    children: [cells],
  });
  const table = new Table(schema, [new RecordBatch(schema, struct)]);
  return pl
    .readIPC(Buffer.from(tableToIPC(table, "file")))
    .toSeries(0)
    .alias(name);
}

/** The declared categories of a column, or undefined where it only has values. */
export function declaredCategories(series: pl.Series): string[] | undefined {
  if (variantOf(series) !== "Enum") return undefined;
  const bytes = pl.DataFrame([series.head(0).alias("c")]).writeIPC({ compression: "uncompressed" });
  const text = tableFromIPC(bytes).schema.fields[0].metadata.get(key);
  return text === undefined ? undefined : read(text);
}
