import { awkward, mass, n, penguins } from "./data.ts";
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
};
