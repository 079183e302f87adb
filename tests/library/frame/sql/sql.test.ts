import assert from "node:assert/strict";
import { DataFrame, LazyFrame, polars, sql } from "../../../../library/src/frame/index.ts";

describe("frame: SQL and lazy frames", () => {
  const people = new DataFrame({
    name: ["Ann", "Bo", "Cy"],
    city: [1, 2, null],
    age: [31, 47, null],
  });
  const cities = new DataFrame({ id: [1, 2], city: ["Rome", "Oslo"] });

  it("answers as the standard says", () => {
    const counted = people.sql<{ n: number; ages: number; mean: number }>(
      "select count(*) as n, count(age) as ages, avg(age) as mean from self",
    );
    assert.deepEqual(counted.toArrays(), [[3, 2, 39]]);
    const joined = sql<{ name: string; city: string | null }>(
      "select p.name, c.city from p left join c on p.city = c.id order by p.name desc",
      { p: people, c: cities },
    );
    assert.deepEqual(joined.toRecords(), [
      { name: "Cy", city: null },
      { name: "Bo", city: "Oslo" },
      { name: "Ann", city: "Rome" },
    ]);
    const windowed = people.sql(
      "select name, row_number() over (order by age desc) r from self where age is not null",
    );
    assert.deepEqual(windowed.toArrays().sort(), [
      ["Ann", 2],
      ["Bo", 1],
    ]);
    assert.deepEqual(people.shape, [3, 3]);
  });

  it("has no missing value other than null", () => {
    const df = new DataFrame({ x: [0, 1] });
    assert.deepEqual(df.sql("select 0.0 / x as y from self").column("y").values, [null, 0]);
  });

  it("takes lazy frames as tables", () => {
    const old = people.lazy().filter(polars.col("age").gt(40));
    assert.deepEqual(sql("select name from old", { old }).toArrays(), [["Bo"]]);
  });

  it("names the tables and columns there are", () => {
    assert.throws(
      () => people.sql("select agee from self"),
      /no column "agee"\. Did you mean "age"\?/,
    );
    assert.throws(
      () => sql("select * from peeple", { people, cities }),
      /no table "peeple"\. Did you mean "people"\? The tables are: people, cities\./,
    );
    assert.throws(
      () => people.sql("selec name from self"),
      /SQL query cannot be run: Expected: an SQL statement, found: selec at Line: 1, Column: 1/,
    );
    assert.throws(() => people.sql("select foo(age) from self"), /no function "foo"/);
    assert.throws(() => people.sql(""), /SQL query cannot be run/);
    assert.throws(() => people.sql(7 as never), /A query is a text; got 7/);
    assert.throws(() => sql("select 1", { x: [1] as never }), /Table "x" of a query is a frame/);
  });

  it("computes lazily and comes back as a frame", () => {
    const lazy = people
      .lazy()
      .withColumns<{ half: number | null }>(polars.col("age").div(2).alias("half"))
      .sortValues("age", false)
      .head(2)
      .select("name", "half");
    assert.ok(lazy instanceof LazyFrame);
    assert.deepEqual(lazy.columns, ["name", "half"]);
    assert.match(lazy.explain(), /SORT/i);
    const df = lazy.collect();
    assert.ok(df instanceof DataFrame);
    assert.deepEqual(df.toArrays(), [
      ["Bo", 23.5],
      ["Ann", 15.5],
    ]);
    assert.throws(
      () => people.lazy().filter(polars.col("agee").gt(1)).collect(),
      /no column "agee"\. Did you mean "age"\?/,
    );
    assert.throws(() => people.lazy().select("agee" as never), /no column "agee"/);
  });
});
