// %% [header] minutes=35
// Nearly everything that learns in this course learns by walking downhill. Today you walk with your own
// feet, fall off a cliff, and find out exactly where the cliff begins.

// %% [markdown]
// ## Why this matters
//
// A straight line has a formula for its best slope. A neural network has none: it starts anywhere, and
// takes small steps in the direction in which its error falls. This is **gradient descent**. It has one
// number that you must choose, the learning rate. Most trainings that fail, fail because of it.
//
// The question of the day: **how large may a step be?** Not roughly. To the second decimal place.

// %% tags=["setup"]
import { load } from "daylab/datasets";
import { LinearRegression } from "daylab/learn";
import { line, scatter } from "daylab/plot";
import { lesson, todo } from "daylab/check";

const { check, hint, solution, outcome, passed } = await lesson("day-026");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | Cars, 1970 to 1982 |
// | **Source** | American Statistical Association, through vega-datasets |
// | **Size** | 406 cars, 9 columns; we use 398 cars and 2 columns |
// | **Units** | weight in pounds (1 pound is 0.45 kg), consumption in miles per gallon |
// | **Missing** | the consumption of 8 cars, which we leave out |
// | **Licence** | free for educational and scientific purposes |

// %%
const cars = load("cars").dropNa({ subset: ["miles_per_gallon"] });
const y = cars.column("miles_per_gallon").values.map(Number);
const pounds = cars.column("weight").values.map(Number);

scatter(cars, {
  x: "weight",
  y: "miles_per_gallon",
  xTitle: "Weight (pounds)",
  yTitle: "Miles per gallon",
})

// %% [markdown]
// *The heavier the car, the fewer miles a gallon lasts. A line fits, roughly.*
//
// We weigh in units of 1 000 pounds. Why that is not a detail, you will see at the end.

// %%
const x = pounds.map((weight) => weight / 1000);
const n = x.length;
`${n} cars, from ${Math.min(...x).toFixed(1)} to ${Math.max(...x).toFixed(1)} thousand pounds`

// %% [markdown]
// ## A landscape of errors
//
// A line has two numbers: a weight $w$ (its slope) and a bias $b$ (its height at zero). It predicts
// $\hat{y} = w x + b$. Its loss $L$ is the mean squared error, MSE:
//
// $$L(w, b) = \frac{1}{n} \sum_{i=1}^{n} (w x_i + b - y_i)^2$$
//
// Each pair $(w, b)$ has a loss. Think of $w$ and $b$ as a place on a map, and of the loss as the
// height there. We look for the deepest point.

// %%
const lossAt = (w: number, b: number) =>
  x.reduce((sum, xi, i) => sum + (w * xi + b - y[i]) ** 2, 0) / n;

const mean = y.reduce((a, b) => a + b, 0) / n;
console.log(`flat at zero:        ${lossAt(0, 0).toFixed(1)}`);
console.log(`flat at the mean:    ${lossAt(0, mean).toFixed(1)}   (the baseline)`);

// %% [markdown]
// The baseline knows nothing of weights: it says 23.5 miles per gallon for every car. And the bottom of
// the valley? For a line there is a formula, and the library has it. It will be our oracle.

// %%
const oracle = new LinearRegression().fit(x.map((xi) => [xi]), y);
const best = { w: oracle.coef_[0], b: oracle.intercept_ };
`w ${best.w.toFixed(4)}, b ${best.b.toFixed(4)}, loss ${lossAt(best.w, best.b).toFixed(4)}`

// %% [markdown]
// Each 1 000 pounds cost 7.7 miles a gallon. Now we forget the formula, and walk.
//
// ## Which way is down?
//
// The **gradient** is the direction in which the loss rises most steeply. It has a number for $w$ and a
// number for $b$, the derivatives of the formula above:
//
// $$\frac{\partial L}{\partial w} = \frac{2}{n} \sum_i (w x_i + b - y_i)\, x_i \qquad
// \frac{\partial L}{\partial b} = \frac{2}{n} \sum_i (w x_i + b - y_i)$$

// %%
interface Line {
  readonly w: number;
  readonly b: number;
}

function gradient({ w, b }: Line): Line {
  let [dw, db] = [0, 0];
  for (let i = 0; i < n; i++) {
    const error = w * x[i] + b - y[i];
    dw += (2 / n) * error * x[i];
    db += (2 / n) * error;
  }
  return { w: dw, b: db };
}
gradient({ w: 0, b: 0 })

// %% [markdown]
// The oracle: go a tiny bit to each side, and see how much the loss changes. This is called a **finite
// difference**, and it finds faults in gradients better than any proofreading.

