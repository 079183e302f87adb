// %% [header] minutes=35
// Every network in this course learns from slopes, and nobody derives them by hand. Today you build the
// machine that does, in fewer lines than this page has, and train a network of 205 weights with it.

// %% [markdown]
// ## Why this matters
//
// On Day 81 you walked backwards through one network with a pencil. Change the network, and the pencil
// starts again. **Automatic differentiation**, autograd for short, does the walk for any formula that a
// program can compute. TensorFlow and PyTorch are built around it.
//
// It is not algebra: no formula is ever written down. It is not finite differences either: nothing is
// approximated. The question of the day: **how can a program that only ever sees numbers know exact
// slopes, and what do 205 of them cost?**

// %% tags=["setup"]
import * as tf from "@tensorflow/tfjs-node";
import { lesson, todo } from "daylab/check";
import { LogisticRegression } from "daylab/learn";
import { Random } from "daylab/nn";
import { decisionRegions, grid, line, scatter } from "daylab/plot";

const { check, hint, solution, outcome } = await lesson("day-082");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | two moons |
// | **Source** | made in the cell below, with the seeds 10 and 100 |
// | **Size** | 200 points to learn from, 400 to test on, two features |
// | **Units** | none; each point is pushed by noise with a standard deviation of 0.2 |
// | **Licence** | generated here, free |
//
// The target $y$ is $+1$ on the upper moon and $-1$ on the lower one.

// %%
interface Point {
  readonly x: number[];
  readonly y: number;
}

function moons(count: number, random: Random): Point[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = random.uniform(0, Math.PI);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const place = i % 2 === 0 ? [cos, sin] : [1 - cos, 0.5 - sin];
    return { x: place.map((value) => value + random.normal(0, 0.2)), y: i % 2 === 0 ? 1 : -1 };
  });
}
const training = moons(200, new Random(10));
const testing = moons(400, new Random(100));
const rows = training.map(({ x, y }) =>
  ({ first: x[0], second: x[1], moon: y > 0 ? "upper (+1)" : "lower (-1)" }));
scatter(rows, {
  x: "first", y: "second", color: "moon", xTitle: "first feature", yTitle: "second feature" })

// %% [markdown]
// *Two moons that reach into each other. No straight line parts them.*
//
// ## A formula is a graph
//
// Take $f = a \cdot b + a$ at $a = 2$, $b = 3$. A computer never sees the formula. It multiplies, then
// it adds. So let each number remember two things about its birth: its **parents**, the numbers it was
// made from, and its **slopes**: how fast it changes when one parent changes and the others stand still.
//
// That needs no cleverness. A sum changes as fast as each of its parts: both slopes are 1.

// %%
class Value {
  readonly parents: readonly Value[];
  readonly slopes: readonly number[];
  data: number;
  grad = 0;

  constructor(data: number, parents: readonly Value[] = [], slopes: readonly number[] = []) {
    this.data = data;
    this.parents = parents;
    this.slopes = slopes;
  }
}
const sum = (a: Value, b: Value) => new Value(a.data + b.data, [a, b], [1, 1]);
sum(new Value(2), new Value(3)).data

// %% [markdown]
// `data` is the number. `grad` is empty until the end: there the answer will stand, how fast the last
// result of all changes when this number does.
//
// ### Exercise 1: a product
//
// Write `times(a, b)`: a new `Value` with the product, its parents, and its two slopes. If $a$ grows by
// 1, by how much does $a \cdot b$ grow?

// %% exercise="product"
let times: (a: Value, b: Value) => Value = todo();
// --- solution
times = (a, b) => new Value(a.data * b.data, [a, b], [b.data, a.data]);
// --- end

// %% tags=["test-wrong"] exercise="product"
times = (a, b) => new Value(a.data * b.data, [a, b], [a.data, b.data]);

// %% tags=["test-wrong"] exercise="product"
times = (a, b) => new Value(a.data * b.data, [a, b], [1, 1]);

// %% tags=["test-wrong"] exercise="product"
times = (a, b) => new Value(a.data * b.data);

// %% tags=["check"] exercise="product"
await check("product", times);

// %% [markdown]
// ### Exercise 2: a bend
//
// Sums and products alone give no network that bends. The hyperbolic tangent, $\tanh$, pulls every
// number into the range from −1 to 1. From Day 80: if $t = \tanh(x)$, its slope is $1 - t^2$.
//
// Write `bend(x)`: a `Value` with one parent and one slope.

// %% exercise="tanh"
let bend: (x: Value) => Value = todo();
// --- solution
bend = (x) => {
  const t = Math.tanh(x.data);
  return new Value(t, [x], [1 - t * t]);
};
// --- end

