// %% [header] minutes=35
// A model gives a chance. Somebody has to say from which chance on it is a yes. That somebody is you,
// and a half is nearly never right.

// %% [markdown]
// ## Why this matters
//
// A test says: 0.3. Is this patient sent to the surgeon or home? The model does not know. It does not
// know what a missed illness costs, or a false alarm. Most programs say yes from 0.5 on, because
// somebody had to write a number.
//
// Move that number, and the same model finds more of the ill, or frightens fewer of the well. Never
// both. The question of the day: **from which chance on do I say yes, and what will that number be
// worth tomorrow?**

// %% tags=["setup"]
import { load } from "daylab/datasets";
import { LogisticRegression, makePipeline, precisionRecallCurve, rocAucScore, rocCurve,
  StandardScaler, trainTestSplit } from "daylab/learn";
import { grid, histogram, line } from "daylab/plot";
import { lesson, todo } from "daylab/check";

const { check, hint, solution, outcome, passed } = await lesson("day-039");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | Breast cancer, Wisconsin (diagnostic) |
// | **Source** | W. Wolberg, O. Mangasarian, N. Street, W. Street, University of Wisconsin, 1993 |
// | **Size** | 569 lumps, 31 columns; we use two of them and the diagnosis |
// | **Units** | radius of the cells' nuclei in the units of the picture; texture: spread of their grey values |
// | **Target** | 212 malignant (ill), 357 benign (well), found by looking at the tissue |
// | **Licence** | CC BY 4.0 |
//
// Why only two of thirty measurements? With all of them hardly a mistake is left, and today is about
// mistakes.

// %%
const lumps = load("breast-cancer");
const x = lumps.toRecords().map((lump) => [Number(lump.mean_radius), Number(lump.mean_texture)]);
const y = lumps.column("diagnosis").values.map((said) => Number(said === "malignant"));
const [xTrain, xTest, yTrain, yTest] = trainTestSplit(x, y, {
  testSize: 0.5,
  stratify: y,
  randomState: 0,
});
const chancesBy = (xFit: number[][], yFit: number[], xAsk: number[][]) =>
  [...makePipeline(new StandardScaler(), new LogisticRegression()).fit(xFit, yFit)
    .predictProba(xAsk).column(1)];
const scoresTrain = chancesBy(xTrain, yTrain, xTrain);
const scores = chancesBy(xTrain, yTrain, xTest);
histogram(scores.map((chance, i) => ({ chance, lump: yTest[i] ? "ill" : "well" })), {
  x: "chance", color: "lump", xTitle: "Chance of being ill, says the model",
  yTitle: "Lumps (test)" })

// %% [markdown]
// *Most of the well are far left, many of the ill far right, and between 0.05 and 0.9 lie both.
// Wherever you cut, somebody is on the wrong side.*
//
// The model is the logistic regression of Day 35. A half of the lumps is the test set; the other half
// learns, and also chooses.
//
// ## Two shares
//
// Day 38 counted four cases. A short reminder: say "ill" from the threshold $t$ on. Then
//
// - **recall** is the share of the ill that are found, also called the true positive rate;
// - the **false positive rate** is the share of the well who get a false alarm.

// %%
const count = (flags: readonly boolean[]) => flags.filter(Boolean).length;
const recall = (y: number[], scores: number[], t: number) =>
  count(scores.map((s, i) => y[i] === 1 && s >= t)) / count(y.map((yi) => yi === 1));
const falseRate = (y: number[], scores: number[], t: number) =>
  count(scores.map((s, i) => y[i] === 0 && s >= t)) / count(y.map((yi) => yi === 0));

const cuts = [0.1, 0.3, 0.5, 0.7].map((t) => ({ threshold: t,
  recall: recall(yTest, scores, t), "false positive rate": falseRate(yTest, scores, t) }));
cuts

