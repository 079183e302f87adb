// %% [header] minutes=40
// No labels today. You give a machine 1 797 pictures and the number 10, and it sorts them into ten heaps.
// It will do so whether there are ten kinds or not.

// %% [markdown]
// ## Why this matters
//
// Most data have no labels. **Clustering** looks for groups without being told what they are: customers,
// stars, colours, noises. The oldest method is the most used: k-means. It is fast, it never fails to
// answer, and it never says "there is nothing here".
//
// The question of the day: **how do you notice that the answer is wrong, if nobody knows the right one?**

// %% tags=["setup"]
import { load } from "daylab/datasets";
import { adjustedRandScore, KMeans, silhouetteScore, StandardScaler } from "daylab/learn";
import { Random } from "daylab/nn";
import * as plot from "daylab/plot";
import { lesson, todo } from "daylab/check";

const { check, hint, solution, outcome, passed } = await lesson("day-055");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | Handwritten digits, 8 × 8 |
// | **Source** | E. Alpaydin, C. Kaynak, 1998, UCI Machine Learning Repository |
// | **Size** | 1 797 pictures, 64 columns, one label (0 to 9) that we hide until the end |
// | **Units** | darkness of a pixel, 0 to 16 |
// | **Licence** | CC BY 4.0 |
//
// (UCI is the University of California, Irvine.) First twenty of the pictures, then something smaller
// that one can see whole: 320 points in eight heaps, drawn from a seed. There the truth is known, so we
// can tell when k-means is wrong.

// %%
const digits = load("digits");
const pixels = digits.drop({ columns: ["target"] });
const pictures = pixels.values.map((row) => Array.from(row, Number));
type Point = readonly number[];
const asPicture = (row: Point) => Array.from({ length: 8 }, (_, r) => row.slice(8 * r, 8 * r + 8));
plot.imageGrid(pictures.slice(0, 20).map(asPicture), { range: [0, 16], scale: 4, columns: 10 })

// %%
const random = new Random(55);
const truth = Array.from({ length: 320 }, (_, i) => i % 8);
const places = truth.map((heap) => [6 * (heap % 4), 6 * Math.floor(heap / 4)]);
const points = places.map((place) => place.map((at) => at + random.normal(0, 0.8)));
const axes = { x: "across", y: "up", xTitle: "Across (no unit)", yTitle: "Up (no unit)",
  width: 520, height: 240 } as const;
plot.scatter(points.map(([across, up]) => ({ across, up })), axes)

// %% [markdown]
// *You see eight heaps at once. The machine sees 640 numbers.*
//
// ## Two steps, again and again
//
// Say that each heap has a **centre**. If you knew the centres, you could **assign** each point to the
// nearest one. If you knew who belongs where, you could **update** each centre: to the mean of its points.
// You know neither. So guess the centres, and do both in turn until nothing changes.
//
// The sum of the squared distances to the own centre is called **inertia**. Neither step can make it
// larger. So the walk must end.

// %%
const squared = (a: Point, b: Point) => a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

function nearest(point: Point, centres: readonly Point[]): number {
  let winner = 0;
  for (let c = 1; c < centres.length; c++) {
    if (squared(point, centres[c]) < squared(point, centres[winner])) winner = c;
  }
  return winner;
}
const assign = (points: readonly Point[], centres: readonly Point[]) =>
  points.map((point) => nearest(point, centres));
const inertia = (points: readonly Point[], centres: readonly Point[]) =>
  points.reduce((sum, point) => sum + squared(point, centres[nearest(point, centres)]), 0);

// %% [markdown]
// ### Exercise 1: assign and update
//
// Write `step(points, centres)`: assign every point to its nearest centre, and return the new centres,
// each the mean of its points. `assign` is there for you. A centre to which no point came stays where
// it is. Points may have any number of coordinates.

