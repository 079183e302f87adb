// %% [header] minutes=35
// A line says any number. A chance lies between 0 and 1. Today one small curve joins the two, and the
// result is the model that is asked first wherever somebody must say yes or no.

// %% [markdown]
// ## Why this matters
//
// Spam or not, ill or not, paid back or not: most decisions have two answers. And "yes" is not enough.
// Whoever decides wants to know *how sure* the model is: a chance of 0.55 and one of 0.99 are both a
// yes.
//
// On Day 26 you fitted lines. A line gives a weighted sum of the features, and that may be 17, or −3.
// The question of the day: **the weighted sum is 2.3. How sure is that?**

// %% tags=["setup"]
import { LinearRegression, LogisticRegression } from "daylab/learn";
import { Random } from "daylab/nn";
import { layer, line, scatter } from "daylab/plot";
import { lesson, todo } from "daylab/check";

const { check, hint, solution, outcome, passed } = await lesson("day-035");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | Two sorts of beans, Alba and Bruna, on a sorting belt |
// | **Source** | made below from a seed; no such beans exist |
// | **Size** | 2 000 beans to learn from, 2 000 to test, half of each sort |
// | **Units** | length and width in millimetres (mm), measured from the average bean: −1 is 1 mm shorter |
// | **Target** | 1 for Bruna, 0 for Alba |
// | **Licence** | free |
//
// Why no real beans? Because today we want to compare with the *true* chances, and of real beans nobody
// knows them. Here we do: each sort is a cloud with a known centre and a known shape.

// %%
const centre = [1.1, -0.2];
function beans(count: number, seed: number, apart = 1) {
  const random = new Random(seed, "beans");
  const y = Array.from({ length: count }, (_, i) => i % 2);
  const x = y.map((yi) => {
    const side = (yi === 1 ? 1 : -1) * apart;
    const [u, v] = [random.normal(), random.normal()];
    return [side * centre[0] + u, side * centre[1] + 0.7 * u + Math.sqrt(0.51) * v];
  });
  return { x, y };
}

const { x, y } = beans(2000, 1);
const { x: xTest, y: yTest } = beans(2000, 2);
const rows = x.map(([length, width], i) => ({ length, width, sort: y[i] ? "Bruna" : "Alba" }));
const [xTitle, yTitle] = ["Length (mm, from average)", "Width (mm, from average)"];
const cloud = scatter(rows, { x: "length", y: "width", color: "sort", xTitle, yTitle,
  maxPoints: 600 });
cloud

// %% [markdown]
// *Bruna is longer by 2.2 mm on average, and a little slimmer. Within a sort, long beans are wide
// beans.*
//
// ## Two baselines
//
// A coin is right for half of the beans. A better idea needs no learning worth the name: find the
// centre of each sort, and call a bean by the nearer one.

// %%
type Score = (bean: readonly number[]) => number;
const accuracy = (says: Score) =>
  xTest.filter((bean, i) => Number(says(bean) > 0) === yTest[i]).length / yTest.length;

const average = (sort: number, feature: number) => {
  const values = x.filter((_, i) => y[i] === sort).map((bean) => bean[feature]);
  return values.reduce((a, b) => a + b, 0) / values.length;
};
const middles = [0, 1].map((sort) => [average(sort, 0), average(sort, 1)]);
const distance = (bean: readonly number[], [a, b]: number[]) =>
  Math.hypot(bean[0] - a, bean[1] - b);
const nearest: Score = (bean) => distance(bean, middles[0]) - distance(bean, middles[1]);
`the nearer centre: ${accuracy(nearest).toFixed(3)}`

// %% [markdown]
// Nine of ten. Is there more to get? Since we made the beans, we know the best that anybody can do.
// For two clouds of one shape it is a weighted sum, and its weights follow from centres and shape.
// (Why, is a page of algebra; see Going further.)

// %%
const truth = {
  w: [(2.2 + 0.7 * 0.4) / 0.51, (-0.4 - 0.7 * 2.2) / 0.51],
  b: 0,
};
const weightedSum = (bean: readonly number[], { w, b }: { w: readonly number[]; b: number }) =>
  w[0] * bean[0] + w[1] * bean[1] + b;
console.log(`weights ${truth.w.map((weight) => weight.toFixed(2)).join(" and ")}`);
console.log(`the best there is: ${accuracy((bean) => weightedSum(bean, truth)).toFixed(3)}`);

