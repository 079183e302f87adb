import { readArrow, readCSV, readJSON, readParquet } from "../../../../library/src/frame/index.ts";
import { awkward, fixture, left, one } from "./data.ts";
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
  'pd.read_csv("duplicated.csv")': () => readCSV(fixture("duplicated.csv")),
  'pd.read_csv("header.csv")': () => readCSV(fixture("header.csv")),
  'pd.read_csv("awkward.csv", dtype={"id": str})[["id"]]': async () =>
    (await readCSV(fixture("awkward.csv"), { dtypes: { id: "string" } })).select("id"),
  'pd.read_csv("awkward.csv", names=["i", "s"], usecols=[0, 1], skiprows=1)': async () =>
    (
      await readCSV(fixture("awkward.csv"), {
        header: false,
        skipRows: 1,
        names: ["i", "s", "score", "flag", "day", "huge", "note"],
      })
    ).select("i", "s"),
  'pd.read_csv("awkward.csv", keep_default_na=False).note': async () =>
    (await readCSV(fixture("awkward.csv"), { keepDefaultNa: false })).column("note"),
  'pd.read_csv("awkward.csv").huge.dtype.name': async () =>
    (await readCSV(fixture("awkward.csv"))).cols.huge?.dtype,
  "awkward.to_csv(index=False)": {
    ours: () => awkward.toCSV(),
    gives:
      'k,g,n,x,t,s\nb,1,3,1.5,true,Rome\na,2,,,false,""\n,1,1,-0.0,true,\nb,,2,2.5,true,日本\nü,2,3,1e+300,false,naïve\na,1,-5,0.1,false,a.c\nb,1,0,0.2,true,  x \n',
    differs:
      "integers stay integers beside missing values, and an empty text is quoted, so that it is read back as one",
  },
  "left.to_csv(index=False)": () => left.toCSV(),
  'left.to_csv(sep=";", index=False, na_rep="-")': () => left.toCSV({ sep: ";", naRep: "-" }),
  "one.to_csv()": {
    ours: () => one.resetIndex().toCSV(),
    gives: "index,k,v\n0,a,2.5\n",
    differs: "row labels are written only when asked for, and the column has a name",
  },
  'pd.read_json("records.json")': () => readJSON(fixture("records.json")),
  'pd.read_json("lines.ndjson", lines=True)': () => readJSON(fixture("lines.ndjson")),
  'pd.read_parquet("awkward.parquet")': () => readParquet(fixture("awkward.parquet")),
  'pd.read_parquet("awkward.parquet", columns=["x", "k"])': () =>
    readParquet(fixture("awkward.parquet"), { columns: ["x", "k"] }),
  'pd.read_feather("awkward.feather")': () => readArrow(fixture("awkward.feather")),
  'left.to_json(orient="records")': () => JSON.stringify(left),
  'left.to_json(orient="records", lines=True)': () => left.toNDJSON(),
  'pd.read_csv("awkward.csv", usecols=[0, 2])': () =>
    readCSV(fixture("awkward.csv"), { usecols: [0, 2] }),
  'pd.read_csv("awkward.csv", skiprows=[1, 2])[["id", "name"]]': async () =>
    (await readCSV(fixture("awkward.csv"), { skipRows: [1, 2] })).select("id", "name"),
  'pd.read_csv("awkward.csv", dtype=str)[["id", "score"]]': async () =>
    (await readCSV(fixture("awkward.csv"), { dtypes: "string" })).select("id", "score"),
};
