// %% [header] minutes=40
// Yes or no was yesterday. Today there are ten answers, one of them is right, and a bug waits that
// gives no error message, lets the model learn, and costs people days.

// %% [markdown]
// ## Why this matters
//
// "My network learns, but slowly. The loss falls from 2.3 and then stands at 1.6. I tried ten learning
// rates. I added layers. Nothing helps." Someone asks this in some forum every week. The reason is
// nearly always the same, and it can be read off the number 1.6, if you know what that number can be.
//
// The question of the day: **my loss will not go below 1.46. Why just that number?**

// %% tags=["setup"]
import * as tf from "@tensorflow/tfjs-node";
import { generate } from "daylab/datasets";
import { Random } from "daylab/nn";
import { confusionMatrix, imageGrid, line, scatter } from "daylab/plot";
import { lesson, todo } from "daylab/check";

const { check, hint, solution, outcome, passed } = await lesson("day-037");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | drawn digits, the same as on Day 91 |
// | **Source** | the generator `strokeDigits`, seeds 1 and 2 |
// | **Size** | 2 500 to learn from, 500 to look at on the way (validation), 1 000 to test |
// | **Units** | 28 × 28 pixels, brightness from 0 to 1; a picture is a row of 784 numbers |
// | **Target** | which digit it is, 0 to 9; each comes equally often |
// | **Licence** | generated here, free |

// %%
const drawn = generate.strokeDigits({ count: 3000, seed: 1 });
const test = generate.strokeDigits({ count: 1000, seed: 2 });
const [d, k] = [28 * 28, 10];
type Digits = typeof drawn;

const pixels = ({ images }: Digits, i: number) => images.subarray(i * d, (i + 1) * d);
const square = (values: ArrayLike<number>) =>
  Array.from({ length: 28 }, (_, r) => Array.from(values).slice(r * 28, r * 28 + 28));
const learning = Array.from({ length: 2500 }, (_, i) => i);
const validation = Array.from({ length: 500 }, (_, i) => 2500 + i);
const testing = Array.from({ length: 1000 }, (_, i) => i);

imageGrid(learning.slice(0, 20).map((i) => square(pixels(drawn, i))),
  { labels: learning.slice(0, 20).map((i) => drawn.labels[i]), columns: 10, range: [0, 1] })

// %% [markdown]
// *Every digit has its own slant, size and place. The noise is meant to be there.*
//
// ## A baseline
//
// Guessing is right once in ten. A better baseline: the mean picture of each digit. A new picture
// belongs to the mean that is nearest.

// %%
function accuracy(answer: (image: Float32Array) => number, digits: Digits, rows: number[]): number {
  const right = rows.filter((i) => answer(pixels(digits, i)) === digits.labels[i]);
  return right.length / rows.length;
}
const means = Array.from({ length: k }, (_, c) => {
  const own = learning.filter((i) => drawn.labels[i] === c);
  return Array.from({ length: d }, (_, j) =>
    own.reduce((sum, i) => sum + drawn.images[i * d + j], 0) / own.length);
});
const best = (values: readonly number[]) => values.indexOf(Math.max(...values));
const nearest = (image: Float32Array) =>
  best(means.map((mean) => -mean.reduce((sum, m, j) => sum + (m - image[j]) ** 2, 0)));
`the nearest mean: ${accuracy(nearest, drawn, validation).toFixed(3)}`

// %% [markdown]
// ## Ten sums instead of one
//
// On Day 35 a weighted sum of the features was the log-odds of "yes". For ten classes take ten
// weighted sums, each with weights of its own: $z_c = w_c \cdot x + b_c$. They are called **logits**.
// The largest wins.
//
// To make chances of them, two things are needed: positive numbers, and a sum of 1. The exponential
// does the one, a division the other. That is the **softmax**:
//
// $$p_c = \frac{e^{z_c}}{\sum_{j} e^{z_j}}$$

// %%
const softmaxNaive = (z: readonly number[]) => {
  const powers = z.map((value) => Math.exp(value));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
};
console.log(softmaxNaive([2, 1, 0]).map((p) => p.toFixed(3)));
console.log(softmaxNaive([102, 101, 100]).map((p) => p.toFixed(3)));
console.log(softmaxNaive([1002, 1001, 1000]).map((p) => p.toFixed(3)));

