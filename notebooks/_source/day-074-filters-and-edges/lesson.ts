// %% [header] minutes=35
// A small table of numbers slides over a picture, and finds every edge in it. Today you build it by hand,
// drown it in noise, and bring it back.

// %% [markdown]
// ## Why this matters
//
// You see at once where a thing ends. A program gets numbers. A **filter** is the oldest way to ask them:
// a small table of weights, the **kernel**, slides over the picture, and at each place gives one number.
// The networks of Day 91 and later are stacks of filters that learn their weights. Today you choose them.
//
// The question of the day: **how much should you blur a picture to find its edges?** An edge is what a
// blur destroys. So the answer ought to be: not at all.

// %% tags=["setup"]
import * as tf from "@tensorflow/tfjs-node";
import { generate } from "daylab/datasets";
import { imageGrid, line } from "daylab/plot";
import { canny, convolve, correlate, gaussianBlur, gaussianKernel, Image, imageGradient, sobel }
  from "daylab/vision";
import { lesson, todo } from "daylab/check";

type Grid = number[][];
const { check, hint, solution, outcome, passed } = await lesson("day-074");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | scenes of circles, squares and triangles |
// | **Source** | the generator `shapes`, seeds 5 and 6: the same pictures on every machine |
// | **Size** | 10 scenes to choose settings on, 20 to test on, 96 × 96 pixels |
// | **Units** | brightness, from 0 (black) to 1 (white), with noise of standard deviation 0.12 |
// | **Truth** | which pixel belongs to which shape, so where each outline is |
// | **Licence** | generated here, free |

// %%
const size = 96;
interface Scene {
  readonly image: Image;
  readonly truth: Image;
}
function scenes(count: number, seed: number, noise: number): Scene[] {
  const { images, instances } = generate.shapes({ count, seed, size, noise, objects: [2, 4] });
  return Array.from({ length: count }, (_, k) => {
    const from = k * size * size;
    const shapeAt = instances.slice(from, from + size * size);
    const outline = Float32Array.from(shapeAt, (id, p) => {
      const right = p % size < size - 1 ? shapeAt[p + 1] : id;
      const below = p + size < shapeAt.length ? shapeAt[p + size] : id;
      return id !== right || id !== below ? 1 : 0;
    });
    const shape = [size, size];
    return { image: Image.from({ data: images.slice(from, from + size * size), shape }),
      truth: Image.from({ data: outline, shape }) };
  });
}
const choosing = scenes(10, 5, 0.12);
const testing = scenes(20, 6, 0.12);

// %%
const shown = choosing.slice(0, 3);
imageGrid([...shown.map(({ image }) => image), ...shown.map(({ truth }) => truth)], {
  columns: 3, scale: 2, labels: ["scene 1", "scene 2", "scene 3", "outline", "outline", "outline"],
})

// %% [markdown]
// *Above, what the program gets. Below, what it should find: the pixels where one shape meets another,
// or the ground.*
//
// ## A window that slides
//
// Lay a kernel of 3 × 3 weights on the picture. Multiply each pixel with the weight that lies on it, and
// add up: one number. Move on by one pixel. For a picture $X$ and a kernel $w$ of $k$ × $k$:
//
// $$Z_{i,j} = \sum_{a=0}^{k-1} \sum_{b=0}^{k-1} w_{a,b}\, X_{i+a,\,j+b}$$

// %%
function slide(image: Grid, kernel: Grid): Grid {
  const rows = image.length - kernel.length + 1;
  const columns = image[0].length - kernel[0].length + 1;
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => {
      let sum = 0;
      for (let a = 0; a < kernel.length; a++)
        for (let b = 0; b < kernel[0].length; b++) sum += kernel[a][b] * image[i + a][j + b];
      return sum;
    }));
}

// %% [markdown]
// Two oracles: TensorFlow's convolution, and `correlate` from the library, which was tested against
// OpenCV. The library fills in pixels around the picture, so we compare without its outermost ring.

// %%
const sobelX = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]];
const scene = choosing[0].image.rows();
const mine = slide(scene, sobelX);

