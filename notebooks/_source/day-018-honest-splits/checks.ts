import { defineChecks, exercise, type Expect } from "daylab/check";
import { Random } from "daylab/nn";

interface Split {
  readonly train: number[];
  readonly test: number[];
}

interface Advert {
  readonly id: number;
  readonly home: number;
  readonly sold: Date;
  readonly district: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly distance: number;
  readonly kind: string;
  readonly area: number;
  readonly rooms: number;
  readonly bathrooms: number | null;
  readonly garden: number;
  readonly built: number | null;
  readonly condition: string | null;
  readonly energy: string | null;
  readonly price: number;
}

type Twins = (train: readonly Advert[], test: readonly Advert[]) => number[];

/** 600, 300 and 100 samples, mixed. */
const labels = Array.from({ length: 1000 }, (_, i) => (i % 10 < 6 ? "a" : i % 10 < 9 ? "b" : "c"));

/** Home 7 has three adverts, the others one or two. */
const groups = Array.from({ length: 300 }, (_, i) => (i < 200 ? i % 100 : i === 299 ? 7 : i - 100));

const flat: Advert = {
  id: 1,
  home: 1,
  sold: new Date(Date.UTC(2022, 3, 5)),
  district: "Station",
  latitude: 54.98647,
  longitude: 3.02098,
  distance: 2.02,
  kind: "flat",
  area: 57,
  rooms: 2,
  bathrooms: 1,
  garden: 0,
  built: 1951,
  condition: "fair",
  energy: "C",
  price: 182_000,
};

/** Both parts together hold every position once. */
function complete({ train, test }: Split, length: number, expect: Expect): void {
  expect.type(train, "array", "Return { train, test }: two lists of positions.");
  expect.type(test, "array", "Return { train, test }: two lists of positions.");
  const both = train.filter((i) => new Set(test).has(i));
  expect.that(
    both.length === 0,
    `Training and test part share ${both.length} positions, such as ${both[0]}. Each sample belongs to one part alone.`,
  );
  expect.equal(train.length + test.length, length, "Samples in both parts together.");
  const positions = [...train, ...test].sort((a, b) => a - b);
  expect.equal(positions, [...positions.keys()], "Every position from 0 on, once.");
}