// %% [markdown]
// With 0.5 one ill person in five is sent home. With 0.1 nearly none is, and half of the well are
// frightened.
//
// ## All thresholds at once
//
// Begin with a threshold so high that nobody is called ill, and let it sink. Each lump that it passes
// moves a point: up if the lump is ill, to the right if it is well. The path is the **ROC curve**
// ("receiver operating characteristic": radar operators of the 1940s had the same problem). Lumps with
// the same score are passed together.

// %%
interface Point {
  readonly threshold: number;
  readonly fpr: number;
  readonly tpr: number;
}
function roc(y: number[], scores: number[]): Point[] {
  const order = [...scores.keys()].sort((a, b) => scores[b] - scores[a]);
  const [ill, well] = [count(y.map((yi) => yi === 1)), count(y.map((yi) => yi === 0))];
  const path: Point[] = [{ threshold: Infinity, fpr: 0, tpr: 0 }];
  let [hits, alarms] = [0, 0];
  order.forEach((i, place) => {
    if (y[i] === 1) hits++;
    else alarms++;
    if (scores[i] !== scores[order[place + 1]])
      path.push({ threshold: scores[i], fpr: alarms / well, tpr: hits / ill });
  });
  return path;
}
const path = roc(yTest, scores);
const judge = rocCurve(yTest, scores, { dropIntermediate: false });
const gaps = path.map(({ fpr, tpr }, i) =>
  Math.max(Math.abs(fpr - judge.fpr[i]), Math.abs(tpr - judge.tpr[i])));
`${path.length} points, largest difference to the library ${Math.max(...gaps)}`

// %% [markdown]
// A baseline belongs beside it. A coin calls as many of the well ill as of the ill: the diagonal. And
// a better one, without any learning: the radius alone. It is no chance, but it can be ordered, and a
// ROC curve needs nothing else.

// %%
const radius = xTest.map(([size]) => size);
const curves = [
  ...path.map((point) => ({ ...point, by: "model" })),
  ...roc(yTest, radius).map((point) => ({ ...point, by: "radius alone" })),
  ...[0, 1].map((v) => ({ fpr: v, tpr: v, threshold: NaN, by: "coin" })),
].map(({ fpr, tpr, by }) => ({ fpr, tpr, by }));
line(curves, { x: "fpr", y: "tpr", color: "by", colorTitle: "score", points: false, width: 340,
  height: 320, xTitle: "False positive rate (well, called ill)",
  yTitle: "Recall (ill, called ill)" })

// %% [markdown]
// *Up and left is good. Every point of a curve is one threshold of the same model.*
//
// ## One number: the area
//
// The area below the curve, **AUC** ("area under the curve"), is 1 if all ill stand above all well,
// and 0.5 for a coin. Between two points the curve is a straight line, so the area is a sum of
// trapezoids.

// %%
const trapezoids = (path: readonly Point[]) => path.slice(1).reduce((area, { fpr, tpr }, i) =>
  area + ((fpr - path[i].fpr) * (tpr + path[i].tpr)) / 2, 0);
console.log(`model  ${trapezoids(path).toFixed(4)}`);
console.log(`radius ${trapezoids(roc(yTest, radius)).toFixed(4)}`);

// %% [markdown]
// An area is hard to feel. But the same number has a second meaning, and that one is plain: take one
// ill and one well lump at random. **AUC is the chance that the ill one has the higher score.**
//
// ### Exercise 1: the area, without a curve
//
// Write `auc(ill, well)`: given are the scores of the ill and the scores of the well. Compare all
// pairs. A pair counts 1 if the ill one is higher, a half if both are equal. Divide by the number of
// pairs.

// %% exercise="auc"
let auc: (ill: readonly number[], well: readonly number[]) => number = todo();
// --- solution
auc = (ill, well) => {
  const won = (a: number, b: number) => (a > b ? 1 : a === b ? 0.5 : 0);
  const sum = ill.reduce((s, a) => s + well.reduce((t, b) => t + won(a, b), 0), 0);
  return sum / (ill.length * well.length);
};
// --- end

