// %% [header] minutes=35
// Every matrix is a sum of simple ones, in order of importance. Today you find that sum for a picture,
// wash the noise off a brick wall with it, and then tilt the camera.

// %% [markdown]
// ## Why this matters
//
// A picture of 64 × 64 pixels has 4 096 numbers. If it shows a wall, most of them repeat each other: each
// row of pixels within a course of bricks is the same row again. Noise repeats nothing. So there must be
// a way to keep the one and drop the other.
//
// The **singular value decomposition** (SVD) is that way. It works for any matrix at all, it is under
// the hood of Day 57's components, of search engines and of compressed networks.
//
// The question of the day: **which pictures are simple in the eyes of the SVD, and how many of its terms
// should one keep?**

// %% tags=["setup"]
import { lesson, todo } from "daylab/check";
import { TruncatedSVD } from "daylab/learn";
import { Random } from "daylab/nn";
import { imageGrid, line } from "daylab/plot";

type Matrix = number[][];
const { check, hint, solution, outcome } = await lesson("day-065");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | a brick wall, and the same wall with noise |
// | **Source** | made in the cells below, seeds 65 and 66 |
// | **Size** | 64 × 64 pixels |
// | **Units** | brightness, about 0 (black) to 1 (white); the noise has a standard deviation of 0.15 |
// | **Licence** | generated here, free |
//
// Each brick has a shade of its own. The mortar between them is dark. `wall(degrees)` can tilt the
// camera; we need that later.

// %%
const size = 64;
const table = (make: (i: number, j: number) => number): Matrix =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => make(i, j)));

function wall(degrees: number, random: Random): Matrix {
  const angle = degrees * Math.PI / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const shades = Array.from({ length: 20 }, () =>
    Array.from({ length: 12 }, () => random.uniform(0.45, 0.95)));
  return table((i, j) => {
    const down = cos * (i - 32) + sin * (j - 32) + 64.5;
    const course = Math.floor(down / 8);
    const along = cos * (j - 32) - sin * (i - 32) + 64.5 + (course % 2) * 8;
    const mortar = down % 8 < 1 || along % 16 < 1;
    return mortar ? 0.2 : shades[course][Math.floor(along / 16)];
  });
}
const sigma = 0.15;
const noisyOf = (clean: Matrix, random: Random): Matrix =>
  clean.map((row) => row.map((value) => value + random.normal(0, sigma)));

// %%
const clean = wall(0, new Random(65));
const noisy = noisyOf(clean, new Random(66));
imageGrid([clean, noisy], { labels: ["the wall", "with noise"], range: [0, 1], scale: 4 })

// %% [markdown]
// *Under the noise many neighbouring bricks can hardly be told apart.*
//
// ## How far from the truth?
//
// The usual measure is the **peak signal-to-noise ratio**, PSNR, in decibels (dB):
//
// $$\text{PSNR} = 10 \log_{10} \frac{1}{\text{MSE}}$$
//
// MSE is the mean squared error over all pixels, 1 the largest brightness. Ten times less error is 10 dB
// more, half the error 3 dB more.
//
// ### Exercise 1: PSNR
//
// Write `decibels(truth, picture)`.

// %% exercise="psnr"
let decibels: (truth: Matrix, picture: Matrix) => number = todo();
// --- solution
decibels = (truth, picture) => {
  const squares = truth.flatMap((row, i) => row.map((value, j) => (value - picture[i][j]) ** 2));
  const mse = squares.reduce((a, b) => a + b, 0) / squares.length;
  return 10 * Math.log10(1 / mse);
};
// --- end

// %% tags=["test-wrong"] exercise="psnr"
decibels = (truth, picture) => 10 * Math.log10(1 / truth.flatMap((row, i) =>
  row.map((value, j) => (value - picture[i][j]) ** 2)).reduce((a, b) => a + b, 0));

// %% tags=["test-wrong"] exercise="psnr"
decibels = (truth, picture) => {
  const squares = truth.flatMap((row, i) => row.map((value, j) => (value - picture[i][j]) ** 2));
  return 10 * Math.log(squares.length / squares.reduce((a, b) => a + b, 0));
};