// %%
const tiny = 1e-5;
const numeric: Line = {
  w: (lossAt(tiny, 0) - lossAt(-tiny, 0)) / (2 * tiny),
  b: (lossAt(0, tiny) - lossAt(0, -tiny)) / (2 * tiny),
};
const exact = gradient({ w: 0, b: 0 });
const far = Math.max(Math.abs(numeric.w - exact.w), Math.abs(numeric.b - exact.b));
`largest difference ${far.toExponential(1)}`

// %% [markdown]
// ### Exercise 1: one step
//
// The gradient points uphill. Go the other way, by the gradient times the **learning rate** $\eta$
// (the Greek letter eta). Both numbers change at the same time, from the same gradient:
//
// $$w \leftarrow w - \eta \frac{\partial L}{\partial w} \qquad
// b \leftarrow b - \eta \frac{\partial L}{\partial b}$$

// %% exercise="step"
let step: (at: Line, learningRate: number) => Line = todo();
// --- solution
step = (at, learningRate) => {
  const slope = gradient(at);
  return { w: at.w - learningRate * slope.w, b: at.b - learningRate * slope.b };
};
// --- end

// %% tags=["test-wrong"] exercise="step"
step = (at, learningRate) => {
  const slope = gradient(at);
  return { w: at.w + learningRate * slope.w, b: at.b + learningRate * slope.b };
};

// %% tags=["test-wrong"] exercise="step"
step = (at, learningRate) => {
  const w = at.w - learningRate * gradient(at).w;
  return { w, b: at.b - learningRate * gradient({ w, b: at.b }).b };
};

// %% tags=["test-wrong"] exercise="step"
step = (at) => {
  const slope = gradient(at);
  return { w: at.w - slope.w, b: at.b - slope.b };
};

// %% tags=["check"] exercise="step"
await check("step", { step, gradient });

// %% [markdown]
// ## Walking
//
// The lesson goes on with a step of its own, so that the pictures are there even if yours is not yet.

// %%
function walk(learningRate: number, steps: number, start: Line = { w: 0, b: 0 }) {
  let at = start;
  const losses = [lossAt(at.w, at.b)];
  for (let t = 0; t < steps; t++) {
    const slope = gradient(at);
    at = { w: at.w - learningRate * slope.w, b: at.b - learningRate * slope.b };
    losses.push(lossAt(at.w, at.b));
  }
  return { at, losses };
}

// %%
const rates = [0.001, 0.01, 0.05];
const curves = rates.flatMap((learningRate) =>
  walk(learningRate, 60).losses.map((loss, t) => ({ t, loss, rate: `η = ${learningRate}` })),
);
line(curves, { x: "t", y: "loss", color: "rate", xTitle: "Step", yTitle: "Loss (MSE)" })

// %% [markdown]
// *All three fall fast, then crawl. The larger the rate, the faster.*
//
// So why not 0.1?
//
// ## Predict first
//
// A rate of 0.05 was the best of three. **What will 0.1 do: be faster still, about the same, or
// something else?** Say it, then run it.

// %%
const cliff = [0.05, 0.094, 0.096, 0.1].flatMap((learningRate) =>
  walk(learningRate, 60).losses.map((loss, t) => ({ t, loss, rate: `η = ${learningRate}` })),
);
line(cliff, {
  x: "t",
  y: "loss",
  color: "rate",
  xTitle: "Step",
  yTitle: "Loss (MSE), in factors of ten",
  yScale: "log",
})

// %% [markdown]
// *With 0.094 the loss falls. With 0.096 it rises, a little more with each step. Between the two there
// is a cliff.*
//
// A learning rate is not a dial for speed. Up to some point larger is faster. Beyond it, nothing works
// at all. Where is that point?
//
// ## Where the cliff is
//
// In one dimension: a valley with the shape $\frac{1}{2} \lambda u^2$ has the slope $\lambda u$ at a
// distance $u$ from its bottom. One step goes from $u$ to $u - \eta \lambda u = (1 - \eta \lambda)\, u$.
// So every step multiplies the distance by the same factor:
//
// | $\eta \lambda$ | factor | what you see |
// |:---|:---|:---|
// | 0.1 | 0.9 | slow, from one side |
// | 1 | 0 | there in one step |
// | 1.9 | −0.9 | over the bottom, to and fro, and closer |
// | 2 | −1 | to and fro for ever |
// | 2.1 | −1.1 | to and fro, and away |
//
// The walk ends well exactly if $\eta < 2 / \lambda$. The number $\lambda$ (lambda) says how sharply the
// valley bends: its **curvature**.
//
// Our valley has two directions, with two curvatures. They are the eigenvalues of the matrix of second
// derivatives, here
//
// $$H = \begin{pmatrix} \frac{2}{n}\sum x_i^2 & \frac{2}{n}\sum x_i \\ \frac{2}{n}\sum x_i & 2
// \end{pmatrix}$$
//
// (An eigenvalue of $H$ is a factor by which $H$ stretches some direction. A 2 × 2 matrix has two, and a
// formula for them.)