// %% tags=["test-wrong"] exercise="tanh"
bend = (x) => new Value(Math.tanh(x.data), [x], [1 - x.data * x.data]);

// %% tags=["test-wrong"] exercise="tanh"
bend = (x) => new Value(Math.tanh(x.data), [x], [1 - Math.tanh(x.data)]);

// %% tags=["test-wrong"] exercise="tanh"
bend = (x) => new Value(Math.tanh(x.data), [x], [1]);

// %% tags=["check"] exercise="tanh"
await check("tanh", bend);

// %% [markdown]
// The lesson goes on with its own, so that every picture is there. `relu` is the number itself where it
// is positive, else 0. Four operations: that is all our network needs.

// %%
const product = (a: Value, b: Value) => new Value(a.data * b.data, [a, b], [b.data, a.data]);
function tanh(x: Value): Value {
  const t = Math.tanh(x.data);
  return new Value(t, [x], [1 - t * t]);
}
const relu = (x: Value) => new Value(Math.max(0, x.data), [x], [x.data > 0 ? 1 : 0]);

const [a, b] = [new Value(2), new Value(3)];
const f = sum(product(a, b), a);
f.parents.map((parent, k) => `parent ${parent.data}, slope ${f.slopes[k]}`)

// %% [markdown]
// ## Backwards: the chain rule, without paper
//
// The chain rule says: along a path, slopes multiply. Where several paths lead from $a$ to $f$, they add
// up. Here $a$ reaches $f$ twice: straight on (slope 1), and through the product (slope $1 \cdot 3$).
// Together 4. Check it: $f = ab + a$, so $\partial f / \partial a = b + 1 = 4$.
//
// So walk from $f$ along **every path**, carry the product of the slopes along, and leave it at every
// number that you meet:

// %%
let visits = 0;
function everyPath(node: Value, carried: number): void {
  visits++;
  node.grad += carried;
  node.parents.forEach((parent, k) => everyPath(parent, carried * node.slopes[k]));
}
everyPath(f, 1);
`a ${a.grad}, b ${b.grad}, after ${visits} visits`

// %% [markdown]
// Six lines, and they are right. Are we done?
//
// ## Predict first
//
// Take a ladder: start with $x$, and thirty times in a row let $y = y + y$. That makes 31 numbers.
// **How many visits will the six lines need: about 31, about 60, about 1 000, or more?**
//
// We count on shorter ladders, up to twenty rungs.

// %%
function ladder(rungs: number): Value {
  let y = new Value(1);
  for (let i = 0; i < rungs; i++) y = sum(y, y);
  return y;
}
const climbs = Array.from({ length: 20 }, (_, i) => {
  visits = 0;
  everyPath(ladder(i + 1), 1);
  return [{ rungs: i + 1, visits, way: "every path" },
    { rungs: i + 1, visits: i + 2, way: "every number once" }];
});
display(line(climbs.flat(), { x: "rungs", y: "visits", color: "way", yScale: "log",
  xTitle: "rungs of the ladder", yTitle: "visits, in factors of ten", colorTitle: "visit" }));
`20 rungs: ${visits} visits; 30 rungs: ${2 ** 31 - 1}`

// %% [markdown]
// *On a ladder of twenty rungs there are 21 numbers and two million paths.*
//
// With thirty rungs it is 2 147 483 647 visits for 31 numbers. A network is such a ladder: each unit of
// one layer leads to each unit of the next. Nobody can walk all the paths.
//
// The remedy: **visit each number once, but only when all that it led to is done.** Then its `grad` is
// complete, and it can hand it on in one go. All we need is the right order.
//
// ### Exercise 3: the order
//
// Write `sortGraph(output)`: the list of all numbers from which `output` was made, `output` itself at
// the end. Each number stands there once, and **after all of its parents**. This is called a
// **topological order**. (Backward we shall read it from the end.)

// %% exercise="order"
let sortGraph: (output: Value) => Value[] = todo();
// --- solution
sortGraph = (output) => {
  const seen = new Set<Value>();
  const sorted: Value[] = [];
  const visit = (node: Value) => {
    if (seen.has(node)) return;
    seen.add(node);
    node.parents.forEach(visit);
    sorted.push(node);
  };
  visit(output);
  return sorted;
};
// --- end

// %% tags=["test-wrong"] exercise="order"
sortGraph = (output) => [...output.parents.flatMap((parent) => sortGraph(parent)), output];

