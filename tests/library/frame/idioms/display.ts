import { awkward, one } from "./data.ts";
import type { Idioms } from "./idiom.ts";

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  "one.to_string(index=False)": {
    ours: () => one.toString(),
    gives: "   k             v\n   string  float64\n0  a           2.5\n\n1 row × 2 columns",
    differs: "the types stand under the names, the size under the table",
  },
  'awkward.to_string(max_rows=2).split("\\n")[-1]': {
    ours: () => awkward.toString().split("\n").at(-1),
    gives: "7 rows × 6 columns",
    differs: "every table says its size",
  },
};
