// %% [header] minutes=35
// Today a network invents names for dinosaurs. We built the language it learns, so for once we know how
// well anybody could do, and can tell an invention from a copy and from nonsense.

// %% [markdown]
// ## Why this matters
//
// A **language model** says which character comes next. Let it draw one, append it, ask again: it
// writes. That loop is all there is to a text generator, from this page to the largest.
//
// But is what it writes any good? A model that recites its training set has a splendid loss. One that
// babbles is very creative. The question of the day: **how do you tell invention from copying, and which
// knob moves a generator from the one to the other?**

// %% tags=["setup"]
import * as tf from "@tensorflow/tfjs-node";
import { lesson, todo } from "daylab/check";
import { glorotUniform, losses, orthogonal, Random, train } from "daylab/nn";
import { line } from "daylab/plot";

const { check, hint, solution, outcome } = await lesson("day-112");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | dinosaur names from a syllable grammar |
// | **Source** | the grammar in the cell below; the roots are Greek and Latin, as in real names |
// | **Size** | 1 037 different names: 887 to learn from, 150 to test on |
// | **Units** | characters; each name ends with a mark |
// | **Licence** | generated here, free |
//
// A name is a start, perhaps a syllable, and an end. All names that can be put together are equally
// likely. So we can write down the whole language, and draw 1 037 names of it.

// %%
const starts = ("acro allo ankylo apato brachio bronto cerato coelo corytho deino diplo dromeo " +
  "eo giga grypo hadro hetero irri kentro lepto mega micro nano ornitho pachy proto ptero rhino " +
  "stego struthio tara tyranno uta velo").split(" ");
const middles = "bo ca cri do gna lo ma mi no pi ra ri sa ta ti va".split(" ");
const ends = "saurus saura don raptor ceratops mimus venator titan docus spinax suchus pteryx"
  .split(" ");

const possible = new Set(starts.flatMap((start) => ends.flatMap((end) =>
  ["", ...middles].map((middle) => start + middle + end))));
const names = new Random(112).shuffle(possible).slice(0, 1037);
const [training, testing] = [names.slice(0, 887), names.slice(887)];
const known = new Set(training);
console.log(`${possible.size} possible names`);
training.slice(0, 8).join(", ")

// %% [markdown]
// ## What it is asked
//
// A network reads numbers. So each character is a number: 1 to 26 for the letters, and 0 for the mark
// `·`, which stands before a name and after it. In training the network reads a name from the left, and
// at each place has to say what comes next.
//
// ### Exercise 1: find the planted bug
//
// Somebody wrote `brokenQuestion`. A network that is trained with it soon has a loss of nearly 0, and
// writes nothing but empty names. Why? Write `question(name)` so that it is right.

// %%
type Numbers = readonly number[];
interface Question {
  readonly input: number[];
  readonly target: number[];
}
const alphabet = "·abcdefghijklmnopqrstuvwxyz";
const vocabulary = alphabet.length;
const codes = (name: string) => [...name].map((letter) => alphabet.indexOf(letter));
const spell = (tokens: Numbers) => tokens.map((token) => alphabet[token]).join("");

const brokenQuestion = (name: string): Question =>
  ({ input: [0, ...codes(name)], target: [0, ...codes(name)] });
const shown = brokenQuestion("utadon");
console.log(`input  ${spell(shown.input)}`);
console.log(`target ${spell(shown.target)}`);

// %% exercise="question"
let question: (name: string) => Question = todo();
// --- solution
question = (name) => ({ input: [0, ...codes(name)], target: [...codes(name), 0] });
// --- end

// %% tags=["test-wrong"] exercise="question"
question = brokenQuestion;

// %% tags=["test-wrong"] exercise="question"
question = (name) => ({ input: codes(name).slice(0, -1), target: codes(name).slice(1) });

// %% tags=["test-wrong"] exercise="question"
question = (name) => ({ input: [...codes(name), 0], target: [0, ...codes(name)] });

// %% tags=["check"] exercise="question"
await check("question", question);

// %% [markdown]
// The lesson goes on with its own, filled up to equal length. A target of −1 asks nothing.

// %%
const steps = 20;
const fill = (tokens: Numbers, by: number) =>
  [...tokens, ...Array<number>(steps - tokens.length).fill(by)];

