import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, it } from "mocha";
import { registered } from "../../../../library/src/learn/base/index.ts";
import * as learn from "../../../../library/src/learn/index.ts";
import type { Case } from "./case.ts";
import { checkEstimator } from "./check-estimator.ts";

const folder = new URL("lists/", import.meta.url);
const cases: Case[] = [];
for (const file of readdirSync(folder)) {
  const lists = (await import(new URL(file, folder).href)) as Record<string, readonly Case[]>;
  cases.push(...Object.values(lists).flat());
}

describe("every estimator", () => {
  it("is checked here", () => {
    const checked = new Set(cases.map((one) => one.name));
    const missing = [...registered().keys()].filter((name) => !checked.has(name));
    assert.deepEqual(missing, []);
    assert.ok(Object.keys(learn).length > 0);
  });

  for (const one of cases.filter(({ otherSamples }) => !otherSamples)) {
    describe(`${one.name}: ${String(one.make())}`, () => checkEstimator(one));
  }
});
