import { awkward, beak, big, empty, mass, one, penguins, sales, zeros } from "./data.ts";
import type { Idioms } from "./idiom.ts";

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  'awkward.groupby("k")[["g", "n", "t"]].mean()': () =>
    awkward.groupby("k").col(["g", "n", "t"]).mean(),
  'awkward.groupby("k")[["g", "n", "t"]].sum()': () =>
    awkward.groupby("k").col(["g", "n", "t"]).sum(),
  'awkward.groupby("k").count()': () => awkward.groupby("k").count(),
  'awkward.groupby("k").size().reset_index(name="size")': () => awkward.groupby("k").size(),
  'awkward.groupby("k", dropna=False).size().reset_index(name="size")': () =>
    awkward.groupby("k", { dropNa: false }).size(),
  'awkward.groupby("k", sort=False).size().reset_index(name="size")': () =>
    awkward.groupby("k", { sort: false }).size(),
  'awkward.groupby("k")[["n"]].std()': () => awkward.groupby("k").col(["n"]).std(),
  'awkward.groupby("k")[["n"]].var()': () => awkward.groupby("k").col(["n"]).var(),
  'awkward.groupby("k")[["n"]].median()': () => awkward.groupby("k").col(["n"]).median(),
  'awkward[awkward.s.notna()].groupby("k")[["s"]].min()': () =>
    awkward
      .dropNa({ subset: ["s"] })
      .groupby("k")
      .col(["s"])
      .min(),
  'awkward.groupby("g")[["k", "n"]].first()': () => awkward.groupby("g").col(["k", "n"]).first(),
  'awkward.groupby("g")[["k", "n"]].last()': () => awkward.groupby("g").col(["k", "n"]).last(),
  'awkward.groupby("g")[["k", "n"]].nunique()': () =>
    awkward.groupby("g").col(["k", "n"]).nUnique(),
  'awkward.groupby(["k", "g"]).agg({"n": ["mean", "count"], "x": ["max"]})': () =>
    awkward.groupby(["k", "g"]).agg({ n: ["mean", "count"], x: "max" }),
  'zeros.groupby("z")[["v"]].sum()': () => zeros.groupby("z").sum(),
  'one.groupby("k").agg({"v": ["mean", "std", "count"]})': () =>
    one.groupby("k").agg({ v: ["mean", "std", "count"] }),
  'empty.groupby("k")[["v"]].mean()': () => empty.groupby("k").mean(),
  'penguins.groupby(["Species", "Sex"]).agg({mass: ["mean", "std", "min", "max"], beak: ["median"]})':
    () =>
      penguins
        .groupby(["Species", "Sex"])
        .agg({ [mass]: ["mean", "std", "min", "max"], [beak]: "median" }),
  'sales.groupby("city")[["sum"]].sum()': () => sales.groupby("city").col(["sum"]).sum(),
  'sales.groupby(["city", "year"], dropna=False)[["sum"]].mean()': () =>
    sales.groupby(["city", "year"], { dropNa: false }).col(["sum"]).mean(),
  'sales.groupby("city").get_group("Rome")': () => sales.groupby("city").getGroup(["Rome"]),
  'sales.groupby("city").ngroups': () => sales.groupby("city").size().length,
  '[[key, len(rows)] for key, rows in sales.groupby("city")]': () =>
    [...sales.groupby("city")].map(([key, rows]) => [key[0], rows.length]),
  'sales.groupby("city").agg({"sum": ["min", "max"], "year": ["count"]})': () =>
    sales.groupby("city").agg({ sum: ["min", "max"], year: "count" }),
  'sales.groupby("item", sort=False)[["sum"]].median()': () =>
    sales.groupby("item", { sort: false }).col(["sum"]).median(),
  'awkward.groupby("t")[["n"]].mean()': () => awkward.groupby("t").col(["n"]).mean(),
  'big.groupby("b").size().reset_index(name="size")': () => big.groupby("b").size(),
  'sales.groupby("city")["sum"].mean().sort_values(ascending=False).reset_index()': () =>
    sales.groupby("city").col(["sum"]).mean().sortValues("sum_mean", { ascending: false }),
  'sales.groupby("item").agg(total=("sum", "sum"), cities=("city", "nunique"))': () =>
    sales.groupby("item").agg({
      total: { column: "sum", aggFunc: "sum" },
      cities: { column: "city", aggFunc: "nUnique" },
    }),
  'sales.groupby("city")["sum"].transform("mean")': () =>
    sales.groupby("city").col(["sum"]).transform("mean").column("sum"),
  'sales.groupby("item")["sum"].transform(lambda x: x - x.mean())': () =>
    sales
      .groupby("item")
      .col(["sum"])
      .transform((sums) => sums.sub(sums.mean()))
      .column("sum"),
  'sales.groupby("item").filter(lambda rows: len(rows) > 2)': () =>
    sales.groupby("item").filter((rows) => rows.length > 2),
  'sales.groupby("item")["sum"].cumsum()': () =>
    sales.groupby("item").col(["sum"]).cumSum().column("sum"),
  'sales.groupby("item")["sum"].shift()': () =>
    sales.groupby("item").col(["sum"]).shift().column("sum"),
  'sales.groupby("item")["sum"].diff()': () =>
    sales.groupby("item").col(["sum"]).diff().column("sum"),
  'sales.groupby("item")["sum"].rank()': () =>
    sales.groupby("item").col(["sum"]).rank().column("sum"),
  'sales.groupby("item")["sum"].ffill()': () =>
    sales.groupby("item").col(["sum"]).ffill().column("sum"),
  'sales.groupby("item").cumcount()': () => sales.groupby("item").cumCount(),
  'sales.groupby("item").ngroup()': () => sales.groupby("item").nGroup(),
  'sales.groupby("item").head(1)': () => sales.groupby("item").head(1),
  'sales.groupby("item").tail(1)': () => sales.groupby("item").tail(1),
  'sales.groupby("item").nth(1)': () => sales.groupby("item").nth(1),
  'sales.groupby("item")[["sum"]].quantile(0.25)': () =>
    sales.groupby("item").col(["sum"]).quantile(0.25),
  'sales.groupby("item")[["sum"]].prod()': () => sales.groupby("item").col(["sum"]).prod(),
  'sales.groupby("item")[["sum"]].sem()': () => sales.groupby("item").col(["sum"]).sem(),
};
