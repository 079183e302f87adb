import { defineChecks, exercise, type Expect } from "daylab/check";

type Numbers = readonly number[];

interface Question {
  readonly input: number[];
  readonly target: number[];
}

interface Possible {
  has(name: string): boolean;
}

export default defineChecks({
  question: exercise<(name: string) => Question>({
    title: "Find the planted bug",
    hints: [
      "Look at one place: the input there is what the network reads. What should the target be: the same, or what comes after?",
      "After the mark comes the first letter. After the last letter comes the mark.",
      "The input is right: `[0, ...codes(name)]`. The target is the codes first, and then 0.",
    ],
    check(question, expect: Expect) {
      expect.type(question, "function");
      const { input, target } = question("abc");
      expect.type(input, "array");
      expect.type(target, "array");
      expect.that(
        input.join() !== target.join(),
        `For "abc" input and target are both ${input.join(", ")}: the network is asked for the character that it is just reading. It copies, and its loss is 0.\nMove the target by one place.`,
      );
      expect.that(
        target.join() !== "0,1,2,3",
        "For each place your target is the character before it: the network learns to look back.\nExpected: what comes next. For the first place, the mark, that is a (1).",
      );
      expect.equal(
        input,
        [0, 1, 2, 3],
        'The input of "abc": the mark, then all letters. Without the mark nobody learns how names begin; without the last letter nobody learns what comes after it.',
      );
      expect.equal(target, [1, 2, 3, 0], 'The target of "abc": all letters, then the mark.');
    },
  }),

  draw: exercise<(probabilities: Numbers, u: number) => number>({
    title: "Draw",
    hints: [
      "Keep a running sum of the probabilities: the end of the piece where you are.",
      "Return the first index whose end lies beyond u: `if (u < end) return i;`",
      "After the loop: `return probabilities.length - 1`.",
    ],
    check(pick, expect: Expect) {
      expect.type(pick, "function");
      const probabilities = [0.2, 0.5, 0.3];
      const about =
        "With [0.2, 0.5, 0.3] the pieces end at 0.2, 0.7 and 1, so u = 0.1, 0.3, 0.6 and 0.9 lie in the pieces 0, 1, 1 and 2.";
      const got = [0.1, 0.3, 0.6, 0.9].map((u) => pick(probabilities, u));
      expect.that(
        !(new Set(got).size === 1),
        `${about}\nReceived: ${got.join(", ")}, always the same. The likeliest must not come every time: use u.`,
      );
      expect.that(
        got.join() !== "0,0,1,2",
        `${about}\nReceived: ${got.join(", ")}, as if all pieces were equally long.`,
      );
      expect.that(
        !got.includes(-1),
        `${about}\nReceived: ${got.join(", ")}. Compare u with the sum of the probabilities up to there, not with each of them alone.`,
      );
      expect.equal(got, [0, 1, 1, 2], about);
      expect.equal(pick([0.5, 0.4999], 0.99999), 1, "u beyond all pieces: the last index.");
    },
  }),

  temperature: exercise<(logits: Numbers, temperature: number) => number[]>({
    title: "Temperature",
    hints: [
      "First `largest`, then the powers `Math.exp((z - largest) / temperature)`, then divide by their sum.",
      "Dividing probabilities by T is something else: they would no longer add up to 1.",
      "All exponents are 0 or below once the largest is taken away, so nothing can become infinite.",
    ],
    check(soften, expect: Expect) {
      expect.type(soften, "function");
      const logits = [2, 1, 0];
      const softmax = (T: number) => {
        const powers = logits.map((z) => Math.exp(z / T));
        return powers.map((power) => power / powers.reduce((a, b) => a + b, 0));
      };
      expect.close(soften(logits, 1), softmax(1), 1e-9, "T = 1 is the softmax as it is.");
      const cold = soften(logits, 0.5);
      const sum = cold.reduce((a, b) => a + b, 0);
      expect.that(
        Math.abs(sum - 1) < 1e-9,
        `The probabilities for T = 0.5 add up to ${sum}.\nExpected: 1. Divide the logits by T before the softmax, not the probabilities after it.`,
      );
      expect.that(
        cold[0] > softmax(1)[0],
        `With T = 0.5 the likeliest of [2, 1, 0] should become likelier than 0.665.\nReceived: ${cold[0]}. Divide by T, do not multiply.`,
      );
      expect.close(cold, softmax(0.5), 1e-9, "soften([2, 1, 0], 0.5)");
      const frozen = soften([12, 10, -5], 0.01);
      expect.that(
        frozen.every((p) => Number.isFinite(p)),
        `soften([12, 10, -5], 0.01) gives ${frozen.join(", ")}: Math.exp(1200) is infinite, and infinite divided by infinite is NaN.\nSubtract the largest logit before you divide by T.`,
      );
      expect.close(frozen, [1, 0, 0], 1e-9, "soften([12, 10, -5], 0.01): the likeliest takes all.");
    },
  }),

  novel: exercise<(written: string[], known: ReadonlySet<string>, possible: Possible) => number>({
    title: "The share of inventions",
    hints: [
      "First `[...new Set(written)]`: each name once.",
      "Keep those that are not in `known` and that are `possible`.",
      "Divide by `written.length`: repetitions are names that were written, and none of them is new.",
    ],
    check(novelShare, expect: Expect) {
      expect.type(novelShare, "function");
      const written = [
        "utadon",
        "utadon",
        "xxq",
        "velosaurus",
        "eotitan",
        "velosaurus",
        "eodon",
        "eodon",
      ];
      const known = new Set(["eodon"]);
      const possible = new Set(["utadon", "velosaurus", "eotitan", "eodon"]);
      const got = novelShare(written, known, possible);
      const about =
        "Of these 8 names, 3 are inventions: utadon, velosaurus and eotitan. Two of them were written twice, xxq is nonsense, eodon is known.";
      expect.that(
        got !== 5 / 8,
        `${about}\nExpected: 3 of 8, 0.375\nReceived: 0.625, which is 5 of 8: you counted the repetitions.`,
      );
      expect.that(
        got !== 0.5,
        `${about}\nExpected: 3 of 8, 0.375\nReceived: 0.5, which is 4 of 8: xxq is new, but no name that the grammar can make.`,
      );
      expect.that(
        got !== 3 / 5,
        `${about}\nExpected: 3 of 8, 0.375\nReceived: 0.6, which is 3 of 5: divide by the number of names written, or a generator that says one new name a thousand times would score 1.`,
      );
      expect.close(got, 3 / 8, 1e-12, about);
    },
  }),
});
