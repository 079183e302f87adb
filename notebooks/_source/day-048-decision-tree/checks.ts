import { defineChecks, exercise, type Expect } from "daylab/check";

type Labels = readonly string[];

interface Rules {
  readonly maxDepth: number;
  readonly minBirds: number;
}

const times = (label: string, count: number) => Array<string>(count).fill(label);
const females = (count: number) => times("FEMALE", count);
const males = (count: number) => times("MALE", count);

export default defineChecks({
  entropy: exercise<(labels: Labels) => number>({
    title: "Entropy",
    hints: [
      "Count each label in a `Map`. Its share p is its count divided by `labels.length`.",
      "Each class that occurs adds `-p * Math.log2(p)`. A class that does not occur adds nothing.",
      "`[...counts.values()].reduce((bits, count) => …, 0)` adds them up.",
    ],
    check(entropy, expect: Expect) {
      const half = entropy([...females(3), ...males(3)]);
      expect.that(
        Math.abs(half - Math.LN2) > 1e-9,
        "Half and half gives 0.693: you took the natural logarithm.\nExpected: 1 bit, with Math.log2.",
      );
      expect.that(
        Math.abs(half - 0.5) > 1e-9,
        "Half and half gives 0.5: that is Gini, 1 less the sum of the squares.\nExpected: 1 bit, the entropy.",
      );
      expect.close(half, 1, 1e-9, "Three females and three males: half and half is 1 bit.");
      const alike = entropy(females(4));
      expect.that(
        !Number.isNaN(alike),
        "Four females, no male: 0 × log2(0) is NaN on a computer. Add only the classes that occur.\nExpected: 0\nReceived: NaN",
      );
      expect.close(alike, 0, 1e-9, "Four females: all alike is 0 bits.");
      expect.close(
        entropy(["Adelie", "Chinstrap", "Gentoo", "Emperor"]),
        2,
        1e-9,
        "Four species, one bird each: 2 bits, two yes-or-no answers. Labels may be any words.",
      );
      expect.close(entropy([...females(3), ...males(1)]), 0.8112781245, 1e-9, "Three to one.");
    },
  }),

  gain: exercise<(yes: Labels, no: Labels) => number>({
    title: "Information gain",
    hints: [
      "Before the question there is one group: `[...yes, ...no]`.",
      "Each side is weighted by its share: `yes.length / n * mixed(yes)`.",
      "`mixed([])` is NaN. If a side is empty, return 0 before you call it.",
    ],
    check(gain, expect: Expect) {
      expect.close(
        gain(females(5), males(5)),
        1,
        1e-9,
        "All females say yes, all males no: the question gives the whole bit.",
      );
      const useless = gain([...females(2), ...males(2)], [...females(3), ...males(3)]);
      expect.that(
        useless > -1e-9,
        `A question that leaves both sides half and half is worth 0, never less.\nReceived: ${useless}\nIs each side weighted by its share of the birds?`,
      );
      expect.close(useless, 0, 1e-9, "Both sides stay half and half: worth nothing.");
      const one = gain(females(1), [...females(4), ...males(5)]);
      expect.close(
        one,
        0.1080315,
        1e-6,
        "One female says yes, nine birds say no. The pure side has one bird of ten, so it weighs a tenth.",
      );
      const empty = gain([], [...females(2), ...males(2)]);
      expect.that(
        !Number.isNaN(empty),
        "Nobody says yes: the entropy of an empty group is NaN (0 divided by 0).\nExpected: 0, the question tells nothing.\nReceived: NaN",
      );
      expect.close(empty, 0, 1e-9, "Nobody says yes: the question tells nothing.");
    },
  }),

  cards: exercise<{ training: number; unseen: number }>({
    title: "Dealt cards",
    hints: [
      "When does the tree stop to grow? What does that say about the training birds?",
      "As long as two birds differ in some column, a question can part them.",
      "For an unseen bird, the dealt sex of the birds in its leaf is as good as a coin.",
    ],
    check({ training, unseen }, expect: Expect) {
      expect.that(
        training <= 1 && unseen <= 1 && training >= 0 && unseen >= 0,
        `Write shares between 0 and 1, such as 0.25 for a quarter.\nReceived: ${training} and ${unseen}`,
      );
      expect.that(
        training > 0.88,
        `training: ${training} is too low. The tree grows until every group is of one sex.\nIt does not ask whether the sex makes sense.`,
      );
      expect.that(
        Math.abs(unseen - 0.5) <= 0.12,
        `unseen: ${unseen} would mean that the tree found something in cards dealt at random.\nWhat can it know about a bird that it has not seen?`,
      );
    },
  }),

  stop: exercise<(labels: Labels, depth: number, rules: Rules) => boolean>({
    title: "Rules to stop",
    hints: [
      "Three conditions. Any one of them is enough: `||`.",
      "All the same: `new Set(labels).size === 1`.",
      "Reached means `depth >= rules.maxDepth`; fewer means `labels.length < rules.minBirds`.",
    ],
    check(stop, expect: Expect) {
      const rules = { maxDepth: 3, minBirds: 5 };
      const mixed = [...females(4), ...males(4)];
      expect.equal(
        stop(mixed, 1, rules),
        false,
        "Eight birds of both sexes at depth 1, with maxDepth 3 and minBirds 5: go on.",
      );
      expect.equal(
        stop(females(8), 1, rules),
        true,
        "Eight females, no male: there is nothing left to ask, whatever the rules say.",
      );
      expect.equal(
        stop(mixed, 4, rules),
        true,
        "Depth 4 with maxDepth 3: stop, however many birds there are. One rule is enough.",
      );
      expect.equal(
        stop(mixed, 3, rules),
        true,
        "Depth 3 with maxDepth 3: three questions were asked on the way here. Stop.",
      );
      expect.equal(
        stop([...females(2), ...males(2)], 1, rules),
        true,
        "Four birds with minBirds 5: too few to split, at any depth.",
      );
      expect.equal(
        stop([...females(2), ...males(3)], 1, rules),
        false,
        "Five birds with minBirds 5 are not fewer than five: go on.",
      );
    },
  }),
});
