// %% [header] minutes=30
// In 1989 a small network learnt to read the postcodes on letters. Its grandchildren drive cars. Today
// you build it, look inside, and find out what it knows that other networks do not.

// %% [markdown]
// ## Why this matters
//
// A dense layer connects every pixel with every unit. It has no idea that two pixels are neighbours. A
// **convolutional** layer does: it slides one small window over the whole picture.
//
// LeNet-5 (Yann LeCun and others, 1998) is the smallest network that shows the whole pattern: convolve,
// shrink, convolve, shrink, decide. Nearly all vision networks since are built on it.
//
// The question of the day: **what, exactly, does a convolutional network know about pictures?** At the
// end you take that knowledge away from it, and watch.

// %% tags=["setup"]
import * as tf from "@tensorflow/tfjs-node";
import { lesson, todo } from "daylab/check";
import { generate, toTensors } from "daylab/datasets";
import { glorotUniform, Random, train } from "daylab/nn";
import { bar, confusionMatrix, imageGrid, line } from "daylab/plot";

const { check, hint, solution, outcome } = await lesson("day-091");

// %% [markdown]
// ## The data
//
// | | |
// |---|---|
// | what | drawn digits, 28 × 28 pixels, brightness from 0 to 1 |
// | how many | 3 000 to learn from, 1 000 to test on |
// | from | the generator `strokeDigits`, seeds 1 and 2: the same pictures on every machine |
// | licence | generated here, free |
//
// Each digit is a pen stroke with its own slant, size, place and thickness, under noise.

// %%
const trainingDigits = generate.strokeDigits({ count: 3000, seed: 1 });
const testingDigits = generate.strokeDigits({ count: 1000, seed: 2 });
const training = toTensors(trainingDigits);
const testing = toTensors(testingDigits);

imageGrid(training.x, { labels: trainingDigits.labels, maxImages: 20, columns: 10 })

// %% [markdown]
// A shape in TensorFlow is written `[batch, height, width, channels]`. A grey picture has one channel.

// %%
console.log(training.x.shape, training.y.shape);

// %% [markdown]
// ## The idea: a window that slides
//
// Take a window of 3 × 3 numbers, the **kernel**. Lay it on the picture. Multiply each pixel with the
// number that lies on it, add it all up: one number. Move on by one pixel, and do it again.
//
// The numbers together are a new picture, the **feature map**. By hand:

// %%
function convolve(image: number[][], kernel: number[][]): number[][] {
  const size = kernel.length;
  const rows = image.length - size + 1;
  const columns = image[0].length - size + 1;
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => {
      let sum = 0;
      for (let a = 0; a < size; a++)
        for (let b = 0; b < size; b++) sum += kernel[a][b] * image[i + a][j + b];
      return sum;
    }));
}

// %% [markdown]
// Is it right? Never trust a function because it ran. TensorFlow has its own convolution: let it be the
// judge.

// %%
const digit = tf.tidy(() => training.x.slice(0, 1).reshape([28, 28]).arraySync() as number[][]);
const verticalEdge = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]];
const mine = convolve(digit, verticalEdge);

const largestDifference = tf.tidy(() => {
  const theirs = tf.conv2d(tf.tensor3d(digit.flat(), [28, 28, 1]),
    tf.tensor4d(verticalEdge.flat(), [3, 3, 1, 1]), 1, "valid");
  return theirs.squeeze().sub(tf.tensor2d(mine)).abs().max().dataSync()[0];
});
console.log("largest difference:", largestDifference.toExponential(1));

// %% [markdown]
// Only rounding. (TensorFlow counts with 32 bits, JavaScript with 64.)
//
// Now look at what two kernels see in one digit. The second is the first, turned on its side.

// %%
const horizontalEdge = verticalEdge[0].map((_, j) => verticalEdge.map((row) => row[j]));
const stretch = (map: number[][]) => map.map((row) => row.map((value) => (value + 4) / 8));
imageGrid([digit.slice(1, 27).map((row) => row.slice(1, 27)), stretch(mine),
  stretch(convolve(digit, horizontalEdge))],
{ labels: ["the digit", "left-right edges", "up-down edges"], range: [0, 1], scale: 8 })