const difference = (a: Grid, b: Grid) =>
  Math.max(...a.flatMap((row, i) => row.map((value, j) => Math.abs(value - b[i][j]))));
const inside = (grid: Grid, ring: number) =>
  grid.slice(ring, -ring).map((row) => row.slice(ring, -ring));
const byTensorFlow = tf.tidy(() => tf.conv2d(tf.tensor3d(scene.flat(), [size, size, 1]),
  tf.tensor4d(sobelX.flat(), [3, 3, 1, 1]), 1, "valid").squeeze().arraySync() as Grid);
const byLibrary = inside(correlate(choosing[0].image, sobelX, { output: "float32" }).rows(), 1);
console.log("TensorFlow:", difference(mine, byTensorFlow).toExponential(1));
console.log("library:   ", difference(mine, byLibrary).toExponential(1));

// %% [markdown]
// Only rounding: both oracles count with 32 bits.
//
// ## A quarrel about a word
//
// What does a kernel make of one bright pixel? Before you run it: the kernel as it stands, or something
// else?

// %%
const dot = [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]];
const numbered = [[1, 2, 3], [4, 5, 6], [7, 8, 9]];
console.log("slide:   ", JSON.stringify(slide(dot, numbered)));
const turned = convolve(dot, numbered, { output: "float32" }).rows();
console.log("convolve:", JSON.stringify(inside(turned, 1)));

// %% [markdown]
// `slide` gives it upside down: the 9 meets the dot first. Mathematicians therefore turn the kernel round
// beforehand, and call that **convolution**. Without turning it is **cross-correlation**. Deep learning
// turns nothing and says convolution all the same, and so shall we. It matters when you bring a kernel
// from a book.
//
// ### Exercise 1: how large is the result?
//
// A network designer needs this every day. Two settings:
//
// - **padding** $p$: rings of zeros that are laid around the picture first. One ring makes the picture two
//   pixels wider.
// - **stride** $s$: how far the window moves each time. With 2 it skips every second place.
//
// Write `outputSize(n, k, stride, padding)`: how many places has a kernel of side $k$ along a side of $n$
// pixels? Work these out on paper first: (5, 3, 1, 0), (5, 3, 1, 1), (6, 3, 2, 0).

// %% exercise="output-size"
let outputSize: (n: number, k: number, stride: number, padding: number) => number = todo();
// --- solution
outputSize = (n, k, stride, padding) => Math.floor((n + 2 * padding - k) / stride) + 1;
// --- end

// %% tags=["test-wrong"] exercise="output-size"
outputSize = (n, k, stride, padding) => Math.floor((n + 2 * padding - k) / stride);

// %% tags=["test-wrong"] exercise="output-size"
outputSize = (n, k, stride, padding) => Math.floor((n + padding - k) / stride) + 1;

// %% tags=["test-wrong"] exercise="output-size"
outputSize = (n, k, stride, padding) => (n + 2 * padding - k) / stride + 1;

// %% tags=["test-wrong"] exercise="output-size"
outputSize = (n, k, stride, padding) => Math.floor((n + 2 * padding) / stride) - k + 1;

// %% tags=["check"] exercise="output-size"
await check("output-size", outputSize);

// %% [markdown]
// ### Exercise 2: a convolution for networks
//
// Write `conv2d(image, kernel, { stride, padding })`: first lay `padding` rings of zeros around the
// picture, then let the kernel slide by `stride` in both directions. The kernel may be of any height and
// width. `slide` above may help; so may your formula.

// %%
interface Sliding {
  readonly stride: number;
  readonly padding: number;
}

// %% exercise="conv2d"
let conv2d: (image: Grid, kernel: Grid, options: Sliding) => Grid = todo();
// --- solution
conv2d = (image, kernel, { stride, padding }) => {
  const padded = Array.from({ length: image.length + 2 * padding }, (_, i) =>
    Array.from({ length: image[0].length + 2 * padding }, (_, j) =>
      image[i - padding]?.[j - padding] ?? 0));
  return slide(padded, kernel)
    .filter((_, i) => i % stride === 0)
    .map((row) => row.filter((_, j) => j % stride === 0));
};
// --- end

