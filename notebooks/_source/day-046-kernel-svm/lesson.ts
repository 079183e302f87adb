// %% [header] minutes=40
// A straight boundary cannot go round a ring. Unless the ring lies somewhere else. Today you send your
// data to a place with endlessly many dimensions, without ever going there.

// %% [markdown]
// ## Why this matters
//
// A linear model draws a straight line, a plane at best. Real classes curl. One way out are new
// features: squares, products. But they become many, soon too many to write down.
//
// In 1992 three people at Bell Labs found that you need not write them down. The question of the day:
// **how can a straight boundary be a circle, and what do I pay for it?**

// %% tags=["setup"]
import { LinearSVC, SVC, validationCurve } from "daylab/learn";
import { Random } from "daylab/nn";
import { decisionRegions, grid, line, scatter, validationCurve as bands } from "daylab/plot";
import { lesson, todo } from "daylab/check";

const { check, hint, solution, outcome, passed } = await lesson("day-046");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | two rings |
// | **Source** | made below from a seed |
// | **Size** | 200 points to learn from, 400 to test, half of them in each ring |
// | **Units** | none; the outer ring has a radius of 1, the inner one of 0.45, and both are blurred by 0.1 |
// | **Target** | +1 for the outer ring, −1 for the inner one |
// | **Licence** | free |
//
// Why no real data? On these nothing linear helps, and one can see all of it.

// %%
function rings(count: number, seed: number) {
  const random = new Random(seed, "rings");
  const y = Array.from({ length: count }, (_, i) => (i % 2 === 0 ? -1 : 1));
  const x = y.map((side) => {
    const [angle, radius] = [random.uniform(0, 2 * Math.PI), side > 0 ? 1 : 0.45];
    return [radius * Math.cos(angle) + random.normal(0, 0.1),
      radius * Math.sin(angle) + random.normal(0, 0.1)];
  });
  return { x, y };
}
const { x, y } = rings(200, 1);
const { x: xTest, y: yTest } = rings(400, 2);
scatter(x.map(([x1, x2], i) => ({ x1, x2, ring: y[i] > 0 ? "outer" : "inner" })),
  { x: "x1", y: "x2", color: "ring", width: 320, height: 320, xTitle: "First feature x₁",
    yTitle: "Second feature x₂" })

// %% [markdown]
// *Draw a straight line that parts them. You cannot.*
//
// ## The baseline
//
// Day 45 had the linear support vector machine, SVM. A short reminder. It scores a point by
// $f(x) = w \cdot x + b$ and says + or −. It wants every training point on its side with
// $y f(x) \geq 1$, and pays for what is lacking: $\max(0, 1 - y f(x))$, the hinge loss. $C$ is the
// price of that, against a small $w$, which means a wide margin.

// %%
const straight = new LinearSVC({ C: 1, randomState: 46 }).fit(x, y);
console.log(`a straight line: ${straight.score(xTest, yTest).toFixed(3)}`);

// %% [markdown]
// About a coin. Now a small idea: write down a third feature, the square of the distance from the
// middle.

// %%
const lifted = (points: number[][]) => points.map(([a, b]) => [a, b, a * a + b * b]);
const plane = new LinearSVC({ C: 1, randomState: 46 }).fit(lifted(x), y);
console.log(`with a third feature: ${plane.score(lifted(xTest), yTest).toFixed(3)}`);
scatter(lifted(x).map(([x1, , squares], i) =>
  ({ x1, squares, ring: y[i] > 0 ? "outer" : "inner" })),
  { x: "x1", y: "squares", color: "ring", height: 240, xTitle: "First feature x₁",
    yTitle: "Third feature x₁² + x₂²" })

// %% [markdown]
// *Seen from the side, the rings lie one above the other. A flat cut parts them, and from above that
// cut is a circle.*
//
// The model is still linear. Only the features are not. But who knows the right third feature? For two
// columns one could take all products of two: five features. For the pictures of Day 37, 784 pixels,
// and products of up to three of them:

