import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Random } from "../../../../library/src/random/index.ts";
import {
  beamSearch,
  greedySearch,
  nextProbabilities,
  sampleTokens,
} from "../../../../library/src/text/index.ts";
import { tensorflow } from "../../../../library/src/tensorflow/index.ts";

/** A model whose logits depend on all tokens, the same each time. */
const model =
  (vocabulary: number, name: string) =>
  (tokens: readonly number[]): number[] => {
    const random = new Random(`${name} ${tokens.join(",")}`);
    return Array.from({ length: vocabulary }, () => random.normal(0, 2));
  };

/** Every text up to a length that ends there or with the end token, with its score. */
function exhaustive(
  next: (tokens: readonly number[]) => number[],
  length: number,
  end: number,
  penalty: number,
): { tokens: number[]; score: number }[] {
  const walk = (tokens: number[], sum: number): { tokens: number[]; score: number }[] => {
    if (tokens.length === length || tokens.at(-1) === end)
      return [{ tokens, score: sum / tokens.length ** penalty }];
    const probabilities = nextProbabilities(next(tokens));
    return Array.from(probabilities).flatMap((p, id) => walk([...tokens, id], sum + Math.log(p)));
  };
  return walk([], 0).sort((a, b) => b.score - a.score);
}

describe("generation", () => {
  it("beams as many as there are beginnings find the best texts of all", async () => {
    for (let i = 0; i < 12; i += 1) {
      const next = model(3, `beam ${i}`);
      for (const lengthPenalty of [0, 1, 2, -1]) {
        const wanted = exhaustive(next, 4, 0, lengthPenalty);
        const options = { beams: 81, maxNewTokens: 4, endToken: 0, lengthPenalty };
        const found = await beamSearch(next, [], options);
        assert.equal(found.length, Math.min(81, wanted.length));
        found.forEach(({ tokens, score }, at) => {
          assert.deepEqual(tokens, wanted[at].tokens);
          assert.ok(Math.abs(score - wanted[at].score) < 1e-9);
        });
      }
    }
  });

  it("one beam is the greedy text, and more are never worse than their own best beginning", async () => {
    for (let i = 0; i < 10; i += 1) {
      const next = model(5, `greedy ${i}`);
      const greedy = await greedySearch(next, [2], { maxNewTokens: 4 });
      const [one] = await beamSearch(next, [2], { beams: 1, maxNewTokens: 4 });
      assert.deepEqual(one.tokens, greedy);
      const [many] = await beamSearch(next, [2], { beams: 5 ** 4, maxNewTokens: 4 });
      assert.ok(many.score >= one.score - 1e-12);
    }
  });

  it("draws as often as the probabilities say, within four standard deviations", async () => {
    const logits = [0, 1, 2, -1];
    const options = { temperature: 0.7, topK: 3, seed: "often" };
    const wanted = nextProbabilities(logits, [], { temperature: 0.7, topK: 3 });
    const count = 20_000;
    const drawn = await sampleTokens(() => logits, [], { ...options, maxNewTokens: count });
    wanted.forEach((p, id) => {
      const times = drawn.filter((token) => token === id).length;
      const deviation = Math.sqrt(count * p * (1 - p));
      assert.ok(Math.abs(times - count * p) <= 4 * deviation, `${id}: ${times} of ${count * p}`);
    });
    const again = await sampleTokens(() => logits, [], { ...options, maxNewTokens: 50 });
    assert.deepEqual(again, drawn.slice(0, 50));
  });

  it("ends at an end token, and tells of each token", async () => {
    const seen: number[] = [];
    const next = (tokens: readonly number[]): number[] =>
      [0, 1, 2, 3].map((id) => -Math.abs(id - tokens.length));
    const made = await greedySearch(next, [], {
      endToken: [9, 2],
      onToken: (token) => seen.push(token),
    });
    assert.deepEqual(made, [0, 1, 2]);
    assert.deepEqual(seen, made);
  });

  it("no run of tokens comes twice where that is asked", async () => {
    const made = await greedySearch(() => [3, 2, 1], [], { noRepeatNgramSize: 2, maxNewTokens: 9 });
    const pairs = made.slice(1).map((token, i) => `${made[i]} ${token}`);
    assert.equal(new Set(pairs).size, pairs.length);
    // After the third 0 every pair that starts with it was there.
    assert.ok(made.length < 9);
    const [beam] = await beamSearch(() => [0], [], { noRepeatNgramSize: 1, maxNewTokens: 9 });
    assert.deepEqual(beam.tokens, [0]);
    assert.deepEqual([...nextProbabilities([1, 2], [0, 1], { noRepeatNgramSize: 1 })], [0, 0]);
  });

  it("takes tensors, one by one or in batches", async () => {
    const tf = tensorflow();
    const next = model(4, "tensors");
    const options = { beams: 3, maxNewTokens: 5 };
    const tokensOf = (results: readonly { tokens: number[] }[]) =>
      results.map(({ tokens }) => tokens);
    const wanted = tokensOf(
      await beamSearch((tokens) => Float32Array.from(next(tokens)), [1], options),
    );
    const padded = (tokens: readonly number[]) => tf.tensor3d([[[0, 0, 0, 0], next(tokens)]]);
    assert.deepEqual(tokensOf(await beamSearch(padded, [1], options)), wanted);
    const batch = (rows: readonly (readonly number[])[]) =>
      tf.tensor2d(rows.map((row) => next(row)));
    assert.deepEqual(tokensOf(await beamSearch({ batch }, [1], options)), wanted);
  });

  it("disposes the tensors that it was given", async () => {
    const tf = tensorflow();
    const next = model(4, "disposed");
    const before = tf.memory().numTensors;
    await sampleTokens((tokens) => tf.tensor1d(next(tokens)), [], { maxNewTokens: 6 });
    await beamSearch({ batch: (rows) => tf.tensor2d(rows.map((row) => next(row))) }, [], {
      maxNewTokens: 3,
    });
    assert.equal(tf.memory().numTensors, before);
  });

  it("refuses options and models that make no sense", async () => {
    const next = (): number[] => [1, 2];
    await assert.rejects(sampleTokens(next, [], { topP: 0 }), /topP is a number above 0/u);
    await assert.rejects(sampleTokens(next, [], { temperature: 0 }), /temperature/u);
    await assert.rejects(sampleTokens(next, [], { topK: 1.5 }), /topK is a whole number/u);
    await assert.rejects(beamSearch(next, [], { beams: 0 }), /beams/u);
    await assert.rejects(greedySearch(next, [], { topK: 2 } as object), /no option "topK"/u);
    await assert.rejects(
      greedySearch(() => [NaN], []),
      /NaN/u,
    );
    await assert.rejects(
      greedySearch(() => [], []),
      /0 logits/u,
    );
    await assert.rejects(beamSearch({ batch: () => [] }, []), /1 sequences and gave 0 rows/u);
    await assert.rejects(greedySearch(next, "text" as unknown as number[]), /array of tokens/u);
  });
});
