// %% [header] minutes=35
// Four measurements of a penguin say almost the same thing four times. Today you find the few directions
// that matter, draw digits from ten numbers, and catch the method throwing the answer away.

// %% [markdown]
// ## Why this matters
//
// Tables have many columns, and the columns repeat each other: a bird with long wings is heavy as well.
// **Principal component analysis** (PCA) turns the axes so that the first one catches as much of the
// spread as any direction can, the second as much of the rest, and so on. Then you keep the first few.
//
// The question of the day: **how many numbers do you need for a picture of 64 pixels, and what is lost
// with the others?** The second half of it has an exact answer.

// %% tags=["setup"]
import { load } from "daylab/datasets";
import { PCA } from "daylab/learn";
import { Random } from "daylab/nn";
import { imageGrid, line, scatter } from "daylab/plot";
import { lesson, todo } from "daylab/check";

type Rows = number[][];
const { check, hint, solution, outcome, passed } = await lesson("day-057");

// %% [markdown]
// ## The data
//
// | | penguins | digits |
// |:---|:---|:---|
// | **Source** | Palmer Station, Antarctica, 2007–2009 | forms that 13 people filled in, 1998 |
// | **Size** | 342 birds with all 4 measurements | 1 797 pictures of 8 × 8 pixels |
// | **Units** | bill length, bill depth, flipper in mm; mass in g | ink, from 0 to 16 |
// | **Licence** | CC0 | CC BY 4.0 |

// %%
const measures = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"] as const;
const penguins = load("penguins").dropNa({ subset: [...measures] });
const birds: Rows = penguins.toRecords().map((bird) => measures.map((name) => Number(bird[name])));

scatter(penguins, { x: "flipper_length_mm", y: "body_mass_g", xTitle: "Flipper length (mm)",
  yTitle: "Body mass (g)" })

// %% [markdown]
// *342 birds. Two measurements, and nearly one line.*
//
// ## Centre, then covariance
//
// The **covariance** of two columns says how they vary together: the mean product of their distances
// from their means. Of a column with itself it is the variance. For all pairs it is a table, the
// covariance matrix. With $n$ samples and means $\mu_a$, $\mu_b$:
//
// $$C_{a,b} = \frac{1}{n - 1} \sum_{i=1}^{n} (x_{i,a} - \mu_a)(x_{i,b} - \mu_b)$$
//
// ### Exercise 1: covariance
//
// Write `covariance(x)`: the matrix $C$ for rows of numbers. `centre(x)` takes the means away.

// %%
const meansOf = (x: Rows) =>
  x[0].map((_, a) => x.reduce((sum, row) => sum + row[a], 0) / x.length);
function centre(x: Rows): Rows {
  const means = meansOf(x);
  return x.map((row) => row.map((value, a) => value - means[a]));
}

// %% exercise="covariance"
let covariance: (x: Rows) => Rows = todo();
// --- solution
covariance = (x) => {
  const centred = centre(x);
  return x[0].map((_, a) => x[0].map((_, b) =>
    centred.reduce((sum, row) => sum + row[a] * row[b], 0) / (x.length - 1)));
};
// --- end

// %% tags=["test-wrong"] exercise="covariance"
covariance = (x) => x[0].map((_, a) => x[0].map((_, b) =>
  x.reduce((sum, row) => sum + row[a] * row[b], 0) / (x.length - 1)));

// %% tags=["test-wrong"] exercise="covariance"
covariance = (x) => {
  const centred = centre(x);
  return x[0].map((_, a) => x[0].map((_, b) =>
    centred.reduce((sum, row) => sum + row[a] * row[b], 0) / x.length));
};

// %% tags=["test-wrong"] exercise="covariance"
covariance = (x) => {
  const centred = centre(x);
  return x.map((_, i) => x.map((_, j) =>
    centred[i].reduce((sum, value, a) => sum + value * centred[j][a], 0) / (x.length - 1)));
};

// %% tags=["check"] exercise="covariance"
await check("covariance", covariance);

// %% [markdown]
// The lesson goes on with its own, `spread`, so that all pictures are there.
//
// ## The longest direction
//
// Along a direction $v$ of length 1, the samples have the variance $v^\top C v$. Which $v$ makes it
// largest? An **eigenvector** of $C$: a direction that $C$ only stretches, $C v = \lambda v$. And the
// factor $\lambda$, its **eigenvalue**, *is* the variance along it.
//
// Day 5 found one by **power iteration**: multiply any vector by $C$ again and again. It turns towards
// the direction that is stretched most. Then take that direction out of $C$ (this is called deflation),
// and do it again for the next.

