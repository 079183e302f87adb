import { defineChecks, exercise, type Expect } from "daylab/check";

type Point = readonly number[];
type Points = readonly Point[];

const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

export default defineChecks({
  step: exercise<(points: Points, centres: Points) => Point[]>({
    title: "Assign and update",
    hints: [
      "`const labels = assign(points, centres)` says for each point which centre is nearest.",
      "For centre c: `points.filter((_, i) => labels[i] === c)`, then the mean of each coordinate.",
      "Divide by the number of these points. If there are none, return the old centre.",
    ],
    check(step, expect: Expect) {
      const line = [[0], [2], [10], [14]];
      const plane = [
        [0, 0],
        [0, 2],
        [8, 8],
        [8, 10],
      ];
      const moved = step(plane, [
        [1, 1],
        [7, 7],
      ]);
      const first = moved[0][1];
      expect.that(
        Math.abs(first - 0.5) > 1e-9,
        "The points (0, 0) and (0, 2) have the mean (0, 1).\nReceived: (0, 0.5)\nDid you divide by the number of all points? Divide by those of the cluster.",
      );
      expect.close(
        moved,
        [
          [0, 1],
          [8, 9],
        ],
        1e-9,
        "Points (0, 0), (0, 2), (8, 8), (8, 10) and centres (1, 1), (7, 7): each centre goes to the mean of its two points.",
      );
      const lonely = step(plane, [
        [4, 5],
        [99, 99],
      ]);
      expect.that(
        !Number.isNaN(lonely[1][0]),
        "No point came to the centre (99, 99): its mean is 0 divided by 0.\nExpected: it stays at (99, 99)\nReceived: NaN",
      );
      expect.close(lonely[1], [99, 99], 1e-9, "A centre without points stays where it is.");
      const short = step(line, [[1], [11]]);
      expect.that(
        short[0].length === 1,
        `Points with one coordinate have centres with one coordinate.\nReceived: ${short[0].length}\nTake as many as the centre has: centre.map((_, j) => …).`,
      );
      expect.close(short, [[1], [12]], 1e-9, "Points 0, 2, 10, 14 on a line, centres 1 and 11.");
    },
  }),

  seeding: exercise<(points: Points, centres: Points) => number[]>({
    title: "A fault in the seeding",
    hints: [
      "Read the definition again: the squared distance to *which* centre?",
      "With two centres, the point that lies on the first one must have no chance at all.",
      "`centres[nearest(point, centres)]` is the right centre.",
    ],
    check(chances, expect: Expect) {
      const points = [[0], [1], [3], [10]];
      const one = chances(points, [[0]]);
      expect.that(
        Math.abs(total(one) - 1) < 1e-9,
        `Chances add up to 1. Yours add up to ${total(one)}.\nDivide each weight by the sum of all.`,
      );
      expect.that(
        Math.abs(one[3] - 10 / 14) > 1e-9,
        "Points 0, 1, 3, 10 and a centre at 0: the chance of 10 is 100 / 110, not 10 / 14.\nThe distances are squared: without that, the many near points win too often.",
      );
      expect.close(one, [0, 1 / 110, 9 / 110, 100 / 110], 1e-9, "Points 0, 1, 3, 10, centre 0.");
      const two = chances(points, [[0], [10]]);
      expect.that(
        Math.abs(two[0]) < 1e-9,
        `Centres at 0 and 10: the point 0 lies on a centre, so its chance is 0.\nReceived: ${two[0]}\nThe nearest centre counts, not the one that was chosen last.`,
      );
      expect.close(two, [0, 0.1, 0.9, 0], 1e-9, "Points 0, 1, 3, 10, centres 0 and 10.");
    },
  }),

  silhouette: exercise<(i: number, points: Points, labels: readonly number[]) => number>({
    title: "The silhouette of one point",
    hints: [
      "One helper does both: the mean distance from point i to the members of a cluster, without i.",
      "a is that mean for the point's own cluster. b is the smallest of those of the other clusters.",
      "`Math.min(...others.map(meanTo))`, and then `(b - a) / Math.max(a, b)`.",
    ],
    check(silhouette, expect: Expect) {
      const points = [[0], [2], [10], [12], [100], [102]];
      const labels = [0, 0, 1, 1, 2, 2];
      const got = silhouette(0, points, labels);
      expect.that(
        got > 0,
        `Point 0 lies deep in its own cluster, so its silhouette is near 1.\nReceived: ${got}\nIs it b − a, and not a − b?`,
      );
      expect.that(
        Math.abs(got - (11 - 1) / 11) > 1e-9,
        "For point 0 you have a = 1: that counts the distance 0 to itself.\nExpected: a = 2, the distance to the one other point of its cluster.",
      );
      expect.that(
        Math.abs(got - (56 - 2) / 56) > 1e-9,
        "For point 0 you have b = 56: the mean over all other clusters together.\nExpected: b = 11, that of the nearest other cluster.",
      );
      expect.close(
        got,
        9 / 11,
        1e-9,
        "Points 0, 2 | 10, 12 | 100, 102: for the first one a = 2 and b = 11.",
      );
      expect.close(
        silhouette(2, [[0], [1], [2], [9], [10]], [0, 0, 1, 1, 1]),
        (1.5 - 7.5) / 7.5,
        1e-9,
        "A point on the wrong side has a silhouette below 0.",
      );
    },
  }),
});
