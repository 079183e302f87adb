import { Series } from "../../../../library/src/frame/index.ts";
import { awkward, big, k, left, n, penguins, s, t, x } from "./data.ts";
import type { Idioms } from "./idiom.ts";

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  "n + 1": () => n.add(1),
  "n + x": () => n.add(x),
  'k + "!"': () => k.add("!"),
  "big.b.iloc[:2] + 1": () => big.column("b").head(2).add(1),
  "n - t": () => n.sub(t),
  "n * 2.5": () => n.mul(2.5),
  "n / x.where(x < 1e10, 7)": () => n.div(x.map((value) => (value === 1e300 ? 7 : (value ?? 7)))),
  "pd.Series([1, -1, 0]) / 0": () => new Series([1, -1, 0]).div(0),
  "n % 3": () => n.mod(3),
  "pd.Series([-7, 7, -7.5]) % -3": () => new Series([-7, 7, -7.5]).mod(-3),
  "n**2": () => n.pow(2),
  "n**0.5": () => n.pow(0.5),
  "n.abs()": () => n.abs(),
  "pd.Series([0.5, 1.5, 2.5, -0.5, 2.675, None]).round(0)": () =>
    new Series([0.5, 1.5, 2.5, -0.5, 2.675, null]).round(0),
  "pd.Series([1.005, 2.675, 1234.5678, None]).round(2)": () =>
    new Series([1.005, 2.675, 1234.5678, null]).round(2),
  "(n - n.mean()) / n.std()": () => n.sub(n.mean()).div(n.std()),
  'left.rename(columns={"v": "value"})': () => left.rename({ v: "value" }),
  'left.drop(columns=["v"])': () => left.drop({ columns: ["v"] }),
  "left.drop(index=[0, 2])": () => left.drop({ index: [0, 2] }),
  "left.assign(sum=left.v + left.w, v=left.v * 10)": () => {
    const { k: key, v, w } = left.cols;
    return left
      .assign({ sum: v.add(w), v: v.mul(10) })
      .select("k", "v", "w", "sum")
      .assign({ k: key });
  },
  "awkward.assign(m=awkward.n.fillna(0) * 2)": () =>
    awkward.assign({ m: ({ n: numbers }) => numbers.fillNa(0).mul(2) }),
  "awkward.assign(r=range(7)).r": () => awkward.addColumn("r", [0, 1, 2, 3, 4, 5, 6]).column("r"),
  "n.map({3: 30, 1: 10})": () =>
    n.map(
      (value) =>
        new Map([
          [3, 30],
          [1, 10],
        ]).get(value ?? 0) ?? null,
    ),
  's.map(len, na_action="ignore")': () =>
    s.map((text) => (text === null ? null : [...text].length)),
  "n.apply(lambda v: v + 1)": () => n.map((value) => (value === null ? null : value + 1)),
  "np.sqrt(n.abs())": () => n.abs().pow(0.5),
  "n // 2": () => n.div(2).map((value) => (value === null ? null : Math.floor(value))),
  "-x": () => x.mul(-1),
  "1 / n": () => n.pow(-1),
  "t & (n > 0)": () => t.and(n.gt(0)),
  "t | (n > 0)": () => t.or(n.gt(0)),
  "~t": () => t.not(),
  "big.b - 1": () => big.column("b").sub(1),
  'awkward.drop(columns=["g", "x"])': () => awkward.drop({ columns: ["g", "x"] }),
  "left.rename(columns=str.upper)": () => left.rename({ k: "K", v: "V", w: "W" }),
  'left[["w", "v", "k"]]': () => left.select("w", "v", "k"),
  'left.pop("v")': () => left.column("v"),
  'left.k.str.cat(left.v.astype(str), sep="-", na_rep="?")': () =>
    left.column("k").str.cat(left.column("v").asType("string"), { sep: "-", naRep: "?" }),
  'left[["v", "w"]] + 1': () => left.select("v", "w").add(1),
  'left[["v", "w"]] * [2, 3]': () => left.select("v", "w").mul([2, 3]),
  'left[["v", "w"]] / left[["v", "w"]]': () => left.select("v", "w").div(left.select("v", "w")),
  'left[["v", "w"]].add([1, 2, 3, 4], axis=0)': () =>
    left.select("v", "w").add([1, 2, 3, 4], { axis: 0 }),
  'left[["v", "w"]] > 1': () => left.select("v", "w").gt(1),
  'awkward[["n", "x"]].eq(3)': () => awkward.select("n", "x").eq(3),
  "n.clip(0, 2)": () => n.clip(0, 2),
  "n.clip(lower=0)": () => n.clip(0),
  "n.where(n > 0, -1)": () => n.where(n.gt(0), -1),
  "n.mask(n > 0)": () => n.mask(n.gt(0)),
  'k.replace("a", "z")': () => k.replace("a", "z"),
  'k.replace({"a": "z", "b": "y"})': () =>
    k.replace(
      new Map([
        ["a", "z"],
        ["b", "y"],
      ]),
    ),
  'awkward[["n", "x"]].abs()': () => awkward.select("n", "x").abs(),
  "left.apply(lambda row: row.v + row.w, axis=1)": () =>
    left.apply((row) => row.v + row.w, { axis: 1 }),
  'left[["v", "w"]].apply(lambda column: column.max() - column.min())': () =>
    left.select("v", "w").apply((column) => column.max() - column.min()),
  'left[["v", "w"]].map(lambda cell: cell * 2)': () =>
    left.select("v", "w").applyMap((cell) => cell * 2),
  'left.add_prefix("l_")': () => left.addPrefix("l_"),
  'left.add_suffix("_l")': () => left.addSuffix("_l"),
  'penguins.select_dtypes("number").columns.tolist()': () =>
    penguins.selectDtypes("number").columns,
};