// %%
const products = (d: number, degree: number) =>
  Array.from({ length: degree }, (_, i) => i + 1).reduce((n, i) => (n * (d + i)) / i, 1) - 1;
`${products(2, 2)} features from 2 columns; ${products(784, 3).toLocaleString("en")} from 784`

// %% [markdown]
// Eighty million, for each picture. That is a dead end. Or it looks like one.
//
// ## The trick
//
// An SVM does not need the features. Its weights are a sum of the training points themselves, with
// factors $\alpha_i$ that are to be learnt:
//
// $$w = \sum_i \alpha_i y_i\, \varphi(x_i) \qquad\Rightarrow\qquad
// f(x) = \sum_i \alpha_i y_i\; \varphi(x_i) \cdot \varphi(x)$$
//
// Here $\varphi$ (the Greek phi) is the list of new features. It appears only as an *inner product of
// two points*. If there is a short cut to that number, nobody has to compute $\varphi$. The short cut
// is called a **kernel**, $k(a, b) = \varphi(a) \cdot \varphi(b)$.
//
// An example: $(1 + a \cdot b)^2$. One addition, one square. Which features hide in it? Multiply out,
// and there are six.

// %%
type Kernel = (a: readonly number[], b: readonly number[]) => number;
const inner: Kernel = (a, b) => a.reduce((sum, value, j) => sum + value * b[j], 0);
const squared: Kernel = (a, b) => (1 + inner(a, b)) ** 2;
const root = Math.SQRT2;
const phi = ([a, b]: number[]) => [1, root * a, root * b, a * a, b * b, root * a * b];

const gaps = x.flatMap((a) => x.map((b) => Math.abs(squared(a, b) - inner(phi(a), phi(b)))));
`${gaps.length} pairs, largest difference ${Math.max(...gaps).toExponential(1)}`

// %% [markdown]
// The same numbers. With 784 columns the left side is one inner product of 784; the right side would
// have 308 505 features.
//
// ### Exercise 1: the kernel of everybody
//
// The most used kernel is the **RBF** ("radial basis function"): how near are two points?
//
// $$k(a, b) = e^{-\gamma\, |a - b|^2}$$
//
// It is 1 for equal points and falls to 0 with distance; $\gamma$ (gamma) says how fast. Its $\varphi$
// has endlessly many features. Nobody could write them down. Write `rbf(a, b, gamma)`, for any number
// of columns.

// %% exercise="rbf"
let rbf: (a: readonly number[], b: readonly number[], gamma: number) => number = todo();
// --- solution
rbf = (a, b, gamma) =>
  Math.exp(-gamma * a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0));
// --- end

// %% tags=["test-wrong"] exercise="rbf"
rbf = (a, b, gamma) => Math.exp(-gamma * Math.hypot(...a.map((value, j) => value - b[j])));

// %% tags=["test-wrong"] exercise="rbf"
rbf = (a, b, gamma) =>
  Math.exp(gamma * a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0));

// %% tags=["test-wrong"] exercise="rbf"
rbf = (a, b, gamma) => Math.exp(-gamma * ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2));

// %% tags=["test-wrong"] exercise="rbf"
rbf = (a, b, gamma) =>
  Math.exp(-a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0) / gamma);

// %% tags=["check"] exercise="rbf"
await check("rbf", rbf);

// %% [markdown]
// ## Not everything is a kernel
//
// May one take any function of two points? No. There must *be* features behind it. And of features one
// thing is sure: a squared length is never negative. Take some points and any factors $c_i$. The
// vector $\sum_i c_i \varphi(x_i)$ has the squared length
//
// $$\Big| \sum_i c_i\, \varphi(x_i) \Big|^2 = \sum_i \sum_j c_i c_j\, k(x_i, x_j) \;\geq\; 0$$
//
// All $k(x_i, x_j)$ together are the **Gram matrix**; one that keeps this promise is called positive
// semi-definite, PSD. Found one negative number? Then there are no such features, and the machine may
// do anything.

