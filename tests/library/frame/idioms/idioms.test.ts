import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { difference, tolerance } from "../compare.ts";
import { fixture } from "./data.ts";
import { encoded, plainNames } from "./encode.ts";
import type { Idiom } from "./idiom.ts";
import { groups } from "./index.ts";

type Answers = Readonly<Record<string, unknown>>;

const answersOf = (group: string): Answers =>
  JSON.parse(readFileSync(fixture(`answers/${group}.json`), "utf8")) as Answers;

/** Where ours differs from pandas, or undefined. */
async function off(ours: () => unknown, pandas: unknown): Promise<string | undefined> {
  const labelled = typeof pandas === "object" && pandas !== null && "index" in pandas;
  const own = encoded(await ours(), labelled);
  const exactly = difference(own, pandas);
  return exactly === undefined
    ? undefined
    : difference(plainNames(own), plainNames(pandas)) && exactly;
}

async function check(idiom: Idiom, pandas: unknown): Promise<void> {
  if (typeof idiom === "function") {
    assert.equal(await off(idiom, pandas), undefined);
  } else if ("ours" in idiom) {
    assert.notEqual(await off(idiom.ours, pandas), undefined, "it no longer differs");
    assert.equal(difference(encoded(await idiom.ours()), idiom.gives), undefined);
  }
}

describe(`frame: pandas 2.3.3's answers (numbers to ${tolerance} of their size)`, () => {
  for (const [group, idioms] of Object.entries(groups)) {
    describe(group, () => {
      const answers = answersOf(group);

      it("has an answer for every idiom, and no other", () => {
        assert.deepEqual(Object.keys(answers), Object.keys(idioms));
      });

      for (const [pandas, idiom] of Object.entries(idioms)) {
        if (typeof idiom === "object" && "notThere" in idiom) continue;
        it(pandas, () => check(idiom, answers[pandas]));
      }
    });
  }
});
