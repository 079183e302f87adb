import { awkward, k, n, one, s, x } from "./data.ts";
import type { Idioms } from "./idiom.ts";

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  "awkward[awkward.n > 1]": () => awkward.filter(n.gt(1)),
  'awkward[(awkward.n > 0) & (awkward.k == "b")]': () =>
    awkward.filter((c) => c.n.gt(0).and(c.k.eq("b"))),
  "awkward[(awkward.n < 0) | awkward.k.isna()]": () => awkward.query(n.lt(0).or(k.isNa())),
  "awkward[~(awkward.n > 1)]": () => awkward.filter(n.gt(1).not()),
  'awkward[awkward.k.isin(["a", "ü"])]': () => awkward.filter(k.isIn(["a", "ü"])),
  'awkward[awkward.k.isin(["a", None])]': () => awkward.filter(k.isIn(["a", null])),
  "awkward[awkward.n.between(0, 2)]": () => awkward.filter(n.between(0, 2)),
  "awkward[awkward.n > 100]": () => awkward.filter(n.gt(100)),
  "n == 3": () => n.eq(3),
  "n != 3": () => n.ne(3),
  "n < x": () => n.lt(x),
  "n >= 2": () => n.ge(2),
  's[s.notna()].reset_index(drop=True) <= "a"': () => s.dropNa().le("a"),
  'awkward[["x", "k"]]': () => awkward.select("x", "k"),
  "awkward.iloc[1:3]": () => awkward.iloc({ rows: ["1:3"] }),
  "awkward.iloc[-2:, [0, -1]]": () => awkward.iloc({ rows: ["-2:"], columns: [0, -1] }),
  "awkward.iloc[[5, 0, 0]]": () => awkward.iloc({ rows: [5, 0, 0] }),
  'awkward.loc[2:4, ["k", "n"]]': () => awkward.loc({ rows: ["2:4"], columns: ["k", "n"] }),
  'awkward.loc[:, "g":"x"]': () => awkward.loc({ columns: ["g:x"] }),
  'awkward.set_index("s").loc[["日本", "Rome"], ["n"]].reset_index()': () =>
    awkward
      .setIndex({ column: "s" })
      .loc({ rows: ["日本", "Rome"], columns: ["n"] })
      .resetIndex(),
  "awkward.head(-5)": () => awkward.head(-5),
  "awkward.tail(-5)": () => awkward.tail(-5),
  "one.head(10)": () => one.head(10),
};
