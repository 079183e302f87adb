// %% [header] minutes=40
// Not "what is in this picture?" but "which pixels?". A doctor who measures a tumour needs its border,
// not its name. Today you build the network that finds borders, and learn what it owes them to.

// %% [markdown]
// ## Why this matters
//
// In 2015 Olaf Ronneberger, Philipp Fischer and Thomas Brox had thirty microscope pictures and wanted
// every cell outlined. Their network is drawn like the letter U, hence **U-Net**. It still finds
// organs, roads, leaves and cracks, and it is the heart of programs that paint pictures.
//
// There is a riddle in it. To know *what* something is, a network must shrink the picture: only then it
// sees the whole thing at once. But a shrunken picture has no fine borders any more.
//
// The question of the day: **how can a network shrink a picture, and still draw its borders to the
// pixel?**

// %% tags=["setup"]
import * as tf from "@tensorflow/tfjs-node";
import { lesson, todo } from "daylab/check";
import { generate, toTensors } from "daylab/datasets";
import { glorotUniform, heNormal, Random, train } from "daylab/nn";
import { bar, heatmap, imageWithMask, line, lossCurve } from "daylab/plot";
import { dice, maskIoU } from "daylab/vision";

const { check, hint, solution, outcome } = await lesson("day-099");

// %% [markdown]
// ## The data
//
// | | |
// |---|---|
// | what | grey pictures, 64 × 64 pixels: bright **discs** to find, bright **squares** to leave alone |
// | truth | a **mask** for each picture: 1 where a disc is seen, 0 elsewhere |
// | made harder by | light that changes from left to right, noise, squares that cover discs |
// | how many | 240 to learn from, 80 to test on |
// | from | the generator `discs`, seeds 21 and 22: the same pictures on every machine |
// | licence | generated here, free |

// %%
const training = toTensors(generate.discs({ count: 240, seed: 21 }));
const testing = toTensors(generate.discs({ count: 80, seed: 22 }));

/** Some rows of a tensor, as plain numbers: nothing to dispose. */
const pick = (tensor: tf.Tensor, rows: number[]) => tf.tidy(() => {
  const picked = tf.gather(tensor, rows);
  return { data: picked.dataSync<"float32">(), shape: picked.shape };
});
const classNames = ["background", "disc"];
imageWithMask(pick(training.x, [0, 1, 2, 3]), pick(training.y, [0, 1, 2, 3]), { classNames,
  scale: 3, columns: 4, title: "Four training pictures, with the truth drawn over them" })

// %% [markdown]
// *Orange and hatched: the discs. The squares are just as bright.*
//
// To find the mask is to answer one yes-or-no question for each pixel. One picture asks 4 096 of them.
// This is called **segmentation**.

// %%
const discShare = tf.tidy(() => training.y.mean().dataSync()[0]);
console.log("pictures", training.x.shape, "masks", training.y.shape);
console.log(`${(100 * discShare).toFixed(1)} % of all pixels belong to a disc`);

// %% [markdown]
// Keep that number in mind. Whoever answers "no" to every question is right nine times out of ten, and
// has found nothing.
//
// ## How good is a mask?
//
// So we do not count right answers. We lay two masks on each other and ask how well they cover. Call
// the truth $A$ and the prediction $B$.
//
// **Intersection over union**, IoU: the pixels in both, divided by the pixels in at least one.
//
// $$\text{IoU} = \frac{|A \cap B|}{|A \cup B|}$$
//
// The **Dice coefficient**: twice the pixels in both, divided by the pixels of each, added up.
//
// $$\text{Dice} = \frac{2\,|A \cap B|}{|A| + |B|}$$
//
// Both are 1 for a perfect mask and 0 for one that hits nothing. Dice by hand:

// %%
type Mask = ArrayLike<number>;
function diceByHand(truth: Mask, prediction: Mask): number {
  let both = 0;
  let each = 0;
  for (let i = 0; i < truth.length; i++) {
    if (truth[i] === 1 && prediction[i] === 1) both++;
    each += truth[i] + prediction[i];
  }
  return each === 0 ? 1 : (2 * both) / each;
}

diceByHand([1, 1, 1, 0, 0, 0], [0, 1, 1, 1, 0, 0])

// %% [markdown]
// Count along: 2 pixels in both, 3 + 3 in each, so 4 / 6. Two empty masks agree wholly: we call that 1.
//
// ### Exercise 1: find the planted bug
//
// Someone wrote IoU. It has the right types, it runs, and it is wrong.