// %% [markdown]
// Grey means: nothing here. White and black are edges, from dark to bright and from bright to dark.
//
// Nobody will write kernels for LeNet. It starts with random ones and *learns* them.

// %% [markdown]
// ## Predict first
//
// LeNet looks like this. "Same" means that the picture is padded with zeros, so that its size stays. A
// pooling layer makes one pixel out of 2 × 2: their mean.
//
// 1. convolution, 6 kernels of 5 × 5, padding "same"
// 2. pooling, 2 × 2
// 3. convolution, 16 kernels of 5 × 5, **no** padding
// 4. pooling, 2 × 2
// 5. flatten: one long row
// 6. dense, 120 units
// 7. dense, 84 units
// 8. dense, 10 units: one for each digit
//
// ### Exercise 1: walk the shapes
//
// A picture of shape `[28, 28, 1]` goes in. Which shape comes out of each of the first five layers?
// Write it down before you run anything. Paper helps.

// %% exercise="shape-walk"
let shapes: number[][] = todo();
// --- solution
shapes = [[28, 28, 6], [14, 14, 6], [10, 10, 16], [5, 5, 16], [400]];
// --- end

// %% tags=["test-wrong"] exercise="shape-walk"
shapes = [[24, 24, 6], [12, 12, 6], [8, 8, 16], [4, 4, 16], [256]];

// %% tags=["test-wrong"] exercise="shape-walk"
shapes = [[28, 28, 6], [14, 14, 6], [10, 10, 16], [5, 5, 16], [25]];

// %% tags=["check"] exercise="shape-walk"
await check("shape-walk", shapes);

// %% [markdown]
// ## A baseline
//
// Before a clever model, a simple one. Without it, no number means anything. Here are two: **softmax
// regression** (ten weighted sums of all pixels) and a network with one hidden layer.

// %%
const { layers } = tf;
function softmaxRegression(seed: number) {
  const random = new Random(seed);
  return tf.sequential({ layers: [
    layers.flatten({ inputShape: [28, 28, 1] }),
    layers.dense({ units: 10, activation: "softmax", kernelInitializer: glorotUniform(random) }),
  ] });
}
function hiddenLayer(seed: number) {
  const random = new Random(seed);
  const kernelInitializer = () => glorotUniform(random);
  return tf.sequential({ layers: [
    layers.flatten({ inputShape: [28, 28, 1] }),
    layers.dense({ units: 64, activation: "relu", kernelInitializer: kernelInitializer() }),
    layers.dense({ units: 10, activation: "softmax", kernelInitializer: kernelInitializer() }),
  ] });
}

// %% [markdown]
// `learn` trains a model and gives its accuracy: the share of test digits it names rightly. Each seed
// gives the same numbers every time. (`accelerate` lets TensorFlow plan a whole step at once. The numbers
// stay the same, the wait gets shorter.)

// %%
type Digits = { x: tf.Tensor; y: tf.Tensor };
function accuracy(model: tf.LayersModel, { x, y }: Digits): number {
  return tf.tidy(() => (model.evaluate(x, y, { batchSize: 250 }) as tf.Scalar[])[1].dataSync()[0]);
}
async function learn(model: tf.LayersModel, data: Digits, test: Digits, epochs = 5) {
  model.compile({ optimizer: tf.train.adam(0.002), loss: "categoricalCrossentropy",
    metrics: ["accuracy"] });
  const { history } = await train(model, data, { epochs, seed: 1, accelerate: true });
  return { history, accuracy: accuracy(model, test) };
}

const softmax = softmaxRegression(1);
const dense = hiddenLayer(1);
const softmaxResult = await learn(softmax, training, testing);
const denseResult = await learn(dense, training, testing);
console.log("softmax regression:", softmaxResult.accuracy.toFixed(3));
console.log("one hidden layer:  ", denseResult.accuracy.toFixed(3));

// %% [markdown]
// Not bad! So there is something to beat.
//
// ## LeNet-5
//
// The same list as above, as code. `tanh` and the mean were what one used in 1998.

