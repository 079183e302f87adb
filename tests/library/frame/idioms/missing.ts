import { Series } from "../../../../library/src/frame/index.ts";
import { awkward, d, empty, k, mass, n, penguins } from "./data.ts";
import type { Idioms } from "./idiom.ts";

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  "awkward.isna().sum()": () => awkward.isNa().sum(),
  "awkward.notna()": () => awkward.notNa(),
  "awkward.dropna()": () => awkward.dropNa(),
  'awkward.dropna(subset=["k", "g"])': () => awkward.dropNa({ subset: ["k", "g"] }),
  'awkward.dropna(how="all", subset=["k", "s"])': () =>
    awkward.dropNa({ subset: ["k", "s"], how: "all" }),
  "awkward.dropna(axis=1)": () => awkward.dropNa({ axis: 1 }),
  'penguins.dropna()[["Species", mass]]': () => penguins.dropNa().select("Species", mass),
  'awkward[["g", "n"]].fillna(0)': () => awkward.select("g", "n").fillNa(0),
  "n.fillna(n.mean())": () => n.fillNa(n.mean()),
  'awkward.fillna({"k": "?", "n": -1})': () => awkward.fillNa({ k: "?", n: -1 }),
  "awkward.ffill()": () => awkward.fillNa({ method: "ffill" }),
  "awkward.bfill()": () => awkward.fillNa({ method: "bfill" }),
  "n.interpolate()": () => n.interpolate(),
  "pd.Series([None, 1, None, None, 4, None]).interpolate(limit=1)": () =>
    new Series([null, 1, null, null, 4, null]).interpolate({ limit: 1 }),
  'pd.Series([None, 1, None, 4, None]).interpolate(limit_direction="both")': () =>
    new Series([null, 1, null, 4, null]).interpolate({ limitDirection: "both" }),
  "n.ffill()": () => n.fillNa({ method: "ffill" }),
  "k.bfill()": () => k.fillNa({ method: "bfill" }),
  "n.dropna()": () => n.dropNa(),
  "n.isna().any()": () => n.isNa().any(),
  "awkward.isna().mean()": () =>
    new Series(
      awkward.columns.map((name) => awkward.column(name).isNa().mean()),
      { index: awkward.columns },
    ),
  "empty.dropna()": () => empty.dropNa(),
  "pd.Series([np.nan, 1.0]).isna()": () => new Series([Number.NaN, 1]).isNa(),
  'k.fillna("?")': () => k.fillNa("?"),
  'dates.d.fillna(pd.Timestamp("2000-01-01"))': () => d.fillNa(new Date("2000-01-01")),
  'awkward.fillna({"n": n.median()}).n': () => awkward.fillNa({ n: n.median() }).column("n"),
};
