import type { Columns } from "../../bundled/rows/index.ts";
import { readTar } from "../../formats/index.ts";
import type { FileFinder } from "./types.ts";

/** One group of blocks in California, 1990. */
export interface CaliforniaBlock {
  /** Degrees. */
  longitude: number;
  latitude: number;
  /** Years; those above 51 are given as 52. */
  housing_median_age: number;
  total_rooms: number;
  total_bedrooms: number;
  population: number;
  households: number;
  /** Tens of thousands of US dollars a year. */
  median_income: number;
  /** US dollars; those above 500 000 are given as 500 001. */
  median_house_value: number;
}

const names = [
  "longitude",
  "latitude",
  "housing_median_age",
  "total_rooms",
  "total_bedrooms",
  "population",
  "households",
  "median_income",
  "median_house_value",
] as const satisfies (keyof CaliforniaBlock)[];

export async function readCaliforniaHousing(find: FileFinder): Promise<Columns<CaliforniaBlock>> {
  let text: string | undefined;
  const archive = await find("cal_housing.tgz");
  await readTar(
    archive,
    (path) => path.endsWith("cal_housing.data"),
    (_path, bytes) => (text = bytes.toString("latin1")),
  );
  if (text === undefined) throw new SyntaxError(`${archive} has no cal_housing.data in it.`);
  const rows = text.trim().split(/\r?\n/);
  const columns = names.map((): number[] => []);
  rows.forEach((row, at) => {
    const fields = row.split(",").map(Number);
    if (fields.length !== names.length || !fields.every(Number.isFinite))
      throw new SyntaxError(`Line ${at + 1} of cal_housing.data is ${JSON.stringify(row)}.`);
    fields.forEach((value, column) => columns[column].push(value));
  });
  return Object.fromEntries(
    names.map((name, column) => [name, columns[column]]),
  ) as Columns<CaliforniaBlock>;
}