// %%
function squaredLength(kernel: Kernel, points: number[][], c: number[]): number {
  return points.reduce((sum, a, i) =>
    sum + points.reduce((s, b, j) => s + c[i] * c[j] * kernel(a, b), 0), 0);
}
const near: Kernel = (a, b) => Math.exp(-inner(a, a) + 2 * inner(a, b) - inner(b, b));
const two = [[0, 0], [1, 0]];
console.log(`RBF, factors 1 and -1: ${squaredLength(near, two, [1, -1]).toFixed(3)}`);
console.log(`that is the squared distance of two points among the endless features`);

// %% [markdown]
// ### Exercise 2: catch the impostor
//
// A colleague brings three kernels. One is none. Find it, and prove it: give `points` and factors `c`
// for which its squared length is negative. One or two points are enough.

// %%
const brought: Record<string, Kernel> = {
  A: (a, b) => (0.5 + inner(a, b)) ** 3,
  B: (a, b) => 1 - Math.hypot(...a.map((value, j) => value - b[j])) ** 2,
  C: (a, b) => Math.exp(-Math.hypot(...a.map((value, j) => value - b[j]))),
};

// %% exercise="impostor"
interface Proof {
  readonly name: string;
  readonly points: number[][];
  readonly c: number[];
}
let proof: Proof = todo();
// --- solution
proof = { name: "B", points: [[0, 0], [3, 0]], c: [1, 1] }; // 1 + 1 + 2 (1 - 9) = -14
// --- end

// %% tags=["test-wrong"] exercise="impostor"
proof = { name: "B", points: [[0, 0], [3, 0]], c: [1, -1] };

// %% tags=["test-wrong"] exercise="impostor"
proof = { name: "C", points: [[0, 0], [3, 0]], c: [1, 1] };

// %% tags=["test-wrong"] exercise="impostor"
proof = { name: "A", points: [[1, 0], [-1, 0]], c: [1, 1] };

// %% tags=["check"] exercise="impostor"
await check("impostor", proof);

// %% [markdown]
// ## Learning without features
//
// Now find the $\alpha_i$. The problem of Day 45, written in them, is this (its "dual"): make
//
// $$D(\alpha) = \sum_i \alpha_i - \frac{1}{2} \sum_i \sum_j \alpha_i \alpha_j\, y_i y_j\, k(x_i, x_j)
// \qquad 0 \leq \alpha_i \leq C$$
//
// as large as possible. (We leave the bias $b$ away: with the RBF it is hardly missed.) It looks grim,
// but take *one* $\alpha_i$ and hold the others still: then $D$ is a parabola, and the top of a
// parabola is known. Seen from where you stand, the top is at
//
// $$\alpha_i + \frac{1 - y_i f(x_i)}{k(x_i, x_i)}$$
//
// and if that lies outside of 0 to $C$, take the nearer end. Read it: a point with $y_i f(x_i) < 1$,
// too near or on the wrong side, gets more weight. One that is safe gets less, down to 0.
//
// ### Exercise 3: one coordinate
//
// Write `update(dual, margin, kii, C)`: the new $\alpha_i$. `dual` is the old one, `margin` is
// $y_i f(x_i)$, and `kii` is $k(x_i, x_i)$.

// %% exercise="update"
let update: (dual: number, margin: number, kii: number, C: number) => number = todo();
// --- solution
update = (dual, margin, kii, C) => Math.min(C, Math.max(0, dual + (1 - margin) / kii));
// --- end

// %% tags=["test-wrong"] exercise="update"
update = (dual, margin, kii) => dual + (1 - margin) / kii;

// %% tags=["test-wrong"] exercise="update"
update = (dual, margin, _, C) => Math.min(C, Math.max(0, dual + (1 - margin)));

// %% tags=["test-wrong"] exercise="update"
update = (_, margin, kii, C) => Math.min(C, Math.max(0, (1 - margin) / kii));

// %% tags=["check"] exercise="update"
await check("update", update);

// %% [markdown]
// The lesson goes on with its own. Go through all points, again and again. `f` holds the scores of all
// training points.

