import assert from "node:assert/strict";
import { generate } from "../../../datasets/src/index.ts";

const rows = 4000;
const { columns, truth } = generate.housing({ rows, seed: 3 });
const all = [...columns.price.keys()];
const right = all.filter((i) => truth.outlier[i] === 0);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, v) => sum + v, 0) / values.length;
const share = (name: "built" | "energy" | "bathrooms" | "condition", where: readonly number[]) =>
  where.filter((i) => columns[name][i] === null).length / where.length;
/** Slope of a least-squares line. */
const slope = (x: readonly number[], y: readonly number[]): number => {
  const [mx, my] = [mean(x), mean(y)];
  return mean(x.map((v, i) => (v - mx) * (y[i] - my))) / mean(x.map((v) => (v - mx) ** 2));
};

describe("datasets: housing", () => {
  it("has sane columns of one length", () => {
    for (const values of Object.values(columns)) assert.equal(values.length, rows);
    assert.ok(columns.price.every((price) => price > 40_000));
    assert.ok(columns.distance.every((km) => km >= 0 && km < 20));
    assert.ok(
      columns.sold.every((day) => day.getUTCFullYear() >= 2019 && day.getUTCFullYear() < 2024),
    );
    assert.equal(new Set(columns.district).size, 6);
    assert.ok(all.every((i) => columns.kind[i] !== "flat" || columns.garden[i] === 0));
  });

  it("prices differ from the truth by the noise that is stated, and by nothing else", () => {
    const logs = right.map((i) => Math.log(columns.price[i] / truth.expected[i]));
    assert.ok(Math.abs(mean(logs)) < 0.006);
    const deviation = Math.sqrt(mean(logs.map((v) => v * v)));
    assert.ok(Math.abs(deviation - truth.noise) < 0.005, String(deviation));
    const exact = generate.housing({ rows: 200, seed: 3, noise: 0, outliers: 0 });
    exact.columns.price.forEach((price, i) =>
      assert.ok(Math.abs(price - exact.truth.expected[i]) <= 250.001),
    );
  });

  it("slips are where the truth says: a digit too many, or square feet", () => {
    const slips = all.filter((i) => truth.outlier[i] > 0);
    assert.ok(slips.length > 20 && slips.length < 70, String(slips.length));
    const clean = generate.housing({ rows, seed: 3, outliers: 0 });
    for (const i of slips.filter((k) => truth.outlier[k] === 1))
      assert.ok(columns.price[i] / truth.expected[i] > 5);
    for (const i of slips.filter((k) => truth.outlier[k] === 2))
      assert.ok(columns.area[i] / columns.rooms[i] > 100);
    assert.ok(clean.truth.outlier.every((kind) => kind === 0));
  });

  it("a cap cuts the highest prices off, before slips are made, and changes nothing else", () => {
    const cap = 600_000;
    const capped = generate.housing({ rows, seed: 3, cap });
    const { price: whole, ...rest } = columns;
    const { price, ...others } = capped.columns;
    assert.deepEqual(others, rest);
    assert.deepEqual(capped.truth, truth);
    for (const i of all) {
      const tenfold = truth.outlier[i] === 1 ? 10 : 1;
      assert.equal(price[i], Math.min(whole[i] / tenfold, cap) * tenfold);
    }
    assert.ok(price.filter((value) => value === cap).length > 500);
  });

  it("values are missing as documented: more often for old homes and bad classes", () => {
    assert.ok(Math.abs(share("bathrooms", all) - 0.06) < 0.015);
    const full = generate.housing({ rows, seed: 3, missing: 0 }).columns;
    const old = all.filter((i) => (full.built[i] ?? 0) < 1950);
    const young = all.filter((i) => (full.built[i] ?? 0) >= 1950);
    assert.ok(share("built", old) > 2 * share("built", young));
    const bad = all.filter((i) => "EF".includes(full.energy[i] ?? ""));
    const good = all.filter((i) => !"EF".includes(full.energy[i] ?? ""));
    assert.ok(share("energy", bad) > 2 * share("energy", good));
    for (const values of Object.values(full)) assert.ok(!(values as unknown[]).includes(null));
  });

  it("effects depend on others: space is dearer in the centre, energy for houses", () => {
    const log = (i: number): number => Math.log(truth.expected[i]);
    const area = (i: number): number => Math.log(columns.area[i]);
    const flats = right.filter((i) => columns.kind[i] === "flat");
    const near = flats.filter((i) => columns.distance[i] < 1);
    const far = flats.filter((i) => columns.distance[i] > 4);
    assert.ok(slope(near.map(area), near.map(log)) > slope(far.map(area), far.map(log)) + 0.05);
  });

  it("districts are clusters in space with prices of their own", () => {
    const of = (name: string) => right.filter((i) => columns.district[i] === name);
    const unit = (name: string) => mean(of(name).map((i) => columns.price[i] / columns.area[i]));
    assert.ok(unit("Harbour") > 1.3 * unit("Mill Park"));
    const north = (name: string) => mean(of(name).map((i) => columns.latitude[i]));
    assert.ok(north("Lakeside") > north("Mill Park") + 0.07);
  });

  it("a bad option is named", () => {
    assert.throws(() => generate.housing({ rows: 0, seed: 1 }), /rows .* not 0/);
    assert.throws(() => generate.housing({ rows: 1, seed: 1, missing: 0.9 }), /missing .* not 0.9/);
    assert.throws(() => generate.housing({ rows: 1, seed: 1, cap: 5 }), /cap .* not 5/);
  });
});
