import { Series } from "../../../../library/src/frame/index.ts";
import { awkward, beak, big, empty, k, mass, n, one, penguins, t, x, zeros } from "./data.ts";
import type { Idioms } from "./idiom.ts";

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  'awkward[["g", "n"]].describe()': () => awkward.select("g", "n").describe(),
  "penguins.describe()": () => penguins.describe(),
  "one.describe()": () => one.describe(),
  'empty[["v"]].astype(float).describe()': () => empty.select("v").describe(),
  "n.describe()": () => n.describe(),
  "n.sum()": () => n.sum(),
  "empty.v.sum()": () => empty.column("v").sum(),
  "t.sum()": () => t.sum(),
  "float(big.b.iloc[[0, 3]].sum())": () => big.column("b").iloc([0, 3]).sum(),
  "n.mean()": () => n.mean(),
  "empty.v.mean()": () => empty.column("v").mean(),
  "t.mean()": () => t.mean(),
  "n.median()": () => n.median(),
  "n.std()": () => n.std(),
  "one.v.std()": () => one.column("v").std(),
  "n.var()": () => n.var(),
  "penguins[mass].var()": () => penguins.column(mass).var(),
  "x.min()": () => x.min(),
  "big.b.max()": () => big.column("b").max(),
  "empty.v.min()": () => empty.column("v").min(),
  "k.dropna().min()": () => k.min(),
  "n.count()": () => n.count(),
  "[n.quantile(q) for q in (0, 0.1, 0.25, 0.5, 0.9, 1)]": () =>
    [0, 0.1, 0.25, 0.5, 0.9, 1].map((q) => n.quantile(q)),
  "[penguins[beak].quantile(q) for q in (0.01, 0.33, 0.99)]": () =>
    [0.01, 0.33, 0.99].map((q) => penguins.column(beak).quantile(q)),
  "n.mode()": () => n.mode(),
  "list(k.unique())": () => k.unique().values,
  "k.nunique()": () => k.nUnique(),
  "k.value_counts()": () => k.valueCounts(),
  "k.value_counts(dropna=False)": () => k.valueCounts({ dropNa: false }),
  "k.value_counts(normalize=True)": () => k.valueCounts({ normalize: true }),
  'penguins["Species"].value_counts()': () => penguins.column("Species").valueCounts(),
  "list(zeros.z.value_counts().values)": () => zeros.column("z").valueCounts().values,
  'awkward[["g", "n", "x"]].mean()': () => awkward.select("g", "n", "x").mean(),
  'awkward[["g", "n", "t"]].sum()': () => awkward.select("g", "n", "t").sum(),
  'awkward[["g", "n", "x"]].max()': () => awkward.select("g", "n", "x").max(),
  "awkward.count()": () => awkward.count(),
  "awkward.nunique()": () => awkward.nUnique(),
  'awkward[["g", "n"]].quantile(0.3)': () => awkward.select("g", "n").quantile(0.3),
  "penguins.std(numeric_only=True)": () => penguins.std(),
  'awkward[["g", "n", "x"]].assign(x=[1.5, np.nan, 0, 2.5, 9, 0.1, 0.2]).corr()': () =>
    awkward.select("g", "n").addColumn("x", [1.5, null, 0, 2.5, 9, 0.1, 0.2]).corr(),
  "penguins.corr(numeric_only=True)": () => penguins.corr(),
  "penguins[mass].corr(penguins[beak])": () => penguins.column(mass).corr(penguins.column(beak)),
  "pd.Series([1, 1, 1]).corr(pd.Series([1, 2, 3]))": () =>
    new Series([1, 1, 1]).corr(new Series([1, 2, 3])),
};