// %%
function curvatures(x: readonly number[]) {
  const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [a, b, c] = [2 * meanOf(x.map((xi) => xi * xi)), 2 * meanOf(x), 2];
  const root = Math.sqrt(((a - c) / 2) ** 2 + b * b);
  return { sharp: (a + c) / 2 + root, flat: (a + c) / 2 - root };
}
curvatures(x)

// %% [markdown]
// One direction bends 150 times as sharply as the other. The sharp one decides how large a step may be.
// The flat one decides how long the walk takes.
//
// ### Exercise 2: the cliff, to the last digit
//
// Write `largestRate(x)`: the learning rate at which the walk stops to end well. `curvatures(x)` gives
// the two curvatures.

// %% exercise="cliff"
let largestRate: (x: readonly number[]) => number = todo();
// --- solution
largestRate = (x) => 2 / curvatures(x).sharp;
// --- end

// %% tags=["test-wrong"] exercise="cliff"
largestRate = (x) => 2 / curvatures(x).flat;

// %% tags=["test-wrong"] exercise="cliff"
largestRate = (x) => 1 / curvatures(x).sharp;

// %% tags=["test-wrong"] exercise="cliff"
largestRate = () => 0.095;

// %% tags=["check"] exercise="cliff"
await check("cliff", largestRate);

// %% [markdown]
// Does the theory hold? One thousandth below the cliff and one thousandth above, 20 000 steps each:

// %%
const edge = 2 / curvatures(x).sharp;
const below = walk(edge * 0.999, 20_000);
const above = walk(edge * 1.001, 20_000);
console.log(`edge ${edge.toFixed(5)}`);
console.log(`below: loss ${below.losses.at(-1)?.toFixed(4)}`);
console.log(`above: loss ${above.losses.at(-1)?.toExponential(1)}`);

// %% [markdown]
// Below: the loss of the formula, 18.7809. Above: a number with 38 digits. Two thousandths
// apart.
//
// ## When to stop
//
// How many steps? "Until the loss stands still" sounds sensible. Here is how far each walk of 300 steps
// got:

// %%
const plain = walk(0.09, 300);
`last change ${(plain.losses[299] - plain.losses[300]).toFixed(4)}, still to go ${(
  plain.losses[300] - lossAt(best.w, best.b)
).toFixed(4)}`

// %% [markdown]
// A small change does not mean that the bottom is near. The length of the gradient is a better sign: at
// the bottom it is zero.
//
// ### Exercise 3: a rule to stop
//
// Write `descend(learningRate, tolerance)`: walk from $w = 0, b = 0$ until the length of the gradient,
// $\sqrt{dw^2 + db^2}$, is below `tolerance`. Return where you are and the number of `steps` you took.
// After 100 000 steps give up: return what you have.

// %%
interface Arrival {
  readonly at: Line;
  readonly steps: number;
}

// %% exercise="stop"
let descend: (learningRate: number, tolerance: number) => Arrival = todo();
// --- solution
descend = (learningRate, tolerance) => {
  let at: Line = { w: 0, b: 0 };
  for (let steps = 0; steps < 100_000; steps++) {
    const slope = gradient(at);
    if (Math.hypot(slope.w, slope.b) < tolerance) return { at, steps };
    at = { w: at.w - learningRate * slope.w, b: at.b - learningRate * slope.b };
  }
  return { at, steps: 100_000 };
};
// --- end

// %% tags=["test-wrong"] exercise="stop"
descend = (learningRate) => ({ at: walk(learningRate, 1000).at, steps: 1000 });

// %% tags=["test-wrong"] exercise="stop"
descend = (learningRate, tolerance) => {
  let at: Line = { w: 0, b: 0 };
  for (let steps = 0; steps < 100_000; steps++) {
    const next = walk(learningRate, 1, at);
    if (next.losses[0] - next.losses[1] < tolerance) return { at, steps };
    at = next.at;
  }
  return { at, steps: 100_000 };
};

// %% tags=["check"] exercise="stop"
await check("stop", descend);

// %% [markdown]
// ## An honest failure
//
// At the beginning we divided all weights by 1 000. Was that needed? Let us walk with pounds. The cliff
// lies elsewhere now, so we take the rate from the formula, half of the edge: a safe one.

// %%
const inPounds = curvatures(pounds);
console.log(`curvatures ${inPounds.sharp.toExponential(1)} and ${inPounds.flat.toFixed(2)}`);

