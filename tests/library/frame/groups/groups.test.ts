import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DataFrame } from "daylab/frame";
import { difference, encoded } from "../compare.ts";

interface Awkward {
  k: string | null;
  g: number | null;
  n: number | null;
  x: number | null;
  t: boolean;
  s: string | null;
}
type Columns<R> = { [K in keyof R]: R[K][] };

const { inputs, answers } = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as {
  inputs: {
    awkward: Columns<Awkward>;
    big: Columns<{ k: number; b: string }>;
    zeros: Columns<{ z: number | null; v: number }>;
    one: Columns<{ k: string; v: number }>;
  };
  answers: Record<string, unknown>;
};
const awkward = new DataFrame(inputs.awkward);
const big = new DataFrame({ k: inputs.big.k, b: inputs.big.b.map(BigInt) });
const zeros = new DataFrame(inputs.zeros);
const one = new DataFrame(inputs.one);
const empty = new DataFrame<{ k: string; v: number }>(
  { k: [], v: [] },
  {
    dtypes: { k: "string", v: "float64" },
  },
);
const labelled = awkward.setIndex({ index: [..."pqrstuvw"] });
const k = awkward.groupby("k");
const kg = awkward.groupby(["k", "g"]);
const kept = awkward.groupby("k", { dropNa: false });
const unsorted = awkward.groupby("k", { sort: false });

