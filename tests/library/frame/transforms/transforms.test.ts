import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DataFrame, type Row } from "daylab/frame";
import { difference, encoded } from "../compare.ts";

interface Numbers {
  n: number;
  x: number | null;
  y: number | null;
}
interface Mixed extends Row {
  k: string | null;
  n: number;
  x: number | null;
  t: boolean;
}

const { frames, mixed, labels, answers } = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
  (_, value: unknown) => (value === "inf" ? Infinity : value),
) as {
  frames: Record<string, { [K in keyof Numbers]: Numbers[K][] }>;
  mixed: { [K in keyof Mixed]: Mixed[K][] };
  labels: string[];
  answers: Record<string, unknown>;
};

type Frame = DataFrame<{ n: number; x: number | null; y: number | null }>;

const each: Record<string, (d: Frame) => unknown> = {
  shift: (d) => d.shift(),
  "shift -2": (d) => d.shift(-2),
  diff: (d) => d.diff(),
  "diff -1": (d) => d.diff(-1),
  pctChange: (d) => d.pctChange(),
  cumSum: (d) => d.cumSum(),
  cumProd: (d) => d.cumProd(),
  cumMin: (d) => d.cumMin(),
  cumMax: (d) => d.cumMax(),
  rank: (d) => d.rank(),
  "rank dense": (d) => d.rank({ method: "dense", ascending: false }),
  interpolate: (d) => d.interpolate(),
  ffill: (d) => d.ffill(),
  bfill: (d) => d.bfill(),
  round: (d) => d.round(1),
  "round by": (d) => d.round({ x: 0 }),
  abs: (d) => d.abs(),
  clip: (d) => d.clip(-1, 3),
  "clip below": (d) => d.clip(0.5),
  "clip above": (d) => d.clip(null, 2),
  "rolling mean": (d) => d.rolling(3, { minPeriods: 1 }).mean(),
  "rolling median": (d) => d.rolling(2).median(),
  "expanding max": (d) => d.expanding().max(),
  "expanding std": (d) => d.expanding().std(),
  ewm: (d) => d.ewm({ span: 3 }).mean(),
  where: (d) => d.where((column) => column.gt(0)),
  "where other": (d) => d.where((column) => column.gt(0), 9),
  "where rows": (d) => d.where(d.column("n").gt(0)),
  mask: (d) => d.mask((column) => column.gt(1), 0),
  isIn: (d) => d.isIn([7, 0, 0.5]),
  "isIn by": (d) => d.isIn({ n: [7, 2], y: [1] }),
  replace: (d) => d.replace(7, 70),
  "replace several": (d) => d.replace([7, 0], [70, -1]),
  "replace missing": (d) => d.replace(null, -1),
  "replace by missing": (d) => d.replace([0, 3.5], null, { columns: ["x"] }),
  map: (d) => d.map((cell) => (cell === null ? null : cell * 2 + 1)),
  "apply columns": (d) => d.apply((column) => (column.max() ?? 0) - (column.min() ?? 0)),
  "apply frame": (d) => d.apply((column) => column.fillNa(0).mul(2)),
  nLargest: (d) => d.nLargest(3, "n"),
  nSmallest: (d) => d.nSmallest(3, ["x", "n"]),
  cov: (d) => d.cov(),
  "cov population": (d) => d.fillNa(1).cov({ ddof: 0 }),
  corr: (d) => d.corr(),
  "corr spearman": (d) => d.corr({ method: "spearman" }),
  "corr kendall": (d) => d.corr({ method: "kendall" }),
  "corr few": (d) => d.corr({ minPeriods: 5 }),
  quantile: (d) => d.quantile([0, 0.1, 0.5, 1]),
  "quantile one": (d) => d.quantile(0.3),
  skew: (d) => d.skew(),
  kurtosis: (d) => d.kurtosis(),
  sem: (d) => d.sem(),
  prod: (d) => d.prod(),
  nUnique: (d) => d.nUnique(),
  any: (d) => d.any(),
  all: (d) => d.all(),
  "any rows": (d) => d.any({ axis: 1 }),
  mode: (d) => d.mode(),
  "sum rows": (d) => d.sum({ axis: 1 }),
  "mean rows": (d) => d.mean({ axis: 1 }),
  "median rows": (d) => d.median({ axis: 1 }),
  "std rows": (d) => d.std({ axis: 1 }),
  "var rows": (d) => d.var({ axis: 1 }),
  "min rows": (d) => d.min({ axis: 1 }),
  "max rows": (d) => d.max({ axis: 1 }),
  "column skew": (d) => d.column("x").skew(),
  "column kurtosis": (d) => d.column("y").kurtosis(),
  "column quantiles": (d) => d.column("x").quantile([0.25, 0.75]),
  "column cov": (d) => d.column("x").cov(d.column("y")),
  "column spearman": (d) => d.column("x").corr(d.column("y"), { method: "spearman" }),
  "column autocorr": (d) => d.column("y").autocorr(),
  "column replace": (d) =>
    d.column("n").replace(
      new Map([
        [7, 1],
        [1, 7],
      ]),
    ),
  "column where": (d) => d.column("x").where(d.column("n").gt(0), d.column("y")),
  idxMax: (d) => d.fillNa(1).idxMax(),
  idxMin: (d) => d.fillNa(1).idxMin(),
  "apply rows": (d) => d.fillNa(1).apply(({ n, x }) => n + (x ?? 0), { axis: 1 }),
};