// %% tags=["test-wrong"] exercise="psnr"
decibels = (truth, picture) => {
  const squares = truth.flatMap((row, i) => row.map((value, j) => (value - picture[i][j]) ** 2));
  return 10 * Math.log10(squares.reduce((a, b) => a + b, 0) / squares.length);
};

// %% tags=["check"] exercise="psnr"
await check("psnr", decibels);

// %% [markdown]
// The lesson goes on with its own. And a baseline: a box blur, which replaces each pixel by the mean of
// the 3 × 3 around it. (Day 74 has more of it.) A mean of nine has a third of the noise. Does that help?

// %%
function psnr(truth: Matrix, picture: Matrix): number {
  const squares = truth.flatMap((row, i) => row.map((value, j) => (value - picture[i][j]) ** 2));
  return 10 * Math.log10(squares.length / squares.reduce((a, b) => a + b, 0));
}
const blur = (picture: Matrix) => table((i, j) => {
  const window = picture.slice(Math.max(0, i - 1), i + 2)
    .flatMap((row) => row.slice(Math.max(0, j - 1), j + 2));
  return window.reduce((a, b) => a + b, 0) / window.length;
});
console.log(`noisy:   ${psnr(clean, noisy).toFixed(2)} dB`);
console.log(`blurred: ${psnr(clean, blur(noisy)).toFixed(2)} dB`);

// %% [markdown]
// Worse than before, by 1.7 dB. The blur does take noise away, but it smears the mortar over the bricks,
// and that costs more. It only knows that neighbours are alike. We know something better about walls.
//
// ## A sum of simple pictures
//
// The simplest matrix is a column times a row: $u v^\top$, with the entries $u_i v_j$. All its rows are
// one row, more or less bright. It is said to have **rank** 1. The SVD writes any matrix as a sum of
// such:
//
// $$A = s_1 u_1 v_1^\top + s_2 u_2 v_2^\top + \dots$$
//
// All $u$ have length 1 and stand at right angles to each other; so do all $v$. The **singular values**
// $s_1 \ge s_2 \ge \dots \ge 0$ say how much each term weighs. A matrix of rank $r$ has exactly $r$ that
// are not 0.
//
// ## Predict first
//
// Two pictures of 64 × 64 pixels: the clean brick wall, and a single white line from corner to corner on
// black. **Which needs more terms, and how many does each need?** Write both numbers down.
//
// ## Jacobi's idea: turn until all is square
//
// How to find the terms? Take two columns $a$ and $b$ of the matrix and **turn** them within their plane:
// $a' = c\,a - s\,b$, $b' = s\,a + c\,b$ with $c = \cos\varphi$, $s = \sin\varphi$. There is always an
// angle $\varphi$ (phi) that makes $a'$ and $b'$ perpendicular:
//
// $$\tan 2\varphi = \frac{2\, a \cdot b}{b \cdot b - a \cdot a}$$
//
// Do it for all pairs, over and over. In the end all columns are perpendicular: their lengths are the
// singular values, their directions the $u$. And the turns together are the $v$.
//
// ### Exercise 2: one turn
//
// Write `turn(a, b)`, which returns `[c, s]`. `Math.atan` undoes the tangent; it also takes ±Infinity,
// when both columns have the same length.

// %%
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);

// %% exercise="rotation"
let turn: (a: number[], b: number[]) => [number, number] = todo();
// --- solution
turn = (a, b) => {
  const angle = 0.5 * Math.atan((2 * dot(a, b)) / (dot(b, b) - dot(a, a)));
  return [Math.cos(angle), Math.sin(angle)];
};
// --- end

// %% tags=["test-wrong"] exercise="rotation"
turn = (a, b) => {
  const angle = Math.atan((2 * dot(a, b)) / (dot(b, b) - dot(a, a)));
  return [Math.cos(angle), Math.sin(angle)];
};