// %%
function brokenIoU(truth: Mask, prediction: Mask): number {
  let both = 0;
  let either = 0;
  for (let i = 0; i < truth.length; i++) {
    if (truth[i] === prediction[i]) both++;
    either++;
  }
  return both / either;
}

const firstTruth = pick(testing.y, [0]).data;
const nothing = firstTruth.map(() => 0);
`"There is no disc anywhere" gets ${brokenIoU(firstTruth, nothing).toFixed(2)}`

// %% [markdown]
// A mask that finds nothing must get 0. Say what `brokenIoU` really measures. Then write `iou`, which
// measures the right thing. Two empty masks get 1.

// %% exercise="iou"
let iou: (truth: Mask, prediction: Mask) => number = todo();
// --- solution
iou = (truth, prediction) => {
  let both = 0;
  let either = 0;
  for (let i = 0; i < truth.length; i++) {
    if (truth[i] === 1 && prediction[i] === 1) both++;
    if (truth[i] === 1 || prediction[i] === 1) either++;
  }
  return either === 0 ? 1 : both / either;
};
// --- end

// %% tags=["test-wrong"] exercise="iou"
iou = brokenIoU;

// %% tags=["test-wrong"] exercise="iou"
iou = (truth, prediction) => {
  let both = 0;
  let either = 0;
  for (let i = 0; i < truth.length; i++) {
    both += truth[i] * prediction[i];
    either += truth[i] + prediction[i];
  }
  return both / either;
};

// %% tags=["test-wrong"] exercise="iou"
iou = (truth, prediction) => {
  let both = 0;
  let either = 0;
  for (let i = 0; i < truth.length; i++) {
    both += truth[i] * prediction[i];
    either += Math.max(truth[i], prediction[i]);
  }
  return both / either;
};

// %% tags=["check"] exercise="iou"
await check("iou", iou);

// %% [markdown]
// From here on we use the library's `dice` and `maskIoU`. Do they agree with what we made by hand? IoU
// also follows from Dice, $D / (2 - D)$, so one loop judges both. The masks are noise.

// %%
const random = new Random(4);
const gaps = Array.from({ length: 50 }, () => {
  const [a, b] = [0, 1].map(() => Array.from({ length: 64 }, () => random.integer(0, 2)));
  const d = diceByHand(a, b);
  return Math.max(Math.abs(d - dice(a, b)), Math.abs(d / (2 - d) - maskIoU(a, b)));
});
`largest difference: ${Math.max(...gaps).toExponential(1)}`

// %% [markdown]
// ## A baseline: bright or not
//
// The discs are bright. So: call a pixel "disc" if it is brighter than a **threshold**. Which one? We
// try many on the training pictures, and keep the best.
//
// The second line is a thought experiment: the same scenes with **all the noise taken away**.

// %%
const noiseless = toTensors(generate.discs({ count: 240, seed: 21, noise: 0 }));
const sweep = Array.from({ length: 11 }, (_, i) => (6 + i) / 20).flatMap((threshold) => [
  { threshold, pictures: "as they are", IoU: maskIoU(training.y, training.x, { threshold }) },
  { threshold, pictures: "without noise", IoU: maskIoU(training.y, noiseless.x, { threshold }) },
]);
const bestOf = (pictures: string) => sweep.filter((row) => row.pictures === pictures)
  .reduce((a, b) => (b.IoU > a.IoU ? b : a));
const best = bestOf("as they are");
const ceiling = bestOf("without noise").IoU;
line(sweep, { x: "threshold", y: "IoU", color: "pictures", xTitle: "threshold (brightness)",
  yTitle: "IoU on the training pictures", title: "One threshold for all pixels" })

// %% [markdown]
// *Too low, and noise gets in; too high, and discs get lost. In between lies a best one. We judge it
// on pictures that it was not chosen on.*

// %%
const thresholdIoU = maskIoU(testing.y, testing.x, { threshold: best.threshold });
console.log("best threshold:              ", best.threshold.toFixed(3));
console.log("IoU on the test pictures:    ", thresholdIoU.toFixed(3));
console.log("best IoU if noise were gone: ", ceiling.toFixed(3));

// %% [markdown]
// Look at the last number. Even without any noise, brightness does not get beyond it. Why not?

// %%
const shown = [30, 46];
imageWithMask(pick(testing.x, shown), pick(testing.x, shown), { truth: pick(testing.y, shown),
  threshold: best.threshold, classNames, scale: 3, title: "What the best threshold finds" })