// %%
interface Machine {
  readonly dual: number[];
  readonly f: number[];
}
type Update = (dual: number, margin: number, kii: number, C: number) => number;
const top: Update = (dual, margin, kii, C) =>
  Math.min(C, Math.max(0, dual + (1 - margin) / kii));

function climb(gram: number[][], C: number, rounds: number, move: Update = top): Machine {
  const [dual, f] = [y.map(() => 0), y.map(() => 0)];
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < y.length; i++) {
      const next = move(dual[i], y[i] * f[i], gram[i][i], C);
      const change = (next - dual[i]) * y[i];
      dual[i] = next;
      if (change !== 0) for (let j = 0; j < y.length; j++) f[j] += change * gram[i][j];
    }
  }
  return { dual, f };
}

// %% [markdown]
// Is it right? There is a beautiful oracle. $D(\alpha)$ is never above the loss that we want to make
// small, $\frac{1}{2}|w|^2$ plus $C$ times the hinges. At the best place both are equal. So the
// **gap** between them is a proof: if it is 0, nobody can do better.

// %%
const kernel: Kernel = (a, b) =>
  Math.exp(-1 * a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0));
const gram = x.map((a) => x.map((b) => kernel(a, b)));
function gapOf({ dual, f }: Machine, C: number): number {
  const length = dual.reduce((sum, a, i) => sum + a * y[i] * f[i], 0);
  const hinges = f.reduce((sum, value, i) => sum + Math.max(0, 1 - y[i] * value), 0);
  const reached = dual.reduce((a, b) => a + b, 0) - length / 2;
  return length / 2 + C * hinges - reached;
}
const proofs = [1, 10, 100, 1000].map((rounds) => {
  const machine = climb(gram, 1, rounds);
  const support = machine.dual.filter((a) => a > 1e-8).length;
  return { rounds, gap: gapOf(machine, 1), "points with α > 0": support };
});
proofs

// %% [markdown]
// The gap is gone: a proof, from twenty lines. And most points have $\alpha = 0$: they are not needed
// any more. Those that remain are the **support vectors**. The library's machine has a bias as well;
// do the two agree?

// %%
const { dual } = climb(gram, 1, 1000);
const ours = (point: readonly number[]) =>
  x.reduce((sum, xi, i) => sum + (dual[i] === 0 ? 0 : dual[i] * y[i] * kernel(xi, point)), 0);
const accuracy = (score: (point: readonly number[]) => number) =>
  xTest.filter((point, i) => Math.sign(score(point)) === yTest[i]).length / yTest.length;
const library = new SVC({ kernel: "rbf", gamma: 1, C: 1 }).fit(x, y);
const theirs = library.predict(xTest);
const unlike = xTest.filter((point, i) => Math.sign(ours(point)) !== theirs[i]).length;
console.log(`ours ${accuracy(ours).toFixed(3)}, library ${library.score(xTest, yTest).toFixed(3)}`);
console.log(`they differ on ${unlike} of ${xTest.length} points`);

// %%
const isSupport = dual.map((a) => a > 1e-8);
decisionRegions((points) => points.map((point) => (ours(point) > 0 ? "outer" : "inner")),
  x.filter((_, i) => isSupport[i]), y.filter((_, i) => isSupport[i]).map((side) =>
    (side > 0 ? "outer" : "inner")),
  { xTitle: "First feature x₁", yTitle: "Second feature x₂", width: 320, height: 320,
    title: "Support vectors only" })

// %% [markdown]
// *All that the machine keeps of 200 points. They stand along the frontier; the others could be thrown
// away.*
//
// So a straight boundary can be a circle: it is straight among the features of $\varphi$, and we look
// at it from below.
//
// ## Predict first
//
// $\gamma$ says how far a point's voice carries. With $\gamma = 1$ it carries about a radius. With 10
// 000 it carries a hundredth of one.
//
// ### Exercise 4: gamma 10 000
//
// **Which share of the training points does that machine get right? And of the test points?** Two
// numbers between 0 and 1; within 0.12 is right.

// %% exercise="gamma"
let guess: { training: number; test: number } = todo();
// --- solution
guess = { training: 1, test: 0.57 };
// --- end