// %% tags=["test-wrong"] exercise="rotation"
turn = (a, b) => {
  const angle = 0.5 * Math.atan((2 * dot(a, b)) / (dot(a, a) - dot(b, b)));
  return [Math.cos(angle), Math.sin(angle)];
};

// %% tags=["test-wrong"] exercise="rotation"
turn = (a, b) => [1, dot(a, b) / dot(b, b)];

// %% tags=["check"] exercise="rotation"
await check("rotation", turn);

// %% [markdown]
// The whole method. `columns` are the columns of the matrix, `v` starts as the unit matrix and is turned
// along. A sweep goes over all pairs; when a sweep finds nothing left to turn, we are done.

// %%
interface Term { readonly s: number; readonly u: number[]; readonly v: number[] }

function turnPair(rows: number[][], p: number, q: number, cos: number, sin: number): void {
  const [a, b] = [rows[p], rows[q]];
  rows[p] = a.map((value, i) => cos * value - sin * b[i]);
  rows[q] = a.map((value, i) => sin * value + cos * b[i]);
}
function svd(matrix: Matrix): Term[] {
  const columns = matrix[0].map((_, j) => matrix.map((row) => row[j]));
  const v = columns.map((_, j) => columns.map((_, i) => Number(i === j)));
  for (let turned = true, sweep = 0; turned && sweep < 40; sweep++) {
    turned = false;
    for (let p = 0; p < columns.length; p++) for (let q = p + 1; q < columns.length; q++) {
      const [a, b] = [columns[p], columns[q]];
      const [aa, bb, ab] = [dot(a, a), dot(b, b), dot(a, b)];
      if (Math.abs(ab) <= 1e-14 * Math.sqrt(aa * bb) || aa * bb < 1e-28) continue;
      const angle = 0.5 * Math.atan(2 * ab / (bb - aa));
      for (const set of [columns, v]) turnPair(set, p, q, Math.cos(angle), Math.sin(angle));
      turned = true;
    }
  }
  return columns.map((column, j) => ({ s: Math.hypot(...column), column, v: v[j] }))
    .map(({ s, column, v }) => ({ s, u: column.map((value) => (s > 0 ? value / s : 0)), v }))
    .sort((one, other) => other.s - one.s);
}

// %% [markdown]
// The oracle: the library's `TruncatedSVD`, whose tests compare it with a Python program. It finds the
// terms in quite another way, from random directions.

// %%
const terms = svd(noisy);
const library = new TruncatedSVD({ nComponents: size, randomState: 1 }).fit(noisy);
const gap = Math.max(...terms.map(({ s }, i) => Math.abs(s - library.singularValues_[i])));
console.log(`largest difference of the 64 singular values: ${gap.toExponential(1)}`);

// %%
const ofWall = svd(clean).map(({ s }) => s);
const ofLine = svd(table((i, j) => Number(i === j))).map(({ s }) => s);
const named = (values: readonly number[], picture: string) =>
  values.map((s, i) => ({ term: i + 1, s: Math.max(s, 1e-3), picture }));
display(line([...named(ofWall, "brick wall"), ...named(ofLine, "diagonal line")], { x: "term",
  y: "s", color: "picture", yScale: "log", xTitle: "term", points: false,
  yTitle: "singular value, in factors of ten (at least 0.001)" }));
const rank = (values: readonly number[]) => values.filter((s) => s > 1e-9).length;
`brick wall: ${rank(ofWall)} terms; diagonal line: ${rank(ofLine)} terms`

// %% [markdown]
// *The wall ends after nine terms. The line needs all 64, and all weigh the same.*
//
// Did you guess so? The wall looks complicated and has rank 9: eight courses of bricks, and the mortar.
// The line looks simple, but no row of it is like any other. **Simple for the SVD means: the rows repeat
// each other.** It does not mean simple for your eye.
//
// ## Keep the first terms
//
// ### Exercise 3: find the planted bug
//
// `brokenLowRank` should add up the first $k$ terms. It runs without complaint, and with all 64 terms it
// should give back the noisy wall exactly. Look what it gives. Write `lowRank(terms, k)`.

