import assert from "node:assert/strict";
import { generate } from "../../../datasets/src/index.ts";

describe("datasets: the cards of the generators", () => {
  it("are there for each generator, and only for these", () => {
    const made = Object.keys(generate).filter((name) => !name.startsWith("generator"));
    assert.deepEqual(generate.generatorNames(), made.sort());
    for (const name of generate.generatorNames())
      for (const text of Object.values<string>({ ...generate.generatorInfo(name) }))
        assert.ok(text.length > 3);
  });

  it("count the words as they are", () => {
    const { vocabulary } = generate.sentences({ count: 1, seed: 1 });
    const { description } = generate.generatorInfo("sentences");
    assert.ok(description.includes(`${vocabulary.length - 3} words`), String(vocabulary.length));
  });

  it("an unknown name is answered with the nearest", () => {
    const ask = (name: string) => () => generate.generatorInfo(name as "tunes");
    assert.throws(ask("tune"), /no generator "tune".*"tunes"\?/);
    assert.throws(ask("toString"), /There are: discs, faces/);
  });
});