// %% tags=["test-wrong"] exercise="order"
sortGraph = (output) => {
  const sorted: Value[] = [];
  const visit = (node: Value) => {
    if (sorted.includes(node)) return;
    sorted.push(node);
    node.parents.forEach(visit);
  };
  visit(output);
  return sorted;
};

// %% tags=["test-wrong"] exercise="order"
sortGraph = (output) => {
  const found = [output];
  for (const node of found)
    for (const parent of node.parents) if (!found.includes(parent)) found.push(parent);
  return found.reverse();
};

// %% tags=["check"] exercise="order"
await check("order", sortGraph);

// %% [markdown]
// ## Two bugs that everybody writes
//
// Here is the lesson's own order, and a backward walk that a friend wrote.

// %%
function order(output: Value): Value[] {
  const seen = new Set<Value>();
  const sorted: Value[] = [];
  const visit = (node: Value) => {
    if (seen.has(node)) return;
    seen.add(node);
    node.parents.forEach(visit);
    sorted.push(node);
  };
  visit(output);
  return sorted;
}
function brokenBackward(output: Value): void {
  output.grad = 1;
  for (const node of order(output).reverse())
    node.parents.forEach((parent, k) => { parent.grad = node.slopes[k] * node.grad; });
}
brokenBackward(f);
`a ${a.grad}, expected 4`

// %% [markdown]
// ### Exercise 4: find the planted bugs
//
// The friend's walk gives 3 for $a$: one path of two is lost. Mend it as `pullBack(output)`. When you
// have, call it **twice** on the same graph: the second call must give the same numbers as the first. In
// a training the same weights are walked to again and again.

// %% exercise="backward"
let pullBack: (output: Value) => void = todo();
// --- solution
pullBack = (output) => {
  const sorted = order(output).reverse();
  for (const node of sorted) node.grad = 0;
  output.grad = 1;
  for (const node of sorted)
    node.parents.forEach((parent, k) => { parent.grad += node.slopes[k] * node.grad; });
};
// --- end

// %% tags=["test-wrong"] exercise="backward"
pullBack = brokenBackward;

// %% tags=["test-wrong"] exercise="backward"
pullBack = (output) => {
  output.grad = 1;
  for (const node of order(output).reverse())
    node.parents.forEach((parent, k) => { parent.grad += node.slopes[k] * node.grad; });
};

// %% tags=["test-wrong"] exercise="backward"
pullBack = (output) => {
  const sorted = order(output).reverse();
  output.grad = 1;
  for (const node of sorted) {
    node.grad = node === output ? 1 : 0;
    node.parents.forEach((parent, k) => { parent.grad += node.slopes[k] * node.grad; });
  }
};

// %% tags=["check"] exercise="backward"
await check("backward", pullBack);

// %% [markdown]
// With that the engine is whole:

// %%
function backward(output: Value): void {
  const sorted = order(output).reverse();
  for (const node of sorted) node.grad = 0;
  output.grad = 1;
  for (const node of sorted)
    node.parents.forEach((parent, k) => { parent.grad += node.slopes[k] * node.grad; });
}
const height = ladder(30);
backward(height);
const bottom = order(height)[0];
`30 rungs: slope ${bottom.grad}, which is 2^30: ${2 ** 30}`

// %% [markdown]
// 31 visits instead of two thousand million.
//
// ## A network out of four operations
//
// A **unit** adds up its inputs times its weights, plus a bias. A **layer** is a list of units. Ours has
// 2 features, two hidden layers of 12 units that bend, and one unit that gives the **score** $s$. The
// answer is the sign of the score. In each unit the last weight is the bias.

// %%
type Layer = Value[][];
const sizes = [2, 12, 12, 1];
const random = new Random(1);
const layers: Layer[] = sizes.slice(1).map((units, l) => Array.from({ length: units }, () => [
  ...Array.from({ length: sizes[l] }, () => new Value(random.normal(0, 1 / Math.sqrt(sizes[l])))),
  new Value(0),
]));
const weights = layers.flat(2);

function score(x: readonly number[]): Value {
  let signals = x.map((value) => new Value(value));
  layers.forEach((layer, l) => {
    signals = layer.map((unit) => {
      const total = signals.reduce((s, signal, i) => sum(s, product(unit[i], signal)),
        unit[unit.length - 1]);
      return l < layers.length - 1 ? tanh(total) : total;
    });
  });
  return signals[0];
}
`${weights.length} weights, first score ${score(training[0].x).data.toFixed(4)}`

// %% [markdown]
// The loss is that of a support vector machine, the **hinge**: $\max(0,\, 1 - y s)$. A point costs
// nothing once it lies on the right side with a score of at least 1. The loss of a batch is the mean.