// %% [markdown]
// Look at the three lines. The second equals the first: a number that is added to *all* logits
// cancels. Only differences count. And with two classes, logits $z$ and 0, the formula is the sigmoid
// of Day 35.
//
// The third line should equal the first too. But $e^{1000}$ is too large for a computer: `Infinity`.
// The cure is in the second line: subtract the largest logit from all. Nothing changes, and no power
// is above 1.
//
// ### Exercise 1: a log-softmax that holds
//
// A loss needs the *logarithm* of the chance. Do not take a chance and then its logarithm: a chance
// may be so small that the computer rounds it to 0, and $\ln 0$ is minus infinity. Write
// `logSoftmax(z)` straight:
//
// $$\ln p_c = z_c - m - \ln \sum_j e^{z_j - m} \qquad m = \max_j z_j$$

// %% exercise="log-softmax"
let logSoftmax: (z: readonly number[]) => number[] = todo();
// --- solution
logSoftmax = (z) => {
  const most = Math.max(...z);
  const sum = z.reduce((total, value) => total + Math.exp(value - most), 0);
  return z.map((value) => value - most - Math.log(sum));
};
// --- end

// %% tags=["test-wrong"] exercise="log-softmax"
logSoftmax = (z) => softmaxNaive(z).map((p) => Math.log(p));

// %% tags=["test-wrong"] exercise="log-softmax"
logSoftmax = (z) => {
  const most = Math.max(...z);
  return softmaxNaive(z.map((value) => value - most)).map((p) => Math.log(p));
};

// %% tags=["test-wrong"] exercise="log-softmax"
logSoftmax = (z) => {
  const most = Math.max(...z);
  const sum = z.reduce((total, value) => total + Math.exp(value - most), 0);
  return z.map((value) => value - Math.log(sum));
};

// %% tags=["check"] exercise="log-softmax"
await check("log-softmax", logSoftmax);

// %% [markdown]
// The lesson goes on with its own. The oracle is TensorFlow.

// %%
function logChances(z: readonly number[]): number[] {
  const most = Math.max(...z);
  const rest = Math.log(z.reduce((sum, value) => sum + Math.exp(value - most), 0));
  return z.map((value) => value - most - rest);
}
const softmax = (z: readonly number[]) => logChances(z).map((value) => Math.exp(value));

const hard = [3.3, -5, 0, 2.5, -80];
const theirs = tf.tidy(() => Array.from(tf.logSoftmax(tf.tensor1d(hard)).dataSync()));
const gap = Math.max(...logChances(hard).map((value, c) => Math.abs(value - theirs[c])));
`largest difference ${gap.toExponential(1)} (TensorFlow counts with 32 bits)`

// %% [markdown]
// ## The loss, from logits
//
// The loss is the log-loss of Day 35, for ten classes: minus the logarithm of the chance that the
// *right* class got. It is called **cross-entropy**. Ours takes logits, and does the softmax inside:
// so it never sees a rounded chance.

// %%
const crossEntropy = (z: readonly number[], y: number) => -logChances(z)[y];
console.log(`knows nothing: ${crossEntropy(Array(10).fill(0), 3).toFixed(4)}`);
console.log(`sure, right:   ${crossEntropy([0, 0, 0, 12, 0, 0, 0, 0, 0, 0], 3).toFixed(4)}`);
console.log(`sure, wrong:   ${crossEntropy([0, 0, 0, 12, 0, 0, 0, 0, 0, 0], 7).toFixed(4)}`);

// %% [markdown]
// Keep the first number: 2.3026 is $\ln 10$. A fresh model with ten classes begins there. If
// yours begins far above, its logits are too large.
//
// ### Exercise 2: its gradient
//
// How does the loss of one picture change with each logit? Write `slope(z, y)`: ten numbers, $\partial
// L / \partial z_c$. On Day 35 it was "chance minus truth". It is so again: the truth is 1 for the
// right class and 0 for the others. `softmax(z)` is there.