export default defineChecks({
  stratify: exercise<(labels: readonly string[], share: number, random: Random) => Split>({
    title: "Stratify",
    hints: [
      "Go through the different labels: `for (const label of new Set(labels))`.",
      "The positions of one label, mixed: `random.shuffle([...labels.keys()].filter((i) => labels[i] === label))`.",
      "The first `Math.round(share * own.length)` of them go into the test part, the others into training.",
    ],
    check(stratify, expect: Expect) {
      expect.type(stratify, "function");
      const split = stratify(labels, 0.1, new Random("stratify"));
      complete(split, labels.length, expect);
      const count = (label: string) => split.test.filter((i) => labels[i] === label).length;
      const got = ["a", "b", "c"].map(count);
      expect.that(
        !(got[0] === got[1] && got[1] === got[2]),
        `Of the labels a, b, c there are 600, 300 and 100. Your test part has ${got.join(", ")} of them: as many of each.\nExpected a tenth of each: 60, 30 and 10.`,
      );
      expect.equal(
        got,
        [60, 30, 10],
        "A tenth of 600 a, 300 b and 100 c. Cut each label on its own; one cut through all of them leaves the shares to chance.",
      );
      const other = stratify(labels, 0.1, new Random("another seed"));
      expect.that(
        [...other.test].sort((a, b) => a - b).join() !==
          [...split.test].sort((a, b) => a - b).join(),
        "Two seeds gave the same test part: it is always the first samples of each label.\nMix each label's positions with random.shuffle before you cut. Tables are often sorted, by day for instance.",
      );
    },
  }),

  seen: exercise<{ share: number; error: "lower" | "higher" | "same" }>({
    title: "How many were seen before?",
    hints: [
      "First: which share of the 2 400 adverts has a twin at all? 800 homes have two adverts each.",
      "Second: if it has one, how likely is that twin in the training part, which holds 80 %?",
      "Multiply the two. And an advert whose twin was learnt is an easy question.",
    ],
    check({ share, error }, expect: Expect) {
      expect.that(
        share >= 0 && share <= 1,
        `Write a share between 0 and 1, such as 0.25 for a quarter.\nReceived: ${share}`,
      );
      expect.that(
        Math.abs(share - 0.8) > 0.06,
        "0.8 is the chance that a twin is in the training part, if there is one. Not every advert has a twin.",
      );
      expect.that(
        Math.abs(share - 1 / 3) > 0.06,
        "A third of the adverts are copies. But an original whose copy was learnt has been seen as well: 800 pairs are 1 600 of the 2 400 adverts.",
      );
      expect.close(share, (1600 / 2400) * 0.8, 0.06, "share: has a twin, and it lies in training.");
      expect.equal(
        error,
        "lower",
        "error: the forest has learnt the price of more than half of the test homes. Is its error the truth?",
      );
    },
  }),

  twins: exercise<{ twins: Twins; rough: (degrees: number) => number }>({
    title: "Find the twins",
    hints: [
      "Make a fingerprint: a text of all that both agents would write alike.",
      'Kind, area, rooms, garden and the place in four decimals: `[kind, area, rooms, garden, rough(latitude), rough(longitude)].join(" ")`.',
      "Put the fingerprints of `train` into a `Set`; keep the test adverts whose fingerprint is in it.",
    ],
    check({ twins }, expect: Expect) {
      expect.type(twins, "function");
      const copy = {
        ...flat,
        id: 2,
        sold: new Date(Date.UTC(2022, 3, 14)),
        price: 179_311,
        latitude: 54.9865,
        longitude: 3.021,
      };
      const neighbour = { ...flat, id: 3, home: 2, latitude: 54.98912, price: 190_000 };
      const bigger = { ...flat, id: 4, home: 3, area: 91, rooms: 3, price: 260_000 };
      const found = twins([flat], [bigger, copy, neighbour]);
      expect.type(found, "array", "Return a list of ids.");
      expect.that(
        found.includes(2),
        "Advert 2 is the twin of advert 1: same kind, area, rooms and garden, and the place is the same in four decimals.\nYou did not find it. Its id, price, day and last decimals differ: leave these out of the comparison.",
      );
      expect.that(
        !found.includes(3),
        "Advert 3 is another flat of the same size, 300 m away. It is no twin: compare the place too.",
      );
      expect.equal(found, [2], "Adverts 2, 3 and 4 are asked about; only 2 is a twin.");
      expect.equal(twins([], [flat, copy]), [], "Nothing was learnt, so nothing was seen before.");
      expect.equal(
        twins([copy], [flat]),
        [1],
        "The twin may also be the copy: round the places of both parts.",
      );
    },
  }),

  groups: exercise<(groups: readonly number[], share: number, random: Random) => Split>({
    title: "Mend the split",
    hints: [
      "The colleague shuffles `groups.keys()`: the positions of rows. What should be shuffled?",
      "The different groups: `random.shuffle(new Set(groups))`. Cut this list.",
      "A row goes to the test part if its group does: `away.has(groups[i])`.",
    ],
    check(splitGroups, expect: Expect) {
      expect.type(splitGroups, "function");
      const split = splitGroups(groups, 0.25, new Random("groups"));
      complete(split, groups.length, expect);
      const learnt = new Set(split.train.map((i) => groups[i]));
      const parted = new Set(split.test.map((i) => groups[i]).filter((group) => learnt.has(group)));
      expect.that(
        parted.size === 0,
        `${parted.size} groups have rows on both sides, such as group ${[...parted][0]}.\nShuffle and cut the groups, not the rows.`,
      );
      const away = new Set(split.test.map((i) => groups[i])).size;
      const all = new Set(groups).size;
      expect.equal(away, Math.round(0.25 * all), `Groups in the test part, of ${all} in all.`);
      const other = splitGroups(groups, 0.25, new Random("another seed"));
      expect.that(
        [...other.test].sort((a, b) => a - b).join() !==
          [...split.test].sort((a, b) => a - b).join(),
        "Two seeds gave the same test part. Mix the groups with random.shuffle before you cut.",
      );
    },
  }),
});
