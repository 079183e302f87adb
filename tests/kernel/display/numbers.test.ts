import assert from "node:assert/strict";
import { formatNumbers } from "../../../kernel/src/display/numbers.ts";

describe("formatNumbers", () => {
  const cases: [string, number[], string[], number?][] = [
    ["integers as they are", [1, -20, 0, 3e15], ["1", "-20", "0", "3000000000000000"]],
    ["one number of decimals in a column", [1, 2.5, -0.25], ["1.00", "2.50", "-0.25"]],
    ["at most six decimals", [1 / 3, 2], ["0.333333", "2.000000"]],
    ["no float32 noise", [Math.fround(0.1), Math.fround(1000.3)], ["0.1", "1000.3"], 7],
    ["values that are not finite", [NaN, Infinity, 1.5], ["NaN", "Infinity", "1.5"]],
    ["exponents for the very small", [1e-9, 0, 0.5], ["1e-9", "0", "5e-1"]],
    ["exponents for the very large", [1.5e20, 0.25], ["1.5e+20", "2.5e-1"]],
    ["no numbers", [], []],
    ["nothing finite", [NaN], ["NaN"]],
  ];
  for (const [name, values, expected, digits] of cases) {
    it(`writes ${name}`, () => assert.deepEqual(formatNumbers(values, digits), expected));
  }

  it("loses no more than it says", () => {
    const values = [0.1234567, 12.5, 999.999999, 3];
    formatNumbers(values).forEach((text, i) => {
      assert.ok(Math.abs(Number(text) - (values[i] ?? 0)) <= 5e-7, text);
    });
  });
});
