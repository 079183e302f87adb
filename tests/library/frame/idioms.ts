import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { concat, DataFrame, merge, readCSV, Series } from "../../../library/src/frame/index.ts";

interface Awkward {
  k: string | null;
  g: number | null;
  n: number | null;
  x: number | null;
  t: boolean;
  s: string | null;
}
interface Penguin {
  Species: string;
  Island: string;
  "Beak Length (mm)": number | null;
  "Beak Depth (mm)": number | null;
  "Flipper Length (mm)": number | null;
  "Body Mass (g)": number | null;
  Sex: string | null;
}

const fixture = (name: string): string =>
  fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const inputs = read(fixture("inputs.json")) as {
  awkward: { [K in keyof Awkward]: Awkward[K][] };
  zeros: { z: number[]; v: number[] };
  one: { k: string[]; v: number[] };
  left: { k: (string | null)[]; v: number[]; w: number[] };
  right: { k: (string | null)[]; v: number[]; u: (number | null)[] };
  dates: { d: (string | null)[] };
};

const awkward = new DataFrame(inputs.awkward);
const zeros = new DataFrame(inputs.zeros);
const one = new DataFrame(inputs.one);
const left = new DataFrame(inputs.left);
const right = new DataFrame(inputs.right);
const bigs = [9007199254740993n, -9007199254740993n, 9223372036854775807n, 9007199254740993n];
const big = new DataFrame({ b: bigs });
const dates = new DataFrame({
  d: inputs.dates.d.map((text) => (text === null ? null : new Date(`${text}Z`))),
});
const empty = new DataFrame({ k: [] as string[], v: [] as number[] }, { dtypes: { k: "string" } });
const penguins = new DataFrame(
  read(fixture("../../../../node_modules/vega-datasets/data/penguins.json")) as Penguin[],
);
const [mass, beak] = ["Body Mass (g)", "Beak Length (mm)"] as const;
const { k, n, x, s, t } = awkward.cols;
const { d } = dates.cols;