// %%
function hinge(points: readonly Point[]): Value {
  const total = points.map(({ x, y }) => relu(sum(new Value(1), product(new Value(-y), score(x)))))
    .reduce((left, right) => sum(left, right));
  return product(total, new Value(1 / points.length));
}
const batch = training.slice(0, 20);
const firstLoss = hinge(batch);
backward(firstLoss);
`loss ${firstLoss.data.toFixed(4)}, made of ${order(firstLoss).length} numbers`

// %% [markdown]
// ## The oracle: TensorFlow
//
// The same network once more, in tensors: a matrix of weights and a row of biases a layer. `tf.grads`
// is TensorFlow's own autograd. Do all 205 slopes agree?

// %%
const kernels = layers.map((layer) =>
  tf.tensor2d(layer.map((unit) => unit.slice(0, -1).map((w) => w.data))).transpose());
const biases = layers.map((layer) => tf.tensor1d(layer.map((unit) => unit[unit.length - 1].data)));
const x = tf.tensor2d(batch.map((point) => point.x));
const y = tf.tensor2d(batch.map((point) => [point.y]));

function tensorLoss(...w: tf.Tensor[]): tf.Scalar {
  const first = x.matMul(w[0]).add(w[3]).tanh();
  const second = first.matMul(w[1]).add(w[4]).tanh();
  const scores = second.matMul(w[2]).add(w[5]);
  return tf.scalar(1).sub(y.mul(scores)).relu().mean();
}
const theirs = tf.grads(tensorLoss)([...kernels, ...biases]);
const slopes = theirs.map((grad) => grad.dataSync());
const largestGap = Math.max(...layers.flatMap((layer, l) => layer.flatMap((unit, j) =>
  unit.map((w, i) => Math.abs(w.grad - (i < sizes[l]
    ? slopes[l][i * layer.length + j] : slopes[l + 3][j]))))));
`largest difference over ${weights.length} slopes: ${largestGap.toExponential(1)}`

// %% [markdown]
// Only rounding: TensorFlow counts with 32 bits.
//
// And what did they cost? With finite differences each weight needs two runs of the whole network. Here
// is the same slope of one weight in both ways, and the bill in numbers made.

// %%
const probe = weights[40];
const nudged = (by: number) => {
  probe.data += by;
  const loss = hinge(batch).data;
  probe.data -= by;
  return loss;
};
const numeric = (nudged(1e-5) - nudged(-1e-5)) / 2e-5;
const once = order(firstLoss).length;
console.log(`autograd ${probe.grad.toFixed(8)}, finite difference ${numeric.toFixed(8)}`);
console.log(`finite differences for all: ${2 * weights.length} runs, ${2 * weights.length * once}`,
  "numbers");
console.log(`autograd: one run forward and one backward, ${2 * once} visits`);

// %% [markdown]
// That is the answer to the second half of the question. **All slopes together cost about as much as
// one more run**, whether there are 205 of them or 205 million. Without this there would be no deep
// learning.
//
// ## A baseline, and a training
//
// First what a straight line can do: the logistic regression of Day 35.

// %%
const truth = (points: readonly Point[]) => points.map((point) => point.y);
const places = (points: readonly Point[]) => points.map((point) => point.x);
const straight = new LogisticRegression().fit(places(training), truth(training));
const baseline = straight.score(places(testing), truth(testing));
`a line names ${(100 * baseline).toFixed(1)} % of the test points rightly`

// %% [markdown]
// Now our own engine. Batches of 20 points, 40 passes; the learning rate shrinks from 0.7 to nearly 0.

// %%
const [epochs, batchSize] = [40, 20];
const curve: { epoch: number; loss: number }[] = [];
for (let epoch = 0; epoch < epochs; epoch++) {
  const learningRate = 0.7 * (1 - epoch / epochs);
  const shuffled = random.shuffle(training);
  let total = 0;
  for (let start = 0; start < training.length; start += batchSize) {
    const loss = hinge(shuffled.slice(start, start + batchSize));
    backward(loss);
    for (const w of weights) w.data -= learningRate * w.grad;
    total += loss.data * batchSize / training.length;
  }
  curve.push({ epoch: epoch + 1, loss: total });
}
line(curve, { x: "epoch", y: "loss", xTitle: "passes over the data", yTitle: "hinge loss" })

// %% [markdown]
// *The mean loss falls from 0.48 to 0.11. Every slope on the way came out of fewer than forty lines of our own.*