// %% exercise="step"
let step: (points: readonly Point[], centres: readonly Point[]) => Point[] = todo();
// --- solution
step = (points, centres) => {
  const labels = assign(points, centres);
  return centres.map((centre, c) => {
    const own = points.filter((_, i) => labels[i] === c);
    if (own.length === 0) return centre;
    return centre.map((_, j) => own.reduce((sum, point) => sum + point[j], 0) / own.length);
  });
};
// --- end

// %% tags=["test-wrong"] exercise="step"
step = (points, centres) => {
  const labels = assign(points, centres);
  return centres.map((centre, c) => {
    const own = points.filter((_, i) => labels[i] === c);
    return centre.map((_, j) => own.reduce((sum, point) => sum + point[j], 0) / own.length);
  });
};

// %% tags=["test-wrong"] exercise="step"
step = (points, centres) => {
  const labels = assign(points, centres);
  return centres.map((centre, c) => {
    const own = points.filter((_, i) => labels[i] === c);
    return centre.map((_, j) => own.reduce((sum, p) => sum + p[j], 0) / points.length);
  });
};

// %% tags=["test-wrong"] exercise="step"
step = (points, centres) => {
  const labels = assign(points, centres);
  return centres.map((centre, c) => {
    const own = points.filter((_, i) => labels[i] === c);
    if (own.length === 0) return centre;
    return [0, 1].map((j) => own.reduce((sum, point) => sum + point[j], 0) / own.length);
  });
};

// %% tags=["check"] exercise="step"
await check("step", step);

// %% [markdown]
// The lesson goes on with a step of its own. This is Lloyd's algorithm, whole:

// %%
function lloyd(points: readonly Point[], start: readonly Point[]) {
  const path = [start];
  for (;;) {
    const centres = path[path.length - 1];
    const labels = assign(points, centres);
    const next = centres.map((centre, c) => {
      const own = points.filter((_, i) => labels[i] === c);
      if (own.length === 0) return centre;
      return centre.map((_, j) => own.reduce((sum, point) => sum + point[j], 0) / own.length);
    });
    if (next.every((centre, c) => squared(centre, centres[c]) === 0)) return { centres, path };
    path.push(next);
  }
}

// %% [markdown]
// We start from the first eight points of the list, one of each heap (the generator deals them in turn).
// The oracle is the library's `KMeans` from the same start; its tests compare it with a Python program.

// %%
const lucky = lloyd(points, points.slice(0, 8));
const library = new KMeans({ nClusters: 8, init: points.slice(0, 8), tol: 0 }).fit(points);
const gaps = library.clusterCenters_
  .toArray()
  .flatMap((centre, c) => centre.map((value, j) => Math.abs(value - lucky.centres[c][j])));
console.log(`steps that moved a centre: ${lucky.path.length - 1}`);
console.log(`inertia: ${inertia(points, lucky.centres).toFixed(2)}`);
console.log(`largest difference to the library: ${Math.max(...gaps).toExponential(1)}`);

// %% [markdown]
// ## Predict first
//
// That start was a gift: one centre in each heap. Normally one takes eight points at random. **Of 200
// random starts, how many will find the eight heaps?** All? Most? Half? Write your number down.

// %%
const draws = new Random(1);
const randomStart = () => [...draws.permutation(points.length)].slice(0, 8).map((i) => points[i]);
const best = inertia(points, lucky.centres);
const runs = Array.from({ length: 200 }, () => lloyd(points, randomStart()));
const ends = runs.map((run) => inertia(points, run.centres));
const found = ends.filter((end) => end < best * 1.001).length;
console.log(`${found} of 200 starts found the eight heaps`);
plot.histogram(ends, { xTitle: "Inertia at the end", yTitle: "Starts", bins: 40 })

// %% [markdown]
// *Each stair is one more heap that was missed. The lowest bar, near 400, is the right answer.*
//
// 49: about one in four. How so many, even? That eight points drawn at random come from eight different
// heaps happens once in 416 times ($8! / 8^8$). The steps mend a lot. But not all. Here is the worst of
// the 200, at its end. Nothing moves any more, and every step was right:

