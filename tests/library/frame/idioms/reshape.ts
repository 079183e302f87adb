import { crosstab, DataFrame } from "../../../../library/src/frame/index.ts";
import { dups, sales, wide } from "./data.ts";
import type { Idioms } from "./idiom.ts";

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  'sales.pivot_table(index="city", columns="year", values="sum")': () =>
    sales.pivotTable({ index: "city", columns: "year", values: "sum" }),
  'sales.pivot_table(index="city", columns="year", values="sum", aggfunc="sum", fill_value=0)':
    () =>
      sales.pivotTable({
        index: "city",
        columns: "year",
        values: "sum",
        aggFunc: "sum",
        fillValue: 0,
      }),
  'sales.pivot_table(index=["city", "item"], columns="year", values="sum", aggfunc="count")': () =>
    sales.pivotTable({ index: ["city", "item"], columns: "year", values: "sum", aggFunc: "count" }),
  'wide.melt(id_vars="city")': () => wide.melt({ idVars: ["city"] }),
  'wide.melt(id_vars="city", value_vars=["june"], var_name="month", value_name="degrees")': () =>
    wide.melt({ idVars: ["city"], valueVars: ["june"], varName: "month", valueName: "degrees" }),
  "wide.melt()": {
    notThere:
      "a column holds values of one kind, and these are texts and numbers; name `valueVars`",
  },
  'wide.set_index("city").T': () => wide.setIndex({ column: "city" }).transpose(),
  "pd.crosstab(sales.city, sales.item)": () => crosstab(sales.column("city"), sales.column("item")),
  'pd.crosstab(sales.city, sales.item, normalize="index")': () =>
    crosstab(sales.column("city"), sales.column("item"), { normalize: "index" }),
  "pd.crosstab(sales.city, sales.item, margins=True)": () =>
    crosstab(sales.column("city"), sales.column("item"), { margins: true }),
  "dups.drop_duplicates()": () => dups.dropDuplicates(),
  'dups.drop_duplicates(subset=["a"], keep="last")': () =>
    dups.dropDuplicates({ subset: ["a"], keep: "last" }),
  "dups.duplicated(keep=False)": () => dups.duplicated({ keep: "none" }),
  "dups.a.drop_duplicates()": () => dups.column("a").dropDuplicates(),
  "sales.reset_index()": () => sales.resetIndex(),
  'wide.melt(id_vars="city").pivot(index="city", columns="variable", values="value")': () =>
    wide.melt({ idVars: ["city"] }).pivot({ index: "city", columns: "variable", values: "value" }),
  'pd.DataFrame({"k": [1, 2], "w": ["a,b", "c"]}).assign(w=lambda f: f.w.str.split(",")).explode("w")':
    () => new DataFrame({ k: [1, 2], w: ["a,b", "c"] }).explode("w", { sep: "," }),
};