// %% [markdown]
// *The threshold takes the squares as well, and crumbs of noise. Dim discs it leaves full of holes.*
//
// A pixel in the middle of a square looks exactly like one in the middle of a disc. Its own brightness
// **cannot** tell. One has to look at its surroundings, far enough to see the corners.
//
// ## Shrink to see more
//
// A 3 × 3 convolution sees one pixel to each side. After **pooling**, which keeps the brightest of each
// 2 × 2 pixels, the same 3 × 3 covers twice as much of the picture. Pool three times, and each of
// 8 × 8 places has seen more than a whole disc.
//
// And the price? Take a *perfect* mask, shrink it, enlarge it again, and see what is left of it.

// %%
function squeezed(factor: number): tf.Tensor4D {
  return tf.tidy(() => {
    const small = tf.avgPool(testing.y, factor, factor, "valid");
    const large = tf.image.resizeNearestNeighbor(small, [64, 64]);
    return large.greaterEqual<tf.Tensor4D>(0.5).toFloat();
  });
}
const leftOver = [2, 4, 8].map((factor) => {
  const mask = squeezed(factor);
  const row = { "shrunk to": `${64 / factor} × ${64 / factor}`, IoU: maskIoU(testing.y, mask) };
  mask.dispose();
  return row;
});
display(leftOver);

// %% [markdown]
// The truth itself, passed through 8 × 8 cells, comes back as stairs: IoU 0.57. Here is the riddle of
// the day in one number.
//
// ## The left half of the U: the encoder
//
// Each step: a convolution, keep the result for later, then halve it. A `SymbolicTensor` is a
// placeholder: it has a shape, and no numbers until the model runs.

// %%
const { layers } = tf;
type Maps = tf.SymbolicTensor;
const convolve = (x: Maps, filters: number, random: Random) => layers.conv2d({ filters,
  kernelSize: 3, padding: "same", activation: "relu", kernelInitializer: heNormal(random),
}).apply(x) as Maps;
const halve = (x: Maps) => layers.maxPooling2d({ poolSize: 2 }).apply(x) as Maps;

function encode(x: Maps, filters: number, random: Random) {
  const kept = convolve(x, filters, random);
  return { kept, smaller: halve(kept) };
}
const shape = (x: Maps) => x.shape.slice(1).join(" × ");
const input = tf.input({ shape: [64, 64, 1] });
const { kept, smaller } = encode(input, 8, new Random(1));
console.log("kept:", shape(kept), "  smaller:", shape(smaller));
tf.model({ inputs: input, outputs: smaller }).dispose();

// %% [markdown]
// ### Exercise 2: the paper's encoder block
//
// The U-Net of the paper has **two** convolutions in each step. Ours has one, to train in seconds.
//
// Write `encoderBlock`: two convolutions with `filters` kernels each, one after the other; `kept` is
// what comes out of the second; `smaller` is that, halved. Use `convolve` and `halve`, or layers of
// your own.

// %% exercise="encoder-block"
type Encoder = (x: Maps, filters: number, random: Random) => { kept: Maps; smaller: Maps };
let encoderBlock: Encoder = todo();
// --- solution
encoderBlock = (x, filters, random) => {
  const first = convolve(x, filters, random);
  const kept = convolve(first, filters, random);
  return { kept, smaller: halve(kept) };
};
// --- end

// %% tags=["test-wrong"] exercise="encoder-block"
encoderBlock = (x, filters, random) => {
  const smaller = halve(convolve(convolve(x, filters, random), filters, random));
  return { kept: smaller, smaller };
};

// %% tags=["test-wrong"] exercise="encoder-block"
encoderBlock = (x, filters, random) => {
  const first = convolve(x, filters, random);
  const kept = convolve(x, filters, random);
  return { kept, smaller: halve(first) };
};

// %% tags=["test-wrong"] exercise="encoder-block"
encoderBlock = (x, filters) => {
  const valid = (input: Maps) => layers.conv2d({ filters, kernelSize: 3, activation: "relu" })
    .apply(input) as Maps;
  const kept = valid(valid(x));
  return { kept, smaller: halve(kept) };
};

// %% tags=["check"] exercise="encoder-block"
await check("encoder-block", encoderBlock);

// %% [markdown]
// ## The right half: grow again
//
// A **transposed convolution** makes a picture larger. Think of a rubber stamp. Each pixel stamps the
// kernel onto the output, multiplied by its own value. The **stride** is how far the stamp moves from
// one pixel to the next. Where stamps overlap, they add up.