// %%
const worst = runs[ends.indexOf(Math.max(...ends))];
const stuck = assign(points, worst.centres);
plot.scatter(
  points.map(([across, up], i) => ({ across, up, cluster: `cluster ${stuck[i] + 1}` })),
  { ...axes, color: "cluster" },
)

// %% [markdown]
// *Lower left, one heap is cut in three. Twice, two heaps share one centre. To mend that, a centre would
// have to cross empty land; but each step only goes to the mean of its own points.*
//
// This is the first way in which k-means is wrong. It is easy to notice: **start several times, and
// compare the inertia.** And it is easy to avoid.
//
// ## A better start
//
// k-means++ chooses the first centre at random. Each further one is drawn with a chance in proportion to
// the **squared** distance to the nearest centre so far. Far away means: probably another heap.
//
// ### Exercise 2: a fault in the seeding
//
// Someone wrote the chances down. The result is hardly better than chance, and no error is shown:
//
// ```ts
// const chances = (points, centres) => {
//   const weights = points.map((point) => squared(point, centres[centres.length - 1]));
//   const total = weights.reduce((a, b) => a + b, 0);
//   return weights.map((weight) => weight / total);
// };
// ```
//
// Find the fault. Write `chances(points, centres)` rightly: one chance for each point, 1 in total.

// %% exercise="seeding"
let chances: (points: readonly Point[], centres: readonly Point[]) => number[] = todo();
// --- solution
chances = (points, centres) => {
  const weights = points.map((point) => squared(point, centres[nearest(point, centres)]));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
};
// --- end

// %% tags=["test-wrong"] exercise="seeding"
chances = (points, centres) => {
  const weights = points.map((point) => squared(point, centres[centres.length - 1]));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
};

// %% tags=["test-wrong"] exercise="seeding"
chances = (points, centres) => {
  const weights = points.map((p) => Math.sqrt(squared(p, centres[nearest(p, centres)])));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
};

// %% tags=["test-wrong"] exercise="seeding"
chances = (points, centres) => points.map((p) => squared(p, centres[nearest(p, centres)]));

// %% tags=["check"] exercise="seeding"
await check("seeding", chances);

// %% [markdown]
// Now 200 starts of each kind, with the fault and without:

// %%
type Reach = (point: Point, centres: readonly Point[]) => number;
function plusPlus(reach: Reach, draws: Random): Point[] {
  const centres = [draws.choice(points)];
  while (centres.length < 8) {
    const weights = points.map((point) => reach(point, centres));
    let left = draws.uniform() * weights.reduce((a, b) => a + b, 0);
    centres.push(points[weights.findIndex((weight) => (left -= weight) < 0)]);
  }
  return centres;
}
function successes(reach: Reach): number {
  const draws = new Random(2);
  const ends = Array.from({ length: 200 }, () => lloyd(points, plusPlus(reach, draws)).centres);
  return ends.filter((centres) => inertia(points, centres) < best * 1.001).length;
}
const withFault = successes((point, centres) => squared(point, centres[centres.length - 1]));
const plus = successes((point, centres) => squared(point, centres[nearest(point, centres)]));
console.log(`random ${found}, with the fault ${withFault}, k-means++ ${plus}, of 200`);

// %% [markdown]
// Random 49, with the fault 67, k-means++ 124. A fault that makes things a little better is hard to see:
// nobody compares. It sends each centre far from the *last* one, and so, often, back to the one before.
//
// Even k-means++ misses in three of eight runs. But ten starts cost ten times as much, and then the
// chance that all miss is $(76 / 200)^{10}$, one in sixteen thousand. That is what `nInit: 10` does
// below.
//
// ## How many heaps?
//
// Inertia cannot tell: it falls with each further centre, and is 0 when every point has its own. People
// look for the **elbow**, the place where it stops to fall steeply. Another measure is the
// **silhouette**. For one point, $a$ is the mean distance to the other points of its cluster, and $b$ the
// mean distance to the points of the nearest *other* cluster:
//
// $$s = \frac{b - a}{\max(a, b)}$$
//
// It is 1 for a point deep in its own heap, 0 on a border, and below 0 for a point that is nearer another
// cluster.
//
// ### Exercise 3: the silhouette of one point
//
// Write `silhouette(i, points, labels)`. The point itself does not count in $a$. Every cluster has at
// least two points here, and there may be more than two clusters.

