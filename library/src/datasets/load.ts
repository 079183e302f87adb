import {
  path,
  readColumns,
  type DatasetMap,
  type DatasetName,
  type TextDatasetName,
} from "@daylab/datasets";
import pl from "nodejs-polars";
import { adopt } from "../frame/engine/adopt.ts";
import { frameOf } from "../frame/engine/make.ts";
import { DataFrame } from "../frame/index.ts";

/** Those whose file is Parquet, which the engine of the frames reads. */
const parquet: readonly DatasetName[] = ["flights-3m"];

/**
 * A bundled set as a typed dataframe; missing values are null, dates are `Date`.
 *
 * @throws RangeError with the nearest names where there is no such set
 * @throws DatasetFileError where its file is missing or damaged
 *
 * @example
 * const penguins = load("penguins");
 * penguins.shape; // [344, 7]
 */
export function load<Name extends DatasetName>(name: Name): DataFrame<DatasetMap[Name]> {
  if (parquet.includes(name)) return frameOf(adopt(pl.readParquet(path(name))));
  return new DataFrame<DatasetMap[Name]>(readColumns(name as TextDatasetName) as never);
}
