import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  info,
  names,
  readColumns,
  readDigitImages,
  type DatasetName,
  type TextDatasetName,
} from "@daylab/datasets";

const expected = JSON.parse(
  readFileSync(join(import.meta.dirname, "fixtures", "expected.json"), "utf8"),
) as Record<string, never>;

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
const counts = (values: Iterable<string>): Record<string, number> => {
  const result: Record<string, number> = {};
  for (const value of values) result[value] = (result[value] ?? 0) + 1;
  return result;
};
const present = <T>(values: (T | null)[]): T[] => values.filter((value) => value !== null);
const near = (actual: number, wanted: number): void =>
  assert.ok(Math.abs(actual - wanted) < 1e-6, `${actual} is not ${wanted}`);

describe("datasets: bundled sets", () => {
  it("each reads as its card says, with values of the declared types", () => {
    assert.equal(names().length, 20);
    const isText = (name: DatasetName): name is TextDatasetName => name !== "flights-3m";
    for (const name of names().filter(isText)) {
      const card = info(name);
      const columns: Record<string, unknown[]> = readColumns(name);
      assert.deepEqual(
        Object.keys(columns),
        card.columns.map((c) => c.name),
      );
      for (const { name: column, type, nullable } of card.columns) {
        assert.equal(columns[column].length, card.rows);
        assert.equal(columns[column].includes(null), nullable === true, `${name}.${column}`);
        const wanted = { string: "String", number: "Number", integer: "Number", date: "Date" };
        const kind = { ...wanted, datetime: "Date" }[type];
        for (const value of present(columns[column]))
          assert.equal((value as object).constructor.name, kind);
      }
      for (const text of [card.title, card.description, card.citation, card.licence.name])
        assert.ok(text.length > 3);
    }
  });

  it("iris is scikit-learn's", () => {
    const { species, ...measures } = readColumns("iris");
    Object.values(measures).forEach((values, i) =>
      near(sum(values), (expected.irisSums as number[])[i]),
    );
    assert.deepEqual(counts(species), expected.irisSpecies);
  });

  it("digits are scikit-learn's, also as images", () => {
    const { images, labels, shape } = readDigitImages();
    assert.deepEqual(shape, [1797, 8, 8, 1]);
    assert.deepEqual([...labels], expected.digitsTarget);
    const rows = (expected.digitsRowSums as number[]).map((_, i) =>
      Math.round(16 * sum(images.subarray(i * 64, (i + 1) * 64))),
    );
    assert.deepEqual(rows, expected.digitsRowSums);
    const columns = Array.from({ length: 8 }, (_, x) =>
      Math.round(16 * sum(images.filter((_, p) => p % 8 === x))),
    );
    assert.deepEqual(columns, expected.digitsColumnSums);
  });

  it("penguins are all there, and what is missing is null", () => {
    const { species, body_mass_g, sex } = readColumns("penguins");
    assert.deepEqual(counts(species), expected.penguinsSpecies);
    assert.equal(sum(present(body_mass_g)), expected.penguinsMassSum);
    assert.equal(present(body_mass_g).length, expected.penguinsMassCount);
    assert.deepEqual(counts(present(sex)), expected.penguinsSex);
    assert.equal(sex.filter((s) => s === null).length, 11);
  });

  it("the weather is that of the source file", () => {
    const { date, precipitation, weather } = readColumns("seattle-weather");
    near(sum(precipitation), expected.weatherRain);
    assert.deepEqual(counts(weather), expected.weatherKinds);
    assert.deepEqual(
      [date[0], date.at(-1)].map((day) => day?.toISOString().slice(0, 10)),
      expected.weatherDates,
    );
  });

  it("an unknown name is answered with the nearest", () => {
    assert.throws(() => info("pengiuns" as "penguins"), /no dataset "pengiuns".*mean "penguins"\?/);
    assert.throws(() => readColumns("wether" as "iris"), /mean "weather"/);
    assert.throws(() => info("zzzzzz" as "iris"), /There are: birdstrikes, breast-cancer/);
    assert.throws(
      () => readColumns("flights-3m" as "iris"),
      /Parquet file: .*load\("flights-3m"\)/,
    );
    assert.throws(() => info(undefined as never), /no dataset "undefined"/);
  });
});
