import assert from "node:assert/strict";
import { DataFrame } from "../../../../library/src/frame/index.ts";
import { bar, histogram, line, scatter } from "../../../../library/src/plot/index.ts";

interface Bird extends Record<string, number | string> {
  readonly mass: number;
  readonly species: string;
}

describe("column names", () => {
  it("are checked by the compiler for records, frames, columns and numbers", () => {
    const birds = [{ mass: 3750, species: "Adelie" }];
    assert.ok(scatter(birds, { x: "mass", y: "mass", color: "species" }));
    // @ts-expect-error no such column
    assert.throws(() => scatter(birds, { x: "mas", y: "mass" }));
    const frame = new DataFrame(birds);
    assert.ok(bar(frame, { x: "species", y: "mass" }));
    // @ts-expect-error no such column
    assert.throws(() => bar(frame, { x: "sort" }));
    assert.ok(histogram({ a: [1, 2], b: new Float32Array(2) }, { x: "b" }));
    // @ts-expect-error no such column
    assert.throws(() => histogram({ a: [1, 2] }, { x: "b" }));
    assert.ok(line([1, 2, 3], { y: "value" }));
    // @ts-expect-error numbers are the column 'value' beside 'index'
    assert.throws(() => line([1, 2, 3], { y: "values" }));
  });

  it("are left to the reader where the type does not know them", () => {
    const loose: Record<string, unknown>[] = [{ mass: 1 }];
    assert.ok(scatter(loose, { x: "mass", y: "mass" }));
    const birds: Bird[] = [{ mass: 1, species: "x" }];
    assert.ok(histogram(birds, { x: "mass" }));
  });
});
