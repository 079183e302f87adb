import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { concat, DataFrame, merge } from "daylab/frame";
import { difference, encoded } from "../compare.ts";

type Columns<R> = { [K in keyof R]: R[K][] };

const { inputs, answers } = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as {
  inputs: {
    people: Columns<{
      city: string | null;
      year: number | null;
      name: string | null;
      x: number | null;
    }>;
    cities: Columns<{
      town: string | null;
      year: number | null;
      name: string | null;
      area: number | null;
    }>;
    unique: Columns<{ city: string | null; code: number }>;
    zeros: Columns<{ z: number | null; a: number }>;
    numbers: Columns<{ z: number; w: string }>;
    big: Columns<{ b: string; p: number }>;
    top: Columns<{ a: number | null; b: string | null }>;
    bottom: Columns<{ b: string; c: boolean; a: number }>;
  };
  answers: Record<string, { index?: unknown }>;
};
const people = new DataFrame(inputs.people);
const cities = new DataFrame(inputs.cities);
const unique = new DataFrame(inputs.unique);
const zeros = new DataFrame(inputs.zeros);
const numbers = new DataFrame(inputs.numbers);
const big = new DataFrame({ b: inputs.big.b.map(BigInt), p: inputs.big.p });
const top = new DataFrame(inputs.top);
const bottom = new DataFrame(inputs.bottom);
const towns = cities.rename({ town: "city" });
const named = unique.setIndex({ column: "city" });
const labelled = people.setIndex({ index: [..."abcdefg"] });
const scores = new DataFrame({ score: [1, 2, 3] }, { index: [..."cax"] });
const more = new DataFrame({ more: [7, 8, 9, 10] }, { index: [..."xcyc"] });
const empty = unique.iloc({ rows: ["0:0"] });
const one = unique.head(1);

const cases: Record<string, () => unknown> = {};
for (const how of ["inner", "left", "right", "outer"] as const) {
  Object.assign(cases, {
    [`on ${how}`]: () => merge({ left: people, right: towns, on: "city", how }),
    [`on two ${how}`]: () => people.merge(towns, { on: ["city", "year"], how }),
    [`sides ${how}`]: () => people.merge(cities, { leftOn: "city", rightOn: "town", how }),
    [`sides two ${how}`]: () =>
      people.merge(cities, { leftOn: ["city", "year"], rightOn: ["town", "year"], how }),
    [`column to labels ${how}`]: () =>
      people.merge(named, { leftOn: "city", rightIndex: true, how }),
    [`labels to column ${how}`]: () =>
      named.merge(people, { leftIndex: true, rightOn: "city", how }),
    [`labels ${how} labelled`]: () =>
      scores.merge(more, { leftIndex: true, rightIndex: true, how }),
    [`indicator ${how}`]: () =>
      people
        .select("city")
        .merge(cities.select("town"), { leftOn: "city", rightOn: "town", how, indicator: true }),
    [`float to integer ${how}`]: () =>
      zeros.iloc({ rows: ["2:"] }).merge(numbers, { on: "z", how }),
    [`empty right ${how}`]: () => people.select("city", "x").merge(empty, { on: "city", how }),
    [`empty left ${how}`]: () => empty.merge(people.select("city", "x"), { on: "city", how }),
    [`one ${how}`]: () => one.merge(people.select("city", "name"), { how }),
    [`join ${how} labelled`]: () => scores.join(more, { how }),
    [`join numbers ${how}`]: () => top.join(numbers, { how }),
  });
}
Object.assign(cases, {
  "zero and its negative": () => zeros.merge(numbers, { on: "z" }),
  cross: () => unique.merge(numbers, { how: "cross" }),
  "cross suffixes": () => unique.merge(unique, { how: "cross", suffixes: ["_l", null] }),
  suffixes: () => people.merge(towns, { on: "city", suffixes: ["", "_right"] }),
  "common columns": () => people.merge(unique),
  "indicator name": () => unique.merge(people.select("city"), { how: "outer", indicator: "from" }),
  "same side names": () => zeros.merge(zeros, { leftOn: "a", rightOn: "z" }),
  validated: () => people.merge(unique, { on: "city", validate: "m:1" }),
  big: () => big.merge(big.iloc({ rows: ["1:"] }), { on: "b", suffixes: ["", "2"] }),
  "join on": () => people.select("city", "x").join(named, { on: "city" }),
  "join on labelled": () => labelled.select("city", "x").join(named, { on: "city" }),
  "join suffix labelled": () => scores.join(scores, { lsuffix: "_l", rsuffix: "_r" }),
  concat: () => concat({ dfList: [top, bottom] }),
  "concat three": () => concat({ dfList: [bottom, top, bottom.iloc({ rows: ["0:0"] })] }),
  "concat inner": () => concat({ dfList: [top, bottom], join: "inner" }),
  "concat keys": () => concat({ dfList: [top, top], keys: ["p", "q"], names: "from" }),
  "concat keys unnamed": () => concat({ dfList: [top, top], keys: [1, 2] }),
  "concat labels labelled": () =>
    concat({ dfList: [scores, scores.setIndex({ index: [..."CAX"] })] }),
  "concat drops labels": () => concat({ dfList: [scores, scores], ignoreIndex: true }),
  beside: () => concat({ dfList: [top, numbers], axis: 1 }),
  "beside inner": () => concat({ dfList: [top, numbers], axis: 1, join: "inner" }),
  "beside by labels labelled": () => concat({ dfList: [scores, more.head(3)], axis: 1 }),
  "beside by labels inner labelled": () =>
    concat({ dfList: [more.head(3), scores], axis: 1, join: "inner" }),
  "beside equal labels labelled": () =>
    concat({ dfList: [more, more.rename({ more: "m" })], axis: 1 }),
  "beside keys": () => concat({ dfList: [top, top], axis: 1, keys: ["p", "q"] }),
  "beside numbered": () => concat({ dfList: [top, numbers], axis: 1, ignoreIndex: true }),
  columns: () => concat({ dfList: [top.column("a"), bottom.column("a")] }),
  "columns beside": () =>
    concat({ dfList: [top.column("a"), bottom.column("c"), numbers], axis: 1 }),
  "columns labelled": () => concat({ dfList: [scores.column("score"), more.column("more")] }),
});

describe("frame: several frames as one, as pandas has them", () => {
  it("asks every case of the script, and no other", () => {
    assert.deepEqual(Object.keys(cases), Object.keys(answers));
  });

  for (const [name, ask] of Object.entries(cases))
    it(name, () => {
      const labels = name.includes("labelled");
      const { index, ...rest } = answers[name] ?? {};
      const wanted = labels ? { ...rest, index } : rest;
      assert.equal(difference(encoded(ask(), labels), wanted), undefined);
      // Rows without labels stay so, also where pandas numbers them as it met them.
      if (name.startsWith("join numbers")) assert.deepEqual((ask() as DataFrame).index, index);
    });
});