// %%
function stamp(image: number[][], kernel: number[][], stride: number): number[][] {
  const side = (image.length - 1) * stride + kernel.length;
  const output = Array.from({ length: side }, () => Array<number>(side).fill(0));
  image.forEach((row, i) => row.forEach((value, j) => {
    kernel.forEach((line, a) => line.forEach((weight, b) => {
      output[i * stride + a][j * stride + b] += value * weight;
    }));
  }));
  return output;
}

const small = [[1, 2], [3, 4]];
const kernel = [[1, 0.5], [0.5, 0.25]];
heatmap(stamp(small, kernel, 2), { title: "2 × 2 pixels, stamped to 4 × 4", colorTitle: "value" })

// %% [markdown]
// *Four stamps of one kernel, with the strengths 1, 2, 3 and 4. Kernel 2 × 2 and stride 2: they touch,
// and do not overlap.*
//
// TensorFlow is the judge, with stride 2 and with the overlapping stride 1.

// %%
for (const stride of [1, 2]) {
  const mine = stamp(small, kernel, stride);
  const side = mine.length;
  const largest = tf.tidy(() => {
    const theirs = tf.conv2dTranspose(tf.tensor4d(small.flat(), [1, 2, 2, 1]),
      tf.tensor4d(kernel.flat(), [2, 2, 1, 1]), [1, side, side, 1], stride, "valid");
    return theirs.reshape([side, side]).sub(tf.tensor2d(mine)).abs().max().dataSync()[0];
  });
  console.log(`stride ${stride}: ${side} × ${side}, largest difference ${largest}`);
}

// %% [markdown]
// The weights of the stamp are learnt, like those of any convolution.
//
// ## The trick: skip connections
//
// The decoder knows *what* is there, coarsely. The encoder knew *where*, exactly, before it shrank the
// picture. We kept those maps! So: lay them beside the enlarged ones, as more channels, and let a
// convolution look at both. That shortcut is called a **skip connection**.

// %%
const double = (x: Maps, filters: number, random: Random) => layers.conv2dTranspose({ filters,
  kernelSize: 2, strides: 2, kernelInitializer: glorotUniform(random) }).apply(x) as Maps;
const join = (a: Maps, b: Maps) => layers.concatenate().apply([a, b]) as Maps;

function decode(x: Maps, kept: Maps | undefined, filters: number, random: Random) {
  const larger = double(x, filters, random);
  return convolve(kept ? join(larger, kept) : larger, filters, random);
}

// %% [markdown]
// Now the whole letter U. Numbers are channels: how many maps lie on each other.
//
// ```text
// 64 × 64    picture → 8 ──────────── skip ───────────→ 8 + 8 → 8 → mask
//                      ↓ halve                            ↑ double
// 32 × 32              24 ─────────── skip ─────────→ 24 + 24 → 24
//                        ↓                                ↑
// 16 × 16                32 ───────── skip ───────→ 32 + 32 → 32
//                          ↓                            ↑
//  8 × 8                   └──────────→ 32 ─────────────┘
// ```
//
// The last layer is a 1 × 1 convolution with a **sigmoid**. It makes a number from 0 to 1 for each
// pixel: the probability that it belongs to a disc.

// %%
function unet(options: { skips: boolean; seed: number }): tf.LayersModel {
  const random = new Random(options.seed);
  const picture = tf.input({ shape: [64, 64, 1] });
  const kept: Maps[] = [];
  let x: Maps = picture;
  for (const filters of [8, 24, 32]) {
    const step = encode(x, filters, random);
    kept.push(step.kept);
    x = step.smaller;
  }
  x = convolve(x, 32, random);
  for (const filters of [32, 24, 8]) {
    const skip = kept.pop();
    x = decode(x, options.skips ? skip : undefined, filters, random);
  }
  const mask = layers.conv2d({ filters: 1, kernelSize: 1, activation: "sigmoid",
    kernelInitializer: glorotUniform(random) }).apply(x) as Maps;
  return tf.model({ inputs: picture, outputs: mask });
}
const model = unet({ skips: true, seed: 1 });
`${shape(model.inputs[0])} → ${shape(model.outputs[0])}, ${model.countParams()} parameters`

// %% [markdown]
// ### Exercise 3: the paper's decoder block
//
// Write `decoderBlock`: double `x`, join it with `kept`, then **two** convolutions with `filters`
// kernels each. `double` and `join` from above are there for you.
//
// Careful: there is a mistake that is easily made here, and that no error message gives away. All shapes
// stay right, and only the borders suffer. The check finds it.

