import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { difference, encoded, tolerance } from "./compare.ts";
import { idioms } from "./idioms.ts";

interface Answer {
  idiom: string;
  answer: unknown;
}

const file = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as {
  "made with": { pandas: string };
  answers: Record<string, Answer>;
};

describe(`frame: pandas ${file["made with"].pandas}'s answers (numbers to ${tolerance} of their size)`, () => {
  it("asks every idiom of the script, and no other", () => {
    assert.deepEqual(Object.keys(idioms), Object.keys(file.answers));
  });

  for (const [name, ask] of Object.entries(idioms)) {
    const { idiom, answer } = file.answers[name] ?? { idiom: "?", answer: undefined };
    it(`${name}: ${idiom}`, async () => {
      const labelled = typeof answer === "object" && answer !== null && "index" in answer;
      assert.equal(difference(encoded(await ask(), labelled), answer), undefined);
    });
  }
});
