import { awkward, beak, big, dates, empty, left, mass, n, penguins, s, x, zeros } from "./data.ts";
import type { Idioms } from "./idiom.ts";

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  'awkward.sort_values("n", kind="stable")': () => awkward.sortValues("n"),
  'awkward.sort_values("n", ascending=False, kind="stable")': () =>
    awkward.sortValues("n", { ascending: false }),
  'awkward.sort_values("n", na_position="first", kind="stable")': () =>
    awkward.sortValues("n", { naPosition: "first" }),
  'awkward.sort_values(["k", "n"], ascending=[True, False])': () =>
    awkward.sortValues(["k", "n"], { ascending: [true, false] }),
  'awkward.sort_values("s", kind="stable")': () => awkward.sortValues("s"),
  'penguins.sort_values(["Island", mass], ascending=[False, True])[["Island", mass, beak]]': () =>
    penguins
      .sortValues(["Island", mass], { ascending: [false, true] })
      .select("Island", mass, beak),
  'x.sort_values(kind="stable").reset_index(drop=True)': () => x.sortValues(),
  'empty.sort_values("v")': () => empty.sortValues("v"),
  'awkward.sort_values(["t", "x"], ascending=[False, False])': () =>
    awkward.sortValues(["t", "x"], { ascending: [false, false] }),
  'awkward.sort_values("k", na_position="first", kind="stable")': () =>
    awkward.sortValues("k", { naPosition: "first" }),
  'zeros.sort_values("z", kind="stable").v': () => zeros.sortValues("z").column("v"),
  'big.sort_values("b")': () => big.sortValues("b"),
  'dates.sort_values("d").d': () => dates.sortValues("d").column("d"),
  "n.rank()": () => n.rank(),
  'n.rank(method="min", ascending=False)': () => n.rank({ method: "min", ascending: false }),
  'n.rank(method="dense", na_option="bottom")': () =>
    n.rank({ method: "dense", naOption: "bottom" }),
  "n.rank(pct=True)": () => n.rank({ pct: true }),
  "x.dropna().argsort().tolist()": () => x.dropNa().argSort(),
  "[n.idxmax(), n.idxmin()]": () => [n.argMax(), n.argMin()],
  'awkward.set_index("s").sort_index().n': () =>
    awkward.setIndex({ column: "s" }).sortIndex().column("n"),
  's.sort_values(ascending=False, na_position="first")': () =>
    s.sortValues({ ascending: false, naPosition: "first" }),
  'awkward.nlargest(3, "x")': () => awkward.nLargest(3, "x"),
  'awkward.nsmallest(2, ["g", "n"])': () => awkward.nSmallest(2, ["g", "n"]),
  'left.set_index("v").sort_index(ascending=False).reset_index()': () =>
    left.setIndex({ column: "v" }).sortIndex({ ascending: false }).resetIndex(),
};
