// %% [header] minutes=35
// Least squares believes its data word for word. With few data that is a fault. Today you make a model
// that fits its own data worse on purpose, and is right more often.

// %% [markdown]
// ## Why this matters
//
// A small study: 20 patients, ten measurements each. Least squares finds the ten weights that fit these
// 20 patients better than any other weights can. Then comes patient 21.
//
// The question of the day: **how can a worse fit give better predictions, and how much worse should it
// be?**

// %% tags=["setup"]
import { load } from "daylab/datasets";
import { crossValScore, LeaveOneOut, LinearRegression, makePipeline, Ridge, StandardScaler }
  from "daylab/learn";
import { Random } from "daylab/nn";
import { line, scatter, strip } from "daylab/plot";
import { lesson, todo } from "daylab/check";

type Rows = number[][];
const { check, hint, solution, outcome, passed } = await lesson("day-030");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | Diabetes after a year |
// | **Source** | B. Efron, T. Hastie, I. Johnstone, R. Tibshirani: *Least angle regression*, 2004 |
// | **Size** | 442 people, 10 features, 1 target |
// | **Units** | age in years, body mass index (`bmi`) in kg/m², blood pressure in mmHg; `tc` (cholesterol), `ldl`, `hdl` (two of its kinds) and glucose in mg/dl; `tch` is `tc` divided by `hdl`, `ltg` the logarithm of the blood fats; `sex` is 1 or 2, and nobody wrote down which is which |
// | **Target** | `progression`: how far the disease went in a year, from 25 to 346 points |
// | **Licence** | none stated; distributed with scikit-learn under BSD-3-Clause |

// %%
const diabetes = load("diabetes");
const names = diabetes.columns.slice(0, 10);
const people: Rows = diabetes.toRecords().map((person) => Object.values(person).map(Number));
const { tc, ldl } = diabetes.cols;
console.log(`correlation of tc and ldl: ${tc.corr(ldl).toFixed(3)}`);

scatter(diabetes, { x: "ldl", y: "tc", xTitle: "Low-density lipoproteins, ldl (mg/dl)",
  yTitle: "Cholesterol, tc (mg/dl)" })

// %% [markdown]
// *Who has much of the one has much of the other: ldl is the larger part of all cholesterol.*
//
// Keep this picture in mind. Two features that say nearly the same will make trouble.
//
// ## Many small studies
//
// We can do what no doctor can: repeat the study. From 242 people we draw 20, again and again, a hundred
// times. The other 200 people are never drawn. On them every model is judged.

// %%
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const random = new Random(30);
const order = [...random.permutation(people.length)];
const [pool, others] = [order.slice(0, 242), order.slice(242)].map((part) =>
  part.map((i) => people[i]));
const studies = Array.from({ length: 100 }, () => random.shuffle(pool).slice(0, 20));

const xOf = (part: Rows): Rows => part.map((person) => person.slice(0, 10));
const yOf = (part: Rows) => part.map((person) => person[10]);
const [xOthers, yOthers] = [xOf(others), yOf(others)];
const errorOf = (predicted: readonly number[]) =>
  mean(predicted.map((value, i) => (value - yOthers[i]) ** 2));

// %% [markdown]
// The baseline looks at no feature at all. It tells everyone the mean of its 20 patients. Its error is
// the mean squared error (MSE), as always.

// %%
const baselines = studies.map((study) => errorOf(yOthers.map(() => mean(yOf(study)))));
`baseline: ${mean(baselines).toFixed(0)}, the mean of 100 studies`

// %% [markdown]
// ## Predict first
//
// Least squares uses ten features, and some of them do tell how the disease goes. **How large will its
// error be on the other 200 people: half of the baseline's, about the same, or larger?** Say it, then
// run the cell.