// %% exercise="silhouette"
const distance = (a: Point, b: Point) => Math.sqrt(squared(a, b));
type Silhouette = (i: number, points: readonly Point[], labels: readonly number[]) => number;
let silhouette: Silhouette = todo();
// --- solution
silhouette = (i, points, labels) => {
  const meanTo = (cluster: number) => {
    const members = [...points.keys()].filter((j) => j !== i && labels[j] === cluster);
    return members.reduce((sum, j) => sum + distance(points[i], points[j]), 0) / members.length;
  };
  const a = meanTo(labels[i]);
  const b = Math.min(...[...new Set(labels)].filter((c) => c !== labels[i]).map(meanTo));
  return (b - a) / Math.max(a, b);
};
// --- end

// %% tags=["test-wrong"] exercise="silhouette"
silhouette = (i, points, labels) => {
  const meanTo = (cluster: number) => {
    const members = [...points.keys()].filter((j) => labels[j] === cluster);
    return members.reduce((sum, j) => sum + distance(points[i], points[j]), 0) / members.length;
  };
  const a = meanTo(labels[i]);
  const b = Math.min(...[...new Set(labels)].filter((c) => c !== labels[i]).map(meanTo));
  return (b - a) / Math.max(a, b);
};

// %% tags=["test-wrong"] exercise="silhouette"
silhouette = (i, points, labels) => {
  const meanOf = (members: readonly number[]) =>
    members.reduce((sum, j) => sum + distance(points[i], points[j]), 0) / members.length;
  const a = meanOf([...points.keys()].filter((j) => j !== i && labels[j] === labels[i]));
  const b = meanOf([...points.keys()].filter((j) => labels[j] !== labels[i]));
  return (b - a) / Math.max(a, b);
};

// %% tags=["test-wrong"] exercise="silhouette"
silhouette = (i, points, labels) => {
  const meanTo = (cluster: number) => {
    const members = [...points.keys()].filter((j) => j !== i && labels[j] === cluster);
    return members.reduce((sum, j) => sum + distance(points[i], points[j]), 0) / members.length;
  };
  const a = meanTo(labels[i]);
  const b = Math.min(...[...new Set(labels)].filter((c) => c !== labels[i]).map(meanTo));
  return (a - b) / Math.max(a, b);
};

// %% tags=["check"] exercise="silhouette"
await check("silhouette", silhouette);

// %%
const ks = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const fits = ks.map((k) => new KMeans({ nClusters: k, nInit: 10, randomState: k }).fit(points));
const choice = ks.map((k, i) => ({
  k,
  inertia: fits[i].inertia_,
  silhouette: silhouetteScore(points, fits[i].labels_),
}));
plot.grid([
  plot.line(choice, { x: "k", y: "inertia", xTitle: "Clusters k", yTitle: "Inertia", width: 260 }),
  plot.line(choice, { x: "k", y: "silhouette", xTitle: "Clusters k", yTitle: "Mean silhouette",
    width: 260 }),
])

// %% [markdown]
// *Left: the elbow, at 8. Right: a peak at 8, with 0.74, that needs no eye.*
//
// ## Ten heaps of digits
//
// Now the pictures. Each is a point with 64 coordinates. The labels stay hidden. What will the ten
// centres look like?

// %%
const clustering = new KMeans({ nClusters: 10, nInit: 10, randomState: 55 }).fit(pictures);
plot.imageGrid(clustering.clusterCenters_.toArray().map(asPicture), {
  range: [0, 16],
  scale: 6,
  columns: 5,
})