// %% tags=["test-wrong"] exercise="auc"
auc = (ill, well) => {
  const higher = ill.reduce((s, a) => s + well.filter((b) => a > b).length, 0);
  return higher / (ill.length * well.length);
};

// %% tags=["test-wrong"] exercise="auc"
auc = (ill, well) => {
  const higher = ill.reduce((s, a) => s + well.filter((b) => a >= b).length, 0);
  return higher / (ill.length * well.length);
};

// %% tags=["test-wrong"] exercise="auc"
auc = (ill, well) => ill.filter((a, i) => a > well[i]).length / ill.length;

// %% tags=["check"] exercise="auc"
await check("auc", auc);

// %%
const areas = rocAucScore(yTest, scores);
const squared = rocAucScore(yTest, scores.map((chance) => chance ** 2));
const gap = Math.abs(trapezoids(path) - areas);
console.log(`trapezoids and library differ by ${gap.toExponential(1)}`);
console.log(`all chances squared: ${squared.toFixed(4)}`);

// %% [markdown]
// Squared chances are no chances any more. The area is the same to the last digit: it sees the order,
// nothing else. A model can have a fine AUC and chances that are all wrong.
//
// ## A threshold with a promise
//
// A clinic says: *nine of ten ill must be found.* How high may the threshold be?
//
// ### Exercise 2: nine of ten
//
// Write `thresholdFor(y, scores, wanted)`: the *highest* threshold for which the share of the ill with
// a score of at least the threshold is `wanted` or more. `y` is 1 for ill.

// %% exercise="threshold"
let thresholdFor: (y: number[], scores: number[], wanted: number) => number = todo();
// --- solution
thresholdFor = (y, scores, wanted) => {
  const ill = scores.filter((_, i) => y[i] === 1).sort((a, b) => b - a);
  return ill[Math.ceil(wanted * ill.length - 1e-9) - 1];
};
// --- end

// %% tags=["test-wrong"] exercise="threshold"
thresholdFor = (_, scores, wanted) =>
  [...scores].sort((a, b) => b - a)[Math.ceil(wanted * scores.length) - 1];

// %% tags=["test-wrong"] exercise="threshold"
thresholdFor = (y, scores) => Math.min(...scores.filter((_, i) => y[i] === 1));

// %% tags=["test-wrong"] exercise="threshold"
thresholdFor = (y, scores, wanted) => {
  const ill = scores.filter((_, i) => y[i] === 1).sort((a, b) => b - a);
  return ill[Math.floor(wanted * ill.length)];
};

// %% tags=["check"] exercise="threshold"
await check("threshold", thresholdFor);

// %% [markdown]
// The lesson goes on with its own. The threshold is chosen on the training half, where the answers may
// be used.

// %%
function promise(y: number[], scores: number[], wanted: number): number {
  const ill = scores.filter((_, i) => y[i] === 1).sort((a, b) => b - a);
  return ill[Math.ceil(wanted * ill.length - 1e-9) - 1];
}
const chosen = promise(yTrain, scoresTrain, 0.9);
console.log(`threshold ${chosen.toFixed(3)}`);
console.log(`training: recall ${recall(yTrain, scoresTrain, chosen).toFixed(3)}`);
console.log(`false positive rate on the test set ${falseRate(yTest, scores, chosen).toFixed(3)}`);

// %% [markdown]
// Not 0.5 at all. (The recall on the test set? Patience. It is the honest failure of today.)
//
// ## Predict first
//
// Nine of ten ill are found, and of the well about twenty in a hundred get a false alarm. In these
// data a third and more is ill, since they are lumps that a doctor had found. Now the same test is
// used on *everybody*, and of everybody, say, 1 in 100 is ill.
//
// ### Exercise 3: the phone rings
//
// Somebody is called ill by the test: recall 0.9, false positive rate 0.2, one in a hundred ill. **Of
// 100 such people, how many are really ill?** Write the number.