// %% [markdown]
// That is the ceiling: the clouds overlap, and the rest is luck. Note the second weight, −3.80. In the
// middle the sorts hardly differ in width, and still width counts: a bean that is *slim for its
// length* is a Bruna.
//
// ## A line for yes and no
//
// You can fit a line to anything, also to 0 and 1. Say Bruna if it gives more than a half.

// %%
const flat = new LinearRegression().fit(x, y);
const lineSays = flat.predict(xTest);
console.log(`accuracy ${accuracy((bean) => flat.predict([bean])[0] - 0.5).toFixed(3)}`);
const extremes = [Math.min(...lineSays), Math.max(...lineSays)];
console.log(`it says from ${extremes[0].toFixed(2)} to ${extremes[1].toFixed(2)}`);

// %% [markdown]
// As good as can be, on these beans. Only, what is a chance of 1.64, or of −0.61? The line knows
// nothing of chances. Let us look at what chances really do. One feature will do for that: sort the
// beans by their length into bins of half a millimetre, and count the Brunas in each.

// %%
const bins = Array.from({ length: 13 }, (_, i) => -3 + i / 2);
const counted = bins.map((middle) => {
  const inside = y.filter((_, i) => Math.abs(x[i][0] - middle) <= 0.25);
  const share = inside.reduce((a, b) => a + b, 0) / inside.length;
  return { length: middle, chance: share, what: "counted share of Bruna" };
});
const straight = new LinearRegression().fit(x.map(([length]) => [length]), y);
const ruler = bins.map((length) =>
  ({ length, chance: straight.predict([[length]])[0], what: "straight line" }));
line([...counted, ...ruler], { x: "length", y: "chance", color: "what", colorTitle: "",
  xTitle, yTitle: "Share of Bruna", points: true })

// %% [markdown]
// *Nobody told the beans to, but the shares draw an S. Far out, half a millimetre more changes
// nothing; in the middle it changes much. The line misses at both ends.*
//
// ## From a chance to a sum, and back
//
// The trick is old: bet. If the chance is $p$, the **odds** are $p / (1 - p)$: "9 to 1" is a chance of
// 0.9. Odds go from 0 to infinity. Their logarithm, the **log-odds**, goes from minus infinity to
// infinity, as a weighted sum does.

// %%
const odds = [0.01, 0.1, 0.5, 0.9, 0.99].map((p) =>
  ({ chance: p, odds: p / (1 - p), "log-odds": Math.log(p / (1 - p)) }));
odds

// %% [markdown]
// So let the weighted sum $z$ be the log-odds. Back to the chance leads the **sigmoid**, the curve
// of the day (the Greek letter sigma, $\sigma$, as a function):
//
// $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
//
// ### Exercise 1: the sigmoid and its slope
//
// Write `sigmoid(z)`. It returns both the `value` and the `slope`, the derivative. The derivative
// can be written with the value alone: $\sigma'(z) = \sigma(z) (1 - \sigma(z))$.
// It must hold for huge $z$ too: for 1 000 the value is 1 and the slope 0, not `NaN`.

// %% exercise="sigmoid"
let sigmoid: (z: number) => { value: number; slope: number } = todo();
// --- solution
sigmoid = (z) => {
  const value = 1 / (1 + Math.exp(-z));
  return { value, slope: value * (1 - value) };
};
// --- end

// %% tags=["test-wrong"] exercise="sigmoid"
sigmoid = (z) => {
  const value = Math.exp(z) / (1 + Math.exp(z));
  return { value, slope: value * (1 - value) };
};

// %% tags=["test-wrong"] exercise="sigmoid"
sigmoid = (z) => {
  const value = 1 / (1 + Math.exp(z));
  return { value, slope: value * (1 - value) };
};

// %% tags=["test-wrong"] exercise="sigmoid"
sigmoid = (z) => ({ value: 1 / (1 + Math.exp(-z)), slope: z * (1 - z) });

// %% tags=["check"] exercise="sigmoid"
await check("sigmoid", sigmoid);

// %% [markdown]
// The lesson goes on with a sigmoid of its own, so that it runs even if yours is not there yet. Is the
// slope right? A finite difference is the judge, as on Day 26.

// %%
const sigma = (z: number) => 1 / (1 + Math.exp(-z));
const slope = (z: number) => sigma(z) * (1 - sigma(z));
const places = [-4, -1, 0, 0.5, 3];
const off = places.map((z) => Math.abs((sigma(z + 1e-5) - sigma(z - 1e-5)) / 2e-5 - slope(z)));
`largest difference ${Math.max(...off).toExponential(1)}`

