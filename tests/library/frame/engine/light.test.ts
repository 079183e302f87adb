import assert from "node:assert/strict";
import { inspect } from "node:util";
import pl from "nodejs-polars";
import "daylab/frame";
import { whole } from "../../../../library/src/frame/engine/light/index.ts";
import type { Native } from "../../../../library/src/frame/engine/light/whole.ts";

type Methods = Record<string, (...given: unknown[]) => unknown>;

/** The names that a class defines itself. */
const ownNames = (light: object): string[] =>
  Object.getOwnPropertyNames(Object.getPrototypeOf(light));

describe("frame: light expressions and columns", () => {
  const expression = pl.col("x") as unknown as Methods & { _expr: Native };
  const column = pl.DataFrame({ x: [3, null, 1, 1] }).getColumn("x");
  const light = column as unknown as Methods & { _s: Native };

  it("mean what the engine's own mean, method by method", () => {
    const own = whole.expression(expression._expr) as Methods;
    const given: Record<string, unknown[][]> = {
      alias: [["y"]],
      cast: [[pl.Float64], [pl.Int8, true]],
      any: [[], [false], [{ ignoreNulls: false }]],
      all: [[], [false], [{ ignoreNulls: false }]],
      fillNan: [[0], [pl.lit(null)], [pl.col("y")]],
      fillNull: [["zero"], ["forward", 2], ["mean"], [0], ["text"], [pl.col("y")]],
    };
    const others = [[pl.col("y")], [pl.lit(3)], [2.5], ["y"], [true]];
    const takesAnother = /^(?:add|sub|mul|div|rem|and|or|eq|neq|gt|gtEq|lt|ltEq)$/u;
    const names = ownNames(expression).filter(
      (name) => !/^(?:constructor|inner|made)$/u.test(name),
    );
    assert.ok(names.length > 35);
    for (const name of names) {
      const calls = given[name] ?? (takesAnother.test(name) ? others : [[]]);
      for (const call of calls) {
        assert.equal(String(expression[name](...call)), String(own[name](...call)), name);
      }
    }
  });

  it("have everything else that the engine's own have", () => {
    const frame = pl.DataFrame({ x: ["b", "a"] });
    const upper = frame.select(pl.col("x").str.toUpperCase().sort().alias("y")).toSeries(0);
    assert.deepEqual([upper.name, upper.toArray()], ["y", ["A", "B"]]);
    assert.deepEqual(column.sort().toArray(), [null, 1, 1, 3]);
    assert.deepEqual(column.isIn([3]).toArray(), [true, null, false, false]);
    assert.deepEqual([...column], [3, null, 1, 1]);
    assert.ok(pl.Expr.isExpr(expression) && pl.Series.isSeries(column));
    assert.match(inspect(column), /Series: 'x'/u);
  });

  it("give a column's values by position, and its answers as the engine's own does", () => {
    assert.equal((column as unknown as number[])[2], 1);
    const own = whole.column(light._s) as Methods;
    for (const name of ["nullCount", "hasNulls", "min", "max", "sum", "mean", "toArray"]) {
      assert.deepEqual(light[name](), own[name](), name);
    }
    for (const [name, ...call] of [
      ["isNull"],
      ["isNotNull"],
      ["dropNulls"],
      ["clone"],
      ["alias", "y"],
      ["cast", pl.Float64],
      ["head"],
      ["head", 2],
      ["slice", 1, 2],
      ["slice", { offset: 1, length: 2 }],
    ] as [string, ...unknown[]][]) {
      assert.equal(String(light[name](...call)), String(own[name](...call)), name);
    }
    assert.deepEqual(
      [column.name, column.length, String(column.dtype)],
      [own["name"], own["length"], String(own["dtype"])],
    );
  });
});
