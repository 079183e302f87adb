import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { proseLines } from "../../../scripts/lessons/proofread/prose.ts";
import { misspellings, speller } from "../../../scripts/lessons/proofread/spelling.ts";

const spell = speller("dataframe\n");
const wrong = (text: string) => misspellings(proseLines([text], 3), spell).map(({ word }) => word);

describe("spelling", () => {
  it("is British, with -ise", () => {
    assert.deepEqual(wrong("The colour of the optimal neighbour is grey."), []);
    assert.deepEqual(wrong("We organize the color of a neighbor."), [
      "organize",
      "color",
      "neighbor",
    ]);
  });

  it("tells the line and what was meant", () => {
    const [found] = misspellings(proseLines(["It is recieved."], 3), spell);
    assert.deepEqual([found.line, found.word], [3, "recieved"]);
    assert.ok(found.suggestions.includes("received"));
  });

  it("knows the project's own words, possessives and short forms", () => {
    assert.deepEqual(wrong("The dataframe's rows aren't the model’s."), []);
    assert.deepEqual(wrong("Two dtypes"), ["dtypes"]);
  });

  it("does not judge names, abbreviations or code", () => {
    assert.deepEqual(wrong("Ronneberger's IoU of yTrain in a_b or ReLU6, and 3rd xgb2."), []);
  });
});