function tensors(list: readonly string[]) {
  const x = tf.tensor2d(list.map((name) => fill([0, ...codes(name)], 0)), undefined, "int32");
  const y = tf.tidy(() => tf.oneHot(tf.tensor2d(
    list.map((name) => fill([...codes(name), 0], -1)), undefined, "int32"), vocabulary).toFloat());
  return { x, y };
}
const characters = (list: readonly string[]) =>
  list.reduce((sum, name) => sum + name.length + 1, 0);
`${characters(training)} characters to learn from, marks included`

// %% [markdown]
// ## A yardstick with two ends
//
// The measure is the **negative log-likelihood** (NLL): minus the natural logarithm of the probability
// that the model gave to the character that came, averaged over all characters. Its unit is the **nat**.
// 0 means: it always knew. To guess among 27 costs $\ln 27 = 3.30$ nats.
//
// The upper end is a baseline, the **bigram** table: after an `s`, which letter came how often in the
// training set? The lower end is the grammar itself: each of its 6 936 names has the probability
// 1/6936 and costs $\ln 6936 = 8.84$ nats, spread over its characters. Nobody can know more about a
// name that was drawn by chance.

// %%
const counts = alphabet.split("").map(() => Array<number>(vocabulary).fill(1));
for (const name of training) {
  const tokens = [0, ...codes(name), 0];
  for (let i = 1; i < tokens.length; i++) counts[tokens[i - 1]][tokens[i]] += 1;
}
const total = (row: Numbers) => row.reduce((a, b) => a + b, 0);
const bigramCost = (name: string) => {
  const tokens = [0, ...codes(name), 0];
  return tokens.slice(1).reduce((cost, token, i) =>
    cost - Math.log(counts[tokens[i]][token] / total(counts[tokens[i]])), 0);
};
const perCharacter = (list: readonly string[], cost: (name: string) => number) =>
  list.reduce((sum, name) => sum + cost(name), 0) / characters(list);
const bigram = perCharacter(testing, bigramCost);
const floor = perCharacter(testing, () => Math.log(possible.size));
console.log(`bigram table: ${bigram.toFixed(3)} nats a character`);
console.log(`the grammar:  ${floor.toFixed(3)}`);

// %% [markdown]
// Between these two the network will land. Most letters of a name are certain once you know where you
// are: after `tyra` comes `nno`. The bigram table cannot know, it sees one letter.
//
// ## The network
//
// The recurrent network (RNN) of Day 111: a vector for each character, a **state** $h$ of 64 numbers
// that is carried from place to place, and a product that gives 27 **logits**, from which softmax makes
// probabilities:
//
// $$h \leftarrow \tanh(x W + h U + b)$$

// %%
function network(seed: number) {
  const random = new Random(seed);
  const init = () => glorotUniform(random);
  return tf.sequential({ layers: [
    tf.layers.embedding({ inputShape: [steps], inputDim: vocabulary, outputDim: 16,
      embeddingsInitializer: init() }),
    tf.layers.simpleRNN({ units: 64, returnSequences: true, kernelInitializer: init(),
      recurrentInitializer: orthogonal(random) }),
    tf.layers.dense({ units: vocabulary, kernelInitializer: init() }),
  ] });
}
async function learn(model: tf.LayersModel, list: readonly string[], epochs: number) {
  const [data, validationData] = [tensors(list), tensors(testing)];
  const optimizer = tf.train.adam(0.01);
  model.compile({ optimizer, loss: losses.categoricalCrossentropy({ fromLogits: true }) });
  const { history } = await train(model, data, { epochs, batchSize: 32, seed: 1, validationData,
    accelerate: true, curves: false, verbose: 0 });
  tf.dispose([data.x, data.y, validationData.x, validationData.y]);
  optimizer.dispose();
  const scale = (part: readonly string[]) => part.length * steps / characters(part);
  return { train: history.loss.map((loss) => loss * scale(list)),
    test: history.val_loss.map((loss) => loss * scale(testing)) };
}

// %%
const model = network(1);
const curve = await learn(model, training, 10);
const nll = curve.test[curve.test.length - 1];
`after 10 epochs: ${nll.toFixed(3)} nats a character on new names`

// %%
const traced = (values: Numbers, which: string) =>
  values.map((value, i) => ({ epoch: i + 1, nll: value, which }));
line([...traced(curve.test, "network, new names"),
  ...traced(curve.test.map(() => bigram), "bigram table"),
  ...traced(curve.test.map(() => floor), "the grammar itself")], { x: "epoch", y: "nll",
  color: "which", xTitle: "epochs", yTitle: "nats a character", colorTitle: "", points: false })