// %% exercise="gradient"
let slope: (z: readonly number[], y: number) => number[] = todo();
// --- solution
slope = (z, y) => softmax(z).map((p, c) => p - Number(c === y));
// --- end

// %% tags=["test-wrong"] exercise="gradient"
slope = (z, y) => softmax(z).map((p, c) => Number(c === y) - p);

// %% tags=["test-wrong"] exercise="gradient"
slope = (z, y) => z.map((value, c) => value - Number(c === y));

// %% tags=["test-wrong"] exercise="gradient"
slope = (z, y) => softmax(z).map((p, c) => (c === y ? p - 1 : 0));

// %% tags=["check"] exercise="gradient"
await check("gradient", slope);

// %%
const chanceMinusTruth = (z: readonly number[], y: number) =>
  softmax(z).map((p, c) => p - Number(c === y));
type Loss = (z: readonly number[], y: number) => number;
function numeric(loss: Loss, z: readonly number[], y: number): number[] {
  const moved = (c: number, by: number) => z.map((value, j) => (j === c ? value + by : value));
  return z.map((_, c) => (loss(moved(c, 1e-5), y) - loss(moved(c, -1e-5), y)) / 2e-5);
}
const far = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, c) => Math.abs(value - b[c])));
const example = [0.5, -1, 2, 0, 0.3, -0.7, 1.1, 0, -2, 0.9];
const gradientGap = far(chanceMinusTruth(example, 6), numeric(crossEntropy, example, 6));
`largest difference to finite differences ${gradientGap.toExponential(1)}`

// %% [markdown]
// ## Learning, fifty at a time
//
// A gradient over all 2 500 pictures is exact and dear. One over 50 random pictures points roughly the
// same way and costs a fiftieth. So we take many rough steps instead of a few exact ones:
// **mini-batches**. In an epoch every picture has its turn once, in a new order.

// %%
interface Weights {
  readonly w: Float64Array;
  readonly b: Float64Array;
}
function logits(image: Float32Array, { w, b }: Weights): number[] {
  return Array.from(b, (bias, c) => {
    let z = bias;
    for (let j = 0; j < d; j++) z += w[c * d + j] * image[j];
    return z;
  });
}
const answers = (weights: Weights) => (image: Float32Array) => best(logits(image, weights));
const meanLoss = (weights: Weights, loss: Loss) => validation.reduce((sum, i) =>
  sum + loss(logits(pixels(drawn, i), weights), drawn.labels[i]), 0) / validation.length;

// %% [markdown]
// The weights of class $c$ move by its slope times the picture. All start at 0.

// %%
type Slope = (z: readonly number[], y: number) => number[];
const standard = { learningRate: 0.5, batchSize: 50, epochs: 10, order: 1 };
function learn(slope: Slope, loss: Loss, options: Partial<typeof standard> = {}) {
  const { learningRate, batchSize, epochs, order } = { ...standard, ...options };
  const weights: Weights = { w: new Float64Array(k * d), b: new Float64Array(k) };
  const random = new Random(order, "order");
  const history: { epoch: number; loss: number }[] = [];
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const pictures = random.shuffle(learning);
    for (let start = 0; start < pictures.length; start += batchSize) {
      const batch = pictures.slice(start, start + batchSize);
      const slopes = batch.map((i) => slope(logits(pixels(drawn, i), weights), drawn.labels[i]));
      batch.forEach((i, row) => slopes[row].forEach((s, c) => {
        const [step, image] = [(learningRate * s) / batch.length, pixels(drawn, i)];
        weights.b[c] -= step;
        for (let j = 0; j < d; j++) weights.w[c * d + j] -= step * image[j];
      }));
    }
    history.push({ epoch, loss: meanLoss(weights, loss) });
  }
  return { weights, history, accuracy: accuracy(answers(weights), drawn, validation) };
}

// %%
const good = learn(chanceMinusTruth, crossEntropy);
const whole = learn(chanceMinusTruth, crossEntropy, { batchSize: 2500 });
console.log(`ten epochs, 50 a step (500 steps):   ${good.accuracy.toFixed(3)}`);
console.log(`ten epochs, all at once (10 steps):  ${whole.accuracy.toFixed(3)}`);