// %%
const answer = (place: readonly number[]) => (score(place).data > 0 ? 1 : -1);
const accuracy = testing.filter((point) => answer(point.x) === point.y).length / testing.length;
console.log(`line ${baseline.toFixed(3)}, our network ${accuracy.toFixed(3)}`);
const axes = { xTitle: "first feature", yTitle: "second feature", colorTitle: "moon",
  resolution: 40, width: 300, height: 240 };
grid([
  decisionRegions((points) => straight.predict(points), places(testing), truth(testing),
    { ...axes, title: "a line" }),
  decisionRegions((points) => points.map(answer), places(testing), truth(testing),
    { ...axes, title: "our network" }),
])

// %% [markdown]
// *The test points, and what each model says of every place. The network bends round the tips.*
//
// ## An honest failure
//
// The engine is right, and it is not good. First: add up 100 000 numbers, one after the other.

// %%
function chain(length: number): Value {
  let total = new Value(0);
  for (let i = 0; i < length; i++) total = sum(total, new Value(1));
  return total;
}
let complaint = "none";
try {
  backward(chain(100_000));
} catch (error) {
  complaint = String(error);
}
complaint

// %% [markdown]
// `visit` calls itself once for each link of the chain, and JavaScript allows about ten thousand such
// calls inside each other. A mean over a large batch is enough to fall into it. The remedy is to
// remember the way back in a list of our own:

// %%
function orderWithoutCalls(output: Value): Value[] {
  const seen = new Set([output]);
  const sorted: Value[] = [];
  const way = [{ node: output, next: 0 }];
  for (let top = way.at(-1); top; top = way.at(-1)) {
    const parent = top.node.parents.at(top.next++);
    if (top.next > top.node.parents.length) {
      sorted.push(top.node);
      way.pop();
    } else if (parent && !seen.has(parent)) {
      seen.add(parent);
      way.push({ node: parent, next: 0 });
    }
  }
  return sorted;
}
const expected = order(firstLoss);
const same = orderWithoutCalls(firstLoss).every((node, i) => node === expected[i]);
`100 000 links: ${orderWithoutCalls(chain(100_000)).length} numbers sorted; same order: ${same}`

// %% [markdown]
// Second, and worse: count the objects. For the very same loss and slopes, how many operations does
// TensorFlow carry out?

// %%
const profile = await tf.profile(() =>
  tf.tidy(() => tf.grads(tensorLoss)([...kernels, ...biases])));
tf.dispose([...profile.result as tf.Tensor[], ...theirs, ...kernels, ...biases, x, y]);
console.log(`ours:       ${once} numbers, each an object with two lists`);
console.log(`TensorFlow: ${profile.kernels.length} operations on whole arrays, both ways together`);

// %% [markdown]
// The idea is the same: parents, slopes, an order, one walk back. But a node of TensorFlow's graph is a
// whole tensor, and its "slope" is a rule such as "multiply by the transposed matrix". Day 83 does that.

// %% [markdown]
// ## What you reached

// %% tags=["outcome"]
outcome("test-accuracy", accuracy, { atLeast: 0.94 });
outcome("gap-to-tf-grads", largestGap, { atMost: 0.000001 });

// %% [markdown]
// ## Summary
//
// 1. Each number remembers its parents and its slopes towards them. That is the whole graph.
// 2. Along a path slopes multiply, and paths add up: hence `+=`, never `=`.
// 3. There are too many paths to walk. In topological order each number is visited once.
// 4. Set all gradients to 0 before each walk, or yesterday's are still in them.
// 5. All slopes together cost about one more run, however many weights there are.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. Is autograd a finite difference with a very small step?
//    <details><summary>Answer</summary>No. It multiplies and adds exact slopes of single operations. Nothing is nudged.</details>
// 2. `x` is used in three places of a formula. How often is something added to its `grad`?
//    <details><summary>Answer</summary>Three times, once for each use; before that it is set to 0.</details>
// 3. Why must a number wait until all that was made from it is done?
//    <details><summary>Answer</summary>Its grad is complete only then, and it hands it on only once.</details>
// 4. What is the slope of `relu` for a negative number, and what does that do to the weights behind it?
//    <details><summary>Answer</summary>It is 0. They get nothing from that point: it has no wish to change them.</details>
// 5. A loss has a million weights. How many runs do finite differences need, how many does autograd?
//    <details><summary>Answer</summary>Two million, against one forward and one backward.</details>

// %% [markdown]
// ## Going further
//
// - Seppo Linnainmaa, *Taylor expansion of the accumulated rounding error*, BIT 1976: the backward walk,
//   found while asking how rounding errors grow.
// - Atılım Baydin and others, *Automatic Differentiation in Machine Learning: a Survey*, 2018.
//
// Tomorrow: whole matrices instead of single numbers, and as many layers as you like.