// %%
const brokenLowRank = (terms: readonly Term[], k: number): Matrix =>
  table((i, j) => terms.slice(0, k).reduce((sum, { s, u, v }) => sum + s * u[j] * v[i], 0));
const whole = brokenLowRank(terms, 64);
console.log(`noisy wall against all 64 terms: ${psnr(noisy, whole).toFixed(2)} dB`);
imageGrid([noisy, whole], { labels: ["noisy", "all 64 terms?"], range: [0, 1], scale: 4 })

// %% exercise="low-rank"
let lowRank: (terms: readonly Term[], k: number) => Matrix = todo();
// --- solution
lowRank = (terms, k) => terms[0].u.map((_, i) => terms[0].v.map((_, j) =>
  terms.slice(0, k).reduce((sum, { s, u, v }) => sum + s * u[i] * v[j], 0)));
// --- end

// %% tags=["test-wrong"] exercise="low-rank"
lowRank = (terms, k) => terms[0].v.map((_, i) => terms[0].u.map((_, j) =>
  terms.slice(0, k).reduce((sum, { s, u, v }) => sum + s * u[j] * v[i], 0)));

// %% tags=["test-wrong"] exercise="low-rank"
lowRank = (terms, k) => terms[0].u.map((_, i) => terms[0].v.map((_, j) =>
  terms.slice(0, k).reduce((sum, { u, v }) => sum + u[i] * v[j], 0)));

// %% tags=["test-wrong"] exercise="low-rank"
lowRank = (terms, k) => terms[0].u.map((_, i) => terms[0].v.map((_, j) =>
  terms.slice(k - 1, k).reduce((sum, { s, u, v }) => sum + s * u[i] * v[j], 0)));

// %% tags=["check"] exercise="low-rank"
await check("low-rank", lowRank);

// %%
const firstTerms = (terms: readonly Term[], k: number): Matrix => table((i, j) =>
  terms.slice(0, k).reduce((sum, { s, u, v }) => sum + s * u[i] * v[j], 0));
const kept = [1, 2, 4, 9, 25, 64];
imageGrid(kept.map((k) => firstTerms(terms, k)), { labels: kept.map((k) => `${k}`),
  columns: 6, range: [0, 1], scale: 2 })

// %% [markdown]
// *The noisy wall from 1, 2, 4, 9, 25 and all 64 terms. First the bricks come, then the noise.*
//
// ## Nobody can do better
//
// Carl Eckart and Gale Young proved in 1936: among **all** matrices of rank $k$, the first $k$ terms are
// the nearest to $A$. And the distance, measured by the factor by which $A - A_k$ can stretch a vector at
// most, is exactly the first singular value that was left out, $s_{k+1}$.
//
// Believe it? The power iteration of Day 5 finds the largest stretch without knowing anything of an SVD.

// %%
function largestStretch(matrix: Matrix): number {
  const transposed = matrix[0].map((_, j) => matrix.map((row) => row[j]));
  let x = matrix[0].map((_, j) => Math.cos(j));
  let length = 0;
  for (let t = 0; t < 3000; t++) {
    const y = matrix.map((row) => dot(row, x));
    length = Math.hypot(...y) / Math.hypot(...x);
    const z = transposed.map((column) => dot(column, y));
    const norm = Math.hypot(...z);
    x = z.map((value) => value / norm);
  }
  return length;
}
const four = firstTerms(terms, 4);
const stretch = largestStretch(noisy.map((row, i) => row.map((value, j) => value - four[i][j])));
const eckartYoung = Math.abs(stretch - terms[4].s);
console.log(`stretch of the rest ${stretch.toFixed(8)}, fifth singular value`,
  `${terms[4].s.toFixed(8)}`);
`difference ${eckartYoung.toExponential(1)}`

// %% [markdown]
// ## How many terms?
//
// We want the wall, not its noisy picture. All 64 terms give back all of the noise. The wall has rank 9.
// So nine terms? Before you look: is 9 the best, are fewer better, or more?

