import assert from "node:assert/strict";
import { nearest } from "../../datasets/src/index.ts";

describe("datasets: nearest names", () => {
  const known = ["penguins", "iris", "digits", "seattle-weather"];
  it("finds slips, other cases and parts of a name, best first", () => {
    assert.deepEqual(nearest("pengiuns", known), ["penguins"]);
    assert.deepEqual(nearest("IRIS", known), ["iris"]);
    assert.deepEqual(nearest("weather", known), ["seattle-weather"]);
    assert.equal(nearest("digit", known)[0], "digits");
    assert.deepEqual(nearest("aaa1", ["aab1", "aaa1"]), ["aaa1", "aab1"]);
  });
  it("finds nothing for what is like none, and for nothing", () => {
    assert.deepEqual(nearest("qqqqqqqqqq", known), []);
    assert.deepEqual(nearest("", ["abc"]), []);
    assert.deepEqual(nearest("iris", []), []);
  });
});
