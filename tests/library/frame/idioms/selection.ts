import { awkward, big, empty, k, n, one, s, t, x, zeros } from "./data.ts";
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
  'awkward["n"]': () => awkward.column("n"),
  'awkward.at[3, "k"]': () => awkward.at(3, "k"),
  "awkward.iat[-1, 2]": () => awkward.iat(-1, 2),
  "awkward.iloc[3].tolist()": () => awkward.iloc({ rows: [3] }).toArrays()[0],
  "awkward.iloc[::2]": () => awkward.iloc({ rows: [0, 2, 4, 6] }),
  "awkward.iloc[:, 1:3]": () => awkward.iloc({ columns: ["1:3"] }),
  'awkward.loc[awkward.t, "s"]': () => awkward.filter(t).column("s"),
  "awkward.columns.tolist()": () => awkward.columns,
  "list(awkward.shape)": () => awkward.shape,
  "len(awkward)": () => awkward.length,
  "empty.shape[0] == 0": () => empty.length === 0,
  "empty.head()": () => empty.head(),
  "empty[empty.v > 0]": () => empty.filter(({ v }) => v.gt(0)),
  "awkward[awkward.x.isna()].k": () => awkward.filter(x.isNa()).column("k"),
  "awkward.query(\"n > 1 and k == 'b'\")": () => awkward.query((c) => c.n.gt(1).and(c.k.eq("b"))),
  'awkward.nlargest(2, "n")': () => awkward.sortValues("n", { ascending: false }).head(2),
  "n.nlargest(3).tolist()": () => n.nLargest(3).values,
  "x.nsmallest(2).tolist()": () => x.nSmallest(2).values,
  "n.where(n > 0)": () => n.map((value) => (value !== null && value > 0 ? value : null)),
  "awkward[awkward.n > 1].index.tolist()": {
    ours: () => awkward.filter(n.gt(1)).index,
    gives: [0, 1, 2],
    differs: "rows without labels are counted anew; labels that were given stay with their rows",
  },
  'awkward.set_index("s")[awkward.t.values].index.tolist()': () =>
    awkward.setIndex({ column: "s" }).filter(t).index,
  "big[big.b == 9007199254740993]": () => big.filter(({ b }) => b.eq(9007199254740993n)),
  "(zeros.z == 0).tolist()": () => zeros.column("z").eq(0).values,
  "(n == None).tolist()": () => n.eq(null).values,
  'dups[["a", "a"]]': {
    notThere: "column names are unique; the error says which one was asked for twice",
  },
};