/** Each idiom of the pandas script, as one writes it here. */
export const idioms: Record<string, () => unknown> = {
  "filter gt": () => awkward.filter(n.gt(1)),
  "filter and": () => awkward.filter((c) => c.n.gt(0).and(c.k.eq("b"))),
  "filter or": () => awkward.query(n.lt(0).or(k.isNa())),
  "filter not": () => awkward.filter(n.gt(1).not()),
  "filter isin": () => awkward.filter(k.isIn(["a", "ü"])),
  "filter isin missing": () => awkward.filter(k.isIn(["a", null])),
  "filter between": () => awkward.filter(n.between(0, 2)),
  "filter nothing": () => awkward.filter(n.gt(100)),
  eq: () => n.eq(3),
  ne: () => n.ne(3),
  "lt column": () => n.lt(x),
  ge: () => n.ge(2),
  "le text": () => s.dropNa().le("a"),
  select: () => awkward.select("x", "k"),
  "iloc slice": () => awkward.iloc({ rows: ["1:3"] }),
  "iloc negative": () => awkward.iloc({ rows: ["-2:"], columns: [0, -1] }),
  "iloc list": () => awkward.iloc({ rows: [5, 0, 0] }),
  "loc slice": () => awkward.loc({ rows: ["2:4"], columns: ["k", "n"] }),
  "loc column slice": () => awkward.loc({ columns: ["g:x"] }),
  "loc labels": () =>
    awkward
      .setIndex({ column: "s" })
      .loc({ rows: ["日本", "Rome"], columns: ["n"] })
      .resetIndex(),
  "head negative": () => awkward.head(-5),
  "tail negative": () => awkward.tail(-5),
  "head beyond": () => one.head(10),
  sort: () => awkward.sortValues("n"),
  "sort descending": () => awkward.sortValues("n", { ascending: false }),
  "sort missing first": () => awkward.sortValues("n", { naPosition: "first" }),
  "sort several": () => awkward.sortValues(["k", "n"], { ascending: [true, false] }),
  "sort text": () => awkward.sortValues("s"),
  "sort penguins": () =>
    penguins
      .sortValues(["Island", mass], { ascending: [false, true] })
      .select("Island", mass, beak),
  "sort series": () => x.sortValues(),
  "sort empty": () => empty.sortValues("v"),
  "group mean": () => awkward.groupby("k").col(["g", "n", "t"]).mean(),
  "group sum": () => awkward.groupby("k").col(["g", "n", "t"]).sum(),
  "group count": () => awkward.groupby("k").count(),
  "group size": () => awkward.groupby("k").size(),
  "group keep missing": () => awkward.groupby("k", { dropNa: false }).size(),
  "group unsorted": () => awkward.groupby("k", { sort: false }).size(),
  "group std": () => awkward.groupby("k").col(["n"]).std(),
  "group var": () => awkward.groupby("k").col(["n"]).var(),
  "group median": () => awkward.groupby("k").col(["n"]).median(),
  "group min text": () =>
    awkward
      .dropNa({ subset: ["s"] })
      .groupby("k")
      .col(["s"])
      .min(),
  "group first": () => awkward.groupby("g").col(["k", "n"]).first(),
  "group last": () => awkward.groupby("g").col(["k", "n"]).last(),
  "group nunique": () => awkward.groupby("g").col(["k", "n"]).nUnique(),
  "group two keys": () => awkward.groupby(["k", "g"]).agg({ n: ["mean", "count"], x: "max" }),
  "group zeros": () => zeros.groupby("z").sum(),
  "group one row": () => one.groupby("k").agg({ v: ["mean", "std", "count"] }),
  "group empty": () => empty.groupby("k").mean(),
  "group penguins": () =>
    penguins
      .groupby(["Species", "Sex"])
      .agg({ [mass]: ["mean", "std", "min", "max"], [beak]: "median" }),
  describe: () => awkward.select("g", "n").describe(),
  "describe penguins": () => penguins.describe(),
  "describe one row": () => one.describe(),
  "describe empty": () => empty.select("v").describe(),
  "describe series": () => n.describe(),
  sum: () => n.sum(),
  "sum nothing": () => empty.column("v").sum(),
  "sum booleans": () => t.sum(),
  "sum big": () => big.column("b").iloc([0, 3]).sum(),
  mean: () => n.mean(),
  "mean nothing": () => empty.column("v").mean(),
  "mean booleans": () => t.mean(),
  median: () => n.median(),
  std: () => n.std(),
  "std one": () => one.column("v").std(),
  var: () => n.var(),
  "var penguins": () => penguins.column(mass).var(),
  min: () => x.min(),
  "max big": () => big.column("b").max(),
  "min nothing": () => empty.column("v").min(),
  "min text": () => k.min(),
  count: () => n.count(),
  quantile: () => [0, 0.1, 0.25, 0.5, 0.9, 1].map((q) => n.quantile(q)),
  "quantile penguins": () => [0.01, 0.33, 0.99].map((q) => penguins.column(beak).quantile(q)),
  mode: () => n.mode(),
  unique: () => k.unique().values,
  nunique: () => k.nUnique(),
  "value counts": () => k.valueCounts(),
  "value counts missing": () => k.valueCounts({ dropNa: false }),
  "value counts share": () => k.valueCounts({ normalize: true }),
  "value counts penguins": () => penguins.column("Species").valueCounts(),
  "value counts zeros": () => zeros.column("z").valueCounts().values,
  "frame mean": () => awkward.select("g", "n", "x").mean(),
  "frame sum": () => awkward.select("g", "n", "t").sum(),
  "frame max": () => awkward.select("g", "n", "x").max(),
  "frame count": () => awkward.count(),
  "frame nunique": () => awkward.nUnique(),
  "frame quantile": () => awkward.select("g", "n").quantile(0.3),
  "frame std": () => penguins.std(),
  "isna sum": () => awkward.isNa().sum(),
  notna: () => awkward.notNa(),
  dropna: () => awkward.dropNa(),
  "dropna subset": () => awkward.dropNa({ subset: ["k", "g"] }),
  "dropna all": () => awkward.dropNa({ subset: ["k", "s"], how: "all" }),
  "dropna columns": () => awkward.dropNa({ axis: 1 }),
  "dropna penguins": () => penguins.dropNa().select("Species", mass),
  fillna: () => awkward.select("g", "n").fillNa(0),
  "fillna mean": () => n.fillNa(n.mean()),
  "fillna by column": () => awkward.fillNa({ k: "?", n: -1 }),
  ffill: () => awkward.fillNa({ method: "ffill" }),
  bfill: () => awkward.fillNa({ method: "bfill" }),
  corr: () => awkward.select("g", "n").addColumn("x", [1.5, null, 0, 2.5, 9, 0.1, 0.2]).corr(),
  "corr penguins": () => penguins.corr(),
  "corr pair": () => penguins.column(mass).corr(penguins.column(beak)),
  "corr constant": () => new Series([1, 1, 1]).corr(new Series([1, 2, 3])),
  "add scalar": () => n.add(1),
  "add column": () => n.add(x),
  "add text": () => k.add("!"),
  "add big": () => big.column("b").head(2).add(1),
  "sub booleans": () => n.sub(t),
  mul: () => n.mul(2.5),
  div: () => n.div(x.map((value) => (value === 1e300 ? 7 : (value ?? 7)))),
  "div zero": () => new Series([1, -1, 0]).div(0),
  mod: () => n.mod(3),
  "mod negative": () => new Series([-7, 7, -7.5]).mod(-3),
  pow: () => n.pow(2),
  "pow root": () => n.pow(0.5),
  abs: () => n.abs(),
  round: () => new Series([0.5, 1.5, 2.5, -0.5, 2.675, null]).round(0),
  "round decimals": () => new Series([1.005, 2.675, 1234.5678, null]).round(2),
  standardise: () => n.sub(n.mean()).div(n.std()),
  concat: () => concat({ dfList: [left, right] }),
  "concat columns": () =>
    concat({ dfList: [left, right.rename({ k: "k2", v: "v2", u: "u2" })], axis: 1 }),
  "merge inner": () => merge({ left, right, on: ["k"] }),
  "merge left": () => merge({ left, right, on: ["k"], how: "left" }),
  "merge right": () => merge({ left, right, on: ["k"], how: "right" }),
  "merge outer": () => merge({ left, right, on: ["k"], how: "outer" }),
  "merge two keys": () => merge({ left, right, on: ["k", "v"], how: "left" }),
  rename: () => left.rename({ v: "value" }),
  drop: () => left.drop({ columns: ["v"] }),
  "drop rows": () => left.drop({ index: [0, 2] }),
  assign: () => {
    const { k: key, v, w } = left.cols;
    return left
      .assign({ sum: v.add(w), v: v.mul(10) })
      .select("k", "v", "w", "sum")
      .assign({ k: key });
  },
  astype: () => new Series([1.9, -1.9, 3]).asType("int64"),
  "astype text": () => new Series(["1.5", "-2", "1e3"]).asType("float64"),
  "text lower": () => s.str.toLowerCase(),
  "text upper": () => s.str.toUpperCase(),
  "text strip": () => s.str.trim(),
  "text len": () => s.str.len(),
  "text contains": () => s.str.includes("a."),
  "text contains pattern": () => s.str.includes(/a./u),
  "text starts": () => s.str.startsWith("n"),
  "text replace": () => s.str.replace(".", "$1"),
  "text slice": () => s.str.slice(1, 3),
  "date year": () => d.dt.year(),
  "date month": () => d.dt.month(),
  "date day": () => d.dt.dayOfMonth(),
  "date weekday": () => d.dt.dayOfWeek(),
  "date hour": () => d.dt.hours(),
  "date second": () => d.dt.seconds(),
  "date month name": () => d.dt.monthName(),
  "date day name": () => d.dt.dayOfWeekName(),
  "date filter": () =>
    dates
      .filter(d.gt(new Date("2024-03-01")))
      .column("d")
      .dt.dayOfMonth(),
  csv: () => readCSV(fixture("awkward.csv")),
  "csv some": () => readCSV(fixture("awkward.csv"), { columns: ["id", "score"], nRows: 3 }),
  "csv no header": async () => {
    const df = await readCSV(fixture("awkward.csv"), { header: false, skipRows: 1 });
    return df.iloc({ columns: [0, 1] });
  },
  "csv own missing": async () => {
    const df = await readCSV(fixture("awkward.csv"), { naValues: ["1", "日本"] });
    return df.select("id", "name");
  },
  "csv semicolons": () =>
    readCSV(fixture("semicolons.csv"), { sep: ";", decimal: ",", naValues: ["missing"] }),
  "csv dates": async () => {
    const df = await readCSV<{ day: Date | null }>(fixture("awkward.csv"), { parseDates: ["day"] });
    return df.column("day").dt.year();
  },
};