// %% [markdown]
// And the S that the beans drew? By length alone, theory has the log-odds at 2.2 for each millimetre.

// %%
const theory = bins.map((length) =>
  ({ length, chance: sigma(2.2 * length), what: "σ(2.2 · length)" }));
line([...counted, ...theory], { x: "length", y: "chance", color: "what", colorTitle: "",
  xTitle, yTitle: "Share of Bruna", points: true })

// %% [markdown]
// *The curve was not made for the beans, and lies on them.*
//
// So there is the answer to the first question: a weighted sum of 2.3 means $\sigma(2.3)$. Guess it,
// then run.

// %%
const answer = sigma(2.3).toFixed(3);
`σ(2.3) = ${answer}`

// %% [markdown]
// ## What is a good chance?
//
// Now the weights must be learnt. For that a model needs a loss. Think of a weather service. It says
// "rain: 0.9", and it rains: good. It says 0.9 and it stays dry: bad. It says 0.999 and it stays dry:
// terrible. The **log-loss** says it in numbers: minus the logarithm of the chance that was given to
// what happened.
//
// $$L = -\frac{1}{n} \sum_{i=1}^{n} \Big( y_i \ln p_i + (1 - y_i) \ln(1 - p_i) \Big)$$
//
// $$p_i = \sigma(w_1 x_{i1} + w_2 x_{i2} + b)$$
//
// Why this one and not the squared error, is the question of tomorrow. Today we enjoy what comes out
// if you differentiate it. The slopes of sigmoid and logarithm cancel, and what is left is
//
// $$\frac{\partial L}{\partial w_j} = \frac{1}{n} \sum_i (p_i - y_i)\, x_{ij}$$
//
// $$\frac{\partial L}{\partial b} = \frac{1}{n} \sum_i (p_i - y_i)$$
//
// The same as for the line of Day 26, but for a factor of 2: error times feature. Only the prediction
// is another.

// %%
interface Model {
  readonly w: readonly number[];
  readonly b: number;
}
const zero: Model = { w: [0, 0], b: 0 };

function logLoss(x: number[][], y: number[], at: Model): number {
  const chances = x.map((bean) => sigma(weightedSum(bean, at)));
  return chances.reduce((sum, p, i) => sum - Math.log(y[i] ? p : 1 - p), 0) / y.length;
}
function gradient(x: number[][], y: number[], at: Model): Model {
  let [d0, d1, db] = [0, 0, 0];
  for (let i = 0; i < y.length; i++) {
    const error = (sigma(weightedSum(x[i], at)) - y[i]) / y.length;
    d0 += error * x[i][0];
    d1 += error * x[i][1];
    db += error;
  }
  return { w: [d0, d1], b: db };
}
`log-loss of a coin: ${logLoss(x, y, zero).toFixed(4)}`

// %% [markdown]
// 0.6931 is $\ln 2$: whoever always says a half pays that. Now the oracle for the gradient.

// %%
const somewhere: Model = { w: [1, -1], b: 0.5 };
const h = 1e-5;
const numeric = [[h, 0, 0], [0, h, 0], [0, 0, h]].map(([d0, d1, db]) => {
  const at = (sign: number) =>
    logLoss(x, y, { w: [1 + sign * d0, -1 + sign * d1], b: 0.5 + sign * db });
  return (at(1) - at(-1)) / (2 * h);
});
const exact = gradient(x, y, somewhere);
const gaps = [...exact.w, exact.b].map((value, j) => Math.abs(value - numeric[j]));
`largest difference ${Math.max(...gaps).toExponential(1)}`

// %% [markdown]
// ### Exercise 2: one step downhill
//
// Write `step(x, y, at, learningRate)`: one step of gradient descent from the model `at`. Compute the
// gradient yourself; `sigma` and `weightedSum(bean, at)` are there.

// %% exercise="step"
let step: (x: number[][], y: number[], at: Model, learningRate: number) => Model = todo();
// --- solution
step = (x, y, at, learningRate) => {
  const errors = x.map((bean, i) => sigma(weightedSum(bean, at)) - y[i]);
  const n = y.length;
  const along = (j: number) => errors.reduce((sum, error, i) => sum + error * x[i][j], 0) / n;
  const up = errors.reduce((sum, error) => sum + error, 0) / n;
  return { w: at.w.map((w, j) => w - learningRate * along(j)), b: at.b - learningRate * up };
};
// --- end