// %% exercise="alarms"
let reallyIll: number = todo();
// --- solution
reallyIll = 4; // of 10 000: 90 ill are found, and 1 980 well are called too. 90 / 2070 is 0.043
// --- end

// %% tags=["test-wrong"] exercise="alarms"
reallyIll = 90;

// %% tags=["test-wrong"] exercise="alarms"
reallyIll = 80;

// %% tags=["test-wrong"] exercise="alarms"
reallyIll = 0.04;

// %% tags=["check"] exercise="alarms"
await check("alarms", reallyIll);

// %% [markdown]
// Day 38 had a name for this share: **precision**, of those called ill the share that is ill. It
// depends on how rare the illness is; recall and false positive rate do not. With $\pi$ for the share
// of the ill among all:
//
// $$\text{precision} = \frac{\pi \cdot \text{recall}}{\pi \cdot \text{recall} + (1 - \pi) \cdot
// \text{false positive rate}}$$
//
// First the oracle: with the share of our test set this must be the library's precision.

// %%
const precision = ({ fpr, tpr }: Point, share: number) =>
  (share * tpr) / (share * tpr + (1 - share) * fpr);
const ours = count(yTest.map((yi) => yi === 1)) / yTest.length;
const library = precisionRecallCurve(yTest, scores);
const off = [...library.thresholds].map((t, i) => {
  const point = path.find(({ threshold }) => threshold === t);
  return point ? Math.abs(precision(point, ours) - library.precision[i]) : 1;
});
`${off.length} thresholds, largest difference ${Math.max(...off).toExponential(1)}`

// %%
const shares = [{ name: "37 in 100 ill", share: ours }, { name: "10 in 100", share: 0.1 },
  { name: "1 in 100", share: 0.01 }];
const pr = shares.flatMap(({ name, share }) => path.slice(1).map((point) =>
  ({ recall: point.tpr, precision: precision(point, share), people: name })));
const same = shares.flatMap(({ name }, i) => path.map(({ fpr, tpr }) =>
  ({ fpr, recall: tpr, people: name })));
const size = { width: 250, height: 250, points: false };
grid([
  line(same, { x: "fpr", y: "recall", color: "people", ...size, title: "ROC",
    xTitle: "False positive rate", yTitle: "Recall" }),
  line(pr, { x: "recall", y: "precision", color: "people", ...size, title: "Precision and recall",
    xTitle: "Recall", yTitle: "Precision" }),
], { scales: { color: "shared" } })

// %% [markdown]
// *Left: three curves lie on each other; the ROC curve does not know how rare the illness is. Right:
// the same model, the same thresholds. At one in a hundred there is no threshold that finds nine of
// ten without being wrong nearly always.*
//
// So for a rare class look at the right picture. An AUC of 0.95 says nothing about how often the phone
// rings in vain. (We assume that the ill and the well of everybody look like these lumps. That is an
// assumption, and a generous one.)
//
// ## A threshold with a price
//
// Better than a promise is a price. Say that a missed illness costs 20 times as much as a false alarm.
// (Who says so? Not the model. Ask those who pay, and those who are ill.) Then add up, for each
// threshold:
//
// $$\text{cost}(t) = 20 \cdot \text{missed}(t) + 1 \cdot \text{false alarms}(t)$$
//
// ### Exercise 4: the cheapest threshold
//
// Write `cheapest(y, scores, missed, alarm)`: of all scores, and `Infinity` ("call nobody ill"), the
// threshold with the lowest cost. `missed` and `alarm` are the two prices.

// %% exercise="cost"
let cheapest: (y: number[], scores: number[], missed: number, alarm: number) => number = todo();
// --- solution
cheapest = (y, scores, missed, alarm) => {
  const bill = (t: number) =>
    scores.reduce((sum, s, i) => {
      if (y[i] === 1) return sum + (s < t ? missed : 0);
      return sum + (s >= t ? alarm : 0);
    }, 0);
  return [...scores, Infinity].reduce((best, t) => (bill(t) < bill(best) ? t : best));
};
// --- end