// %% [markdown]
// *Means of pictures, and yet one can read most of them. Nobody told the machine that digits exist.*
//
// Now take the labels out. **Purity** is the share of pictures that belong to the commonest digit of
// their cluster. A baseline: throw the pictures into ten heaps blindly.

// %%
const labels = digits.column("target").values.map(Number);
function purity(clusters: ArrayLike<number>): number {
  const counts = Array.from({ length: 10 }, () => Array<number>(10).fill(0));
  labels.forEach((label, i) => (counts[clusters[i]][label] += 1));
  return counts.reduce((sum, row) => sum + Math.max(...row), 0) / labels.length;
}
const blind = new Random(3);
const digitPurity = purity(clustering.labels_);
console.log(`blind heaps: ${purity(labels.map(() => blind.integer(0, 10))).toFixed(3)}`);
console.log(`k-means:     ${digitPurity.toFixed(3)}`);

// %%
const table = Array.from({ length: 10 }, (_, cluster) => {
  const own = labels.filter((_, i) => clustering.labels_[i] === cluster);
  const shares = Array.from({ length: 10 }, (_, d) => own.filter((label) => label === d).length);
  const most = Math.max(...shares);
  const commonest = shares.indexOf(most);
  return { cluster: cluster + 1, pictures: own.length, commonest, "of these": most };
});
table

// %% [markdown]
// Purity 0.793, against 0.139 for blind heaps. 0, 4 and 6 are found nearly whole: 177 of 178 zeros lie in
// one cluster. Now look at the cluster of the eights: 100 of its 223 pictures are eights. 99 of the
// others are ones, with a thick stroke. And the nines share theirs with 52 eights and 42 fives. By the
// ink of pixels they *are* near. Nobody told the machine what a reader looks for.
//
// And would the silhouette have told you to ask for ten?

// %%
const digitKs = [2, 6, 8, 9, 10, 12, 16];
const digitCurve = digitKs.map((k) => ({ k, silhouette: silhouetteScore(pictures,
  new KMeans({ nClusters: k, nInit: 3, randomState: k }).fit(pictures).labels_) }));
plot.line(digitCurve, { x: "k", y: "silhouette", xTitle: "Clusters k", yTitle: "Mean silhouette" })

// %% [markdown]
// *Mind the axis: the heaps above had 0.74, and the best here is 0.19, at nine clusters.*
//
// So no: nine, perhaps, or twelve. The silhouette is not wrong. In the space of pixels there are no ten
// heaps with gaps between them. A low silhouette is the machine's way to say so, and the only way it has.
//
// ## An honest failure
//
// Two half moons, 200 points. You see at once which belong together. So you know the truth; let us ask
// the silhouette what it thinks of the truth, and of the answer of k-means.

// %%
const noise = new Random(8);
const moon = Array.from({ length: 200 }, (_, i) => i % 2);
const moons = moon.map((which) => {
  const angle = noise.uniform() * Math.PI;
  const at = which === 0 ? [Math.cos(angle), Math.sin(angle)]
    : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
  return at.map((value) => value + noise.normal(0, 0.06));
});
const split = new KMeans({ nClusters: 2, nInit: 10, randomState: 1 }).fit(moons);
plot.scatter(
  moons.map(([across, up], i) => ({ across, up, cluster: `cluster ${split.labels_[i] + 1}` })),
  { ...axes, color: "cluster" },
)

// %%
const moonAgreement = adjustedRandScore(moon, split.labels_);
console.log(`silhouette of the truth:   ${silhouetteScore(moons, moon).toFixed(3)}`);
console.log(`silhouette of k-means:     ${silhouetteScore(moons, split.labels_).toFixed(3)}`);
console.log(`agreement of the two:      ${moonAgreement.toFixed(3)}`);

