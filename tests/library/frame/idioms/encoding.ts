import {
  getDummies,
  LabelEncoder,
  MinMaxScaler,
  Series,
  StandardScaler,
} from "../../../../library/src/frame/index.ts";
import { left, penguins, s, sales } from "./data.ts";
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
  "pd.get_dummies(sales.city)": () => getDummies(sales.column("city")),
  'pd.get_dummies(sales[["item", "sum"]])': () => getDummies(sales.select("item", "sum")),
  'pd.get_dummies(sales[["city", "item"]], columns=["item"], drop_first=True, dtype=int)': () =>
    getDummies(sales.select("city", "item"), {
      columns: ["item"],
      dropFirst: true,
      dtype: "int64",
    }),
  "pd.get_dummies(sales.city, dummy_na=True).shape": () =>
    getDummies(sales.column("city"), { dummyNa: true }).shape,
  'pd.get_dummies(pd.Series(["日本", "ü", None]), prefix="p")': () =>
    getDummies(new Series(["日本", "ü", null]), { prefix: "p" }),
  's.str.get_dummies(".")': () => s.str.getDummies("."),
};