// %%
const curve = Array.from({ length: size }, (_, i) =>
  ({ k: i + 1, psnr: psnr(clean, firstTerms(terms, i + 1)) }));
const best = curve.reduce((a, b) => (b.psnr > a.psnr ? b : a));
display(line(curve, { x: "k", y: "psnr", xTitle: "terms kept", yTitle: "PSNR (dB)",
  points: false }));
console.log([1, best.k, 9, 25, 64].map((k) =>
  `${k}: ${curve[k - 1].psnr.toFixed(2)} dB`).join("   "));

// %% [markdown]
// *The summit is at four terms. After it, every further term brings in more noise than wall.*
//
// Four terms give 23.76 dB, the true nine only 20.54. Look at the picture of the singular values again:
// the wall's last five terms weigh less than 2. The largest value of what is left after four terms is
// 2.47: under this noise they cannot be seen, and what stands in their place is noise.
//
// But this curve was drawn with the clean wall in hand. In earnest nobody has it. What one often has is
// the strength of the noise, from a picture of a grey card for example.
//
// The noise of 64 × 64 pixels with the standard deviation $\sigma$ (sigma) has the length
// $\sigma \sqrt{64 \cdot 64}$: the root of the sum of all squares, the **Frobenius norm**. What we drop
// should be noise, so it should be about as long as that. And the length of what is dropped is
// $\sqrt{s_{k+1}^2 + s_{k+2}^2 + \dots}$
//
// ### Exercise 4: the rank from the noise
//
// Write `rankFor(values, sigma, rows, columns)`: the **smallest** $k$ for which what is dropped is not
// longer than the noise. `values` are the singular values, the largest first.

// %% exercise="rank"
let rankFor: (values: number[], sigma: number, rows: number, columns: number) => number = todo();
// --- solution
rankFor = (values, sigma, rows, columns) => {
  const noise = sigma * Math.sqrt(rows * columns);
  for (let k = 0; k < values.length; k++)
    if (Math.hypot(...values.slice(k)) <= noise) return k;
  return values.length;
};
// --- end

// %% tags=["test-wrong"] exercise="rank"
rankFor = (values, sigma) => values.filter((s) => s > sigma).length;

// %% tags=["test-wrong"] exercise="rank"
rankFor = (values, sigma, rows, columns) => {
  const noise = sigma * Math.sqrt(rows * columns);
  const dropped = (k: number) => values.slice(k).reduce((a, b) => a + b, 0);
  return [...values.keys(), values.length].find((k) => dropped(k) <= noise) ?? values.length;
};

// %% tags=["test-wrong"] exercise="rank"
rankFor = (values, sigma, rows, columns) => [...values.keys(), values.length]
  .find((k) => Math.hypot(...values.slice(k)) <= sigma * rows * columns) ?? values.length;

// %% tags=["check"] exercise="rank"
await check("rank", rankFor);

// %%
function chosenRank(values: readonly number[], sigma: number): number {
  const k = values.findIndex((_, k) => Math.hypot(...values.slice(k)) <= sigma * size);
  return k < 0 ? values.length : k;
}
const values = terms.map(({ s }) => s);
const chosen = chosenRank(values, sigma);
const gain = curve[chosen - 1].psnr - psnr(clean, noisy);
console.log(`chosen ${chosen} terms, ${curve[chosen - 1].psnr.toFixed(2)} dB:`,
  `${gain.toFixed(2)} dB better than the noisy wall`);
imageGrid([noisy, blur(noisy), firstTerms(terms, chosen), clean], { range: [0, 1], scale: 4,
  columns: 4, labels: ["noisy", "blurred", `${chosen} terms`, "the truth"] })

// %% [markdown]
// *The blur lost the mortar with the noise. Four terms keep it sharp.*
//
// The rule says four, the summit, and it has never seen the clean wall. (With other noise it may miss by
// one.) Where the blur averages over neighbours, the SVD averages over all rows that repeat each other,
// however far apart they are.
//
// But it must be told the truth about the noise. Here is what it says when it believes something else:

