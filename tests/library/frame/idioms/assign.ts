import { Series } from "../../../../library/src/frame/index.ts";
import { big, k, left, n, t, x } from "./data.ts";
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
};