// %% exercise="decoder-block"
type Decoder = (x: Maps, kept: Maps, filters: number, random: Random) => Maps;
let decoderBlock: Decoder = todo();
// --- solution
decoderBlock = (x, kept, filters, random) => {
  const joined = join(double(x, filters, random), kept);
  return convolve(convolve(joined, filters, random), filters, random);
};
// --- end

// %% tags=["test-wrong"] exercise="decoder-block"
decoderBlock = (x, kept, filters, random) => {
  const larger = double(x, filters, random);
  const joined = join(larger, larger);
  return convolve(convolve(joined, filters, random), filters, random);
};

// %% tags=["test-wrong"] exercise="decoder-block"
decoderBlock = (x, kept, filters, random) =>
  convolve(join(double(x, filters, random), kept), filters, random);

// %% tags=["test-wrong"] exercise="decoder-block"
decoderBlock = (x, kept, filters, random) => {
  const larger = convolve(double(x, filters, random), filters, random);
  return join(convolve(larger, filters, random), kept);
};

// %% tags=["check"] exercise="decoder-block"
await check("decoder-block", decoderBlock);

// %% [markdown]
// ## What should it learn from? The loss
//
// A **loss** is a number that says how bad an answer is; training makes it smaller. For a pixel with
// truth $y$ (0 or 1) and predicted probability $p$ there is the **binary cross-entropy**, BCE:
//
// $$\text{BCE} = -\bigl(y \log p + (1 - y) \log (1 - p)\bigr)$$
//
// averaged over all pixels. It judges each pixel for itself. But nine in ten are background, so the
// background does most of the talking.
//
// The **Dice loss** is one minus Dice, with probabilities instead of zeros and ones. It judges the mask
// as a whole:
//
// $$\text{Dice loss} = 1 - \frac{2 \sum p\,y + 1}{\sum p + \sum y + 1}$$
//
// The two ones keep it from dividing by zero where there is no disc, and none is predicted.

// %%
const diceLoss = (truth: tf.Tensor, p: tf.Tensor) => tf.tidy(() => {
  const both = p.mul(truth).sum();
  const each = p.sum().add(truth.sum());
  return tf.scalar(1).sub(both.mul(2).add(1).div(each.add(1)));
});
const crossEntropy = (truth: tf.Tensor, p: tf.Tensor) => tf.tidy(() =>
  tf.metrics.binaryCrossentropy(truth, p).mean());

// %% [markdown]
// Training follows the **gradient**: how much the loss changes when one probability changes a little.
// We can find it without any calculus. Push each $p$ a little up, a little down, and look. That is a
// **finite difference**. Do TensorFlow's gradients agree with our formula?

// %%
function diceLossByHand(y: number[], p: number[]): number {
  const both = p.reduce((sum, value, i) => sum + value * y[i], 0);
  const each = p.reduce((sum, value, i) => sum + value + y[i], 0);
  return 1 - (2 * both + 1) / (each + 1);
}
const y = Array.from({ length: 16 }, () => random.integer(0, 2));
const p = y.map(() => random.uniform(0.05, 0.95));
const pushed = (i: number, by: number) => p.map((value, k) => (k === i ? value + by : value));
const byPushing = p.map((_, i) =>
  (diceLossByHand(y, pushed(i, 1e-4)) - diceLossByHand(y, pushed(i, -1e-4))) / 2e-4);

const byTensorFlow = tf.tidy(() =>
  tf.grad((p: tf.Tensor) => diceLoss(tf.tensor1d(y), p))(tf.tensor1d(p)).dataSync());
const gap = Math.max(...byPushing.map((value, i) => Math.abs(value - byTensorFlow[i])));
`largest difference: ${gap.toExponential(1)}`

// %% [markdown]
// Now let three answers face both losses, over all test pictures: "nothing anywhere", the best
// threshold, and half of the truth, with every second column of it missing. For "yes" we write
// $p = 0.99$, for "no" $p = 0.01$: with 0 and 1, one mistake would make BCE infinite.

// %%
const answers: [string, () => tf.Tensor][] = [
  ["nothing anywhere", () => tf.zerosLike(testing.y)],
  ["best threshold", () => testing.x.greaterEqual(best.threshold).toFloat()],
  ["half of the truth", () => testing.y.mul(tf.range(0, 64).mod(2).reshape([1, 1, 64, 1]))],
];
display(answers.map(([answer, mask]) => tf.tidy(() => {
  const prediction = mask();
  const p = prediction.mul(0.98).add(0.01);
  return {
    answer,
    "pixels right": prediction.equal(testing.y).mean().dataSync()[0].toFixed(3),
    IoU: maskIoU(testing.y, prediction).toFixed(3),
    BCE: crossEntropy(testing.y, p).dataSync()[0].toFixed(3),
    "Dice loss": diceLoss(testing.y, p).dataSync()[0].toFixed(3),
  };
})));

