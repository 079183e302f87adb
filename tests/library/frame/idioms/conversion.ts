import { DataFrame, Series } from "../../../../library/src/frame/index.ts";
import { awkward, left, n, t } from "./data.ts";
import type { Idioms } from "./idiom.ts";

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  'pd.Series([1.9, -1.9, 3.0]).astype("int64")': () => new Series([1.9, -1.9, 3]).asType("int64"),
  'pd.Series(["1.5", "-2", "1e3"]).astype(float)': () =>
    new Series(["1.5", "-2", "1e3"]).asType("float64"),
  'awkward.to_dict("records")[0]': () => awkward.toRecords()[0],
  'left.to_dict("list")': () => left.toColumns(),
  "left.values.tolist()": () => left.toArrays().map((row) => [...row]),
  "n.tolist()": () => n.values,
  'pd.DataFrame([{"a": 1}, {"b": 2}])': () => new DataFrame([{ a: 1 }, { b: 2 }]),
  'pd.DataFrame([[1, "x"], [2, "y"]], columns=["n", "s"])': () =>
    new DataFrame(
      [
        [1, "x"],
        [2, "y"],
      ],
      { columns: ["n", "s"] },
    ),
  'pd.DataFrame({"a": [1, 2]}, index=["x", "y"])': () =>
    new DataFrame({ a: [1, 2] }, { index: ["x", "y"] }),
  "pd.Series([1, 0, 1]).astype(bool)": () => new Series([1, 0, 1]).asType("boolean"),
  "left.v.astype(str)": () => left.column("v").asType("string"),
  "t.astype(int)": () => t.asType("int64"),
  'n.astype("float32").dtype.name': () => n.asType("float32").dtype,
  "awkward.dtypes.astype(str).tolist()": {
    ours: () => awkward.dtypes,
    gives: ["string", "int64", "int64", "float64", "boolean", "string"],
    differs: "integers and texts stay what they are where values are missing",
  },
  'pd.to_numeric(pd.Series(["1", "x"]), errors="coerce")': () =>
    new Series(["1", "x"]).map((text) => (Number.isNaN(Number(text)) ? null : Number(text))),
};
