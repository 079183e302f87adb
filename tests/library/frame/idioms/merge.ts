import { concat, DataFrame, merge } from "../../../../library/src/frame/index.ts";
import { big, empty, left, n, one, right, sales, wide, x } from "./data.ts";
import type { Idioms } from "./idiom.ts";

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  "pd.concat([left, right], ignore_index=True)": () => concat({ dfList: [left, right] }),
  'pd.concat([left, right.add_suffix("2")], axis=1)': () =>
    concat({ dfList: [left, right.rename({ k: "k2", v: "v2", u: "u2" })], axis: 1 }),
  'left.merge(right, on="k")': () => merge({ left, right, on: ["k"] }),
  'left.merge(right, on="k", how="left")': () => merge({ left, right, on: ["k"], how: "left" }),
  'left.merge(right, on="k", how="right")': () => merge({ left, right, on: ["k"], how: "right" }),
  'left.merge(right, on="k", how="outer")': () => merge({ left, right, on: ["k"], how: "outer" }),
  'left.merge(right, on=["k", "v"], how="left")': () =>
    merge({ left, right, on: ["k", "v"], how: "left" }),
  'left.merge(right, on="k", suffixes=("_l", "_r"))': () =>
    merge({ left, right, on: ["k"], suffixes: ["_l", "_r"] }),
  'left.merge(right.head(0), on="k", how="left")': () =>
    merge({ left, right: right.head(0), on: ["k"], how: "left" }),
  'left.head(0).merge(right, on="k")': () => merge({ left: left.head(0), right, on: ["k"] }),
  'one.merge(one, on="k")': () => merge({ left: one, right: one, on: ["k"] }),
  'sales.merge(wide, on="city", how="left")': () =>
    merge({ left: sales, right: wide, on: ["city"], how: "left" }),
  'big.merge(big.assign(c=[1, 2, 3, 4]), on="b")': () =>
    merge({ left: big, right: big.addColumn("c", [1, 2, 3, 4]), on: ["b"] }),
  "pd.concat([one, empty], ignore_index=True)": () => concat({ dfList: [one, empty] }),
  "pd.concat([left, left]).drop_duplicates()": () =>
    concat({ dfList: [left, left] }).dropDuplicates(),
  "left[left.k.isin(right.k)]": () => left.filter(({ k: key }) => key.isIn(right.column("k"))),
  "left[~left.k.isin(right.k)]": () =>
    left.filter(({ k: key }) => key.isIn(right.column("k")).not()),
  'left.merge(right, left_on="v", right_on="u", how="left")[["v_x", "u"]]': () =>
    merge({ left, right, leftOn: "v", rightOn: "u", how: "left" }).select("v_x", "u"),
  'sales.merge(wide, on="city", how="outer", indicator=True)[["city", "_merge"]]': () =>
    merge({ left: sales, right: wide, on: "city", how: "outer", indicator: true }).select(
      "city",
      "_merge" as never,
    ),
  'sales.merge(wide, on="city", validate="many_to_one").shape[0]': () =>
    sales.merge(wide, { on: "city", validate: "many_to_one" }).length,
  'left.merge(wide, how="cross")': () => left.merge(wide, { how: "cross" }),
  'left.set_index("v").join(pd.DataFrame({"z": [1, 2]}, index=[4, 2])).reset_index()': () =>
    left
      .setIndex({ column: "v" })
      .join(new DataFrame({ z: [1, 2] }, { index: [4, 2] }))
      .resetIndex(),
  'pd.concat([left, right], join="inner", ignore_index=True)': () =>
    concat({ dfList: [left, right], join: "inner", ignoreIndex: true }),
  "pd.concat([n, x], ignore_index=True)": () => concat({ dfList: [n, x], ignoreIndex: true }),
};