// %% [markdown]
// First row: 89 % of the pixels right, and nothing found.
//
// Second and third: the losses disagree. BCE prefers the mask full of holes, which takes no background
// pixel by mistake. The Dice loss prefers the threshold, and so does IoU. Neither loss is wrong, they
// ask different questions: "is each pixel right?" and "do the masks cover?". We want both, so we take
// their **sum**. That is common practice.
//
// ## Train
//
// One step before: subtract the mean brightness and divide by its spread (the standard deviation), both
// measured on the training pictures. Networks learn faster from numbers around 0.

// %%
const spread = tf.tidy(() => {
  const { mean, variance } = tf.moments(training.x);
  return { mean: mean.dataSync()[0], deviation: Math.sqrt(variance.dataSync()[0]) };
});
const standardise = (x: tf.Tensor) => tf.tidy(() => x.sub(spread.mean).div(spread.deviation));
const inputs = { training: standardise(training.x), testing: standardise(testing.x) };

function segment(network: tf.LayersModel, x: tf.Tensor): tf.Tensor4D {
  return tf.tidy(() => (network.predict(x, { batchSize: 20 }) as tf.Tensor)
    .greaterEqual(0.5).toFloat() as tf.Tensor4D);
}

// %% [markdown]
// `learn` trains a network. An **epoch** is one pass over the 240 training pictures, four at a time.
// `accelerate` makes each step one TensorFlow graph: the same numbers, sooner.

// %%
async function learn(network: tf.LayersModel, onEpochEnd?: () => void) {
  const optimizer = tf.train.adam(0.005);
  network.compile({ optimizer, loss: (truth, p) =>
    tf.tidy(() => crossEntropy(truth, p).add(diceLoss(truth, p))) });
  const { history } = await train(network, { x: inputs.training, y: training.y },
    { epochs: 12, batchSize: 4, seed: 1, accelerate: true, callbacks: { onEpochEnd } });
  optimizer.dispose();
  return history.loss;
}

// %% [markdown]
// After each epoch we note the IoU on the test pictures, and the mask of one of them. Only to show it:
// nothing is chosen by it.

// %%
const IoU: number[] = [];
const film: number[] = [];
const loss = await learn(model, () => {
  const masks = segment(model, inputs.testing);
  IoU.push(maskIoU(testing.y, masks));
  film.push(...pick(masks, [shown[0]]).data);
  masks.dispose();
});
lossCurve({ loss, IoU }, { metrics: ["loss", "IoU"], yTitle: "training loss, test IoU",
  title: "U-Net learns" })

// %% [markdown]
// *The loss falls, the IoU rises.* Now read the first line of the next output slowly, from left to
// right, and hold each number against the second line.

// %%
const masks = segment(model, inputs.testing);
const score = maskIoU(testing.y, masks);
console.log("IoU after each epoch:     ", IoU.map((value) => value.toFixed(2)).join("  "));
console.log("limit of brightness alone:", ceiling.toFixed(2));
console.log("best threshold:           ", thresholdIoU.toFixed(2));

// %% [markdown]
// After one epoch the network is still below what brightness alone could reach. Then it climbs past
// that limit. From there on it **must** be using shape. Here is one test picture, after each epoch.

// %%
const frames = [1, 2, 3, 4, 6, 12]; // epochs
const sixTimes = pick(testing.x, frames.map(() => shown[0]));
const filmed = frames.flatMap((epoch) => film.slice((epoch - 1) * 64 * 64, epoch * 64 * 64));
imageWithMask(sixTimes, { data: filmed, shape: [6, 64, 64] }, { classNames, columns: 6,
  scale: 2, title: "What it calls a disc, after 1, 2, 3, 4, 6 and 12 epochs" })

// %% [markdown]
// *First it learns "bright", then it learns "round".*
//
// ## Look at it

// %%
imageWithMask(pick(testing.x, shown), pick(masks, shown), { truth: pick(testing.y, shown),
  classNames, scale: 4,
  title: "Which pixels belong to a disc? U-Net on pictures it has never seen" })

// %% [markdown]
// *Compare with what the threshold made of the same two pictures. The squares are left alone, also
// where they touch a disc, and the noise is gone.*
//
// Were these two chosen because they look good? They were. The IoU above counts the pixels of all 80
// pictures together. So here is each picture for itself: where the two stand, the one in the middle of
// the ranking, and the two at the very bottom.