const cases: Record<string, () => unknown> = {
  prod: () => k.col(["g", "n", "t"]).prod(),
  sem: () => k.col(["g", "n", "x"]).sem(),
  any: () => k.col(["n", "x", "t", "s"]).any(),
  all: () => k.col(["n", "x", "t", "s"]).all(),
  quantile: () => k.col(["g", "n", "x"]).quantile(0.3),
  median: () => kg.col("n").median(),
  "agg name": () => k.col(["n", "g"]).agg("mean"),
  "agg names": () => k.col(["n", "x"]).agg(["min", "max", "count", "nUnique"]),
  "agg map": () => kg.agg({ n: ["first", "last", "size"], s: ["min", "count"], x: ["sum"] }),
  "agg named": () =>
    kg.agg({
      total: { column: "n", aggFunc: "sum" },
      n: { column: "n", aggFunc: "count" },
      place: { column: "s", aggFunc: "last" },
    }),
  "agg function": () => k.agg({ n: (v) => v.max() - v.min() }),
  "agg named function": () =>
    k.agg({
      span: { column: "n", aggFunc: (v) => v.max() - v.min() },
      most: { column: "s", aggFunc: "max" },
      rows: { column: "x", aggFunc: (v) => v.length },
    }),
  "agg kept": () =>
    kept.agg({
      rows: { column: "n", aggFunc: (v) => v.length },
      total: { column: "n", aggFunc: "sum" },
    }),
  "agg unsorted": () =>
    unsorted.agg({
      first: { column: "n", aggFunc: "first" },
      rows: { column: "n", aggFunc: (v) => v.length },
    }),
  big: () => big.groupby("k").agg({ b: ["min", "max", "first", "last"] }),
  "one row": () => one.groupby("k").agg({ v: ["sem", "prod", "std", "any", "median"] }),
  empty: () => empty.groupby("k").prod(),
  zeros: () => zeros.groupby("z", { dropNa: false }).agg({ v: ["size", "prod"] }),
  "transform mean": () => k.col(["g", "n", "x", "t"]).transform("mean"),
  "transform first": () => k.col(["n", "s"]).transform("first"),
  "transform size": () => k.col("n").transform("size"),
  "transform kept": () => kept.col("n").transform("sum"),
  "transform function": () => k.col(["n", "x"]).transform((v) => v.sub(v.mean())),
  "transform to one": () => k.col("n").transform((v) => v.max()),
  "transform two keys": () => kg.col("n").transform("max"),
  "transform empty": () => empty.groupby("k").col("v").transform("mean"),
  cumSum: () => k.col(["n", "x", "t"]).cumSum(),
  cumProd: () => k.col(["n", "g"]).cumProd(),
  cumMin: () => k.col(["n", "x"]).cumMin(),
  cumMax: () => k.col(["n", "x"]).cumMax(),
  "cumSum labelled": () => labelled.groupby("k").col("n").cumSum(),
  shift: () => k.col(["n", "s", "t"]).shift(),
  "shift up fill": () => k.col(["g", "n"]).shift(-2, { fillValue: 0 }),
  "shift down fill": () => k.col("s").shift(1, { fillValue: "?" }),
  "shift far": () => k.col("n").shift(9),
  diff: () => k.col(["n", "x"]).diff(),
  "diff back": () => k.col("n").diff(-1),
  pctChange: () => k.col(["g", "x"]).pctChange(),
  ffill: () => kg.col(["n", "s"]).ffill(),
  bfill: () => k.col(["n", "g"]).bfill(),
  rank: () => k.col(["n", "x"]).rank(),
  "rank first down": () => k.col(["n", "g"]).rank({ method: "first", ascending: false }),
  "rank min": () => k.col(["n", "x"]).rank({ method: "min", ascending: false }),
  "rank max pct": () => k.col(["n", "x"]).rank({ method: "max", pct: true }),
  "rank dense pct": () => k.col(["n", "g"]).rank({ method: "dense", pct: true }),
  "rank bottom": () => k.col(["n", "g"]).rank({ naOption: "bottom" }),
  "rank top pct": () => k.col(["n", "g"]).rank({ naOption: "top", pct: true }),
  head: () => k.head(1),
  "head less": () => k.head(-1),
  "head labelled": () => labelled.groupby("k").head(2),
  tail: () => k.tail(2),
  "tail less": () => k.tail(-1),
  nth: () => k.nth(1),
  "nth several": () => k.nth([0, -1]),
  "nth kept": () => kept.nth(0),
  cumCount: () => k.cumCount(),
  "cumCount down": () => k.cumCount({ ascending: false }),
  "cumCount kept": () => kept.cumCount(),
  nGroup: () => k.nGroup(),
  "nGroup down": () => kg.nGroup({ ascending: false }),
  "nGroup unsorted": () => unsorted.nGroup(),
  filter: () => k.filter((group) => group.length > 1),
  "filter labelled": () => labelled.groupby("k").filter((group) => group.column("n").sum() > 2),
  "filter none": () =>
    awkward
      .select("n", "k")
      .groupby("k")
      .filter(() => false),
  "apply value": () => k.apply((group) => group.column("n").sum()),
  "apply row": () =>
    k.apply((group) => {
      const { x } = group.cols;
      return { rows: group.length, spread: x.max() - x.min() };
    }),
  "apply frame": () => k.apply((group) => group.sortValues("n", { ascending: false }).head(1)),
  "apply kept": () => kept.apply((group) => group.length),
  "get group": () => k.getGroup("a"),
  "get group two": () => kg.getGroup(["b", 1]),
  groups: () => k.groups.map(({ index }) => index.length),
  "group labels": () => labelled.groupby("k").groups.flatMap(({ index }) => index),
  "number of groups": () => kg.nGroups,
  keys: () => [...unsorted].map(([[key]]) => key),
};

describe("frame: groups, as pandas has them", () => {
  it("asks every case of the script, and no other", () => {
    assert.deepEqual(Object.keys(cases), Object.keys(answers));
  });

  for (const [name, ask] of Object.entries(cases))
    it(name, () => {
      const labels = name.includes("labelled");
      const answer = answers[name];
      // Rows without labels are numbered anew, where pandas keeps their old numbers.
      if (!labels && typeof answer === "object" && answer !== null && "index" in answer)
        delete answer.index;
      assert.equal(difference(encoded(ask(), labels), answer), undefined);
    });
});