// %%
const beliefs = [0.075, 0.135, 0.15, 0.165, 0.3];
beliefs.map((guess) => {
  const k = chosenRank(values, guess);
  const decibels = psnr(clean, firstTerms(terms, k));
  return { "sigma believed": guess, terms: k, "PSNR (dB)": decibels.toFixed(2) };
})

// %% [markdown]
// Ten per cent off costs 0.9 dB upwards and 1.6 dB downwards. With half of the true noise nearly all of
// the gain is lost to 24 terms. With twice the noise a single term is left, the first of the six
// pictures above.
//
// ## An honest failure: tilt the camera
//
// The same wall, the same noise, and the camera turned by 20 degrees. The bricks are as orderly as
// before. What will the gain be?

// %%
const tilted = wall(20, new Random(65));
const tiltedNoisy = noisyOf(tilted, new Random(66));
const tiltedTerms = svd(tiltedNoisy);
const k = chosenRank(tiltedTerms.map(({ s }) => s), sigma);
const washed = firstTerms(tiltedTerms, k);
console.log(`rank of the clean tilted wall: ${rank(svd(tilted).map(({ s }) => s))}`);
console.log(`noisy ${psnr(tilted, tiltedNoisy).toFixed(2)} dB, ${k} terms`,
  `${psnr(tilted, washed).toFixed(2)} dB`);
imageGrid([tiltedNoisy, washed, tilted], { range: [0, 1], scale: 4,
  labels: ["noisy", `${k} terms`, "the truth"] })

// %% [markdown]
// *Washed, and no cleaner: a gain of 0.03 dB, where the straight wall had 7.36.*
//
// To your eye it is the same wall. To the SVD it is a picture of rank 64: no row repeats another any more.
// The rule did its duty and dropped as much as the noise is long, but much of what it dropped was wall.
//
// So low rank is not a property of the wall. It is a property of the wall **and its axes**. Before you
// use it, look at the singular values: if they do not fall steeply, there is nothing to cut off. Methods
// for real photographs therefore cut out small patches and look for those that repeat.

// %% [markdown]
// ## What you reached

// %% tags=["outcome"]
outcome("psnr-gain", gain, { atLeast: 5.1 });
outcome("stretch-minus-singular-value", eckartYoung, { atMost: 1e-8 });

// %% [markdown]
// ## Summary
//
// 1. The SVD writes any matrix as a sum of columns times rows, the weightiest first.
// 2. Jacobi finds it by turning pairs of columns until all are perpendicular.
// 3. The first $k$ terms are the best matrix of rank $k$, and the error is the first value left out.
// 4. Fewer terms than the true rank can be better: a term weaker than the noise brings more noise in.
// 5. Simple means that rows repeat. Tilt the picture, and it is simple no more.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. What is the rank of a picture whose rows are all the same?
//    <details><summary>Answer</summary>1: one row, and a column that says how bright it is where.</details>
// 2. How many numbers do four terms of a 64 × 64 picture need?
//    <details><summary>Answer</summary>4 × (64 + 64 + 1) = 516, instead of 4 096.</details>
// 3. Why do the singular values of the noise not fall to 0?
//    <details><summary>Answer</summary>Its rows repeat nothing: it is spread over all directions.</details>
// 4. You believe in twice the noise that there is. What happens to the wall?
//    <details><summary>Answer</summary>Too many terms are dropped, and single bricks lose their shades.</details>
// 5. What has PCA to do with the SVD?
//    <details><summary>Answer</summary>It is the SVD of the centred table: the v are the components, the squares of s over n - 1 the variances.</details>

// %% [markdown]
// ## Going further
//
// - Carl Eckart and Gale Young, *The approximation of one matrix by another of lower rank*, 1936.
// - Matan Gavish and David Donoho, *The Optimal Hard Threshold for Singular Values is 4/√3*, 2014: a rule
//   for the rank that also works when the noise is not known.
//
// Tomorrow: the first terms of a huge matrix, from a handful of random directions.
