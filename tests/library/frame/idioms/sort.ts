import { awkward, beak, empty, mass, penguins, x } from "./data.ts";
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
};