// %%
function spread(x: Rows): Rows {
  const centred = centre(x);
  return x[0].map((_, a) => x[0].map((_, b) =>
    centred.reduce((sum, row) => sum + row[a] * row[b], 0) / (x.length - 1)));
}
const dot = (u: number[], v: number[]) => u.reduce((sum, value, i) => sum + value * v[i], 0);

function components(c: Rows, count: number) {
  let rest = c;
  return Array.from({ length: count }, () => {
    let v = rest.map((_, i) => 1 + 0.1 * i);
    for (let step = 0; step < 1000; step++) {
      const next = rest.map((row) => dot(row, v));
      const length = Math.sqrt(dot(next, next));
      v = next.map((value) => value / length);
    }
    const variance = dot(v, rest.map((row) => dot(row, v)));
    rest = rest.map((row, a) => row.map((value, b) => value - variance * v[a] * v[b]));
    return { v, variance };
  });
}

// %% [markdown]
// The oracle is the library's `PCA`, whose tests compare it with a Python program.

// %%
const byHand = components(spread(birds), 4);
const oracle = new PCA().fit(birds);
const directions = oracle.components_.toArray();
byHand.map(({ v, variance }, i) => ({ variance: variance.toFixed(2),
  "off by": Math.abs(variance - oracle.explainedVariance_[i]).toExponential(1),
  "direction off by": Math.max(...v.map((value, a) => Math.abs(value - directions[i][a])))
    .toExponential(1) }))

// %% [markdown]
// Only rounding, in the directions too. There we were lucky: our walk began with positive numbers. Begin
// it with negative ones, and every direction comes out the other way round, off by up to 2.
//
// ### Exercise 2: which end is up?
//
// If $v$ is an eigenvector, so is $-v$. Both are right, and which one you get hangs on chance: the
// starting vector, the library, its version. A picture may come out mirrored overnight.
//
// A convention settles it: **the value of greatest size in a component is positive.** Write
// `settleSign(v)`, which gives $v$ or $-v$. Leave `v` itself as it is.

// %% exercise="sign"
let settleSign: (v: number[]) => number[] = todo();
// --- solution
settleSign = (v) => {
  const largest = v.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best));
  return largest < 0 ? v.map((value) => -value) : [...v];
};
// --- end

// %% tags=["test-wrong"] exercise="sign"
settleSign = (v) => (v[0] < 0 ? v.map((value) => -value) : [...v]);

// %% tags=["test-wrong"] exercise="sign"
settleSign = (v) => v.map((value) => Math.abs(value));

// %% tags=["test-wrong"] exercise="sign"
settleSign = (v) => (Math.max(...v) < 0 ? v.map((value) => -value) : [...v]);

// %% tags=["check"] exercise="sign"
await check("sign", settleSign);

// %% [markdown]
// ## Predict first
//
// The share of all variance that lies along the first component is its **explained variance ratio**.
// The four measurements of the penguins: **what share does one single direction catch: about a quarter,
// a half, three quarters, or nearly all?** And can you trust that number?

// %%
const shares = (x: Rows) =>
  Array.from(new PCA().fit(x).explainedVarianceRatio_, (share) => share.toFixed(4)).join("  ");
console.log("in mm and g: ", shares(birds));
console.log("direction 1: ", directions[0].map((value) => value.toFixed(3)).join("  "));

// %%
const inKilograms = birds.map(([bill, depth, flipper, mass]) =>
  [bill, depth, flipper, mass / 1000]);
const stds = spread(birds).map((row, a) => Math.sqrt(row[a]));
const standardised = centre(birds).map((row) => row.map((value, a) => value / stds[a]));
console.log("in mm and kg:", shares(inKilograms));
console.log("standardised:", shares(standardised));

// %% [markdown]
// 0.9999: one number for a whole penguin? No. The first component is the mass, and nothing else: grams
// give large numbers, large numbers have large variances. In kilograms it is the flipper's turn, with
// 0.9197. Same birds. **PCA follows the units.** Divide each column by its standard deviation, and the
// honest share is 0.6884.
//
// ## Pictures in ten numbers
//
// All pixels of a digit have the same unit, so nothing needs scaling there. The first components, as
// pictures (grey is 0):