// %%
function lenet(seed: number) {
  const random = new Random(seed);
  const start = { activation: "tanh" as const };
  const init = () => ({ kernelInitializer: glorotUniform(random) });
  return tf.sequential({ layers: [
    layers.conv2d({ inputShape: [28, 28, 1], filters: 6, kernelSize: 5, padding: "same", ...start,
      ...init() }),
    layers.averagePooling2d({ poolSize: 2 }),
    layers.conv2d({ filters: 16, kernelSize: 5, ...start, ...init() }),
    layers.averagePooling2d({ poolSize: 2 }),
    layers.flatten(),
    layers.dense({ units: 120, ...start, ...init() }),
    layers.dense({ units: 84, ...start, ...init() }),
    layers.dense({ units: 10, activation: "softmax", ...init() }),
  ] });
}
const model = lenet(1);
display(model.layers.map((layer) => ({ layer: layer.getClassName(),
  output: layer.outputShape.slice(1).join(" × "), parameters: layer.countParams() })));

// %% [markdown]
// Compare with your shapes. Look at the last column too: the two convolutions have only 156 and 2 416
// parameters. One kernel serves the whole picture. Nearly all weights sit in the first dense layer.

// %%
const lenetResult = await learn(model, training, testing);
bar([
  { model: "softmax", wrong: 1 - softmaxResult.accuracy },
  { model: "hidden layer", wrong: 1 - denseResult.accuracy },
  { model: "LeNet-5", wrong: 1 - lenetResult.accuracy },
].map(({ model, wrong }) => ({ model, "wrong of 1000": Math.round(wrong * 1000) })),
{ x: "model", y: "wrong of 1000", title: "Mistakes on 1 000 new digits", width: 420 })

// %% [markdown]
// Count the mistakes, not the hits: that is where a good model differs from a fair one.
//
// ## What does it get wrong?
//
// A **confusion matrix** has one row for each true digit and one column for each answer. All that lies
// off the diagonal is a mistake.

// %%
const answers = tf.tidy(() => (model.predict(testing.x, { batchSize: 250 }) as tf.Tensor)
  .argMax(-1).dataSync());
confusionMatrix(testingDigits.labels, answers, { title: "LeNet-5 on 1 000 digits", width: 340,
  height: 340 })

// %%
const truth = testingDigits.labels;
const mistakes = [...answers.keys()].filter((k) => answers[k] !== truth[k]).slice(0, 10);
const wrongOnes = tf.tidy(() => tf.gather(testing.x, tf.tensor1d(mistakes, "int32")));
display(imageGrid(wrongOnes, { labels: mistakes.map((k) => truth[k]),
  predictions: mistakes.map((k) => answers[k]), columns: 5 }));
wrongOnes.dispose();

// %% [markdown]
// You would have known nearly all of them. Look at the row of the 6 in the matrix: most lost sixes
// became eights. So 0.97 is good, and it is not yet what you can do.
//
// ## Look inside
//
// The first layer gives six feature maps. To see them, cut a model off after that layer:
// `tf.model({ inputs: model.inputs, outputs: model.layers[0].output })`.
//
// ### Exercise 2: feature maps
//
// Write `featureMaps`. It takes a model and one picture `[1, 28, 28, 1]`, and returns the maps of the
// model's first layer as an array: one map (rows of numbers) for each kernel.

// %% exercise="feature-maps"
let featureMaps: (model: tf.LayersModel, image: tf.Tensor) => number[][][] = todo();
// --- solution
featureMaps = (model, image) => tf.tidy(() => {
  const first = tf.model({ inputs: model.inputs, outputs: model.layers[0].output });
  const maps = first.predict(image) as tf.Tensor4D;
  return maps.squeeze<tf.Tensor3D>([0]).transpose<tf.Tensor3D>([2, 0, 1]).arraySync();
});
// --- end

// %% tags=["test-wrong"] exercise="feature-maps"
featureMaps = (model, image) => tf.tidy(() => {
  const first = tf.model({ inputs: model.inputs, outputs: model.layers[0].output });
  return (first.predict(image) as tf.Tensor4D).squeeze<tf.Tensor3D>([0]).arraySync();
});

// %% tags=["check"] exercise="feature-maps"
await check("feature-maps", featureMaps);

// %% [markdown]
// Here are the maps of LeNet for one digit. (This cell needs no answer of yours.)