// %% tags=["test-wrong"] exercise="step"
step = (x, y, at, learningRate) => {
  const slope = gradient(x, y, at);
  return { w: at.w.map((w, j) => w + learningRate * slope.w[j]), b: at.b + learningRate * slope.b };
};

// %% tags=["test-wrong"] exercise="step"
step = (x, y, at, learningRate) => {
  const errors = x.map((bean, i) => Number(weightedSum(bean, at) > 0) - y[i]);
  const along = (j: number) => errors.reduce((sum, e, i) => sum + e * x[i][j], 0) / y.length;
  const up = errors.reduce((sum, e) => sum + e, 0) / y.length;
  return { w: at.w.map((w, j) => w - learningRate * along(j)), b: at.b - learningRate * up };
};

// %% tags=["test-wrong"] exercise="step"
step = (x, y, at, learningRate) => {
  const errors = x.map((bean, i) => weightedSum(bean, at) - y[i]);
  const along = (j: number) => errors.reduce((sum, e, i) => sum + e * x[i][j], 0) / y.length;
  const up = errors.reduce((sum, e) => sum + e, 0) / y.length;
  return { w: at.w.map((w, j) => w - learningRate * along(j)), b: at.b - learningRate * up };
};

// %% tags=["test-wrong"] exercise="step"
step = (x, y, at, learningRate) => {
  const slope = gradient(x, y, at);
  const rate = learningRate * y.length;
  return { w: at.w.map((w, j) => w - rate * slope.w[j]), b: at.b - rate * slope.b };
};

// %% tags=["check"] exercise="step"
await check("step", step);

// %% [markdown]
// ## Learning
//
// Three thousand steps, with a learning rate of 2. This is **logistic regression**.

// %%
function learn(x: number[][], y: number[], steps: number, learningRate = 2) {
  let at = zero;
  const losses: number[] = [];
  for (let t = 0; t < steps; t++) {
    const { w, b } = gradient(x, y, at);
    at = { w: at.w.map((weight, j) => weight - learningRate * w[j]), b: at.b - learningRate * b };
    if (t < 100) losses.push(logLoss(x, y, at));
  }
  return { at, losses };
}

const { at: model, losses } = learn(x, y, 3000);
line(losses, { xTitle: "Step", yTitle: "Log-loss" })

// %% [markdown]
// *Fast at first, then slowly, as on every walk downhill.*
//
// The library's `LogisticRegression` is the oracle. Its penalty is switched off with `C: Infinity`.

// %%
const library = new LogisticRegression({ C: Infinity, tol: 1e-9, maxIter: 500 }).fit(x, y);
const theirs = [...library.coef_.toArray()[0], library.intercept_[0]];
const apartBy = [...model.w, model.b].map((value, j) => Math.abs(value - theirs[j]));
console.log(`largest difference ${Math.max(...apartBy).toExponential(1)}`);
const found = model.w.map((w) => w.toFixed(2)).join(" and ");
console.log(`weights ${found}, bias ${model.b.toFixed(2)}`);
console.log(`accuracy ${accuracy((bean) => weightedSum(bean, model)).toFixed(3)}`);

// %% [markdown]
// The weights that it should find were 4.86, −3.80 and 0.
//
// ### Exercise 3: draw the boundary
//
// Where does the model say exactly $p$? Where the weighted sum is the log-odds of $p$. That is a line
// across the plane. Write `boundary(model, length, p)`: the *width* at which a bean of this length
// gets the chance `p`. For $p = 0.5$ the log-odds are 0.

// %% exercise="boundary"
let boundary: (model: Model, length: number, p: number) => number = todo();
// --- solution
boundary = ({ w, b }, length, p) => (Math.log(p / (1 - p)) - b - w[0] * length) / w[1];
// --- end

// %% tags=["test-wrong"] exercise="boundary"
boundary = ({ w, b }, length) => (-b - w[0] * length) / w[1];

// %% tags=["test-wrong"] exercise="boundary"
boundary = ({ w, b }, length, p) => (p - b - w[0] * length) / w[1];

// %% tags=["test-wrong"] exercise="boundary"
boundary = ({ w, b }, length) => w[0] * length + w[1] * length + b;

