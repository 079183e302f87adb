import {
  LabelEncoder,
  MinMaxScaler,
  Series,
  StandardScaler,
} from "../../../../library/src/frame/index.ts";
import { left, penguins } from "./data.ts";
import type { Idioms } from "./idiom.ts";

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  "pd.factorize(penguins.Species, sort=True)[0][::60].tolist()": () =>
    new Series(new LabelEncoder().fitTransform(penguins.column("Species")).values).iloc([
      0, 60, 120, 180, 240, 300,
    ]).values,
  'list(pd.factorize(pd.Series(["pear", "fig", "pear"]), sort=True)[1])': () =>
    Object.keys(new LabelEncoder().fit(["pear", "fig", "pear"]).classes),
  '(left[["v"]] - left[["v"]].mean()) / left[["v"]].std(ddof=0)': () =>
    new StandardScaler().fitTransform(left.select("v")),
  '(left[["v", "w"]] - left[["v", "w"]].min()) / (left[["v", "w"]].max() - left[["v", "w"]].min())':
    () => new MinMaxScaler().fitTransform(left.select("v", "w")),
};
