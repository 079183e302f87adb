import { type DataFrame, merge, readCSV } from "daylab/frame";
import { engineArguments, measure, operation } from "./measure.ts";

interface Trip {
  id: number;
  city: string;
  seg: string;
  age: number | null;
  fare: number;
  score: number;
  day: Date;
  cust: number;
  active: boolean;
  note: string;
}

interface Customer {
  cust: number;
  region: string;
  weight: number;
}

const { rows, customers, repetitions } = engineArguments();
const right = await readCSV<Customer>(customers);
const read = () => readCSV<Trip>(rows, { parseDates: ["day"] });
const left = await read();
const total = (values: readonly (number | null)[]) =>
  values.reduce<number>((sum, x) => sum + (x ?? 0), 0);
const scores = ({ length, cols }: DataFrame<Trip>) =>
  [0, length >> 1, length - 1].map((at) => cols.score.iat(at));

const output = await measure(
  [
    operation("read", read, (df) => [...df.shape, df.cols.fare.sum()]),
    operation(
      "filter",
      () => left.filter(({ fare, city }) => fare.gt(60).and(city.eq("Rome"))),
      (df) => [...df.shape, df.cols.fare.sum()],
    ),
    operation(
      "group-1",
      () => left.groupby("seg").agg({ age: "mean" }),
      (df) => [df.length, total(df.cols.age_mean.values)],
    ),
    operation(
      "group-2",
      () => left.groupby(["seg", "city"]).agg({ age: "mean" }),
      (df) => [df.length, total(df.cols.age_mean.values)],
    ),
    operation("sort-1", () => left.sortValues("score"), scores),
    operation(
      "sort-2",
      () => left.sortValues(["seg", "score"], { ascending: [true, false] }),
      scores,
    ),
    operation(
      "describe",
      () => left.describe(),
      (df) => [df.at("mean", "fare"), df.at("std", "score"), df.at("25%", "age")].map(Number),
    ),
    operation(
      "merge",
      () => merge({ left, right, on: ["cust"] }),
      (df) => [...df.shape, df.cols.weight.sum()],
    ),
    operation(
      "pivot",
      () => left.pivotTable({ index: "seg", columns: "city", values: "fare" }),
      (df) => [
        df.length,
        df.columns.length - 1,
        df.columns
          .slice(1)
          .reduce((sum, name) => sum + total(df.column(name).values as number[]), 0),
      ],
    ),
    operation(
      "rolling",
      () => left.cols.score.rolling(100).mean(),
      ({ length, values }) => [
        length,
        values.filter((mean) => mean === null).length,
        total(values),
      ],
    ),
  ],
  repetitions,
);
console.log(JSON.stringify(output));