// %% tags=["test-wrong"] exercise="gamma"
guess = { training: 1, test: 0.98 };

// %% tags=["test-wrong"] exercise="gamma"
guess = { training: 0.57, test: 0.57 };

// %% tags=["test-wrong"] exercise="gamma"
guess = { training: 100, test: 57 };

// %% tags=["check"] exercise="gamma"
await check("gamma", guess);

// %%
const gammas = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000];
const sweep = gammas.flatMap((gamma) => {
  const machine = new SVC({ kernel: "rbf", gamma, C: 1 }).fit(x, y);
  return [
    { gamma, points: "training", accuracy: machine.score(x, y) },
    { gamma, points: "test", accuracy: machine.score(xTest, yTest) },
  ];
});
const last = sweep.filter(({ gamma }) => gamma === 10_000);
console.log(last.map(({ points, accuracy }) => `${points} ${accuracy.toFixed(3)}`).join(", "));
line(sweep, { x: "gamma", y: "accuracy", color: "points", xScale: "log", points: true,
  xTitle: "γ, in factors of ten", yTitle: "Accuracy" })

// %% [markdown]
// *Left, every voice carries everywhere, and all say the same. Right, training is perfect, and the
// machine knows nothing. Between them lies a wide plateau.*

// %%
const view = (gamma: number) => {
  const machine = new SVC({ kernel: "rbf", gamma, C: 1 }).fit(x, y);
  const name = (side: number) => (side > 0 ? "outer" : "inner");
  return decisionRegions((points) => machine.predict(points).map(name), x, y.map(name),
    { title: `γ = ${gamma}: ${machine.support_.length} support vectors`, width: 210, height: 210,
      xTitle: "x₁", yTitle: "x₂", resolution: 80 });
};
grid([view(0.03), view(3), view(1000)])

// %% [markdown]
// *Right: an island for each point of one ring, and the sea for the other. Of 200 points 198 are
// support vectors: it has learnt them by heart.*
//
// The number of support vectors tells it without any test set, at both ends. A machine that needs
// nearly all of its points has found no rule.
//
// ## Choose, then test once
//
// The sweep has looked at the test set, to show you something. A choice must not. Cross-validation on
// the 200 training points:

// %%
const curve = validationCurve(new SVC({ kernel: "rbf", C: 1 }), x, y, {
  cv: 5,
  paramName: "gamma",
  paramRange: gammas,
});
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / 5;
const means = curve.testScores.map(mean);
const chosen = gammas[means.indexOf(Math.max(...means))];
const final = new SVC({ kernel: "rbf", gamma: chosen, C: 1 }).fit(x, y);
console.log(`gamma ${chosen}: test accuracy ${final.score(xTest, yTest).toFixed(3)}`);
bands(curve, { xTitle: "γ, in factors of ten", yTitle: "Accuracy", xScale: "log" })

// %% [markdown]
// *The ring marks the best. Its neighbours are as good: where the plateau is wide, the choice is easy.*
//
// ## An honest failure
//
// The machine measures distances. Somebody delivers the second feature in thousandths: 1 000 where we
// had 1. Nothing is lost, it is the same measurement. Train and test are treated alike. Nothing should
// change. **Say what does.**

// %%
const inThousandths = (points: number[][]) => points.map(([a, b]) => [a, 1000 * b]);
const confused = new SVC({ kernel: "rbf", gamma: 1, C: 1 }).fit(inThousandths(x), y);
const confusedScore = confused.score(inThousandths(xTest), yTest);
console.log(`gamma 1: training ${confused.score(inThousandths(x), y).toFixed(3)}, test ${
  confusedScore.toFixed(3)}`);

// %% [markdown]
// 0.608, and 1.000 on the training points: nothing in training warned. Points now lie hundreds apart, and every voice ends before it reaches anybody. (A tree, as on Day 48, would not notice at all.) The remedy is to standardise each feature, with mean and
// standard deviation *of the training points only*, and use the same two numbers for the test points.

