import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { connect, SparkError, type SparkSession } from "daylab/spark";
import { DataFrame } from "../../../library/src/frame/index.ts";
import { SailServer } from "./sail-server.ts";

describe("spark: a real Spark Connect server (Sail)", () => {
  let server: SailServer;
  let spark: SparkSession;

  before(async function () {
    this.timeout(180_000);
    server = await SailServer.start();
    spark = connect(server.address);
    // It says that it starts before it listens.
    for (let attempt = 0; ; attempt++) {
      const answered = await spark.sql("select 1").then(
        () => true,
        () => false,
      );
      if (answered) return;
      assert.ok(attempt < 300, "the server does not answer");
      await sleep(200);
    }
  });

  after(async () => {
    await spark?.close();
    await server?.stop();
  });

  it("SQL gives a frame with the types of the columns", async () => {
    const frame = await spark.sql(`
      select 1 as i, cast(9007199254740993 as bigint) as big, 0.5d as x, 'ü' as s, true as b,
             cast(1.25 as decimal(10, 2)) as d, timestamp'2024-02-29 13:05:09Z' as t,
             date'2024-03-04' as day, cast(null as string) as missing`);
    assert.ok(frame instanceof DataFrame);
    assert.deepEqual(frame.toRecords(), [
      {
        i: 1,
        big: 9007199254740993n,
        x: 0.5,
        s: "ü",
        b: true,
        d: 1.25,
        t: new Date("2024-02-29T13:05:09Z"),
        day: new Date("2024-03-04"),
        missing: null,
      },
    ]);
    assert.deepEqual(frame.dtypes.slice(0, 3), ["int32", "int64", "float64"]);
  });

  it("many rows come whole and in order", async () => {
    const frame = await spark.sql<{ id: number }>("select id from range(300000) order by id");
    assert.equal(frame.length, 300_000);
    assert.equal(frame.column("id").sum(), (300_000 * 299_999) / 2);
    assert.equal(frame.iat(-1, 0), 299_999);
  });

  it("no rows keep their columns", async () => {
    const none = await spark.sql("select 1 as a, 'x' as b where false");
    assert.deepEqual(none.shape, [0, 2]);
    assert.deepEqual(none.columns, ["a", "b"]);
  });

  it("a view made by SQL is read as a table", async () => {
    await spark.sql("create or replace temp view doubled as select id, id * 2 as y from range(3)");
    const table = await spark.table<{ id: number; y: number }>("doubled");
    assert.deepEqual(table.column("y").values, [0, 2, 4]);
  });

  it("a frame is sent, joined there, and replaced", async () => {
    const people = new DataFrame({ id: [1, 2], name: ["ann", null], born: [new Date(0), null] });
    await spark.createView("people", people);
    const joined = await spark.sql(`
      select p.name, p.born, r.id * 10 as tens from people p join range(5) r on r.id = p.id order by r.id`);
    assert.deepEqual(joined.toRecords(), [
      { name: "ann", born: new Date(0), tens: 10 },
      { name: null, born: null, tens: 20 },
    ]);
    await spark.createView("people", people.head(1));
    assert.equal((await spark.table("people")).length, 1);
  });

  it("every type of a frame arrives as it was", async () => {
    const bigs = [9007199254740993n, -1n, null];
    const frame = new DataFrame({
      i8: new Int8Array([1, -2, 3]),
      u32: new Uint32Array([1, 2, 4294967295]),
      u64: [1n, 2n, null],
      bigs,
      f32: new Float32Array([0.5, 1.5, -0]),
      x: [0.1, null, Infinity],
      b: [true, null, false],
      s: ["a", "", null],
      t: [new Date("2024-03-31T01:30:00.250Z"), null, new Date(-1)],
    }).assign({ c: ({ s }) => s.asType("category"), d: ({ t }) => t.asType("date") });
    await spark.createView("typed", frame);
    const back = await spark.table("typed");
    assert.deepEqual(back.toColumns(), frame.toColumns());
  });

  it("a number too large for Spark is named", async () => {
    const frame = new DataFrame({ u: [18446744073709551615n] });
    await assert.rejects(spark.createView("large", frame), /"u" holds 18446744073709551615/);
  });

  it("agrees with the frame's own groupby on the same rows", async () => {
    const k = Array.from({ length: 5000 }, (_, i) => `k${(i * 7919) % 13}`);
    const v = k.map((_, i) => ((i * 31) % 101) / 7);
    const frame = new DataFrame({ k, v });
    await spark.createView("numbers", frame);
    const there = await spark.sql<{ k: string; m: number; n: number }>(
      "select k, avg(v) as m, count(*) as n from numbers group by k order by k",
    );
    const here = frame.groupby("k").agg({ v: ["mean", "count"] });
    assert.deepEqual(there.column("k").values, here.column("k").values);
    assert.deepEqual(there.column("n").values, here.column("v_count").values);
    there.column("m").values.forEach((mean, i) => {
      assert.ok(Math.abs(mean - here.column("v_mean").values[i]!) < 1e-9);
    });
  });

  it("what is wrong is said in the server's words, or with a remedy", async () => {
    const said = (query: string): Promise<string> =>
      spark.sql(query).then(
        () => assert.fail(query),
        (error: unknown) => {
          assert.ok(error instanceof SparkError);
          assert.doesNotMatch(error.message, /\n\s+at /);
          return error.message;
        },
      );
    assert.match(await said("select * from no_such_table"), /no_such_table/);
    assert.match(await said("selec 1"), /selec/);
    assert.match(await said("select array(1, 2) as a"), /Column "a" is a List.*to_json\(a\)/);
    await assert.rejects(spark.table("no_such_table"), /no_such_table/);
  });

  it("a query is cancelled, and the session goes on", async () => {
    const abort = new AbortController();
    const endless = "select count(distinct id % 1000003) as n from range(20000000000)";
    const query = spark.sql(endless, { signal: abort.signal });
    setTimeout(() => abort.abort(new Error("enough")), 300);
    await assert.rejects(query, /enough/);
    assert.equal((await spark.sql("select 7 as n")).iat(0, 0), 7);
    await assert.rejects(
      spark.sql("select 1", { signal: AbortSignal.abort(new Error("never")) }),
      /never/,
    );
  });

  it("tells its version, and two sessions do not see each other's views", async () => {
    assert.match(await spark.version(), /^\d+\.\d+/);
    const other = connect(server.address);
    await spark.sql("create or replace temp view mine as select 1 as a");
    await assert.rejects(other.table("mine"), SparkError);
    assert.notEqual(other.id, spark.id);
    await other.close();
  });
});