// %% tags=["check"] exercise="boundary"
await check("boundary", boundary);

// %%
const across = (at: Model, p: number, name: string) => [-3.5, 3.5].flatMap((width) => {
  const length = (Math.log(p / (1 - p)) - at.b - at.w[1] * width) / at.w[0];
  return { length, width, boundary: name };
});
const contours = [0.1, 0.5, 0.9].flatMap((p) => across(model, p, `learnt, p = ${p}`));
layer([cloud, line([...contours, ...across(truth, 0.5, "truth, p = 0.5")],
  { x: "length", y: "width", color: "boundary", points: false })])

// %% [markdown]
// *Between the outer lines the model doubts. For beans of one width that strip is 0.9 mm long. The
// learnt boundary and the true one nearly coincide. It does not stand across the line from centre to
// centre: that was the nearer centre's mistake.*
//
// ## Predict first
//
// The belt gets 200 more Brunas to learn from: giants, 14 mm longer than the average bean. They are
// easy. Every model above already calls them Bruna.
//
// ### Exercise 4: easy giants
//
// Both models are fitted again, with the giants among the 2 000: the line for 0 and 1, and logistic
// regression. **What happens to the accuracy on the old test beans?** Write `"rises"`, `"stays"` (by
// less than 0.01) or `"falls"` for each.

// %% exercise="giants"
let guess: { line: string; logistic: string } = todo();
// --- solution
guess = { line: "falls", logistic: "stays" };
// --- end

// %% tags=["test-wrong"] exercise="giants"
guess = { line: "stays", logistic: "stays" };

// %% tags=["test-wrong"] exercise="giants"
guess = { line: "rises", logistic: "rises" };

// %% tags=["test-wrong"] exercise="giants"
guess = { line: "falls", logistic: "falls" };

// %% tags=["check"] exercise="giants"
await check("giants", guess);

// %%
const random = new Random(3, "giants");
const giants = Array.from({ length: 200 }, () => [14 + random.normal(), random.normal()]);
const [xMore, yMore] = [[...x, ...giants], [...y, ...giants.map(() => 1)]];
const bent = new LinearRegression().fit(xMore, yMore);
const bentLine: Model = { w: [...bent.coef_], b: bent.intercept_ - 0.5 };
const oldLine: Model = { w: [...flat.coef_], b: flat.intercept_ - 0.5 };
const firm = learn(xMore, yMore, 3000, 0.1).at;
const scores = { "line, before": oldLine, "line, with giants": bentLine, "logistic, before": model,
  "logistic, with giants": firm };
console.log(`the line says ${flat.predict([[14, 0]])[0].toFixed(1)} for a giant`);
const compared = Object.entries(scores).map(([name, at]) =>
  ({ model: name, accuracy: accuracy((bean) => weightedSum(bean, at)) }));
compared

// %%
const all = [...rows, ...giants.map(([length, width]) => ({ length, width, sort: "Bruna" }))];
layer([
  scatter(all, { x: "length", y: "width", color: "sort", xTitle, yTitle, maxPoints: 600 }),
  line(Object.entries(scores).filter(([name]) => name !== "logistic, before")
    .flatMap(([name, at]) => across(at, 0.5, name)), { x: "length", y: "width", color: "boundary",
    points: false }),
])

// %% [markdown]
// *The giants, far right, pull the line's boundary round. That of logistic regression stays.*
//
// For the line a giant is a mistake: it would say a chance of 5 for it, and 5 is as wrong as −3. So it
// tilts until the giants get about 1. For logistic regression a giant has the chance 0.99999…, an
// error of nearly nothing, and a thing with no error pulls at no weight. *Too right* is a mistake only
// for a line.
//
// ## Is 0.8 eighty per cent?
//
// The chance itself can be checked too, since here we know the truth. For every test bean: what the
// model says, and the true chance.

// %%
const gapsInChance = xTest.map((bean) =>
  Math.abs(sigma(weightedSum(bean, model)) - sigma(weightedSum(bean, truth))));
const meanGap = gapsInChance.reduce((a, b) => a + b, 0) / xTest.length;
`off by ${meanGap.toFixed(4)} on average, by ${Math.max(...gapsInChance).toFixed(3)} at most`