// %% tags=["test-wrong"] exercise="conv2d"
conv2d = (image, kernel) => slide(image, kernel);

// %% tags=["test-wrong"] exercise="conv2d"
conv2d = (image, kernel, { stride, padding }) => {
  const padded = Array.from({ length: image.length + 2 * padding }, (_, i) =>
    Array.from({ length: image[0].length + 2 * padding }, (_, j) =>
      image[i - padding]?.[j - padding] ?? 0));
  const flipped = kernel.toReversed().map((row) => row.toReversed());
  return slide(padded, flipped)
    .filter((_, i) => i % stride === 0)
    .map((row) => row.filter((_, j) => j % stride === 0));
};

// %% tags=["test-wrong"] exercise="conv2d"
conv2d = (image, kernel, { stride, padding }) => {
  const padded = Array.from({ length: image.length + 2 * padding }, (_, i) =>
    Array.from({ length: image[0].length + 2 * padding }, (_, j) =>
      image[Math.min(Math.max(i - padding, 0), image.length - 1)][
        Math.min(Math.max(j - padding, 0), image[0].length - 1)]));
  return slide(padded, kernel)
    .filter((_, i) => i % stride === 0)
    .map((row) => row.filter((_, j) => j % stride === 0));
};

// %% tags=["test-wrong"] exercise="conv2d"
conv2d = (image, kernel, { stride, padding }) => {
  const padded = Array.from({ length: image.length + 2 * padding }, (_, i) =>
    Array.from({ length: image[0].length + 2 * padding }, (_, j) =>
      image[i - padding]?.[j - padding] ?? 0));
  return slide(padded, kernel).filter((_, i) => i % stride === 0);
};

// %% tags=["check"] exercise="conv2d"
await check("conv2d", conv2d);

// %% [markdown]
// ## Predict first
//
// If all weights are equal and sum to 1, the filter gives the mean of the window: a **box blur**. It is
// the plainest way to make a picture soft.
//
// Here are stripes: three pixels white, three black, and so on. They are blurred with a box of 9 pixels.
// **Where will the result be brightest: where the stripes were white, where they were black, or the same
// everywhere?** A mean cannot do much harm. Or can it?

// %%
const stripes = Array.from({ length: 30 }, (_, j) => (j % 6 < 3 ? 1 : 0));
const box9 = Array<number>(9).fill(1 / 9);
const softened = slide([stripes], [box9])[0];
const middle = (at: number) => softened[at - 4].toFixed(2);
console.log(`middle of a white stripe: ${middle(13)}, of a black stripe: ${middle(16)}`);

// %% [markdown]
// White has become dark, and black has become bright. Count it: around the middle of a white stripe a
// window of 9 holds three white pixels and six black ones.
//
// Here is the same on a star, whose stripes grow from fine to coarse. Beside it, blurred as strongly, a
// **Gaussian** blur: its weights follow the bell curve, so that near pixels count more than far ones.

// %%
const side = 180;
const star = Array.from({ length: side }, (_, i) => Array.from({ length: side }, (_, j) =>
  (Math.sin(24 * Math.atan2(i - side / 2 + 0.5, j - side / 2 + 0.5)) > 0 ? 1 : 0)));
const box = Array.from({ length: 15 }, () => Array<number>(15).fill(1 / 225));
const asStrong = Math.sqrt((15 ** 2 - 1) / 12);
imageGrid([Image.from(star), correlate(star, box), gaussianBlur(star, { sigma: asStrong })],
  { scale: 2, columns: 3, range: [0, 1],
    labels: ["a star", "box blur, 15 × 15", `Gaussian, σ = ${asStrong.toFixed(2)}`] })

// %% [markdown]
// *Follow the white ray at the top inwards in the box blur. It fades to grey, and then goes on with black and white
// exchanged. What you see there is not in the star: the filter made it up. The Gaussian only fades.*
//
// This is why nobody who measures edges blurs with a box. From here on, blur means Gaussian. Its one
// setting is the standard deviation $\sigma$, in pixels: how far it reaches.
//
// ## Half of the work is for nothing
//
// A Gaussian kernel of 13 × 13 needs 169 multiplications for each pixel. But it is a product: the weight
// at $(a, b)$ is $g_a g_b$. So blur along the rows first, and then down the columns: 13 + 13. Such a
// kernel is called **separable**. Are the two the same?

