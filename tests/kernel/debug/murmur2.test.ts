import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { murmur2 } from "../../../kernel/src/debug/murmur2.ts";
import { cellPath, naming } from "../../../kernel/src/debug/sources.ts";

const vectors = JSON.parse(
  readFileSync(new URL("./fixtures/murmur2.json", import.meta.url), "utf8"),
) as { text: string; seed: number; hash: number }[];

describe("the hash that names a cell", () => {
  it("is ipykernel's for every vector", () => {
    assert.ok(vectors.length > 50);
    for (const { text, seed, hash } of vectors) {
      assert.equal(murmur2(text, seed), hash, `${JSON.stringify(text.slice(0, 40))} with ${seed}`);
    }
  });

  it("stands between the prefix and the suffix that front ends are told", () => {
    const code = "const x: number = 1;\nx * 2";
    const hash = vectors.find(({ text, seed }) => text === code && seed === naming.hashSeed)?.hash;
    assert.ok(hash !== undefined);
    assert.equal(cellPath(code), `${naming.tmpFilePrefix}${hash}${naming.tmpFileSuffix}`);
  });
});