// %% [markdown]
// *After one epoch it beats the table. Then it creeps towards the floor, and cannot fall below.*
//
// At 0.730 it stands 0.09 nats above the grammar. A model without the floor beside it looks unfinished;
// with it you see how little is left to learn.
//
// ## By hand, one character at a time
//
// To write, we need one character at a time, and the state in between. With the weights of the network
// that is a few lines. The oracle: the model itself, on one name.

// %%
const rowsOf = (tensor: tf.Tensor) => tensor.as2D(tensor.size / (tensor.shape.at(-1) ?? 1), -1)
  .arraySync();
type Cell = (token: number, h: Numbers) => { h: number[]; logits: number[] };

function cellOf(model: tf.LayersModel): Cell {
  const [vectors, kernel, recurrent, bias, out, outBias] = tf.tidy(() =>
    model.getWeights().map((weight) => rowsOf(weight)));
  const add = (sum: number[], x: Numbers, matrix: readonly Numbers[]) => {
    for (const [i, value] of x.entries())
      for (let j = 0; j < sum.length; j++) sum[j] += value * matrix[i][j];
    return sum;
  };
  return (token, h) => {
    const total = add(add([...bias[0]], vectors[token], kernel), h, recurrent);
    const next = total.map(Math.tanh);
    return { h: next, logits: add([...outBias[0]], next, out) };
  };
}
const cell = cellOf(model);
const start = () => Array<number>(64).fill(0);

// %%
const probe = [0, ...codes(testing[0])];
const byModel = tf.tidy(() =>
  rowsOf(model.predict(tf.tensor2d([fill(probe, 0)], undefined, "int32")) as tf.Tensor));
let h = start();
const gap = Math.max(...probe.map((token, t) => {
  const step = cell(token, h);
  h = step.h;
  return Math.max(...step.logits.map((value, j) => Math.abs(value - byModel[t][j])));
}));
`largest difference of the logits along "${testing[0]}": ${gap.toExponential(1)}`

// %% [markdown]
// ## Drawing
//
// If we always took the likeliest character, we would get one name, for ever the same. So we **draw**:
// a character with probability 0.7 should come 7 times in 10.
//
// ### Exercise 2: draw
//
// Write `pick(probabilities, u)`. `u` is a number between 0 and 1, drawn evenly. Lay the probabilities
// end to end on a line from 0 to 1, and return the index of the piece in which `u` lies. If rounding
// leaves `u` beyond all pieces, return the last index.

// %% exercise="draw"
let pick: (probabilities: Numbers, u: number) => number = todo();
// --- solution
pick = (probabilities, u) => {
  let end = 0;
  for (const [i, probability] of probabilities.entries()) {
    end += probability;
    if (u < end) return i;
  }
  return probabilities.length - 1;
};
// --- end

// %% tags=["test-wrong"] exercise="draw"
pick = (probabilities) => probabilities.indexOf(Math.max(...probabilities));

// %% tags=["test-wrong"] exercise="draw"
pick = (probabilities, u) => Math.floor(u * probabilities.length);

// %% tags=["test-wrong"] exercise="draw"
pick = (probabilities, u) => probabilities.findIndex((probability) => u < probability);

// %% tags=["check"] exercise="draw"
await check("draw", pick);

// %% [markdown]
// ## The knob
//
// Divide all logits by a number $T$ before the softmax, the **temperature**:
//
// $$p_i = \frac{e^{z_i / T}}{\sum_j e^{z_j / T}}$$
//
// With $T$ below 1 the likely becomes likelier still, with $T$ above 1 all become more alike.
//
// ### Exercise 3: temperature
//
// Write `soften(logits, temperature)`. It returns the probabilities. Mind a small $T$: $e^{1000}$ is
// infinite on a computer. Subtract the largest first, as on Day 37: it changes nothing else.