// %% [markdown]
// The same pictures were seen equally often. Fifty times as many steps made the difference.
//
// What has it learnt? Each class has 784 weights, one a pixel: that is a picture.

// %%
const templates = Array.from({ length: k }, (_, c) => good.weights.w.slice(c * d, (c + 1) * d));
const largest = Math.max(...good.weights.w.map(Math.abs));
imageGrid(templates.map((w) => square(w.map((value) => 0.5 + value / (2 * largest)))),
  { labels: templates.map((_, c) => `for ${c}`), columns: 5, range: [0, 1], scale: 4 })

// %% [markdown]
// *Bright pixels speak for the digit, dark ones against it. Look at the 0: a dark hole in the middle.
// Ink there is the best proof against a zero.*
//
// ## A colleague's model
//
// A colleague builds the same. Her last layer makes chances, as it should, by a softmax. Then she
// takes a loss from a library. It is the very `crossEntropy` from above. No type is wrong, and all
// runs.

// %%
const hers: Loss = (z, y) => crossEntropy(softmax(z), y);
console.log(`a fresh model: ${hers(Array(10).fill(0), 3).toFixed(4)}`);

// %% [markdown]
// 2.3026, as it should be. (The slope of her loss follows from the chain rule; finite differences are the
// judge again.)

// %%
const herSlope: Slope = (z, y) => {
  const p = softmax(z);
  const g = chanceMinusTruth(p, y);
  const common = g.reduce((sum, value, c) => sum + value * p[c], 0);
  return p.map((chance, c) => chance * (g[c] - common));
};
`largest difference ${far(herSlope(example, 6), numeric(hers, example, 6)).toExponential(1)}`

// %% [markdown]
// ## Predict first
//
// ### Exercise 3: how low can she get?
//
// Say her model becomes perfect: for each picture the right class gets a chance of 1, all others 0.
// **What does her loss say then?** With ten classes; two decimals are enough. Paper or head first.

// %% exercise="floor"
let lowest: number = todo();
// --- solution
lowest = -Math.log(Math.E / (Math.E + 9)); // softmax of [1, 0, 0, …]: 1.46
// --- end

// %% tags=["test-wrong"] exercise="floor"
lowest = 0;

// %% tags=["test-wrong"] exercise="floor"
lowest = Math.log(10);

// %% tags=["test-wrong"] exercise="floor"
lowest = Math.E / (Math.E + 9);

// %% tags=["check"] exercise="floor"
await check("floor", lowest);

// %%
const bad = learn(herSlope, hers);
const floor = Math.log(1 + 9 / Math.E);
line([good, bad].flatMap(({ history }, i) => history.map(({ epoch, loss }) =>
  ({ epoch, loss, model: i === 0 ? "one softmax" : "two" }))),
{ x: "epoch", y: "loss", color: "model", xTitle: "Epoch", yTitle: "Loss (validation)" })
  .annotate({ y: floor, text: `${floor.toFixed(2)}: lowest with two` })

// %% [markdown]
// *One softmax: on the way to 0. Two: it crawls towards 1.46 and can never pass.*
//
// So that is the number. The loss expects logits and gets chances. It applies the softmax a second
// time, and of chances between 0 and 1 that makes nearly equal numbers: $e^1 / (e^1 + 9)$ is 0.23.
// **Her loss believes that the model is never more than 23 % sure.**
//
// The nasty part comes now: how good is her model?

// %%
for (const [name, { accuracy, history }] of Object.entries({ "one softmax": good, two: bad })) {
  console.log(`${name}: accuracy ${accuracy.toFixed(3)}, loss ${history[9].loss.toFixed(3)}`);
}
const fresh = Array<number>(10).fill(0);
const size = (values: readonly number[]) => Math.hypot(...values);
const ratio = size(chanceMinusTruth(fresh, 3)) / size(herSlope(fresh, 3));
console.log(`her first gradient is ${ratio.toFixed(0)} times smaller`);

