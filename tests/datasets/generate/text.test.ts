import assert from "node:assert/strict";
import { generate } from "../../../datasets/src/index.ts";

const good =
  /\b(sharp|bright|light|sturdy|tasty|fresh|friendly|generous|moving|witty|clever|thrilling|clean|quiet|cosy|good|great|lovely|excellent|pleasant)\b/g;
const bad =
  /\b(blurred|dim|clumsy|fragile|bland|stale|rude|greasy|boring|silly|shallow|predictable|dirty|noisy|cramped|poor|bad|awful|terrible|dreadful)\b/g;
const hits = (text: string, words: RegExp): number => text.match(words)?.length ?? 0;
const share = (right: readonly boolean[]): number => right.filter(Boolean).length / right.length;

describe("datasets: reviews", () => {
  it("are balanced, about every topic, and their topic shows in their words", () => {
    const { texts, labels, topics, topicClasses } = generate.reviews({ count: 1000, seed: 1 });
    assert.equal(labels.filter((label) => label === 1).length, 500);
    assert.deepEqual([...new Set(topics)].sort(), [...topicClasses.keys()]);
    for (const text of texts) assert.match(text, /^[a-z ,.]+ \.$/);
    const soups = [...topics.keys()].filter((i) => /\b(soup|waiter|menu)\b/.test(texts[i]));
    assert.ok(soups.length > 50 && soups.every((i) => topicClasses[topics[i]] === "restaurant"));
  });

  it("without negation and contrast counting words is always right, with them it is not", () => {
    const accuracy = (options: { negation?: number; contrast?: number }): number => {
      const { texts, labels } = generate.reviews({ count: 1000, seed: 2, ...options });
      return share(
        texts.map((text, i) => hits(text, good) > hits(text, bad) === (labels[i] === 1)),
      );
    };
    assert.equal(accuracy({ negation: 0, contrast: 0 }), 1);
    const counted = accuracy({});
    assert.ok(counted > 0.5 && counted < 0.8, String(counted));
    assert.ok(accuracy({ negation: 1, contrast: 0 }) < 0.1, "negation turns every word round");
  });

  it("who reads negation and what counts of a contrast is always right", () => {
    const { texts, labels } = generate.reviews({ count: 1000, seed: 3 });
    texts.forEach((text, i) => {
      const counts = text
        .split(" . ")[0]
        .replace(/^.*, but /, "")
        .replace(/although .*? , /, "")
        .replace(/ , even if .*$/, "");
      const clauses = counts.split(" and ").map((clause) => {
        const positive = hits(clause, good) > 0;
        return /\b(not|never|hardly)\b/.test(clause) ? !positive : positive;
      });
      for (const clause of clauses) assert.equal(clause, labels[i] === 1, text);
    });
  });

  it("a bad option is named", () => {
    assert.throws(() => generate.reviews({ count: 1, seed: 1, negation: 2 }), /negation .* not 2/);
  });
});

describe("datasets: sentences", () => {
  const made = generate.sentences({ count: 20_000, seed: 1 });
  const { texts, tokens, shape, vocabulary, logProbabilities, numbers, verbs } = made;

  it("as numbers are their texts, between start and end", () => {
    texts.slice(0, 500).forEach((text, i) => {
      const row = [...tokens.subarray(i * shape[1], (i + 1) * shape[1])];
      const end = row.indexOf(2);
      assert.equal(row[0], 1);
      assert.equal(
        row
          .slice(1, end)
          .map((id) => vocabulary[id])
          .join(" "),
        text,
      );
      assert.ok(row.slice(end + 1).every((id) => id === 0));
    });
    assert.equal(new Set(vocabulary).size, vocabulary.length);
    assert.deepEqual(generate.sentences({ count: 2, seed: 9 }).vocabulary, vocabulary);
  });

  it("their verbs agree with their subjects, at any distance", () => {
    const plural = /^(sleep|sing|run|wait|see|chase|like|hear|follow|think|say|know)$/;
    let far = 0;
    texts.forEach((text, i) => {
      const verb = vocabulary[tokens[i * shape[1] + verbs[i]]];
      assert.equal(plural.test(verb), numbers[i] === 1, text);
      const [first, second, third] = text.split(" ");
      const subject = /^(the|a|every|this|some|all|these)$/.test(second)
        ? first
        : `${second} ${third}`;
      const nouns = /\b(cats|dogs|children|sailors|teachers|birds|farmers|geese)\b/;
      const singular = /\b(cat|dog|child|sailor|teacher|bird|farmer|goose)\b/;
      assert.ok((numbers[i] === 1 ? nouns : singular).test(subject), text);
      if (verbs[i] > 6) far++;
    });
    assert.ok(far > 500, String(far));
  });

  it("come as often as their probabilities say", () => {
    // By probability, the likely sentences hold a share of all; they must be met as often.
    const byText = new Map<string, { log: number; met: number }>();
    texts.forEach((text, i) => {
      const seen = byText.get(text) ?? { log: logProbabilities[i], met: 0 };
      assert.equal(seen.log, logProbabilities[i], "one derivation");
      byText.set(text, { ...seen, met: seen.met + 1 });
    });
    const likely = [...byText.values()].filter(({ log }) => log > -7.9);
    const expected = likely.reduce((sum, { log }) => sum + Math.exp(log), 0) * texts.length;
    const met = likely.reduce((sum, entry) => sum + entry.met, 0);
    assert.ok(likely.length > 100, String(likely.length));
    assert.ok(Math.abs(met / expected - 1) < 0.06, `${met} of ${expected}`);
  });
});
