import { Series } from "../../../../library/src/frame/index.ts";
import {} from "./data.ts";
import type { Idioms } from "./idiom.ts";

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  'pd.Series([1.9, -1.9, 3.0]).astype("int64")': () => new Series([1.9, -1.9, 3]).asType("int64"),
  'pd.Series(["1.5", "-2", "1e3"]).astype(float)': () =>
    new Series(["1.5", "-2", "1e3"]).asType("float64"),
};