// %%
const digits = load("digits").toRecords();
const images: Rows = digits.map(({ target, ...pixels }) => Object.values(pixels).map(Number));
const pca = new PCA().fit(images);
const v64 = pca.components_.toArray();
const asPicture = (row: number[]) =>
  Array.from({ length: 8 }, (_, i) => row.slice(8 * i, 8 * i + 8));
imageGrid(v64.slice(0, 10).map((row) => asPicture(row)), { columns: 10, range: [-0.4, 0.4],
  labels: Array.from({ length: 10 }, (_, i) => `${i + 1}`) })

// %% [markdown]
// *Each is a recipe: where it is white, ink is added, where it is black, ink is taken away.*
//
// ### Exercise 3: there and back
//
// To **project** a picture: take the means away, then the dot product with each of the $k$ components.
// That gives $k$ numbers. To **reconstruct**: add up the components, each times its number, and the means.
//
// Write `reconstruct(x, means, v)`: for each row of `x`, the row that is left after going there and back.
// `v` holds the components you keep, one a row.

// %% exercise="reconstruct"
let reconstruct: (x: Rows, means: number[], v: Rows) => Rows = todo();
// --- solution
reconstruct = (x, means, v) => x.map((row) => {
  const scores = v.map((direction) => dot(direction, row.map((value, a) => value - means[a])));
  return means.map((mean, a) =>
    scores.reduce((sum, score, k) => sum + score * v[k][a], mean));
});
// --- end

// %% tags=["test-wrong"] exercise="reconstruct"
reconstruct = (x, means, v) => x.map((row) => {
  const scores = v.map((direction) => dot(direction, row.map((value, a) => value - means[a])));
  return means.map((_, a) => scores.reduce((sum, score, k) => sum + score * v[k][a], 0));
});

// %% tags=["test-wrong"] exercise="reconstruct"
reconstruct = (x, means, v) => x.map((row) => {
  const scores = v.map((direction) => dot(direction, row));
  return means.map((mean, a) =>
    scores.reduce((sum, score, k) => sum + score * v[k][a], mean));
});

// %% tags=["test-wrong"] exercise="reconstruct"
reconstruct = (x, means, v) => x.map((row) =>
  v.map((direction) => dot(direction, row.map((value, a) => value - means[a]))));

// %% tags=["check"] exercise="reconstruct"
await check("reconstruct", reconstruct);

// %%
const back = (k: number) => {
  const few = new PCA({ nComponents: k }).fit(images);
  return few.inverseTransform(few.transform(images.slice(0, 10))).toArray();
};
const kept = [1, 2, 5, 10, 20, 64];
imageGrid(kept.flatMap((k) => back(k).map((row) => asPicture(row))), { columns: 10, scale: 7,
  range: [0, 16], labels: kept.flatMap((k) => Array.from({ length: 10 }, () => `${k}`)) })

// %% [markdown]
// *Ten digits, drawn from 1, 2, 5, 10, 20 and all 64 numbers.*
//
// ## What is lost, exactly
//
// The baseline keeps nothing: it draws the mean picture for everybody. Its squared error, added up over
// the pixels and divided by $n - 1$, is the whole variance. Each component that you keep takes away its
// own variance. So the error with $k$ components should be the sum of the variances that were dropped:

// %%
const squaredError = (a: Rows, b: Rows) => a.reduce((sum, row, i) =>
  sum + row.reduce((s, value, j) => s + (value - b[i][j]) ** 2, 0), 0) / (a.length - 1);
const variances = [...pca.explainedVariance_];
const dropped = (k: number) => variances.slice(k).reduce((sum, value) => sum + value, 0);
const means = [...pca.mean_];
console.log(`baseline: ${squaredError(images, images.map(() => means)).toFixed(4)}`);
console.log(`all variances: ${dropped(0).toFixed(4)}`);

// %%
const few = new PCA({ nComponents: 10 }).fit(images);
const tenNumbers = few.inverseTransform(few.transform(images)).toArray();
console.log(`error with 10:  ${squaredError(images, tenNumbers).toFixed(8)}`);
console.log(`dropped, 11–64: ${dropped(10).toFixed(8)}`);

// %%
const curve = Array.from({ length: 65 }, (_, k) => ({ k, lost: dropped(k) / dropped(0) }));
display(line(curve, { x: "k", y: "lost", xTitle: "Components kept",
  yTitle: "Share of the variance that is lost", points: false }));