// %%
const bell = gaussianKernel(13, 1.5);
const square = bell.map((down) => bell.map((across) => down * across));
const atOnce = slide(scene, square);
const inTwoPasses = slide(slide(scene, [bell]), bell.map((weight) => [weight]));
const fromLibrary = inside(gaussianBlur(choosing[0].image, { sigma: 1.5 }).rows(), 6);
console.log(`169 or 26 multiplications: ${difference(atOnce, inTwoPasses).toExponential(1)} apart`);
console.log(`and from the library's blur: ${difference(atOnce, fromLibrary).toExponential(1)}`);

// %% [markdown]
// ## What is an edge?
//
// A place where the brightness changes quickly. The kernel `sobelX` from above (Irwin Sobel, 1968)
// measures how quickly it changes to the right: the right column minus the left one. Down the columns it
// weighs 1, 2, 1: a small blur. Turned on its side it measures the change downwards.
//
// ### Exercise 3: the ring with two gaps
//
// Somebody put both together into a detector of edges. Here is what it sees of a plain disc.

// %%
const disc = Array.from({ length: 60 }, (_, i) => Array.from({ length: 60 }, (_, j) =>
  0.2 + 0.6 * Math.min(1, Math.max(0, 20.5 - Math.hypot(i - 30, j - 30)))));
const sobelY = [[-1, -2, -1], [0, 0, 0], [1, 2, 1]];

function gapped(image: Grid): Grid {
  const across = slide(image, sobelX);
  const down = slide(image, sobelY);
  return across.map((row, i) => row.map((value, j) => Math.abs(value + down[i][j])));
}
const dimmed = gapped(disc).map((row) => row.map((value) => value / 3));
imageGrid([Image.from(disc), Image.from(dimmed)],
  { scale: 3, range: [0, 1], labels: ["a disc", "what the detector sees"] })

// %% [markdown]
// *The disc is round. Its edge has two gaps, and no noise is to blame.*
//
// Find the fault, and write `strength(image)`: how steep the picture is at each place, in whatever
// direction. The change to the right and the change downwards are the two sides of a right-angled
// triangle; the steepness is its long side.

// %% exercise="strength"
let strength: (image: Grid) => Grid = todo();
// --- solution
strength = (image) => {
  const across = slide(image, sobelX);
  const down = slide(image, sobelY);
  return across.map((row, i) => row.map((value, j) => Math.hypot(value, down[i][j])));
};
// --- end

// %% tags=["test-wrong"] exercise="strength"
strength = gapped;

// %% tags=["test-wrong"] exercise="strength"
strength = (image) => {
  const down = slide(image, sobelY);
  return slide(image, sobelX).map((row, i) =>
    row.map((value, j) => Math.abs(value) + Math.abs(down[i][j])));
};

// %% tags=["test-wrong"] exercise="strength"
strength = (image) => {
  const down = slide(image, sobelY);
  return slide(image, sobelX).map((row, i) =>
    row.map((value, j) => value ** 2 + down[i][j] ** 2));
};

// %% tags=["check"] exercise="strength"
await check("strength", strength);

// %% [markdown]
// The library has it as `imageGradient(image).magnitude`. The lesson goes on with that.
//
// ## A score for edges
//
// Two questions. Of the pixels that you called an edge, how many are one? That is the **precision**. Of the
// pixels on true outlines, how many did you find? That is the **recall**. To call everything an edge is
// perfect recall; to name one sure pixel is perfect precision. The **F1 score** demands both:
//
// $$F_1 = \frac{2 \cdot \text{precision} \cdot \text{recall}}{\text{precision} + \text{recall}}$$
//
// A pixel counts as right if it is at most one pixel off, in any direction.

