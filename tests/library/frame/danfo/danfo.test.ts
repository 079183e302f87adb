import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as danfo from "danfojs-node";
import * as ours from "../../../../library/src/frame/index.ts";
import { differences } from "./differences.ts";
import { type Example, examples } from "./examples.ts";
import { page, pagePath } from "./page.ts";
import { plain } from "./plain.ts";

const folder = fileURLToPath(new URL("fixtures", import.meta.url));
const shown = new Map(differences.flatMap(({ shows = {} }) => Object.entries(shows)));

/** danfo computes with float32, so its numbers are near ours, not equal. */
const near = (value: unknown): unknown =>
  typeof value === "number" ? Number(value.toPrecision(6)) : value;
const roughly = (value: unknown): string => JSON.stringify(value, (_, one: unknown) => near(one));

async function result(example: Example, dfd: unknown): Promise<unknown> {
  try {
    return plain(await example(dfd, folder));
  } catch (error) {
    return { error: (error as Error).message };
  }
}

async function compare(name: string, example: Example): Promise<void> {
  const [theirs, own] = [await result(example, danfo), await result(example, ours)];
  if (!shown.has(name)) {
    assert.equal(roughly(own), roughly(theirs));
    assert.ok(typeof own !== "object" || own === null || !("error" in own), roughly(own));
    return;
  }
  assert.notEqual(roughly(own), roughly(theirs), "it no longer differs");
  const wanted = shown.get(name) as { error?: string } | undefined;
  if (wanted?.error !== undefined) {
    assert.ok((own as { error?: string }).error?.includes(wanted.error), roughly(own));
  } else if (wanted !== undefined) {
    assert.equal(roughly(own), roughly(wanted));
  }
}

describe("danfo's documented examples, with the import changed", () => {
  for (const [group, list] of Object.entries(examples)) {
    describe(group, () => {
      for (const [name, example] of Object.entries(list)) {
        it(`${name}${shown.has(name) ? " (differs on purpose)" : ""}`, () =>
          compare(name, example));
      }
    });
  }

  it("names an example in every difference that it says to show", () => {
    const names = new Set(Object.values(examples).flatMap((list) => Object.keys(list)));
    assert.deepEqual(
      [...shown.keys()].filter((name) => !names.has(name)),
      [],
    );
  });

  it("has its page up to date", () => {
    const remedy = "run node tests/library/frame/danfo/page.ts";
    assert.equal(readFileSync(pagePath, "utf8"), page(), remedy);
  });
});
