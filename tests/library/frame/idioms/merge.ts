import { concat, merge } from "../../../../library/src/frame/index.ts";
import { left, right } from "./data.ts";
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
};