// %% [markdown]
// It works, just worse. That is why nobody finds it: a model that learns seems to have no bug. Her
// gradients are ten times smaller, so she turns up the learning rate, from 0.5 to 2. Does that mend
// it? One training may be luck. Here are three, each with the pictures in another order.

// %%
const kinds = [{ model: "one softmax, rate 0.5", slope: chanceMinusTruth, learningRate: 0.5 },
  { model: "two, rate 2", slope: herSlope, learningRate: 2 }];
const raced = kinds.flatMap(({ model, slope, learningRate }) => [2, 3, 4].map((order) => {
  const { weights } = learn(slope, crossEntropy, { learningRate, epochs: 4, order });
  const outputs = validation.map((i) => logits(pixels(drawn, i), weights));
  const truth = validation.map((i) => drawn.labels[i]);
  const losses = outputs.map((z, row) => crossEntropy(z, truth[row]));
  const said = new Set(outputs.map(best));
  const lost = losses.filter((loss) => loss > -Math.log(0.001)).length;
  return { model, order, accuracy: accuracy(answers(weights), drawn, validation),
    "log-loss": losses.reduce((a, b) => a + b, 0) / 500, "given up": lost,
    "never says": truth.find((digit) => !said.has(digit)) ?? "-" };
}));
raced

// %%
scatter(raced, { x: "accuracy", y: "log-loss", color: "model", xTitle: "Accuracy (validation)",
  yTitle: "Log-loss of its chances (validation)" })

// %% [markdown]
// *The same model, the same pictures. With one softmax the order hardly matters. With two and a large
// rate, a training is a lottery: one is nearly as good, the next is lost.*
//
// The log-loss here is the true one, with one softmax, of the chances that a model gives. *Given up*
// are pictures of which the right digit gets a chance below one in a thousand. With seed 0 the second
// training never says 8, and the third never says 9: a whole digit is gone. Why are they not mended?
// In her slope there is a factor $p_c$. Where the right class has a chance of nearly 0, its slope is
// nearly 0 too: the more wrong, the less it learns. With one softmax the most wrong picture pulls
// hardest of all.
//
// ## Which one does a loss want?
//
// In TensorFlow.js both kinds exist, and their names do not shout:

// %%
const truthRow = [example.map((_, c) => Number(c === 6))];
const [wantsLogits, twice, wantsChances] = tf.tidy(() => {
  const z = tf.tensor2d([example]);
  const p = tf.softmax(z);
  return [
    tf.losses.softmaxCrossEntropy(truthRow, z).dataSync()[0],
    tf.losses.softmaxCrossEntropy(truthRow, p).dataSync()[0],
    tf.metrics.categoricalCrossentropy(tf.tensor2d(truthRow), p).dataSync()[0],
  ];
});
console.log(`softmaxCrossEntropy of logits:          ${wantsLogits.toFixed(4)}`);
console.log(`categoricalCrossentropy of chances:     ${wantsChances.toFixed(4)}`);
console.log(`softmaxCrossEntropy of chances, a bug:  ${twice.toFixed(4)}`);
console.log(`ours: ${crossEntropy(example, 6).toFixed(4)}, hers: ${hers(example, 6).toFixed(4)}`);

// %% [markdown]
// ### Exercise 4: find out by asking
//
// You are given a `loss(output, y)` by somebody, without a word. Write `wants(loss)`: it returns
// `"logits"` or `"chances"`. Call the loss with an output for which you know what must come out. Mind:
// one that takes chances may give `Infinity` for a chance of 0, and must not be handed negative
// numbers.

// %% exercise="wants"
let wants: (loss: (output: readonly number[], y: number) => number) => string = todo();
// --- solution
wants = (loss) => (Math.abs(loss([1, 0, 0], 0)) < 1e-3 ? "chances" : "logits");
// --- end

// %% tags=["test-wrong"] exercise="wants"
wants = (loss) => (loss([0.5, 0.5], 0) === Math.LN2 ? "chances" : "logits");

// %% tags=["test-wrong"] exercise="wants"
wants = (loss) => (loss([1, 0, 0], 1) > 1 ? "logits" : "chances");

// %% tags=["test-wrong"] exercise="wants"
wants = (loss) => (loss([100, 0, 0], 0) < 1e-3 ? "logits" : "chances");