// %%
const plain = studies.map((study) => {
  const model = new LinearRegression().fit(xOf(study), yOf(study));
  const fitted = [...model.predict(xOf(study))];
  return { own: mean(fitted.map((value, i) => (value - yOf(study)[i]) ** 2)),
    others: errorOf([...model.predict(xOthers)]) };
});
const losers = plain.filter(({ others }, i) => others > baselines[i]).length;
console.log(`least squares, own patients:   ${mean(plain.map(({ own }) => own)).toFixed(0)}`);
console.log(`least squares, other patients: ${mean(plain.map(({ others }) => others)).toFixed(0)}`);
console.log(`worse than the baseline in ${losers} of 100 studies`);

// %% [markdown]
// Larger: 8597 against 6337. On its own 20 patients least squares looks splendid, with 1472. On strangers
// it does worse, in 56 of 100 studies, than somebody who has not looked at them at all.
//
// ## What went wrong
//
// Let us look at the weights. Features have different units, so first each is **standardised**: its mean
// is subtracted, and it is divided by its standard deviation, both taken from the 20 patients of the
// study alone. A weight then says: so many points for one standard deviation more.

// %%
function scaling(x: Rows): (row: number[]) => number[] {
  const means = x[0].map((_, j) => mean(x.map((row) => row[j])));
  const stds = means.map((m, j) => Math.sqrt(mean(x.map((row) => (row[j] - m) ** 2))));
  return (row) => row.map((value, j) => (value - means[j]) / stds[j]);
}
const standard = (study: Rows): Rows => xOf(study).map(scaling(xOf(study)));
const weightsOf = (study: Rows, model: LinearRegression | Ridge) =>
  [...model.fit(standard(study), yOf(study)).coef_];
const swings = studies.flatMap((study) =>
  weightsOf(study, new LinearRegression()).map((weight, j) => ({ feature: names[j], weight })));

strip(swings, { x: "feature", y: "weight", horizontal: true, height: 360, xTitle: "Feature",
  yTitle: "Weight (points per standard deviation)" })

// %% [markdown]
// *Each point is one study's opinion of a feature. On `tc` and `ldl` the studies do not even agree
// whether it does good or harm.*

// %%
const of = (feature: string) =>
  swings.filter((each) => each.feature === feature).map(({ weight }) => weight);
for (const name of ["tc", "ldl", "bmi"]) {
  const [low, high] = [Math.min(...of(name)), Math.max(...of(name))];
  const up = of(name).filter((weight) => weight > 0).length;
  console.log(`${name}: from ${low.toFixed(0)} to ${high.toFixed(0)}, above zero in ${up}`);
}
const opposite = of("tc").filter((weight, i) => weight * of("ldl")[i] < 0).length;
console.log(`opposite signs in ${opposite} of 100 studies`);

// %% [markdown]
// In 45 studies cholesterol speeds the disease up, in 55 it slows it down. In 88 of the 100 studies `tc`
// and `ldl` pull in opposite directions. Remember the first picture: the two rise and fall together. So
// plus 300 on the one and minus 300 on the other nearly cancel. What remains is a small difference, and
// it is just right for the noise of these 20 patients. In the next patient that difference is another
// one, and is still multiplied by 300.
//
// ## Make large weights expensive
//
// The remedy is to charge for size. **Ridge regression** makes this least:
//
// $$L(w) = \sum_{i=1}^{n} (\hat{y}_i - y_i)^2 + \lambda \sum_{j=1}^{d} w_j^2$$
//
// The first part is the error, the second the price of the weights. $\lambda$ (lambda) is the price of a
// unit. At $\lambda = 0$ it is least squares. The bias $b$ costs nothing: it only says where the middle
// is.
//
// Like least squares, ridge has a formula. Put the samples into a matrix $X$, standardised, and subtract
// its mean from $y$; then the bias is that mean and drops out. Where the slope of $L$ is zero,
//
// $$(X^\top X + \lambda I)\, w = X^\top y$$
//
// $X^\top X$ holds the dot product of each pair of columns, $X^\top y$ that of each column with the
// target. $I$ is the identity matrix: ones on the diagonal, zeros elsewhere. So all that ridge does to
// the equations of Day 27 is to add $\lambda$ to each number on the diagonal: a ridge across the matrix.
//
// To solve equations: subtract rows from rows until each has one unknown less, then go back up.