// %%
const inside = tf.tidy(() => {
  const first = tf.model({ inputs: model.inputs, outputs: model.layers[0].output });
  const maps = first.predict(training.x.slice(0, 1)) as tf.Tensor4D;
  const bright = maps.squeeze<tf.Tensor3D>([0]).transpose([2, 0, 1]).add(1).div(2);
  return bright.arraySync() as number[][][];
});
imageGrid([digit, ...inside], { range: [0, 1], scale: 4, columns: 7,
  labels: ["the digit", ...inside.map((_, i) => `kernel ${i + 1}`)] })

// %% [markdown]
// Each kernel shows another side of the digit: the stroke, its outline, its edges on one side only.
// Nobody told them to.
//
// ## Now take it away
//
// A thought experiment, and then a real one. Scramble the pixels: pixel 1 goes to place 507, pixel 2 to
// place 44, … **the same way in every picture**. To you the digits become dust.

// %%
const order = new Random(7).permutation(28 * 28);
function scramble({ x, y }: Digits): Digits {
  return { x: tf.tidy(() => tf.gather(x.reshape([-1, 784]), tf.tensor1d(order, "int32"), 1)
    .reshape([-1, 28, 28, 1])), y };
}
const dustTraining = scramble(training);
const dustTesting = scramble(testing);
imageGrid(dustTraining.x, { labels: trainingDigits.labels, maxImages: 10, columns: 10 })

// %% [markdown]
// Both models learn again, from dust. Before you run the next cell, decide:
//
// - Which model suffers: the hidden layer, LeNet, both, neither?
// - By how much?

// %%
const dustDense = hiddenLayer(1);
const dustLenet = lenet(1);
const dustDenseResult = await learn(dustDense, dustTraining, dustTesting);
const dustLenetResult = await learn(dustLenet, dustTraining, dustTesting);
bar([
  { model: "hidden layer", pixels: "in place", mistakes: 1 - denseResult.accuracy },
  { model: "hidden layer", pixels: "scrambled", mistakes: 1 - dustDenseResult.accuracy },
  { model: "LeNet-5", pixels: "in place", mistakes: 1 - lenetResult.accuracy },
  { model: "LeNet-5", pixels: "scrambled", mistakes: 1 - dustLenetResult.accuracy },
].map((row) => ({ ...row, mistakes: Math.round(row.mistakes * 1000) })), { x: "model",
  y: "mistakes", color: "pixels", yTitle: "wrong of 1 000", width: 420,
  title: "Mistakes on 1 000 digits" })

// %% [markdown]
// The hidden layer hardly notices: 48 mistakes become 50. It never knew which pixels are neighbours.
//
// LeNet goes from 31 to 111. It did not only lose its lead, it fell behind: its windows and its pooling
// now mix pixels that have nothing to do with each other.
//
// That is the answer to the question of the day: **a convolutional network knows, before it has seen
// a single picture, that neighbours belong together and that a shape is the same shape everywhere.**
// Where that is true, it learns more from less. Where it is false, the knowledge is a burden.
//
// ## An honest limit
//
// "The same shape everywhere": so LeNet should not mind if the digit moves? Push the test digits to the
// right, pixel by pixel, and see. The models are the ones you trained before.

// %%
const shifts = [0, 1, 2, 3, 4, 5, 6];
const moved = shifts.flatMap((pixels) => {
  const x = tf.tidy(() => {
    const kept = testing.x.slice<tf.Tensor4D>([0, 0, 0, 0], [-1, -1, 28 - pixels, -1]);
    return tf.pad(kept, [[0, 0], [0, 0], [pixels, 0], [0, 0]]);
  });
  const rows = ([["LeNet-5", model], ["hidden layer", dense]] as const).map(([name, network]) =>
    ({ pixels, model: name, accuracy: accuracy(network, { x, y: testing.y }) }));
  x.dispose();
  return rows;
});
line(moved, { x: "pixels", y: "accuracy", color: "model", xTitle: "moved to the right (pixels)",
  yTitle: "test accuracy", title: "Digits that leave their place", width: 460 })

// %% [markdown]
// LeNet holds out longer, and then it falls as well. The convolutions do move along with the digit, but
// the dense layers behind them have learnt *where* features stand. Day 92 and later lessons mend that:
// pooling over the whole picture, and training on moved copies.
//
// ### Exercise 3: one more convolution
//
// Write `deeper`. It returns LeNet with **one more convolution** right after the second pooling: 32
// kernels of 3 × 3, padding "same", `tanh`. Everything else stays. You need not train it.