// %%
function near(map: Image, p: number): boolean {
  const [row, column] = [Math.floor(p / size), p % size];
  for (let i = Math.max(row - 1, 0); i <= Math.min(row + 1, size - 1); i++)
    for (let j = Math.max(column - 1, 0); j <= Math.min(column + 1, size - 1); j++)
      if (map.data[i * size + j] > 0) return true;
  return false;
}
function shareNear(of: Image, others: Image): number {
  const marked = [...of.data.keys()].filter((p) => of.data[p] > 0);
  return marked.length === 0 ? 0 : marked.filter((p) => near(others, p)).length / marked.length;
}
function f1(found: Image, truth: Image): number {
  const [precision, recall] = [shareNear(found, truth), shareNear(truth, found)];
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

// %% [markdown]
// ## Baseline
//
// The simplest detector compares each pixel with its right neighbour and the one below. Where the sum of
// the differences is above a **threshold**, it says edge. We try some thresholds, and keep the best.

// %%
const above = ({ data }: Image, threshold: number) =>
  Image.from({ data: Float32Array.from(data, (v) => (v > threshold ? 1 : 0)),
    shape: [size, size] });
type Detector = (image: Image) => Image;
const meanF1 = (detect: Detector, on: readonly Scene[]) =>
  on.reduce((sum, { image, truth }) => sum + f1(detect(image), truth), 0) / on.length;

const neighbours = (image: Image) => {
  const right = correlate(image, [[0, -1, 1]], { output: "float32", border: "replicate" });
  const below = correlate(image, [[0], [-1], [1]], { output: "float32", border: "replicate" });
  return Image.from({ shape: [size, size],
    data: right.data.map((v, p) => Math.abs(v) + Math.abs(below.data[p])) });
};
const baseline = Math.max(...[0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((threshold) =>
  meanF1((image) => above(neighbours(image), threshold), choosing)));
`baseline: F1 ${baseline.toFixed(3)}`

// %% [markdown]
// ## How much blur?
//
// Now blur, then `sobel`, then a threshold. For each $\sigma$ we take the threshold that scores best.
// What do you expect, as the blur grows: does the score fall, rise, or something else?

// %%
const thresholds = [0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5];
const sigmas = [0, 0.5, 0.75, 1, 1.5, 2, 3, 4];
const blurred = (image: Image, sigma: number) =>
  (sigma === 0 ? image : gaussianBlur(image, { sigma }));
const byThreshold = sigmas.map((sigma) => ({ sigma, detector: "threshold",
  f1: Math.max(...thresholds.map((threshold) => meanF1((image) =>
    above(imageGradient(blurred(image, sigma)).magnitude, threshold), choosing))) }));
line(byThreshold, { x: "sigma", y: "f1", xTitle: "Blur: standard deviation (pixels)",
  yTitle: "F1 score, best threshold", points: true })

// %% [markdown]
// *The best blur is a small one, 0.75 of a pixel. Less leaves noise, more makes edges too wide.*
//
// Two surprises. Without any blur the score is 0.943 already, far above the baseline: Sobel's own
// 1, 2, 1 is a blur, and so is measuring over three pixels rather than two. And a strong blur costs much:
// with $\sigma = 3$ more than a quarter of the score is gone. Look why:

// %%
const first = choosing[0].image;
const looks = [0, 0.75, 3].map((sigma) => imageGradient(blurred(first, sigma)).magnitude);
imageGrid(looks.map(({ data }) => {
  const highest = Math.max(...data);
  return Image.from({ data: data.map((v) => v / highest), shape: [size, size] });
}), { scale: 2, labels: ["no blur", "σ = 0.75", "σ = 3"] })

// %% [markdown]
// *The steepness of scene 1, each picture from black (flat) to white (its steepest place). Left: noise
// everywhere. Right: hardly any noise, and every edge is a broad band.*
//
// ## Thin as a line
//
// The right picture is not hopeless: each band has a ridge. John Canny's idea (1986): keep a pixel only if
// it is **higher than its two neighbours across the edge**. The direction across is where the gradient
// points, rounded to one of four: level, upright, and the two diagonals.

// %%
function across(x: number, y: number): [dx: number, dy: number] {
  const flat = Math.tan(Math.PI / 8);
  if (Math.abs(y) < flat * Math.abs(x)) return [1, 0];
  if (Math.abs(x) < flat * Math.abs(y)) return [0, 1];
  return [1, x * y < 0 ? -1 : 1];
}
function ridges(image: Image, threshold: number): Grid {
  const [x, y] = [sobel(image, { dx: 1 }).rows(), sobel(image, { dy: 1 }).rows()];
  const steep = x.map((row, i) => row.map((value, j) => Math.hypot(value, y[i][j])));
  return steep.map((row, i) => row.map((here, j) => {
    const [dx, dy] = across(x[i][j], y[i][j]);
    const before = steep[i - dy]?.[j - dx] ?? 0;
    const after = steep[i + dy]?.[j + dx] ?? 0;
    return here > threshold && here > before && here >= after ? 1 : 0;
  }));
}

// %% [markdown]
// The oracle: the library's `canny`, which gives the same pixels as OpenCV's. It has two thresholds; if
// they are equal, it does what we did. (It treats the rim in another way: we leave out two pixels there.)

// %%
const soft = gaussianBlur(first, { sigma: 1.5 });
const own = inside(ridges(soft, 0.5), 2).flat();
const theirs = inside(canny(soft, { low: 0.5, high: 0.5, l2: true }).rows(), 2).flat();
const unlike = own.filter((value, p) => value !== theirs[p]).length;
`${own.filter(Boolean).length} edge pixels, ${unlike} of ${own.length} differ from the library`

// %% [markdown]
// Why two thresholds? With a high one, outlines break where they are weak. With a low one, noise comes in.
// Canny takes what is above `high`, and follows it along as long as it is above `low`. A weak pixel counts
// if it hangs on a strong one. Here `low` is half of `high`.

// %%
const cannyAt = (sigma: number, high: number): Detector => (image) =>
  canny(blurred(image, sigma), { low: high / 2, high, l2: true });
const settings = sigmas.flatMap((sigma) => thresholds.map((high) =>
  ({ sigma, high, f1: meanF1(cannyAt(sigma, high), choosing) })));
const byCanny = sigmas.map((sigma) => ({ sigma, detector: "Canny",
  f1: Math.max(...settings.filter((s) => s.sigma === sigma).map((s) => s.f1)) }));
const chosen = settings.reduce((best, s) => (s.f1 > best.f1 ? s : best));
display(line([...byThreshold, ...byCanny], { x: "sigma", y: "f1", color: "detector",
  xTitle: "Blur: standard deviation (pixels)", yTitle: "F1 score, best threshold" }));
console.log(`chosen: σ = ${chosen.sigma}, high ${chosen.high}, F1 ${chosen.f1.toFixed(3)}`);

// %% [markdown]
// *Thin edges bear a strong blur: at 3 pixels Canny scores 0.951, the threshold alone 0.697. Without any
// blur it is the other way round.*
//
// The answer to the question of the day: **about 1.5 pixels, if you thin the edges afterwards.** Not a
// little and not much: enough that the noise is gone, and not so much that shapes run together. And
// Canny without a blur is worse (0.822) than no Canny at all: noise has ridges too, and they are followed.
//
// These scenes chose the settings, so their score flatters. Now 20 new ones:

// %%
const detect = cannyAt(chosen.sigma, chosen.high);
const edgeF1 = meanF1(detect, testing);
const views = testing.slice(0, 3);
display(imageGrid([...views.map(({ image }) => image), ...views.map(({ image }) => detect(image))],
  { columns: 3, scale: 2, labels: ["new 1", "new 2", "new 3", "edges", "edges", "edges"] }));
console.log(`20 new scenes: F1 ${edgeF1.toFixed(3)}`);

// %% [markdown]
// *Three of the 20 scenes that no setting was chosen on. In the second, two triangles overlap and are
// equally bright: the line between them is missing. No filter can find it, for nothing changes there.*
//
// ## An honest failure
//
// The settings were chosen for a noise of 0.12. The camera is taken to a darker room, and nobody tells the
// program. What will happen at twice the noise: a little worse, much worse, useless?

// %%
const rooms = [0.03, 0.06, 0.12, 0.18, 0.24, 0.3].map((noise) => {
  const dark = scenes(10, 7, noise);
  const again = settings.filter(({ sigma }) => sigma >= 1.5 && sigma < 4)
    .map(({ sigma, high }) => cannyAt(sigma, high));
  const best = noise < 0.24 ? NaN : Math.max(...again.map((detector) => meanF1(detector, dark)));
  return { noise, fixed: meanF1(detect, dark), retuned: best };
});
rooms.map(({ noise, fixed, retuned }) => ({ noise, "settings of 0.12": fixed.toFixed(3),
  "chosen anew": Number.isNaN(retuned) ? "" : retuned.toFixed(3) }))

// %% [markdown]
// At twice the noise the score drops from 0.958 to 0.825, then to 0.570. That is not all the fault of the
// noise: settings chosen anew in the dark room reach 0.916 and 0.883. The rest is ours, because we fixed
// two numbers once and trusted them for ever. Nothing in the program notices.
//
// **A limit.** A filter knows brightness, not things. The shadow of a tree has an edge; a grey cat on a
// grey wall has none. Networks that learn their kernels do better, as they see more than 3 × 3 pixels.

// %% [markdown]
// ## What you reached
//
// Your convolution beside TensorFlow's, on a whole scene with stride 2 and padding 1; and the edges of
// the 20 new scenes.

// %% tags=["outcome"]
const yours = passed() < 3 ? undefined : conv2d(scene, sobelX, { stride: 2, padding: 1 });
const reference = tf.tidy(() => tf.conv2d(
  tf.pad(tf.tensor3d(scene.flat(), [size, size, 1]), [[1, 1], [1, 1], [0, 0]]),
  tf.tensor4d(sobelX.flat(), [3, 3, 1, 1]), 2, "valid").squeeze().arraySync() as Grid);
const gap = yours ? difference(yours, reference) : NaN;
outcome("difference-to-tensorflow", gap, { atMost: 1e-5, pendingUntilChecked: true });
outcome("edge-f1", edgeF1, { atLeast: 0.97 });

// %% [markdown]
// ## Summary
//
// 1. A filter slides a kernel over the picture; what deep learning calls convolution does not turn it.
// 2. Along a side of $n$ pixels there are $\lfloor (n + 2p - k) / s \rfloor + 1$ places.
// 3. A box blur can exchange black and white. A Gaussian only fades, and two short passes are enough.
// 4. Edges are where the picture is steep: the root of the squares of both derivatives.
// 5. Blur kills noise and widens edges. Canny's ridges make them thin again. The settings fit one noise.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. The weights of a kernel sum to 0. What does it make of a plain grey wall?
//    <details><summary>Answer</summary>0 everywhere. It sees changes only; a kernel that sums to 1 keeps the wall as it is.</details>
// 2. Which padding keeps the size with a kernel of 5 and a stride of 1?
//    <details><summary>Answer</summary>2: then n + 4 − 5 + 1 = n.</details>
// 3. Why can a box blur of 9 turn stripes of 3 pixels into their negative?
//    <details><summary>Answer</summary>Around a white stripe's middle it holds more black pixels than white ones.</details>
// 4. A detector calls every pixel an edge. What are its precision and its recall?
//    <details><summary>Answer</summary>Recall 1; precision is the share of pixels that lie at an outline, which is small.</details>
// 5. What does the second, lower threshold of Canny's method do?
//    <details><summary>Answer</summary>It lets weak pixels in where they hang on strong ones, so that outlines do not break.</details>

// %% [markdown]
// ## Going further
//
// - John Canny, *A Computational Approach to Edge Detection*, 1986: what a good detector is, and then the
//   one that follows from it.
// - David Marr and Ellen Hildreth, *Theory of Edge Detection*, 1980: blur of several widths, and how eyes
//   may do it.
//
// Tomorrow: shapes and textures, in numbers that stay the same when the picture is turned.