// %% tags=["test-wrong"] exercise="cost"
cheapest = () => 0.5;

// %% tags=["test-wrong"] exercise="cost"
cheapest = (y, scores, missed, alarm) => {
  const bill = (t: number) => scores.reduce((sum, s, i) =>
    sum + (s < t ? (y[i] === 1 ? alarm : 0) : y[i] === 0 ? missed : 0), 0);
  return [...scores, Infinity].reduce((best, t) => (bill(t) < bill(best) ? t : best));
};

// %% tags=["test-wrong"] exercise="cost"
cheapest = (y, scores) => {
  const wrong = (t: number) => count(scores.map((s, i) => (s >= t) !== (y[i] === 1)));
  return [...scores, Infinity].reduce((best, t) => (wrong(t) < wrong(best) ? t : best));
};

// %% tags=["check"] exercise="cost"
await check("cost", cheapest);

// %%
function costOf(y: number[], scores: number[], t: number, missed: number): number {
  const lost = count(scores.map((s, i) => y[i] === 1 && s < t));
  return missed * lost + count(scores.map((s, i) => y[i] === 0 && s >= t));
}
const steps = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
const prices = [1, 5, 20].flatMap((missed) => steps.map((threshold) => ({ threshold,
  cost: costOf(yTrain, scoresTrain, threshold, missed), "a miss costs": `as ${missed}` })));
line(prices, { x: "threshold", y: "cost", color: "a miss costs", yScale: "log", points: false,
  xTitle: "Threshold", yTitle: "Cost (false alarms), in factors of ten" })

// %% [markdown]
// *If both mistakes cost the same, the valley is near a half. The dearer a miss, the further left it
// lies.*
//
// Where exactly? Say yes if the expected cost of a no is higher, with $p$ for the chance of being ill:
//
// $$p \cdot \text{missed} > (1 - p) \cdot \text{alarm}$$
//
// That is the case from
//
// $$t = \frac{\text{alarm}}{\text{alarm} + \text{missed}}$$
//
// on: a half for equal prices, $1/21$, about 0.048, for 20. No data are needed for it, but chances
// that are true.

// %%
const lowest = [...scoresTrain, Infinity].reduce((best, t) =>
  costOf(yTrain, scoresTrain, t, 20) < costOf(yTrain, scoresTrain, best, 20) ? t : best);
const bills = Object.entries({ "a half": 0.5, "cheapest in training": lowest, "1 / 21": 1 / 21,
  "all are ill": 0 }).map(([rule, threshold]) =>
  ({ rule, threshold, "cost on the test set": costOf(yTest, scores, threshold, 20) }));
bills

// %% [markdown]
// The habit of saying yes from a half on costs more than three times as much as thinking does. Look at
// the last row too: to call everybody ill is cheaper than the habit.
//
// ## An honest failure
//
// Back to the promise: nine of ten ill are found. On the training half it held, since it was made
// there. And on the other half? One split would be luck, so we make 200. Each time: fit, choose the
// threshold for 0.9 on one half, look at the recall on the other. **In how many of 200 does the
// promise hold?** Say a number.

// %%
const kept = Array.from({ length: 200 }, (_, seed) => {
  const [xA, xB, yA, yB] = trainTestSplit(x, y, { testSize: 0.5, stratify: y, randomState: seed });
  const t = promise(yA, chancesBy(xA, yA, xA), 0.9);
  const said = chancesBy(xA, yA, xB);
  return { found: recall(yB, said, t), auc: rocAucScore(yB, said) };
});
const [found, areasOf] = [kept.map(({ found }) => found), kept.map(({ auc }) => auc)];
console.log(`held in ${count(found.map((share) => share >= 0.9))} of 200`);
console.log(`recall from ${Math.min(...found).toFixed(3)} to ${Math.max(...found).toFixed(3)}`);
console.log(`AUC from ${Math.min(...areasOf).toFixed(3)} to ${Math.max(...areasOf).toFixed(3)}`);
histogram(found, { xTitle: "Recall on the other half", yTitle: "Splits" })
  .annotate({ x: 0.9, text: "promised" })