// %% exercise="temperature"
let soften: (logits: Numbers, temperature: number) => number[] = todo();
// --- solution
soften = (logits, temperature) => {
  const largest = Math.max(...logits);
  const powers = logits.map((z) => Math.exp((z - largest) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
};
// --- end

// %% tags=["test-wrong"] exercise="temperature"
soften = (logits, temperature) => {
  const powers = logits.map((z) => Math.exp(z * temperature));
  return powers.map((power) => power / total(powers));
};

// %% tags=["test-wrong"] exercise="temperature"
soften = (logits, temperature) => {
  const powers = logits.map((z) => Math.exp(z));
  return powers.map((power) => power / total(powers) / temperature);
};

// %% tags=["test-wrong"] exercise="temperature"
soften = (logits, temperature) => {
  const powers = logits.map((z) => Math.exp(z / temperature));
  return powers.map((power) => power / total(powers));
};

// %% tags=["check"] exercise="temperature"
await check("temperature", soften);

// %% [markdown]
// The loop that writes. It stops at the mark, or after 30 characters.

// %%
function writeName(cell: Cell, temperature: number, random: Random): string {
  let [token, h, name]: [number, number[], string] = [0, start(), ""];
  for (let t = 0; t < 30; t++) {
    const step = cell(token, h);
    h = step.h;
    const largest = Math.max(...step.logits);
    const powers = step.logits.map((z) => Math.exp((z - largest) / temperature));
    let rest = random.uniform() * total(powers);
    token = powers.findIndex((power) => (rest -= power) < 0);
    if (token <= 0) break;
    name += alphabet[token];
  }
  return name;
}
const write = (cell: Cell, temperature: number, count: number) => {
  const random = new Random(7);
  return Array.from({ length: count }, () => writeName(cell, temperature, random));
};
for (const temperature of [0.3, 1, 2])
  console.log(`T = ${temperature}: ${write(cell, temperature, 6).join(", ")}`);

// %% [markdown]
// ## Copy, invention, nonsense
//
// Now we can say what each name is. **Copy**: it stands in the training set. **Nonsense**: the grammar
// cannot make it. **Invention**: neither, and it counts only once.
//
// ### Exercise 4: the share of inventions
//
// Write `novelShare(written, known, possible)`: of all names in `written`, the share that are inventions.
// `known` is the set of training names, `possible.has(name)` says whether the grammar can make a name.
// A name that was written five times is **one** invention, and four repetitions.

// %% exercise="novel"
type Possible = { has(name: string): boolean };
let novelShare: (written: string[], known: ReadonlySet<string>, possible: Possible) => number
  = todo();
// --- solution
novelShare = (written, known, possible) => {
  const different = [...new Set(written)];
  const novel = different.filter((name) => !known.has(name) && possible.has(name));
  return novel.length / written.length;
};
// --- end

// %% tags=["test-wrong"] exercise="novel"
novelShare = (written, known, possible) =>
  written.filter((name) => !known.has(name) && possible.has(name)).length / written.length;

// %% tags=["test-wrong"] exercise="novel"
novelShare = (written, known) =>
  [...new Set(written)].filter((name) => !known.has(name)).length / written.length;

// %% tags=["test-wrong"] exercise="novel"
novelShare = (written, known, possible) => {
  const different = [...new Set(written)];
  return different.filter((name) => !known.has(name) && possible.has(name)).length
    / different.length;
};

// %% tags=["check"] exercise="novel"
await check("novel", novelShare);

// %% [markdown]
// ## Predict first
//
// We let it write 300 names at each of seven temperatures, from 0.2 to 2. **At which temperature are
// there most inventions? And what is wrong at 0.2: copies, nonsense, or something else?**

// %%
function sortOut(written: readonly string[]) {
  const different = [...new Set(written)];
  const share = (count: number) => count / written.length;
  const copies = different.filter((name) => known.has(name)).length;
  const inventions = different.filter((name) => !known.has(name) && possible.has(name)).length;
  const nonsense = different.filter((name) => !possible.has(name)).length;
  return { copies: share(copies), inventions: share(inventions), nonsense: share(nonsense),
    repetitions: share(written.length - different.length) };
}
const temperatures = [0.2, 0.4, 0.6, 0.8, 1, 1.4, 2];
const sorted = temperatures.map((T) => ({ T, ...sortOut(write(cell, T, 300)) }));
const long = sorted.flatMap(({ T, ...shares }) =>
  Object.entries(shares).map(([kind, share]) => ({ T, kind, share })));
display(line(long, { x: "T", y: "share", color: "kind", xTitle: "temperature T",
  yTitle: "share of 300 names", colorTitle: "each name is" }));
for (const row of sorted)
  console.log(`T ${row.T}: inventions ${row.inventions.toFixed(2)},`,
    `copies ${row.copies.toFixed(2)}, repetitions ${row.repetitions.toFixed(2)},`,
    `nonsense ${row.nonsense.toFixed(2)}`);

// %% [markdown]
// *Inventions have their summit at 0.6 to 0.8. To the left they drown in repetitions, to the right in nonsense.*
//
// At 0.2 four names in five are repetitions: it is stuck in its few favourites. Copies are rarer there
// than at any other temperature up to 1. At 2 nine names in ten are nonsense.
//
// And the copies: 0.16 at $T = 1$. Is that much? Somebody who has never seen the training set would hit
// one of its names now and then, too. How often?

// %%
const byChance = known.size / possible.size;
`the grammar would write a training name with probability ${byChance.toFixed(2)}`

// %% [markdown]
// 0.13. Of the network's possible names at $T = 1$, 0.16 of 0.69 are copies: 0.23. So it leans on what it
// has read, more than chance would, and is no parrot. Without the 0.13 you could not have said either.
//
// ## An honest failure: learnt by heart
//
// The same network, but with 100 names only, and 60 epochs. Watch the loss on its own names, and the
// floor.

// %%
const few = training.slice(0, 100);
const parrot = network(2);
const parrotCurve = await learn(parrot, few, 60);
const fewFloor = perCharacter(few, () => Math.log(possible.size));
const threeLines = [...traced(parrotCurve.train, "its own names"),
  ...traced(parrotCurve.test, "new names"),
  ...traced(parrotCurve.test.map(() => fewFloor), "the grammar itself")];
display(line(threeLines, { x: "epoch", y: "nll", color: "which", xTitle: "epochs",
  yTitle: "nats a character", colorTitle: "", points: false }));
const recited = write(cellOf(parrot), 1, 300);
const own = new Set(few);
console.log(`its own 100 names: ${parrotCurve.train.at(-1)?.toFixed(3)},`,
  `floor ${fewFloor.toFixed(3)}`);
console.log(`new names: ${parrotCurve.test.at(-1)?.toFixed(3)}`);
console.log(`of 300 written at T = 1, recited: ${recited.filter((name) => own.has(name)).length}`);
console.log(`possible: ${recited.filter((name) => possible.has(name)).length}`);

// %% [markdown]
// *Its own names fall through the floor after about 30 epochs. New names stop improving just then.*
//
// The floor is what the true source would pay. To pay less, 0.434 instead of 0.636, one must know these
// very names: this is learning by heart, and no test set was needed to prove it. Of 300 names that it
// writes, 124 are recited from its list of 100, and only 45 others are possible at all.
//
// With real text nobody knows the floor. There the warning sign is the gap: 1.400 on new names.

// %% [markdown]
// ## What you reached

// %% tags=["outcome"]
outcome("test-nll", nll, { atMost: 0.75 });
outcome("below-the-bigram-table", bigram - nll, { atLeast: 1.1 });

// %%
model.dispose();
parrot.dispose();
tf.memory().numTensors

// %% [markdown]
// ## Summary
//
// 1. A language model gives probabilities for the next character. A loop that draws makes it write.
// 2. The target is the input, moved by one place. A loss near 0 at once means that it was not moved.
// 3. The temperature divides the logits: low repeats itself, high babbles.
// 4. Count inventions, copies, repetitions and nonsense. One number cannot tell them apart.
// 5. A training loss below what the true source allows is proof of learning by heart.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. A model costs 0.69 nats a character. With what probability does it, typically, name the next one?
//    <details><summary>Answer</summary>About one half: exp(-0.69) = 0.5.</details>
// 2. What does the temperature 1 do?
//    <details><summary>Answer</summary>Nothing: the network's own probabilities are used as they are.</details>
// 3. Why is the mark needed after the name, not only before it?
//    <details><summary>Answer</summary>Without it the network never learns to stop.</details>
// 4. All names that a generator writes are new. Is it good?
//    <details><summary>Answer</summary>Not yet: nonsense is new as well. Ask what share is possible, and how many differ.</details>
// 5. Why can nobody get below the grammar's NLL on new names, except by luck?
//    <details><summary>Answer</summary>What is drawn by chance can be known only up to its probability.</details>

// %% [markdown]
// ## Going further
//
// - Claude Shannon, *Prediction and Entropy of Printed English*, 1951: the floor of a real language,
//   found by letting people guess.
// - Andrej Karpathy, *The Unreasonable Effectiveness of Recurrent Neural Networks*, 2015.
//
// Tomorrow: what to do when the thing to remember lies thirty steps back.