// %%
function solve(a: Rows, b: readonly number[]): number[] {
  const d = b.length;
  const rows = a.map((row, i) => [...row, b[i]]);
  for (let c = 0; c < d; c++) {
    const sizes = rows.map((row, r) => (r < c ? -1 : Math.abs(row[c])));
    const top = sizes.indexOf(Math.max(...sizes));
    [rows[c], rows[top]] = [rows[top], rows[c]];
    for (let r = c + 1; r < d; r++) {
      const factor = rows[r][c] / rows[c][c];
      for (let k = c; k <= d; k++) rows[r][k] -= factor * rows[c][k];
    }
  }
  const w = Array<number>(d).fill(0);
  for (let c = d - 1; c >= 0; c--) {
    const known = w.reduce((sum, value, k) => sum + value * rows[c][k], 0);
    w[c] = (rows[c][d] - known) / rows[c][c];
  }
  return w;
}
solve([[2, 1], [1, 3]], [5, 10])

// %% [markdown]
// Two times 1 plus 3 is 5, and 1 plus three times 3 is 10. It works.
//
// ### Exercise 1: ridge
//
// Write `ridge(x, y, lambda)`: the weights. `x` is standardised already; from `y` you subtract the mean.
// `solve(a, b)` solves the equations.

// %% exercise="ridge"
let ridge: (x: Rows, y: number[], lambda: number) => number[] = todo();
// --- solution
ridge = (x, y, lambda) => {
  const centred = y.map((value) => value - mean(y));
  const columns = x[0].map((_, j) => x.map((row) => row[j]));
  const dot = (u: number[], v: number[]) => u.reduce((sum, value, i) => sum + value * v[i], 0);
  const a = columns.map((u, j) => columns.map((v, k) => dot(u, v) + (j === k ? lambda : 0)));
  return solve(a, columns.map((u) => dot(u, centred)));
};
// --- end

// %% tags=["test-wrong"] exercise="ridge"
ridge = (x, y, lambda) => {
  const columns = x[0].map((_, j) => x.map((row) => row[j]));
  const dot = (u: number[], v: number[]) => u.reduce((sum, value, i) => sum + value * v[i], 0);
  const a = columns.map((u) => columns.map((v) => dot(u, v) + lambda));
  return solve(a, columns.map((u) => dot(u, y.map((value) => value - mean(y)))));
};

// %% tags=["test-wrong"] exercise="ridge"
ridge = (x, y, lambda) => {
  const columns = x[0].map((_, j) => x.map((row) => row[j]));
  const dot = (u: number[], v: number[]) => u.reduce((sum, value, i) => sum + value * v[i], 0);
  const a = columns.map((u, j) => columns.map((v, k) => dot(u, v) - (j === k ? lambda : 0)));
  return solve(a, columns.map((u) => dot(u, y.map((value) => value - mean(y)))));
};

// %% tags=["test-wrong"] exercise="ridge"
ridge = (x, y, lambda) => {
  const columns = x[0].map((_, j) => x.map((row) => row[j]));
  const dot = (u: number[], v: number[]) => u.reduce((sum, value, i) => sum + value * v[i], 0);
  const a = columns.map((u, j) =>
    columns.map((v, k) => dot(u, v) / x.length + (j === k ? lambda : 0)));
  return solve(a, columns.map((u) => dot(u, y) / x.length));
};

// %% tags=["check"] exercise="ridge"
await check("ridge", { ridge, solve });

// %% [markdown]
// The lesson goes on with its own, so that the pictures are there even if yours is not yet. `learn` does
// the whole of it: it scales, solves, and gives back a function that predicts.