const mix = new DataFrame<Mixed>(mixed, { index: labels });
const other = mix.assign({ n: [1, 2, 3, 4, 5, 9], k: ["ä", null, "", "x", "b", null] });
const mixes: Record<string, () => unknown> = {
  shift: () => mix.shift(1),
  ffill: () => mix.ffill(),
  round: () => mix.round(0),
  "replace text": () => mix.replace("b", "bb"),
  "replace two kinds": () => mix.replace(["b", 2], ["c", 20]),
  isIn: () => mix.isIn(["b", 2]),
  nLargest: () => mix.nLargest(2, "x"),
  mode: () => mix.mode(),
  compare: () => mix.compare(other),
  number: () => mix.selectDtypes("number"),
  "not number": () => mix.selectDtypes({ exclude: "number" }),
  "where rows": () => mix.where(mix.column("n").gt(1)),
  rank: () => mix.select("n", "x", "t").rank(),
  "apply rows": () => mix.apply((row) => `${row.k ?? "None"}${row.n}`, { axis: 1 }),
  "apply records": () => mix.apply(({ n }) => ({ m: n * 2, big: n > 3 }), { axis: 1 }),
};

/** Where the two differ on purpose: what pandas has, and why ours is another. */
const deliberate: Record<string, string> = {
  "one corr kendall": "pandas has 1 on the diagonal, even of one row; of one row there is no order",
  "numbers column quantiles": "the sign of a zero between two values",
};

describe("frame: verbs of frames, as pandas has them", () => {
  const asked = new Set<string>();
  const check = (name: string, ours: unknown): void => {
    asked.add(name);
    if (name in deliberate) return;
    const theirs = answers[name];
    const labelled = typeof theirs === "object" && theirs !== null && "index" in theirs;
    assert.equal(difference(encoded(ours, labelled), theirs), undefined, name);
  };

  for (const [name, columns] of Object.entries(frames)) {
    const frame = new DataFrame<Numbers>(columns, {
      dtypes: { n: "int64", x: "float64", y: "float64" },
      index: columns.n.map((_, row) => row),
    });
    for (const [verb, ask] of Object.entries(each)) {
      if (!(`${name} ${verb}` in answers)) continue;
      it(`${name} ${verb}`, () => check(`${name} ${verb}`, ask(frame)));
    }
  }
  for (const [verb, ask] of Object.entries(mixes))
    it(`mixed ${verb}`, () => check(`mixed ${verb}`, ask()));

  it("every answer was asked for", () => {
    assert.deepEqual([...asked].sort(), Object.keys(answers).sort());
  });
});