console.log([5, 10, 20, 30].map((k) => `${k}: ${curve[k].lost.toFixed(3)}`).join("   "));

// %% [markdown]
// *Ten numbers of 64 lose 0.262 of the variance, 20 lose 0.106, 30 lose 0.041.*
//
// The two sums agree to the last digit shown: you know what you lose before you reconstruct anything.
//
// ## An honest failure
//
// PCA keeps what varies. Is that what matters? Two kinds of samples, 200 of each. They differ across a
// long cloud, not along it.

// %%
const random = new Random(57);
const cloud = Array.from({ length: 400 }, (_, i) => {
  const along = random.normal(0, 5);
  const across = (i % 2 === 0 ? -1 : 1) + random.normal(0, 0.3);
  return { kind: i % 2 === 0 ? "A" : "B", x: 0.8 * along - 0.6 * across,
    y: 0.6 * along + 0.8 * across };
});
scatter(cloud, { x: "x", y: "y", color: "kind", xTitle: "First feature", yTitle: "Second feature" })

// %% [markdown]
// *You can tell A from B with a ruler.*
//
// Keep one component of two. A sample belongs to the kind whose mean, along that component, is nearer.
// How many of the 400 will be right?

// %%
const both = new PCA().fit(cloud.map(({ x, y }) => [x, y]));
const scores = both.transform(cloud.map(({ x, y }) => [x, y])).toArray();
const right = [0, 1].map((c) => {
  const meanOf = (kind: string) => {
    const of = scores.filter((_, i) => cloud[i].kind === kind);
    return of.reduce((sum, row) => sum + row[c], 0) / of.length;
  };
  const [a, b] = [meanOf("A"), meanOf("B")];
  return scores.filter((row, i) =>
    (Math.abs(row[c] - a) < Math.abs(row[c] - b) ? "A" : "B") === cloud[i].kind).length;
});
const share = both.explainedVarianceRatio_;
for (const c of [0, 1])
  console.log(`component ${c + 1}: ${(100 * share[c]).toFixed(1)} % of the variance,`,
    `${right[c]} of 400 right`);

// %% [markdown]
// The component with 96.4 % of the variance gets 205 of 400 right, as a coin would. The one that you
// would have thrown away gets all 400. PCA never saw the kinds: it keeps what is large, not what matters.

// %% [markdown]
// ## What you reached
//
// Your reconstruction of all 1 797 digits from ten numbers each, against the sum of the dropped variances.

// %% tags=["outcome"]
const mine = passed() < 3 ? undefined : reconstruct(images, means, v64.slice(0, 10));
const gap = mine ? Math.abs(squaredError(images, mine) - dropped(10)) : NaN;
outcome("error-minus-dropped", gap, { atMost: 1e-8, pendingUntilChecked: true });

// %% [markdown]
// ## Summary
//
// 1. Covariance: centre first, then the mean products of all pairs of columns.
// 2. Its eigenvectors are the principal components; an eigenvalue is the variance along its component.
// 3. A component's sign is nobody's choice. Settle it, or pictures turn over.
// 4. What is lost is the sum of the dropped variances, to the last digit.
// 5. PCA follows units, so standardise unless they are equal. And it keeps variance, not meaning.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. You forget to centre. What will the first component mostly point at?
//    <details><summary>Answer</summary>At the mean of the data, seen from zero.</details>
// 2. You write the flipper in metres. What happens to its part in the first component?
//    <details><summary>Answer</summary>Its variance becomes a million times smaller, so it all but vanishes.</details>
// 3. Two programs give components of opposite sign. Which one is wrong?
//    <details><summary>Answer</summary>Neither. The scores change their sign too, and the reconstruction is the same.</details>
// 4. The first component catches 99 %. Is it a good feature for telling two classes apart?
//    <details><summary>Answer</summary>Nobody knows. PCA has not seen the classes.</details>
// 5. What is the error if you keep all 64 components?
//    <details><summary>Answer</summary>Nothing but rounding: no variance was dropped.</details>

// %% [markdown]
// ## Going further
//
// - Karl Pearson, *On Lines and Planes of Closest Fit to Systems of Points in Space*, 1901: PCA, by hand.
// - Ian Jolliffe and Jorge Cadima, *Principal component analysis: a review and recent developments*,
//   2016.
//
// Tomorrow: how many components to keep, and what a classifier says to it.