// %%
function weightsFor(x: Rows, y: number[], lambda: number): number[] {
  const middle = mean(y);
  const a = x[0].map((_, j) => x[0].map((_, k) =>
    x.reduce((sum, row) => sum + row[j] * row[k], j === k ? lambda : 0)));
  return solve(a, x[0].map((_, j) =>
    x.reduce((sum, row, i) => sum + row[j] * (y[i] - middle), 0)));
}
function learn(x: Rows, y: number[], lambda: number): (row: number[]) => number {
  const scale = scaling(x);
  const weights = weightsFor(x.map(scale), y, lambda);
  const bias = mean(y);
  return (row) => scale(row).reduce((sum, value, j) => sum + value * weights[j], bias);
}

// %% [markdown]
// Two oracles. The library's `Ridge` calls $\lambda$ `alpha`. And if $w$ is right, then a tiny step in any
// direction must not change the loss: its slope, by finite differences, is zero.

// %%
const first = { x: standard(studies[0]), y: yOf(studies[0]) };
const byHand = weightsFor(first.x, first.y, 5);
const oracle = [...new Ridge({ alpha: 5 }).fit(first.x, first.y).coef_];
const lossOf = (w: number[]) => w.reduce((sum, value) => sum + 5 * value ** 2, 0) +
  first.x.reduce((sum, row, i) => sum + (row.reduce((s, value, j) => s + value * w[j],
    mean(first.y)) - first.y[i]) ** 2, 0);
const slopes = byHand.map((_, j) => {
  const moved = (by: number) => lossOf(byHand.map((value, k) => (k === j ? value + by : value)));
  return (moved(1e-3) - moved(-1e-3)) / 2e-3;
});
const largest = (values: number[]) => Math.max(...values.map((v) => Math.abs(v))).toExponential(1);
console.log(`largest difference to the library: ${largest(byHand.map((w, j) => w - oracle[j]))}`);
console.log(`largest slope: ${largest(slopes)}, of a loss of ${lossOf(byHand).toFixed(0)}`);

// %% [markdown]
// ## The path
//
// What does $\lambda$ do to the weights? Here are the ten weights of the first study, for $\lambda$ from
// 0.01 to 1 000.

// %%
const lambdas = Array.from({ length: 16 }, (_, i) => 10 ** (-2 + i / 3));
const path = lambdas.flatMap((lambda) =>
  weightsFor(first.x, first.y, lambda).map((weight, j) => ({ lambda, weight, feature: names[j] })));
line(path, { x: "lambda", y: "weight", color: "feature", xScale: "log", points: false,
  xTitle: "λ, in factors of ten", yTitle: "Weight (points per standard deviation)" })

// %% [markdown]
// *The largest weight gives way first: `tc` begins at −112. And look at `ldl`: it goes from 33 through
// zero to −21, and only then shrinks. Ridge does not turn down ten dials at once; features that belong
// together settle their quarrel first.*
//
// ### Exercise 2: twins
//
// A prediction. Take `ltg` as the only feature, with $\lambda = 1$: it gets some weight $w$. Now a
// careless colleague copies the column, so that the table holds it twice, and fits again.
//
// **What weight will each of the two copies get, in units of $w$?** Write two numbers: 1 means the whole
// $w$. Within 0.05 is right. (Least squares has no answer here: any two weights with the right sum fit
// equally well.)

// %% exercise="twins"
let guess: { first: number; second: number } = todo();
// --- solution
guess = { first: 0.5, second: 0.5 };
// --- end

// %% tags=["test-wrong"] exercise="twins"
guess = { first: 1, second: 0 };

// %% tags=["test-wrong"] exercise="twins"
guess = { first: 1, second: 1 };

// %% tags=["test-wrong"] exercise="twins"
guess = { first: 0.7, second: 0.3 };

// %% tags=["check"] exercise="twins"
await check("twins", guess);

// %%
const ltg = first.x.map((row) => [row[names.indexOf("ltg")]]);
const [alone] = weightsFor(ltg, first.y, 1);
const twins = weightsFor(ltg.map(([value]) => [value, value]), first.y, 1);
console.log(`alone ${alone.toFixed(2)}, twins ${twins.map((w) => w.toFixed(2)).join(" and ")}`);
console.log(`in units of w: ${twins.map((w) => (w / alone).toFixed(3)).join(" and ")}`);

