import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Random } from "@daylab/datasets";

/** Customers that rows name by number, each with a region and a weight. */
const customers = 5000;

const cities = ["Rome", "Oslo", "Bern", "Paris", "Lima", "Cairo", "Tokyo", "Delhi"];
const segments = [..."ABCDEFGHIJKLMNOPQRST"];
const header = "id,city,seg,age,fare,score,day,cust,active,note";

function rowLine(id: number, random: Random): string {
  const one = <T>(values: readonly T[]): T => values[random.integer(0, values.length)];
  const age = random.uniform() < 0.05 ? "" : random.integer(1, 90);
  const fare = -30 * (Math.log(1 - random.uniform()) + Math.log(1 - random.uniform()));
  const day = new Date(Date.UTC(2020, 0, 1 + random.integer(0, 1000))).toISOString().slice(0, 10);
  const note = `n${String(random.integer(0, 99_999)).padStart(5, "0")}`;
  const [score, active] = [random.normal().toFixed(6), random.uniform() < 0.5];
  return [
    id,
    one(cities),
    one(segments),
    age,
    fare.toFixed(2),
    score,
    day,
    random.integer(0, customers),
    active,
    note,
  ].join(",");
}

/** Writes a file whole or not at all, and only once. */
function makeOnce(file: string, lines: () => string[]): string {
  if (existsSync(file)) return file;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, lines().join("\n") + "\n");
  renameSync(`${file}.part`, file);
  return file;
}

/**
 * The rows and the customers as CSV files: ten columns of numbers, texts, dates and booleans, ages
 * missing in one row of twenty. The same on every machine.
 */
export function dataFiles(folder: string, rows: number): { rows: string; customers: string } {
  const random = new Random("benchmark", "frame", rows);
  return {
    rows: makeOnce(path.join(folder, `rows-${rows}.csv`), () => [
      header,
      ...Array.from({ length: rows }, (_, id) => rowLine(id, random)),
    ]),
    customers: makeOnce(path.join(folder, "customers.csv"), () => [
      "cust,region,weight",
      ...Array.from({ length: customers }, (_, id) => `${id},${"NSEW"[id % 4]},${id * 0.5}`),
    ]),
  };
}
