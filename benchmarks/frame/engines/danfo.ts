import * as danfo from "danfojs-node";
import { engineArguments, measure, operation } from "./measure.ts";

// danfo has no sort by several keys, and reads dates as texts.
const { rows, customers, repetitions } = engineArguments();
const read = async () => await danfo.readCSV(rows);
const right = await danfo.readCSV(customers);
const left = await read();

const values = (frame: danfo.DataFrame, name: string) => frame.column(name).values as number[];
const total = (frame: danfo.DataFrame, name: string) =>
  values(frame, name).reduce((sum, x) => sum + x, 0);

const output = await measure(
  [
    operation("read", read, (df) => [...df.shape, total(df, "fare")]),
    operation(
      "filter",
      // Its types know numbers alone, its code compares texts as well.
      () =>
        left.query(
          left
            .column("fare")
            .gt(60)
            .and(left.column("city").eq("Rome" as never)),
        ),
      (df) => [...df.shape, total(df, "fare")],
    ),
    operation(
      "group-1",
      () => left.groupby(["seg"]).col(["age"]).mean(),
      (df) => [df.shape[0], total(df, "age_mean")],
    ),
    operation(
      "group-2",
      () => left.groupby(["seg", "city"]).col(["age"]).mean(),
      (df) => [df.shape[0], total(df, "age_mean")],
    ),
    operation(
      "sort-1",
      () => left.sortValues("score"),
      (df) => [0, df.shape[0] >> 1, df.shape[0] - 1].map((at) => values(df, "score")[at]),
    ),
    operation(
      "describe",
      () => left.describe(),
      (df) => [df.at("mean", "fare"), df.at("std", "score"), df.at("25%", "age")].map(Number),
    ),
    operation(
      "merge",
      () => danfo.merge({ left, right, on: ["cust"], how: "inner" }),
      (df) => [...df.shape, total(df, "weight")],
    ),
  ],
  repetitions,
);
console.log(JSON.stringify(output));