// %%
const pictures = Array.from({ length: 80 }, (_, i) => i);
const each = pictures.map((i) => maskIoU(pick(testing.y, [i]), pick(masks, [i])));
const ranked = pictures.toSorted((a, b) => each[a] - each[b]);
const worst = ranked.slice(0, 2);
for (const [name, chosen] of [["shown above", shown], ["in the middle", [ranked[40]]],
  ["the worst", worst]] as const)
  console.log(`${name}: ${chosen.map((i) => each[i].toFixed(2)).join(", ")}`);
imageWithMask(pick(testing.x, worst), pick(masks, worst), { truth: pick(testing.y, worst),
  classNames, scale: 3, title: "The two worst of 80" })

// %% [markdown]
// *In both, squares lie on discs and hide most of their outline. Little round edge is left to go by, and
// the network paints on across the square.*
//
// ## Predict first
//
// Now we take the skip connections away, and train again. Same blocks, same data, same loss. All that
// the right half gets is the 8 × 8 maps at the bottom of the U. You saw what 8 × 8 does to a perfect
// mask. Decide before you run:
//
// - What goes wrong: does it take **squares** for discs, does it **miss** discs, or are the **borders**
//   wrong?
// - What will the IoU be? 0.57, as for the squeezed truth? Or more? Or less?

// %%
const noSkips = unet({ skips: false, seed: 1 });
await learn(noSkips);
const masksWithout = segment(noSkips, inputs.testing);
console.log("with skips:   ", score.toFixed(3));
console.log("without skips:", maskIoU(testing.y, masksWithout).toFixed(3));

// %% [markdown]
// Worse, but not broken. *Where* is it worse? Split the pixels in two: those **at a border**, one pixel
// inside or outside the edge of a disc, and all others. Growing a mask by one pixel is a 3 × 3 pooling.

// %%
const border = tf.tidy(() => {
  const grow = (mask: tf.Tensor4D) => tf.maxPool(mask, 3, 1, "same");
  const outside = tf.sub<tf.Tensor4D>(1, testing.y);
  return grow(testing.y).mul(grow(outside));
});
const places = [{ place: "at a border", where: border },
  { place: "elsewhere", where: tf.tidy(() => tf.sub(1, border)) }];
const mistakes = places.flatMap(({ place, where }) =>
  [{ network: "with skips", mask: masks }, { network: "without", mask: masksWithout }]
    .map(({ network, mask }) => tf.tidy(() => {
      const wrong = mask.notEqual(testing.y).toFloat().mul(where).sum().div(where.sum());
      return { place, network, wrong: 100 * wrong.dataSync()[0] };
    })));
display(mistakes.map((row) => ({ ...row, wrong: `${row.wrong.toFixed(1)} %` })));
bar(mistakes, { x: "place", y: "wrong", color: "network", yTitle: "wrong pixels (%)",
  xTitle: "where the pixel lies", title: "What the skips are for", width: 360, height: 240 })

// %% [markdown]
// *Away from the borders, both are wrong in fewer than one pixel of a hundred. At the borders, nearly one
// in four is wrong without skips, and one in fourteen with them.*
//
// So it finds the discs, and tells them from squares, nearly as well as before. What it lost is the
// outline. See for yourself: only the wrong pixels are marked.

// %%
const wrongPixels = (mask: tf.Tensor, rows: number[]) => tf.tidy(() => {
  const missed = testing.y.mul(tf.sub(1, mask));
  const mistaken = mask.mul(tf.sub(1, testing.y));
  return pick(missed.add(mistaken.mul(2)), rows);
});
const three = [0, 1, 17];
for (const [name, mask] of [["With skips", masks], ["Without skips", masksWithout]] as const)
  display(imageWithMask(pick(testing.x, three), wrongPixels(mask, three), { scale: 3,
    columns: 3, title: `${name}: the wrong pixels`,
    classNames: ["right", "disc, but missed", "no disc, but taken"] }));

// %% [markdown]
// *With skips: a few crumbs. Without: rings all around the discs.*
//
// That answers the question of the day. **The bottom of the U knows what is there. The skips know
// where. Fine borders do not fit through the bottleneck, so a U-Net carries them around it.**
//
// And why 0.780, not 0.57? Each of the 8 × 8 places holds 32 numbers, not one. In them the network has
// learnt to note roughly where the edge runs. Roughly.
//
// ## An honest limit
//
// The network has only ever seen one amount of noise: 0.2. Here are the same 80 scenes with less and
// with more of it. Nothing is trained again.