// %%
const statistics = [0, 1].map((j) => {
  const column = inThousandths(x).map((point) => point[j]);
  const average = column.reduce((a, b) => a + b, 0) / column.length;
  const variance = column.reduce((sum, v) => sum + (v - average) ** 2, 0) / column.length;
  return { average, std: Math.sqrt(variance) };
});
const standard = (points: number[][]) => points.map((point) =>
  point.map((value, j) => (value - statistics[j].average) / statistics[j].std));
const mended = new SVC({ kernel: "rbf", gamma: 1, C: 1 }).fit(standard(inThousandths(x)), y);
`standardised: ${mended.score(standard(inThousandths(xTest)), yTest).toFixed(3)}`

// %% [markdown]
// **Two more limits.** The Gram matrix has a number for each *pair* of points: 200 points make 40 000,
// and 60 000 pictures would make 3.6 billion, 29 gigabytes. And far from all points every voice is
// silent. What does the machine say there?

// %%
const far = [[0, 0], [1, 0], [3, 0], [10, 0], [100, 0]].map((point) => ({ "x₁": point[0],
  "ours": ours(point), "library": library.decisionFunction([point]).at(0, 0) }));
far

// %% [markdown]
// Ours falls to 0: it knows nothing there, and says so. The library's falls to its bias, 1.66, and
// says "outer" with more conviction than on the ring itself. Here that happens to be right.

// %% [markdown]
// ## What you reached
//
// Your own kernel and your own update, against the straight line; and the gap that proves it.

// %% tags=["outcome"]
const own: Kernel = (a, b) => rbf(a, b, 1);
const yours = passed() < 4 ? undefined
  : climb(x.map((a) => x.map((b) => own(a, b))), 1, 1000, update);
const yourScore = (point: readonly number[]) =>
  x.reduce((sum, xi, i) => sum + (yours?.dual[i] ?? NaN) * y[i] * own(xi, point), 0);
outcome("rbf-accuracy", yours ? accuracy(yourScore) : NaN,
  { atLeast: 0.98, pendingUntilChecked: true });
outcome("linear-accuracy", straight.score(xTest, yTest), { atMost: 0.61 });
const gap = yours ? gapOf(yours, 1) : NaN;
outcome("duality-gap", gap, { atMost: 0.000001, pendingUntilChecked: true });

// %% [markdown]
// ## Summary
//
// 1. With new features a linear model bends. From above, a flat cut can be a circle.
// 2. A kernel is an inner product of features that nobody writes down. The RBF has endlessly many of them.
// 3. A function is a kernel only if no squared length becomes negative.
// 4. The machine is a sum over support vectors, found one coordinate at a time; a gap of 0 proves it best.
// 5. A large gamma learns by heart, a small one sees no difference. Choose it by cross-validation, and scale first.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. Why is a machine with the RBF kernel still called linear by some?
//    <details><summary>Answer</summary>Its boundary is flat among the features of phi. Only what we see of it here is curved.</details>
// 2. Two points are equal. What is their RBF kernel, and for which gamma?
//    <details><summary>Answer</summary>1, for every gamma.</details>
// 3. A kernel gives k(a, a) = −1 for some point. Is it one?
//    <details><summary>Answer</summary>No: that would be the squared length of phi(a).</details>
// 4. A machine has 200 support vectors of 200 points. What do you suspect?
//    <details><summary>Answer</summary>That gamma is far too large (or far too small): it found no rule that spares a point.</details>
// 5. You throw away all points with alpha = 0 and fit again. What changes?
//    <details><summary>Answer</summary>Nothing. They had no part in the sum, and no hinge to pay.</details>

// %% [markdown]
// ## Going further
//
// - Bernhard Boser, Isabelle Guyon and Vladimir Vapnik, *A Training Algorithm for Optimal Margin Classifiers*, 1992:
//   the kernel trick meets the margin.
// - Bernhard Schölkopf and Alexander Smola, *Learning with Kernels*, 2002: all of it, with the proofs.
//
// Tomorrow: the same machine predicts numbers, and forgives small errors.
