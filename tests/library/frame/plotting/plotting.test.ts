import assert from "node:assert/strict";
import { DataFrame, Series } from "../../../../library/src/frame/index.ts";
import type { Chart } from "../../../../library/src/plot/index.ts";
import {
  bar,
  correlationMatrix,
  histogram,
  pie,
  scatter,
} from "../../../../library/src/plot/index.ts";
import { assertValidSpec } from "../../plot/valid-spec.ts";

const sales = new DataFrame(
  { pears: [3, 5, 4], plums: [4, 1, null], shop: ["a", "b", "a"] },
  { index: ["Jan", "Feb", "Mar"] },
);
const values = (chart: Chart) => chart.spec.data.values;

describe("df.plot", () => {
  it("draws every kind with nothing said, validly", () => {
    const { plot } = sales;
    const kinds = ["line", "area", "bar", "scatter", "hist", "box", "violin", "kde", "pie", "corr"];
    for (const kind of kinds as ("line" | "bar")[]) assertValidSpec(plot[kind]());
  });

  it("draws each column of numbers over the row labels", () => {
    const seen = JSON.stringify(values(sales.plot.line()));
    for (const label of ["Jan", "Feb", "Mar"]) assert.ok(seen.includes(`"${label}"`), seen);
    assert.ok(seen.includes('"pears"') && seen.includes('"plums"') && !seen.includes('"shop"'));
    const bars = values(sales.plot.bar());
    assert.equal(bars.length, 5, "the missing value has no bar");
  });

  it("reads danfo's config and layout as our options", () => {
    const layout = { title: "Fruit", width: 300, xaxis: { title: { text: "Pears (kg)" } } };
    assert.deepEqual(
      sales.plot("div").scatter({ config: { x: "pears", y: "plums" }, layout }).spec,
      scatter(sales.toColumns(), {
        ...{ x: "pears", y: "plums", title: "Fruit", width: 300, xTitle: "Pears (kg)" },
      }).spec,
    );
    assert.deepEqual(
      sales.plot("div").pie({ config: { labels: "shop", values: "pears" } }).spec,
      pie(sales.toColumns(), { color: "shop", theta: "pears" }).spec,
    );
    const lines = sales.plot("div").line({ config: { columns: ["pears"] } });
    assert.equal(values(lines).length, 3);
    assert.equal(
      sales.plot.scatter({ x: "pears", y: "plums", layout, title: "Ours" }).alt.length > 0,
      true,
    );
  });

  it("gives what the functions of daylab/plot give", () => {
    const columns = sales.toColumns();
    assert.deepEqual(sales.plot.hist({ x: "pears" }).spec, histogram(columns, { x: "pears" }).spec);
    assert.deepEqual(
      sales.plot.bar({ x: "shop", y: "pears" }).spec,
      bar({ index: ["Jan", "Feb", "Mar"], ...columns }, { x: "shop", y: "pears" }).spec,
    );
    assert.deepEqual(
      sales.plot.corr().spec,
      correlationMatrix(columns, { columns: ["pears", "plums"] }).spec,
    );
    assert.equal(sales.plot.table(), sales);
  });

  it("keeps a column that is called index apart from the labels", () => {
    const odd = new DataFrame({ index: [7, 8], y: [1, 2] }, { index: ["a", "b"] });
    const seen = JSON.stringify(values(odd.plot.line({ y: "y" })));
    assert.match(seen, /"a"/);
  });

  it("names the nearest column, and a frame without numbers", () => {
    assert.throws(
      () => sales.plot.line({ y: "pear" as never }),
      /no column 'pear'\. Did you mean 'pears'\?/,
    );
    assert.throws(
      () => new DataFrame({ name: ["a"] }).plot.line(),
      /nothing to plot: no column holds numbers\. The columns are name/,
    );
    assert.throws(
      () => sales.plot.bar({ config: { x: "shop", columns: ["pears", "plums"] } }),
      /setIndex\(\{ column: "shop" \}\) first/,
    );
  });
});

describe("series.plot", () => {
  const pears = sales.column("pears");

  it("draws the values over the labels, under the series' name", () => {
    assert.equal(values(pears.plot.line()).length, 3);
    assert.match(pears.plot.line().alt, /pears/);
    assert.match(JSON.stringify(values(pears.plot.bar())), /"Jan"/);
    for (const kind of ["line", "bar", "hist", "box", "violin", "kde", "pie"] as const)
      assertValidSpec(pears.plot("div")[kind]());
    assert.equal(pears.plot.table(), pears);
  });

  it("counts the different values in a pie, also of texts and without a name", () => {
    const chart = new Series(["a", "b", "a"]).plot.pie({ title: "Letters" });
    assert.equal(values(chart).length, 2);
    assert.match(chart.alt, /a/);
  });
});
