import { readColumns, type DatasetMap, type DatasetName } from "@daylab/datasets";
import { DataFrame } from "../frame/index.ts";

/**
 * A bundled set as a typed dataframe; missing values are null.
 *
 * @throws RangeError with the nearest names where there is no such set
 * @throws DatasetFileError where its file is missing or damaged
 *
 * @example
 * const penguins = load("penguins");
 * penguins.shape; // [344, 7]
 */
export function load<Name extends DatasetName>(name: Name): DataFrame<DatasetMap[Name]> {
  return new DataFrame<DatasetMap[Name]>(readColumns(name));
}
