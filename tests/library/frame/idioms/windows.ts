import { awkward, big, empty, k, left, n, one } from "./data.ts";
import type { Idioms } from "./idiom.ts";

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  "n.rolling(3).mean()": () => n.rolling(3).mean(),
  "n.rolling(3, min_periods=1).sum()": () => n.rolling(3, { minPeriods: 1 }).sum(),
  "n.rolling(3, min_periods=1, center=True).max()": () =>
    n.rolling(3, { minPeriods: 1, center: true }).max(),
  "n.rolling(2).std()": () => n.rolling(2).std(),
  "n.rolling(3, min_periods=2).median()": () => n.rolling(3, { minPeriods: 2 }).median(),
  "n.rolling(3, min_periods=1).quantile(0.25)": () =>
    n.rolling(3, { minPeriods: 1 }).quantile(0.25),
  "n.expanding().mean()": () => n.expanding().mean(),
  "n.ewm(span=3).mean()": () => n.ewm({ span: 3 }).mean(),
  "n.ewm(alpha=0.5, adjust=False).mean()": () => n.ewm({ alpha: 0.5, adjust: false }).mean(),
  "n.shift()": () => n.shift(),
  "k.shift(-2)": () => k.shift(-2),
  "left.v.shift(1, fill_value=0)": () => left.column("v").shift(1, { fillValue: 0 }),
  "n.diff()": () => n.diff(),
  "left.v.pct_change()": () => left.column("v").pctChange(),
  "n.cumsum()": () => n.cumSum(),
  "n.head(6).cumprod()": () => n.head(6).cumProd(),
  "n.cummax()": () => n.cumMax(),
  "big.b.head(2).cumsum()": () => big.column("b").head(2).cumSum(),
  "empty.v.rolling(2).mean()": () => empty.column("v").rolling(2).mean(),
  "one.v.rolling(2).mean()": () => one.column("v").rolling(2).mean(),
  "one.v.diff()": () => one.column("v").diff(),
  'awkward[["n", "x"]].shift(1)': () => awkward.select("n", "x").shift(1),
  'left[["v", "w"]].cumsum()': () => left.select("v", "w").cumSum(),
  'left[["v", "w"]].diff()': () => left.select("v", "w").diff(),
  'left[["v", "w"]].pct_change()': () => left.select("v", "w").pctChange(),
  'left[["v", "w"]].rolling(2).sum()': () => left.select("v", "w").rolling(2).sum(),
  'awkward[["n"]].expanding().max()': () => awkward.select("n").expanding().max(),
  'left[["v", "w"]].rank()': () => left.select("v", "w").rank(),
  "n.autocorr(1)": () => n.autocorr(1),
};
