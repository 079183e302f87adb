import assert from "node:assert/strict";
import { correlationMatrix } from "../../../../library/src/plot/index.ts";
import { assertClose, more } from "../more-answers.ts";
import { assertValidSpec } from "../valid-spec.ts";

const { columns, pearson, spearman } = more.correlations;

describe("correlationMatrix", () => {
  it("has pandas' coefficients, pair by pair without missing values", () => {
    const values = (method: "pearson" | "spearman") =>
      correlationMatrix(columns, { method }).spec.data.values.map(({ value }) => value);
    assertClose(values("pearson"), pearson.flat());
    assertClose(values("spearman"), spearman.flat());
  });

  it("makes valid specs, and leaves a column that does not vary empty", () => {
    assertValidSpec(correlationMatrix(columns, { title: "Four" }));
    const flat = correlationMatrix({ a: [1, 2, 3], b: [5, 5, 5], name: ["x", "y", "z"] });
    assertValidSpec(flat);
    assert.deepEqual(
      flat.spec.data.values.map(({ value }) => value),
      [1, null, null, null],
    );
  });

  it("names what is wrong", () => {
    assert.throws(
      () => correlationMatrix({ a: [1], b: ["x"] }),
      /two columns of numbers.*is a among/,
    );
    assert.throws(
      () => correlationMatrix({ a: [1], b: ["x"] }, { columns: ["a", "b"] }),
      /'b' must hold numbers/,
    );
  });
});