// %% [markdown]
// Half each. For the predictions only the sum counts, and two halves cost least: $0.5^2 + 0.5^2$ is half
// of $1^2$. (A little more than half, because the same sum has become cheaper.) This is how ridge ends the
// quarrel of `tc` and `ldl`: what two features say together, they share.
//
// ## Why worse is better
//
// A model can be wrong in two ways. It can be **off target**: the mean of its predictions over many
// studies misses the truth. And it can be **unsteady**: each study says something else. Off target is
// called *bias* (which is not the $b$ of a line), unsteady is called *variance*. Squared, the two add up:
//
// $$\text{mean squared error} = (\text{off target})^2 + \text{variance}$$
//
// (What nobody can predict, the noise of the target, hides in the first part.) We have a hundred studies,
// so we can measure both.

// %%
function parts(lambda: number) {
  const models = studies.map((study) => learn(xOf(study), yOf(study), lambda));
  const said = xOthers.map((row) => models.map((model) => model(row)));
  const offTarget = mean(said.map((all, i) => (mean(all) - yOthers[i]) ** 2));
  const variance = mean(said.map((all) => mean(all.map((value) => (value - mean(all)) ** 2))));
  const error = mean(said.map((all, i) => mean(all.map((value) => (value - yOthers[i]) ** 2))));
  return { lambda, offTarget, variance, error };
}
const measured = lambdas.map(parts);
const gaps = measured.map(({ offTarget, variance, error }) => offTarget + variance - error);
`largest difference between the sum of the parts and the error: ${largest(gaps)}`

// %%
const named = measured.flatMap(({ lambda, offTarget, variance, error }) => [
  { lambda, part: "error on others", value: error },
  { lambda, part: "off target", value: offTarget },
  { lambda, part: "variance", value: variance },
]);
line(named, { x: "lambda", y: "value", color: "part", xScale: "log", points: false,
  xTitle: "λ, in factors of ten", yTitle: "Squared points" })

// %%
const bestOf = measured.reduce((best, each) => (each.error < best.error ? each : best));
const show = ({ lambda, offTarget, variance, error }: typeof bestOf) =>
  `λ ${lambda.toFixed(2)}: off target ${offTarget.toFixed(0)}, variance ${variance.toFixed(0)},` +
  ` error ${error.toFixed(0)}`;
console.log(show(parts(0)));
console.log(show(bestOf));
console.log(`baseline: error ${mean(baselines).toFixed(0)}`);

// %% [markdown]
// *Variance falls from the left end on. Off target rises only late. Between the two lies the valley.*
//
// That answers the first half of the question. At $\lambda = 10$ ridge is as near to the target as least
// squares, 3154 against 3277, and it is nearly seven times as steady: 791 against 5320. What it loses
// on its own 20 patients was never worth having.
//
// ## Choose $\lambda$ from 20 patients
//
// There is a catch. The best $\lambda$ was read off the other 200 people, which a real study does not
// have. The error on its own 20 patients cannot choose either: it is always smallest at $\lambda = 0$.
//
// So let each patient play the stranger once. **Leave-one-out** cross-validation learns from 19 patients
// and asks about the twentieth, 20 times.
//
// ### Exercise 3: leave one out
//
// Write `leaveOneOut(x, y, lambda)`: the mean squared error over all left-out patients. `learn(x, y,
// lambda)` scales and solves, and gives back a function that predicts one row. The patient who is left
// out must not be in anything that is learnt, not even in the means of the scaling.

// %% exercise="leave-one-out"
let leaveOneOut: (x: Rows, y: number[], lambda: number) => number = todo();
// --- solution
leaveOneOut = (x, y, lambda) => mean(x.map((row, out) => {
  const model = learn(x.filter((_, i) => i !== out), y.filter((_, i) => i !== out), lambda);
  return (model(row) - y[out]) ** 2;
}));
// --- end

// %% tags=["test-wrong"] exercise="leave-one-out"
leaveOneOut = (x, y, lambda) => {
  const model = learn(x, y, lambda);
  return mean(x.map((row, i) => (model(row) - y[i]) ** 2));
};

