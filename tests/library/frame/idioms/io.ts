import { readCSV } from "../../../../library/src/frame/index.ts";
import { fixture } from "./data.ts";
import type { Idioms } from "./idiom.ts";

interface Day {
  day: Date | null;
}

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  'pd.read_csv("awkward.csv")': () => readCSV(fixture("awkward.csv")),
  'pd.read_csv("awkward.csv", usecols=["id", "score"], nrows=3)': () =>
    readCSV(fixture("awkward.csv"), { columns: ["id", "score"], nRows: 3 }),
  'pd.read_csv("awkward.csv", header=None, skiprows=1).iloc[:, [0, 1]]': async () =>
    (await readCSV(fixture("awkward.csv"), { header: false, skipRows: 1 })).iloc({
      columns: [0, 1],
    }),
  'pd.read_csv("awkward.csv", na_values=["1", "日本"])[["id", "name"]]': async () =>
    (await readCSV(fixture("awkward.csv"), { naValues: ["1", "日本"] })).select("id", "name"),
  'pd.read_csv("semicolons.csv", sep=";", decimal=",", na_values=["missing"])': () =>
    readCSV(fixture("semicolons.csv"), { sep: ";", decimal: ",", naValues: ["missing"] }),
  'pd.read_csv("awkward.csv", parse_dates=["day"]).day.dt.year': async () =>
    (await readCSV<Day>(fixture("awkward.csv"), { parseDates: ["day"] })).cols.day.dt.year(),
};