// %% [markdown]
// Less than a hundredth on average; one bean in the strip of doubt is off by 0.19, where the curve is
// steep. So mostly yes: here one may bet on what the model says. With real data you can only count, as
// in the bins above; on Day 36 that becomes a picture of its own.
//
// ## An honest failure
//
// Now beans that are *easier*: the centres three times as far apart. No bean of 400 lies on the wrong
// side. A model must love that. Watch the weights, and one lone bean in the gap, 1 mm longer than the
// average.

// %%
const easy = beans(400, 4, 3);
const sizes = [100, 1000, 10_000].map((steps) => {
  const { at } = learn(easy.x, easy.y, steps, 1);
  const wrong = easy.x.filter((bean, i) => Number(weightedSum(bean, at) > 0) !== easy.y[i]).length;
  return { steps, wrong, "size of weights": Math.hypot(...at.w),
    "log-loss": logLoss(easy.x, easy.y, at), "lone bean": sigma(at.w[0] + at.b) };
});
sizes

// %% [markdown]
// After 100 steps all is right. And the weights grow, and grow. There is always something to win: a
// chance of 0.999 can become 0.9999 if all weights become larger. No minimum exists, so the walk has
// no end. The boundary hardly changes, but the model gets ever more sure of itself, also about the
// lone bean, though it has seen nothing in that place.
//
// The remedy is a price on large weights, the library's default (`C: 1`). Compare:

// %%
const priced = new LogisticRegression({ C: 1 }).fit(easy.x, easy.y);
const [w0, w1] = priced.coef_.toArray()[0];
const lone = sigma(w0 + priced.intercept_[0]);
`size of weights ${Math.hypot(w0, w1).toFixed(2)}, lone bean ${lone.toFixed(3)}`

// %% [markdown]
// **Another limit.** A boundary of logistic regression is straight. If one sort lay around the other
// like a ring, every straight line would be about as good as a coin. On Day 46 you bend it.

// %% [markdown]
// ## What you reached
//
// Your own steps, three thousand of them: how many test beans they sort rightly, and how far the
// boundary is from the true one, in degrees.

// %% tags=["outcome"]
function walk(): Model {
  let at = zero;
  for (let t = 0; t < 3000; t++) at = step(x, y, at, 2);
  return at;
}
const yours = passed() < 4 ? undefined : walk();
const degrees = ({ w }: Model) => (Math.atan2(w[1], w[0]) * 180) / Math.PI;
outcome("test-accuracy", yours ? accuracy((bean) => weightedSum(bean, yours)) : NaN,
  { atLeast: 0.94, pendingUntilChecked: true });
outcome("degrees-from-truth", yours ? Math.abs(degrees(yours) - degrees(truth)) : NaN,
  { atMost: 2.9, pendingUntilChecked: true });

// %% [markdown]
// ## Summary
//
// 1. Log-odds may be any number, so a weighted sum can stand for them. The sigmoid leads back to a chance.
// 2. The log-loss is minus the logarithm of the chance given to what happened. A coin pays 0.693.
// 3. Its gradient is error times feature, as for a line; the error is chance minus truth.
// 4. The boundary is where the sum is 0. Easy samples far away do not move it; a fitted line they turn round.
// 5. If a line separates the classes without a mistake, the weights grow without end. A penalty stops them.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. The odds are 4 to 1. What is the chance, and is the weighted sum positive?
//    <details><summary>Answer</summary>0.8, and yes: it is $\ln 4$, about 1.39.</details>
// 2. Where is the sigmoid steepest, and how steep?
//    <details><summary>Answer</summary>At 0, where it is a half: a half times a half is 0.25.</details>
// 3. A model says 0 for a sample that is a 1. What is its log-loss?
//    <details><summary>Answer</summary>Infinite: minus the logarithm of 0. So never say never.</details>
// 4. You double all weights and the bias. What happens to the boundary, what to the chances?
//    <details><summary>Answer</summary>The boundary stays: the sum is 0 at the same places. The chances move towards 0 and 1.</details>
// 5. Why does a giant that is called Bruna with certainty not pull at the weights?
//    <details><summary>Answer</summary>Its error, chance minus truth, is nearly 0, and the gradient is error times feature.</details>

// %% [markdown]
// ## Going further
//
// - David Cox, *The Regression Analysis of Binary Sequences*, 1958: where logistic regression
//   became a method.
// - Christopher Bishop, *Pattern Recognition and Machine Learning*, 2006, chapter 4: why two clouds of
//   one shape have log-odds that are a weighted sum, and what far points do to a line.
//
// Tomorrow: the squared error knows chances too. Why does nobody take it?
