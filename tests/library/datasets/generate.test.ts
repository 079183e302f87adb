import assert from "node:assert/strict";
import { generate } from "daylab/datasets";
import { DataFrame } from "../../../library/src/frame/index.ts";

describe("library datasets: generators", () => {
  it("give tables as frames with the truth beside them", () => {
    const { data, truth } = generate.housing({ rows: 300, seed: 4 });
    assert.ok(data instanceof DataFrame);
    assert.deepEqual(data.shape, [300, 14]);
    const prices: readonly number[] = data.column("price").values;
    assert.equal(prices.length, truth.expected.length);
    const missing: readonly (number | null)[] = data.column("built").values;
    assert.ok(missing.includes(null));
    assert.equal(data.groupby("district").mean().shape[0], 6);
    // @ts-expect-error -- no such column
    assert.throws(() => data.column("prise"));
  });

  it("are all there, with the data of images as they are", () => {
    const { images, shape } = generate.faces({ count: 2, seed: 1 });
    assert.equal(images.length, shape[0] * shape[1] * shape[2]);
    for (const name of ["discs", "phantoms", "reviews", "sentences", "shapes", "strokeDigits"])
      assert.equal(typeof generate[name as "discs"], "function");
  });
});
