import { cut, qcut } from "../../../../library/src/frame/index.ts";
import { k, mass, n, penguins } from "./data.ts";
import type { Idioms } from "./idiom.ts";

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  "pd.cut(n, 3).astype(str).where(n.notna())": () => cut(n, 3),
  'pd.cut(n, [-10, 0, 2, 5], labels=["low", "mid", "high"])': () =>
    cut(n, [-10, 0, 2, 5], { labels: ["low", "mid", "high"] }),
  'pd.cut(n, [0, 1, 3], right=False).astype(str).where(lambda b: b != "nan")': () =>
    cut(n, [0, 1, 3], { right: false }),
  "pd.cut(n, [0, 1, 3], include_lowest=True, labels=False)": () =>
    cut(n, [0, 1, 3], { includeLowest: true, labels: false }),
  "pd.qcut(penguins[mass], 4, labels=False)": () =>
    qcut(penguins.column(mass), 4, { labels: false }),
  "pd.qcut(n, [0, 0.5, 1]).astype(str).where(n.notna())": () => qcut(n, [0, 0.5, 1]),
  'k.astype("category").tolist()': () => k.asType("category").values,
  'penguins.Species.astype("category").dtype.name': () =>
    penguins.column("Species").asType("category").dtype,
  'k.astype("category").value_counts()': () => k.asType("category").valueCounts(),
};