// %% tags=["test-wrong"] exercise="leave-one-out"
leaveOneOut = (x, y, lambda) => {
  const scaled = x.map(scaling(x));
  return mean(scaled.map((row, out) => {
    const kept = y.filter((_, i) => i !== out);
    const weights = weightsFor(scaled.filter((_, i) => i !== out), kept, lambda);
    const predicted = row.reduce((sum, value, j) => sum + value * weights[j], mean(kept));
    return (predicted - y[out]) ** 2;
  }));
};

// %% tags=["test-wrong"] exercise="leave-one-out"
leaveOneOut = (x, y, lambda) => mean(x.map((row, out) => {
  const model = learn(x.filter((_, i) => i !== out), y.filter((_, i) => i !== out), lambda);
  return Math.abs(model(row) - y[out]);
}));

// %% tags=["check"] exercise="leave-one-out"
await check("leave-one-out", leaveOneOut);

// %% [markdown]
// The lesson's own, and its oracle: the library's cross-validation of a pipeline, which scales inside
// each fold by itself.

// %%
const strangers = (x: Rows, y: number[], lambda: number) => mean(x.map((row, out) => {
  const model = learn(x.filter((_, i) => i !== out), y.filter((_, i) => i !== out), lambda);
  return (model(row) - y[out]) ** 2;
}));
const [x, y] = [xOf(studies[0]), yOf(studies[0])];
const scores = crossValScore(makePipeline(new StandardScaler(), new Ridge({ alpha: 5 })), x, y,
  { cv: new LeaveOneOut(), scoring: "negMeanSquaredError" });
const gap = strangers(x, y, 5) + mean([...scores]);
`leave-one-out error ${strangers(x, y, 5).toFixed(2)}, the library's differs by ${largest([gap])}`

// %% [markdown]
// Now every study chooses its own $\lambda$, from its own 20 patients, out of the 16 on the path. Only
// then does it meet the other 200.

// %%
const choices = studies.map((study, s) => {
  const [x, y] = [xOf(study), yOf(study)];
  const tried = lambdas.map((lambda) => strangers(x, y, lambda));
  const lambda = lambdas[tried.indexOf(Math.min(...tried))];
  const error = errorOf(xOthers.map(learn(x, y, lambda)));
  return { lambda, error, plain: plain[s].others, baseline: baselines[s] };
});
const ridgeError = mean(choices.map(({ error }) => error));
const ratio = ridgeError / mean(choices.map(({ plain }) => plain));
const wins = choices.filter(({ error, plain }) => error < plain).length;
console.log(`ridge, λ chosen by each study: ${ridgeError.toFixed(0)}`);
console.log(`that is ${ratio.toFixed(3)} of least squares, better in ${wins} of 100 studies`);

// %%
scatter(choices.map(({ lambda, plain, error }) => ({ plain, error,
  choice: lambda < 1 ? "λ below 1" : lambda < 30 ? "λ 1 to 30" : "λ above 30" })), {
  x: "plain", y: "error", color: "choice", colorTitle: "Chosen",
  xTitle: "Error of least squares (squared points)", yTitle: "Error of ridge (squared points)" })

// %% [markdown]
// *Each point is a study. To the right, least squares reaches errors above 25 000. Upwards, ridge never
// reaches 10 000.*
//
// ## An honest failure
//
// How good is a $\lambda$ that was chosen from 20 patients?

// %%
const chosen = choices.map(({ lambda }) => lambda).sort((a, b) => a - b);
const small = choices.filter(({ lambda }) => lambda < 1);
const [low, middle, high] = [0, 50, 99].map((i) => chosen[i].toFixed(1));
console.log(`λ: smallest ${low}, middle ${middle}, largest ${high}`);
const smallError = mean(small.map(({ error }) => error));
console.log(`${small.length} studies chose a λ below 1: their error is ${smallError.toFixed(0)}`);
console.log(`with λ ${bestOf.lambda.toFixed(1)} for all: ${bestOf.error.toFixed(0)}`);
const beaten = choices.filter(({ error, baseline }) => error > baseline).length;
console.log(`worse than the baseline in ${beaten} of 100 studies`);