// %%
const testIoU = (network: tf.LayersModel, x: tf.Tensor) => tf.tidy(() =>
  maskIoU(testing.y, segment(network, x)));
const noisy = [0, 0.1, 0.2, 0.3, 0.4, 0.5].flatMap((noise) => {
  const { x, y } = toTensors(generate.discs({ count: 80, seed: 22, noise }));
  const standard = standardise(x);
  const rows = [
    { noise, method: "U-Net", IoU: testIoU(model, standard) },
    { noise, method: "best threshold", IoU: maskIoU(y, x, { threshold: best.threshold }) },
  ];
  tf.dispose([x, y, standard]);
  return rows;
});
line(noisy, { x: "noise", y: "IoU", color: "method", xTitle: "noise (standard deviation)",
  yTitle: "test IoU", title: "More noise than it was trained on" })

// %% [markdown]
// *Half of the noise is easier, though it never saw that. More noise, and it falls. And look to the left: with
// no noise at all it is worse again. Perfect pictures are strange to it.* In numbers, and with the light
// turned down instead:

// %%
for (const { noise, method, IoU } of noisy)
  if ([0, 0.2, 0.5].includes(noise)) console.log(`noise ${noise}, ${method}: ${IoU.toFixed(2)}`);
const dusk = tf.tidy(() => testIoU(model, standardise(testing.x.mul(0.4))));
console.log(`light turned down to 40 %, U-Net: ${dusk.toFixed(2)}`);

// %% [markdown]
// At noise 0.5 it is worse than the simple threshold was at 0.2. Dim light is nearly as bad. A network is good
// at what it was shown. The cure is to show it more: vary noise and light while training.
//
// A second limit no training mends: a mask says "disc", not "*which* disc". Two discs that touch are
// one blob. To count them, the question itself must change.

// %% [markdown]
// ## What you reached

// %% tags=["outcome"]
outcome("test-iou", score, { atLeast: 0.85 });
outcome("iou-over-threshold", score - thresholdIoU, { atLeast: 0.3 });

// %% [markdown]
// Tidy up: models and tensors stay in TensorFlow's memory until they are disposed. None should be left.

// %%
for (const network of [model, noSkips]) network.dispose();
for (const pair of [training, testing, noiseless, inputs]) tf.dispose(Object.values(pair));
tf.dispose([masks, masksWithout, ...places.map(({ where }) => where)]);
tf.memory().numTensors

// %% [markdown]
// ## Summary
//
// 1. Segmentation asks one question for each pixel. IoU and Dice measure how well two masks cover.
// 2. Where most pixels are background, "pixels right" praises a mask that finds nothing.
// 3. The encoder shrinks the picture to see what is there; the decoder grows it again, with stamps.
// 4. Skip connections carry the exact places past the bottleneck: they are what draws the borders.
// 5. A network is good at what it was shown. More noise, less light, even no noise at all, and it falls.

// %% [markdown]
// ## Questionnaire
//
// 1. Truth and prediction have 6 pixels each and share 4. What are IoU and Dice?
//    <details><summary>Answer</summary>IoU = 4 / 8 = 0.5. Dice = 8 / 12 ≈ 0.67.</details>
// 2. Why can no threshold tell discs from squares, even without noise?
//    <details><summary>Answer</summary>It sees one pixel's brightness. Shape is in the surroundings.</details>
// 3. What does a transposed convolution with a 2 × 2 kernel and stride 2 do to a 16 × 16 map?
//    <details><summary>Answer</summary>Each pixel stamps a 2 × 2 patch beside the last one: 32 × 32.</details>
// 4. A decoder joins `larger` with `larger`, not with `kept`. What do you notice?
//    <details><summary>Answer</summary>No error, the usual shapes, but blurred borders: there are no skips.</details>
// 5. Why the "+ 1" in the Dice loss?
//    <details><summary>Answer</summary>A picture without discs and an empty prediction would give 0 / 0.</details>

// %% [markdown]
// ## Going further
//
// - O. Ronneberger, P. Fischer, T. Brox, *U-Net: Convolutional Networks for Biomedical Image
//   Segmentation* (2015): eight pages, and the picture of the U.
// - F. Milletari, N. Navab, S.-A. Ahmadi, *V-Net* (2016): where the Dice loss comes from, in three
//   dimensions.
//
// For grey pictures of your own, 64 × 64 pixels with masks, change the two lines that make `training`
// and `testing`. The measures, the network and its training take them as they are; only the two
// experiments with noise need the generator.