// %% tags=["check"] exercise="wants"
await check("wants", wants);

// %% [markdown]
// ## The test, once
//
// Back to the good model. Now the test set.

// %%
const say = answers(good.weights);
const said = testing.map((i) => say(pixels(test, i)));
console.log(`test accuracy ${accuracy(say, test, testing).toFixed(3)}`);
confusionMatrix(test.labels, said, { title: "Softmax regression on 1 000 digits", width: 340,
  height: 340 })

// %% [markdown]
// ## An honest failure
//
// The model knows pixels, not shapes. Push every test picture three pixels to the right. You would not
// even notice. **How many does it still know?** Say a number.

// %%
function pushed(image: Float32Array, by: number): Float32Array {
  return image.map((_, j) => (j % 28 < by ? 0 : image[j - by]));
}
const pushes = [0, 1, 2, 3, 4, 5, 6].map((by) => {
  const outputs = testing.map((i) => logits(pushed(pixels(test, i), by), good.weights));
  const wrong = testing.filter((i) => best(outputs[i]) !== test.labels[i]);
  const sure = wrong.filter((i) => Math.max(...softmax(outputs[i])) > 0.9);
  return { pushed: by, accuracy: 1 - wrong.length / 1000, "wrong and over 90 % sure": sure.length };
});
pushes

// %%
line(pushes, { x: "pushed", y: "accuracy", xTitle: "Pushed to the right (pixels)",
  yTitle: "Test accuracy" }).annotate({ y: 0.1, text: "guessing" })

// %% [markdown]
// *Each weight belongs to one pixel. A picture that moves meets other weights.*
//
// And it does not notice that it is lost: it stays sure. The chance of a softmax is a chance for
// pictures *like those it learnt from*. For others it is just a number. On Day 91 a network gets eyes
// that move with the picture.

// %% [markdown]
// ## What you reached
//
// A model trained with your own gradient.

// %% tags=["outcome"]
const yours = passed() < 4 ? undefined : learn(slope, crossEntropy).weights;
outcome("test-accuracy", yours ? accuracy(answers(yours), test, testing) : NaN,
  { atLeast: 0.9, pendingUntilChecked: true });
outcome("lost-by-the-second-softmax", good.accuracy - bad.accuracy, { atLeast: 0.005 });

// %% [markdown]
// ## Summary
//
// 1. Softmax makes chances of logits: powers of e, divided by their sum. Only differences of logits count.
// 2. Take the log-softmax in one piece, less the largest logit; never the logarithm of a rounded chance.
// 3. Cross-entropy starts at $\ln k$ for $k$ classes; its gradient by the logits is chance minus truth.
// 4. A loss from logits has the softmax inside. A second one holds the loss above 1.46 with ten classes.
// 5. A bug that lets a model learn is found by knowing what the numbers can be, at the start and at the end.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. All ten logits grow by 7. What happens to the chances?
//    <details><summary>Answer</summary>Nothing. Only differences count.</details>
// 2. A fresh model with 100 classes: what should the first loss be, about?
//    <details><summary>Answer</summary>The natural logarithm of 100, 4.6.</details>
// 3. How low can the loss get with a second softmax and two classes?
//    <details><summary>Answer</summary>The chance of the right class is at most e / (e + 1), 0.73. Minus its logarithm is 0.31.</details>
// 4. Must there be a softmax when the model only has to name the digit?
//    <details><summary>Answer</summary>No. The largest logit has the largest chance.</details>
// 5. Why does a mini-batch learn faster than the whole, though its gradient is rough?
//    <details><summary>Answer</summary>For the price of one exact step it makes many rough ones, and they lead down on average.</details>

// %% [markdown]
// ## Going further
//
// - John Bridle, *Training Stochastic Model Recognition Algorithms as Networks can Lead to Maximum Mutual Information
//   Estimation of Parameters*, 1990: where softmax got its name.
// - Andrej Karpathy, *A Recipe for Training Neural Networks*, 2019: on the first loss, and other numbers
//   that one should know before a training.
//
// Tomorrow: accuracy itself is a number that can lie.