// %% [markdown]
// *The promise is the middle of what happens, not its lower end.*
//
// 100 of 200: a coin. The threshold stands exactly at one of about a hundred ill, and with other ill it
// would stand elsewhere. With 106 ill, a recall of 0.9 is uncertain by about
// $\sqrt{0.9 \cdot 0.1 / 106} = 0.029$ (its standard error), and the threshold itself wobbles by as
// much. Whoever must keep the promise has to choose for more.

// %%
const safer = Array.from({ length: 200 }, (_, seed) => {
  const [xA, xB, yA, yB] = trainTestSplit(x, y, { testSize: 0.5, stratify: y, randomState: seed });
  const t = promise(yA, chancesBy(xA, yA, xA), 0.95);
  const said = chancesBy(xA, yA, xB);
  return { recall: recall(yB, said, t), fpr: falseRate(yB, said, t) };
});
const alarmsNow = safer.reduce((sum, { fpr }) => sum + fpr, 0) / 200;
console.log(`chosen for 0.95: at least 0.9 in ${count(safer.map((s) => s.recall >= 0.9))} of 200`);
console.log(`false positive rate ${alarmsNow.toFixed(3)} on average`);

// %% [markdown]
// Now it holds in 179 of 200, and one well person in four gets a false alarm. Safety has a price, as
// always on this curve.

// %% [markdown]
// ## What you reached
//
// The area in two ways, yours by pairs; and the area itself.

// %% tags=["outcome"]
const byPairs = passed() < 4 ? NaN : auc(
  scores.filter((_, i) => yTest[i] === 1), scores.filter((_, i) => yTest[i] === 0));
outcome("auc-two-ways", Math.abs(byPairs - trapezoids(path)),
  { atMost: 1e-12, pendingUntilChecked: true });
outcome("auc", byPairs, { atLeast: 0.94, pendingUntilChecked: true });

// %% [markdown]
// ## Summary
//
// 1. A model gives scores. The threshold is a decision, and not the model's.
// 2. The ROC curve shows recall against false positive rate for all thresholds. It sees only the order of scores.
// 3. AUC is the chance that an ill one stands above a well one.
// 4. Precision depends on how rare the illness is. For a rare class look at precision and recall.
// 5. With prices, say yes from alarm / (alarm + missed) on. A promise made on one sample holds on the next about as often as not.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. A model has an AUC of 0.1. Is it useless?
//    <details><summary>Answer</summary>No, it is good the wrong way round. Turn its scores round: 0.9.</details>
// 2. You lower the threshold. What happens to recall, and to the false positive rate?
//    <details><summary>Answer</summary>Both rise, or stay. Neither can fall.</details>
// 3. And to the precision?
//    <details><summary>Answer</summary>It mostly falls, but it can rise for a moment: when the next one in line is ill.</details>
// 4. A missed fraud costs 99 times a false alarm, and the chances are true. From where on do you look closer?
//    <details><summary>Answer</summary>From 1 / (1 + 99), 0.01.</details>
// 5. Why must the threshold not be chosen on the test set?
//    <details><summary>Answer</summary>It would be fitted to these samples. What it promises there is too good for new ones.</details>

// %% [markdown]
// ## Going further
//
// - Tom Fawcett, *An introduction to ROC analysis*, 2006: thirteen pages, with every trap.
// - Jesse Davis and Mark Goadrich, *The Relationship Between Precision-Recall and ROC Curves*, 2006: when the
//   two pictures tell different stories.
//
// Tomorrow: more than two classes, and several of them true at once.