let [w, b] = [0, 0];
const learningRate = 1 / inPounds.sharp;
for (let t = 0; t < 2000; t++) {
  const errors = pounds.map((xi, i) => w * xi + b - y[i]);
  w -= learningRate * (2 / n) * errors.reduce((sum, e, i) => sum + e * pounds[i], 0);
  b -= learningRate * (2 / n) * errors.reduce((sum, e) => sum + e, 0);
}
const stuck = pounds.reduce((sum, xi, i) => sum + (w * xi + b - y[i]) ** 2, 0) / n;
`after 2000 steps: w ${w.toFixed(4)} per pound, b ${b.toFixed(4)}, loss ${stuck.toFixed(1)}`

// %% [markdown]
// Look closely. The loss is 179.7, three times as bad as the baseline. It does not move any more. And
// the slope is *positive*: heavier cars go further. No error, no warning, and everything is wrong.
//
// The sharp direction bends 127 million times as much as the flat one. A step that is small enough for
// the one is nothing for the other: the bias has gone 0.0007 of the 46 that it must go.
//
// The remedy takes one line: **standardise**. Subtract the mean of $x$, divide by its standard deviation.

// %%
const centre = pounds.reduce((sum, xi) => sum + xi, 0) / n;
const std = Math.sqrt(pounds.reduce((sum, xi) => sum + (xi - centre) ** 2, 0) / n);
const standard = pounds.map((xi) => (xi - centre) / std);
const round = curvatures(standard);
`curvatures ${round.sharp.toFixed(4)} and ${round.flat.toFixed(4)}`

// %% [markdown]
// Both are 2: the valley is a round bowl. Predict: **how many steps does the rate 0.5 need?** The table
// above has the answer in its second row.

// %%
const errors = y.map((yi) => 0 - yi);
const firstStep = {
  w: -0.5 * (2 / n) * errors.reduce((sum, e, i) => sum + e * standard[i], 0),
  b: -0.5 * (2 / n) * errors.reduce((sum, e) => sum + e, 0),
};
const exactly = new LinearRegression().fit(standard.map((xi) => [xi]), y);
console.log(`after one step: w ${firstStep.w.toFixed(6)}, b ${firstStep.b.toFixed(6)}`);
console.log(`the formula:    w ${exactly.coef_[0].toFixed(6)}, b ${exactly.intercept_.toFixed(6)}`);

// %% [markdown]
// One step. With pounds 2 000 steps led nowhere, with the same data, the same line and the same method.
// This is why every training of this course scales its features first.
//
// **A limit.** Only a mean squared error of a line has one valley with constant curvatures. A neural
// network has many, and they change on the way. But the cliff is there too: when a loss turns to `NaN`
// ("not a number"), you have met it.

// %% [markdown]
// ## What you reached
//
// Your own walk against the formula, and whether the cliff is where you said.

// %% tags=["outcome"]
const arrived = passed() < 3 ? undefined : descend(0.09, 1e-9).at;
const gap = arrived ? Math.hypot(arrived.w - best.w, arrived.b - best.b) : NaN;
outcome("gap-to-formula", gap, { atMost: 1e-6, pendingUntilChecked: true });

const grows = above.losses.at(-1)! > above.losses[0];
const falls = below.losses.at(-1)! < below.losses[0];
outcome("cliff-within-a-thousandth", Number(grows && falls), { equals: 1 });

// %% [markdown]
// ## Summary
//
// 1. Gradient descent: step against the gradient, by the learning rate times its length.
// 2. A finite difference is the oracle for every gradient.
// 3. The learning rate has a cliff at 2 divided by the largest curvature.
// 4. The ratio of the curvatures decides how long the walk takes. Standardising makes it 1.
// 5. A loss that stands still may be far from the bottom. Look at the gradient, and at the baseline.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. The loss falls, but from step to step $w$ jumps to and fro. Is the learning rate too small?
//    <details><summary>Answer</summary>It is above 1 divided by the largest curvature, and below 2 divided by it.</details>
// 2. You measure $x$ in grams instead of kilograms. What happens to the largest rate that works?
//    <details><summary>Answer</summary>The curvature grows by a million, so the rate must be a million times smaller.</details>
// 3. Why does the smallest curvature matter at all?
//    <details><summary>Answer</summary>In its direction each step is smallest, and the walk has to wait for it.</details>
// 4. Your loss is `NaN` after ten steps. What do you try first?
//    <details><summary>Answer</summary>A learning rate ten times smaller. Then: are the features scaled?</details>
// 5. How do you check a gradient that you derived on paper?
//    <details><summary>Answer</summary>With finite differences: a tiny step to each side, and the difference of the losses.</details>

// %% [markdown]
// ## Going further
//
// - Augustin-Louis Cauchy, *Méthode générale pour la résolution des systèmes d'équations simultanées*,
//   1847: three pages, the first gradient descent, for the orbits of stars.
// - Gabriel Goh, *Why Momentum Really Works*, Distill 2017: the same valley, with a ball that rolls.
//
// Tomorrow: the same walk in many dimensions, all at once.