// %% exercise="deeper"
let deeper: () => tf.LayersModel = todo();
// --- solution
deeper = () => tf.sequential({ layers: [
  layers.conv2d({ inputShape: [28, 28, 1], filters: 6, kernelSize: 5, padding: "same",
    activation: "tanh" }),
  layers.averagePooling2d({ poolSize: 2 }),
  layers.conv2d({ filters: 16, kernelSize: 5, activation: "tanh" }),
  layers.averagePooling2d({ poolSize: 2 }),
  layers.conv2d({ filters: 32, kernelSize: 3, padding: "same", activation: "tanh" }),
  layers.flatten(),
  layers.dense({ units: 120, activation: "tanh" }),
  layers.dense({ units: 84, activation: "tanh" }),
  layers.dense({ units: 10, activation: "softmax" }),
] });
// --- end

// %% tags=["test-wrong"] exercise="deeper"
deeper = () => lenet(1);

// %% tags=["test-wrong"] exercise="deeper"
deeper = () => tf.sequential({ layers: [
  layers.conv2d({ inputShape: [28, 28, 1], filters: 6, kernelSize: 5, padding: "same",
    activation: "tanh" }),
  layers.averagePooling2d({ poolSize: 2 }),
  layers.conv2d({ filters: 16, kernelSize: 5, activation: "tanh" }),
  layers.averagePooling2d({ poolSize: 2 }),
  layers.conv2d({ filters: 32, kernelSize: 3, activation: "tanh" }),
  layers.flatten(),
  layers.dense({ units: 120, activation: "tanh" }),
  layers.dense({ units: 84, activation: "tanh" }),
  layers.dense({ units: 10, activation: "softmax" }),
] });

// %% tags=["check"] exercise="deeper"
await check("deeper", deeper);

// %% [markdown]
// ## What you reached

// %% tags=["outcome"]
outcome("test-accuracy", lenetResult.accuracy, { atLeast: 0.96 });

// %% [markdown]
// Tidy up: models and tensors live in TensorFlow's memory, and stay there until they are disposed.

// %%
for (const network of [softmax, dense, model, dustDense, dustLenet]) network.dispose();
tf.dispose([training.x, training.y, testing.x, testing.y, dustTraining.x, dustTesting.x]);
tf.memory().numTensors

// %% [markdown]
// ## Summary
//
// 1. A convolution slides one small kernel over the picture; its result is a feature map.
// 2. One kernel serves all places, so a convolution has few parameters: LeNet's first has 156.
// 3. Convolve, shrink, convolve, shrink, decide: LeNet-5 is the pattern of nearly all vision networks.
// 4. A convolutional network knows that neighbours belong together. On scrambled pixels that hurts it.
// 5. It forgives small shifts, not large ones: its dense layers have learnt places.

// %% [markdown]
// ## Questionnaire
//
// 1. How many parameters has a convolution with 6 kernels of 5 × 5 on one channel, and why?
//    <details><summary>Answer</summary>6 × (5 × 5 × 1 + 1) = 156: 25 weights and one bias for each kernel.</details>
// 2. What does padding "same" do?
//    <details><summary>Answer</summary>It puts zeros around the picture, so that the map is as large as the picture.</details>
// 3. Why count mistakes rather than hits?
//    <details><summary>Answer</summary>From 0.95 to 0.98 looks small; from 50 mistakes to 20 is less than half.</details>
// 4. Why does the hidden layer not suffer from scrambled pixels?
//    <details><summary>Answer</summary>It treats all pixels alike. Their order never meant anything to it.</details>
// 5. Why does LeNet fail on digits that moved far?
//    <details><summary>Answer</summary>Its dense layers expect features at the places where training showed them.</details>

// %% [markdown]
// ## Going further
//
// - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, *Gradient-Based Learning Applied to Document Recognition*
//   (1998): the paper, and still a good read.
// - C. Zhang and others, *Understanding Deep Learning Requires Rethinking Generalization* (2017): more
//   experiments with scrambled pixels, and with scrambled labels.
