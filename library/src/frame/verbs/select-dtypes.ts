import type pl from "nodejs-polars";
import { type DType, dtypeOf, isFloat, isInteger, isNumeric } from "../engine/dtypes.ts";
import { nearest } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";

/** A dtype, or a kind of them. */
export type DTypeGroup = DType | "number" | "integer" | "float";

type Some = DTypeGroup | readonly DTypeGroup[];
type Wanted = Some | Choice;

const groups: Readonly<Record<string, (dtype: DType) => boolean>> = {
  number: isNumeric,
  integer: isInteger,
  float: isFloat,
};
const dtypes =
  "boolean int8 int16 int32 int64 uint8 uint16 uint32 uint64 float32 float64 string date datetime duration category object".split(
    " ",
  );

function matcher(some: Some): (dtype: DType) => boolean {
  const wanted = [some].flat();
  const known = [...Object.keys(groups), ...dtypes];
  const wrong = wanted.find((one) => !known.includes(one));
  if (wrong !== undefined) {
    const [near] = nearest(String(wrong), known);
    throw new TypeError(
      `There is no dtype ${JSON.stringify(wrong)}. ${near === undefined ? `There are: ${known.join(", ")}.` : `Did you mean "${near}"?`}`,
    );
  }
  return (dtype) => wanted.some((one) => groups[one]?.(dtype) ?? one === dtype);
}

interface Choice {
  readonly include?: Some;
  readonly exclude?: Some;
}

const isChoice = (wanted: Wanted): wanted is Choice =>
  typeof wanted === "object" && !Array.isArray(wanted);

/** The names of the columns whose dtype is included (all, if nothing is) and not excluded. */
export function ofDtypes(data: pl.DataFrame, wanted: Wanted): string[] {
  const options: Choice = isChoice(wanted) ? wanted : { include: wanted };
  checkOptions("selectDtypes", options, ["include", "exclude"]);
  const includes = options.include === undefined ? (): boolean => true : matcher(options.include);
  const excludes = matcher(options.exclude ?? []);
  return data
    .getColumns()
    .filter((one) => includes(dtypeOf(one)) && !excludes(dtypeOf(one)))
    .map((one) => one.name);
}
