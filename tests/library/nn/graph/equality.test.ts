import assert from "node:assert/strict";
import { referenceModels, type ReferenceModel } from "../models/index.ts";
import { errorOf, optimizers } from "./equality.ts";

/** `node tests/library/nn/graph/equality.ts` has all models with all optimisers. */
function testEquality(model: ReferenceModel, optimizer: string): void {
  it(`${model.name} with ${optimizer}: the losses of 50 steps are those of running op by op`, async () => {
    const error = await errorOf(model, optimizer);
    assert.ok(error < 1e-5, String(error));
  });
}

describe("graphs of the reference models", () => {
  for (const model of referenceModels) testEquality(model, "adam");
  for (const optimizer of Object.keys(optimizers))
    if (optimizer !== "adam") testEquality(referenceModels[1], optimizer);
});