// %% [markdown]
// *A straight border through both moons. Round heaps are all that k-means can see.*
//
// The truth gets a silhouette of 0.329, the wrong answer 0.451. So the measure that was to warn us
// praises the fault. It has the same prejudice as the method: near means together. **A measure that is
// made of the same distances cannot judge them.**
//
// The last line is the **adjusted Rand index**: 1 if two clusterings are the same, 0 if they agree as two
// random ones would.
//
// ## The one line that everyone forgets
//
// A last set: 178 wines of three kinds of grape, 13 measurements (M. Forina and others, UCI, CC BY 4.0).
// One of them, proline, goes up to 1 680 milligrams a litre, another, the hue, to 1.71. Distances add up
// squares. Whose squares?

// %%
const wine = load("wine");
const grapes = wine.column("cultivar").values.map(Number);
const raw = wine.drop({ columns: ["cultivar"] });
const scaled = new StandardScaler().fitTransform(raw);
const agreement = (x: Parameters<KMeans["fit"]>[0]) => adjustedRandScore(grapes,
  new KMeans({ nClusters: 3, nInit: 10, randomState: 4 }).fit(x).labels_);
const unscaledWine = agreement(raw);
const scaledWine = agreement(scaled);
console.log(`as measured: ${unscaledWine.toFixed(3)}`);
console.log(`scaled:      ${scaledWine.toFixed(3)}`);

// %% [markdown]
// From 0.371 to 0.897, by one line. As measured, the clusters are those of proline alone: its numbers are
// a thousand times those of the hue, their squares a million times. k-means follows units, as every
// method that measures distances.
//
// And here there were labels to tell us. Without them both answers look equally tidy. How do you notice,
// then? Four habits: scale; start several times; look at k and its neighbours; and look at the members of
// each cluster with your own eyes.

// %% [markdown]
// ## What you reached
//
// The heaps by your own step, the best of ten k-means++ starts; and the digits.

// %% tags=["outcome"]
const rightReach: Reach = (point, centres) => squared(point, centres[nearest(point, centres)]);
const more = new Random(11);
const tenEnds = passed() < 3 ? [] : Array.from({ length: 10 }, () => {
  let centres = plusPlus(rightReach, more);
  for (let t = 0; t < 50; t++) centres = step(points, centres);
  return centres;
}).sort((a, b) => inertia(points, a) - inertia(points, b));
const ari = passed() < 3 ? NaN : adjustedRandScore(truth, assign(points, tenEnds[0]));
outcome("blobs-agreement", ari, { atLeast: 0.95, pendingUntilChecked: true });
outcome("digit-purity", digitPurity, { atLeast: 0.78 });

// %% [markdown]
// ## Summary
//
// 1. k-means assigns each point to the nearest centre, moves each centre to its mean, and repeats.
// 2. It ends where no step helps, and that need not be the best place. Start several times.
// 3. k-means++ spreads the first centres by squared distance to the nearest one so far.
// 4. Inertia always falls with k. The silhouette has a peak, but shares the prejudice: round heaps.
// 5. Scale first: the column with the largest numbers decides alone.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. Why can neither step make the inertia larger?
//    <details><summary>Answer</summary>Assigning takes the nearest centre, and the mean is the place with the smallest sum of squared distances.</details>
// 2. What is the inertia with as many centres as points?
//    <details><summary>Answer</summary>0, and the clustering is worth nothing.</details>
// 3. Two runs with different seeds give different clusters. Which do you keep?
//    <details><summary>Answer</summary>The one with the smaller inertia, for the same k.</details>
// 4. What does a silhouette below 0 say about a point?
//    <details><summary>Answer</summary>On average it is nearer the points of another cluster than those of its own.</details>
// 5. You ask for 4 clusters in a cloud without any. What do you get?
//    <details><summary>Answer</summary>Four clusters, with no warning. A low silhouette is the only hint.</details>

// %% [markdown]
// ## Going further
//
// - Stuart Lloyd, *Least Squares Quantization in PCM*, written in 1957, printed in 1982: the two steps.
// - David Arthur and Sergei Vassilvitskii, *k-means++: The Advantages of Careful Seeding*, 2007.
//
// Tomorrow: a photograph in eight colours, and fifty labels that do the work of a thousand.