// %% [markdown]
// The choice is rough: from 0.1 to 464, for studies of the same kind. Still it costs little on the mean,
// 4226 instead of 3945, because the valley is wide. But two studies found that a price near zero was
// best for their own 20 patients. For strangers it was more than twice as bad as a good price. Nothing in
// these studies could have told them: 20 patients are few for choosing a number, too.
//
// And with enough patients? Here is the same comparison for larger studies, with $\lambda$ = 10.

// %%
const sizes = [20, 30, 60, 120, 240].map((n) => {
  const drawn = Array.from({ length: 20 }, () => random.shuffle(pool).slice(0, n));
  const errorsAt = (lambda: number) =>
    mean(drawn.map((study) => errorOf(xOthers.map(learn(xOf(study), yOf(study), lambda)))));
  const [ols, withRidge] = [errorsAt(0), errorsAt(10)];
  return { patients: n, "least squares": Math.round(ols), ridge: Math.round(withRidge),
    ratio: (withRidge / ols).toFixed(3) };
});
sizes

// %% [markdown]
// (Twenty draws each, so the row for 20 patients differs from the hundred studies above: a few unlucky
// studies weigh heavily.) With 20 patients ridge halves the error, with 30 it saves a third. With 240 it
// saves nothing, and is even a hair worse. Ridge is a remedy for too few data. Where there are enough, the
// weights are steady without it.
//
// ## What you reached
//
// The error of ridge on 200 strangers, as a share of that of least squares, mean of 100 studies; and your
// ridge against the library's.

// %% tags=["outcome"]
outcome("ridge-error-over-least-squares", ratio, { atMost: 0.66 });
const own = passed() < 3 ? undefined : ridge(first.x, first.y, 5);
const difference = own ? Math.max(...own.map((w, j) => Math.abs(w - oracle[j]))) : NaN;
outcome("difference-to-library", difference, { atMost: 1e-8, pendingUntilChecked: true });

// %% [markdown]
// ## Summary
//
// 1. With few samples, least squares can be worse than the mean, though it fits its own data best.
// 2. Features that say the same get large weights of opposite signs, and these swing from study to study.
// 3. Ridge charges $\lambda$ for each squared weight: one number more on the diagonal.
// 4. It trades being a little off target for being much steadier.
// 5. $\lambda$ is chosen by samples that were left out of everything, the scaling too.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. What does ridge predict when $\lambda$ is enormous?
//    <details><summary>Answer</summary>The mean of its training targets for everyone: all weights go to 0, and the bias is free. That is the baseline.</details>
// 2. You write glucose in grams instead of milligrams and do not standardise. What changes?
//    <details><summary>Answer</summary>Least squares predicts the same. For ridge that weight must now be a thousand times as large, and costs a million times as much, so glucose is all but left out.</details>
// 3. Why can the training error not choose $\lambda$?
//    <details><summary>Answer</summary>It is never smaller than at 0: any price for the weights makes the fit worse.</details>
// 4. Two features are copies of each other. What does ridge do with them?
//    <details><summary>Answer</summary>It gives both half of the weight: two halves squared cost less than one whole.</details>
// 5. Does ridge help with a million samples and ten features?
//    <details><summary>Answer</summary>Hardly. The weights are steady already, so there is next to no variance to save.</details>

// %% [markdown]
// ## Going further
//
// - Arthur Hoerl and Robert Kennard, *Ridge Regression: Biased Estimation for Nonorthogonal Problems*,
//   1970: the first path of weights, there called a ridge trace.
// - Trevor Hastie, Robert Tibshirani, Jerome Friedman, *The Elements of Statistical Learning*, chapter 3:
//   ridge beside its relatives.
//
// Ridge makes all weights smaller, and none of them zero. Tomorrow: a price that puts some out of the game.
