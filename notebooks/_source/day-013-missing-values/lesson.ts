// %% [header] minutes=35
// A hole in a table is not nothing. It was left by somebody, for a reason, and the reason is data.

// %% [markdown]
// ## Why this matters
//
// Real tables have holes, and most programs refuse to go on until they are filled. So people write one
// line, `fillNa(mean)`, and forget it. That line takes decisions: about the mean, about the spread, about
// every model that follows.
//
// The question of the day: **a third of the patients were not weighed. What do you put into the holes, and
// what do the holes themselves tell you?**

// %% tags=["setup"]
import { load } from "daylab/datasets";
import { LinearRegression, SimpleImputer } from "daylab/learn";
import { Random } from "daylab/nn";
import { bar, grid, histogram } from "daylab/plot";
import { lesson, todo } from "daylab/check";

const { check, hint, solution, outcome, passed } = await lesson("day-013");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | Diabetes after a year |
// | **Source** | B. Efron, T. Hastie, I. Johnstone, R. Tibshirani, *Least angle regression*, 2004 |
// | **Size** | 442 patients, 11 columns; we use five, and later a sixth |
// | **Units** | age in years, blood pressure in mmHg (millimetres of mercury), body mass index in kg/m² |
// | **Target** | `progression`: how far the illness had gone a year later, 25 to 346 points |
// | **Missing** | nothing. The holes are ours |
// | **Licence** | none stated; distributed with scikit-learn under BSD-3-Clause |
//
// The **body mass index**, BMI, is the mass divided by the square of the height. All 442 are known. We punch
// the holes ourselves: so we know what was in them, and how wrong each repair is.

// %%
const patients = load("diabetes");
const n = patients.length;
const numbers = (name: (typeof patients.columns)[number]) =>
  patients.column(name).values.map(Number);
const [age, sex, pressure] = [numbers("age"), numbers("sex"), numbers("blood_pressure")];
const [bmi, fats, y] = [numbers("bmi"), numbers("ltg"), numbers("progression")];
histogram({ bmi }, { x: "bmi", binWidth: 1, xTitle: "Body mass index (kg/m²)", yTitle: "Patients" })

// %% [markdown]
// *442 patients, most between 20 and 32. The thin tail on the right reaches 42.*
//
// ## Three reasons for a hole
//
// Why was a patient not weighed? Statistics knows three kinds of answer, with clumsy names.
//
// - **By chance** (*missing completely at random*, MCAR). The scales were broken on some days.
// - **Because of another column** (*missing at random*, MAR). Patients whose blood was too fat were sent on
//   to the ward, before they came to the scales. The blood fats are in the table: column `ltg`.
// - **Because of itself** (*missing not at random*, MNAR). Heavy patients did not want to be weighed.
//
// `punch` makes holes for each reason; true is a hole. The logistic curve $1/(1+e^{-z})$ turns any number
// into a probability: large $z$, likely hole.

// %%
const average = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const spread = (values: readonly number[]) => {
  const mean = average(values);
  return Math.sqrt(average(values.map((value) => (value - mean) ** 2)));
};
const scaled = (values: readonly number[]) => {
  const [mean, std] = [average(values), spread(values)];
  return values.map((value) => (value - mean) / std);
};
const likely = (z: readonly number[]) => z.map((value) => 1 / (1 + Math.exp(1.2 - 2.5 * value)));
const reasons = {
  "by chance": bmi.map(() => 0.3),
  "because of blood fats": likely(scaled(fats)),
  "because of itself": likely(scaled(bmi)),
};
type Reason = keyof typeof reasons;
const punch = (reason: Reason, random: Random) => reasons[reason].map((p) => random.uniform() < p);

// %% [markdown]
// ## Predict first
//
// About a third is missing each time. The true mean of all 442 is 26.4. **For which reason does the mean of
// those who were weighed go wrong, and in which direction?**

// %%
const why = Object.keys(reasons) as Reason[];
const holes = Object.fromEntries(why.map((reason) => [reason, punch(reason, new Random(13))]));
why.map((reason) => {
  const known = bmi.filter((_, i) => !holes[reason][i]);
  return { reason, missing: n - known.length, "mean of the known": average(known) };
})

// %%
grid(why.map((reason) =>
  histogram(bmi.map((value, i) => ({ value, bmi: holes[reason][i] ? "lost" : "known" })), {
    x: "value",
    color: "bmi",
    mode: "stack",
    binWidth: 2,
    width: 190,
    height: 170,
    title: reason,
    xTitle: "BMI (kg/m²)",
    yTitle: "Patients",
  })))

// %% [markdown]
// *Left, the lost are everywhere. In the middle, more of them are heavy. Right, of those above 30 hardly
// anybody is left.*
//
// By chance, nothing happens to the mean. Otherwise it sinks, by two units in the last case, although nobody
// lost weight. Dropping the rows does not help: what is left *is* the bias.
//
// And here is the bad news. **You would never see these pictures.** The orange part is what is missing. A
// table with holes cannot tell the third reason from the first. You have to ask those who made it.
//
// ## Fill the holes
//
// To fill a hole with a typical value is called to **impute**. The mean is one such value; the median is
// less bent by a long tail. What fills the holes must be learned from the training data, kept, and used
// again for every patient who comes later. That is why an imputer has two verbs: `fit` learns, `transform`
// fills.
//
// ### Exercise 1: an imputer that leaves a flag
//
// Write the class `MedianImputer`. `fit(rows)` learns the median of each column, over the values that are
// known, **and** which columns had a hole. `transform(rows)` gives back new rows: holes filled with the
// medians learned; then, for each column that had a hole **in `fit`**, one more number: 1 if it was a
// hole here, 0 if not. That number is the **flag**, or missing-value indicator. `median` is given.

// %%
type Rows = readonly (readonly (number | null)[])[];
interface Imputer {
  fit(rows: Rows): Imputer;
  transform(rows: Rows): number[][];
}
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}

// %% exercise="imputer"
let MedianImputer: new () => Imputer = todo();
// --- solution
MedianImputer = class {
  #medians: number[] = [];
  #flagged: number[] = [];
  fit(rows: Rows): Imputer {
    const columns = rows[0].map((_, j) => rows.map((row) => row[j]));
    this.#medians = columns.map((column) => median(column.filter((value) => value !== null)));
    this.#flagged = [...columns.keys()].filter((j) => columns[j].includes(null));
    return this;
  }
  transform(rows: Rows): number[][] {
    return rows.map((row) => [
      ...row.map((value, j) => value ?? this.#medians[j]),
      ...this.#flagged.map((j) => Number(row[j] === null)),
    ]);
  }
};
// --- end

// %% tags=["test-wrong"] exercise="imputer"
MedianImputer = class {
  fit(): Imputer {
    return this;
  }
  transform(rows: Rows): number[][] {
    const columns = rows[0].map((_, j) => rows.map((row) => row[j]));
    const medians = columns.map((column) => median(column.filter((value) => value !== null)));
    const flagged = [...columns.keys()].filter((j) => columns[j].includes(null));
    return rows.map((row) => [
      ...row.map((value, j) => value ?? medians[j]),
      ...flagged.map((j) => Number(row[j] === null)),
    ]);
  }
};

// %% tags=["test-wrong"] exercise="imputer"
MedianImputer = class {
  #medians: number[] = [];
  fit(rows: Rows): Imputer {
    this.#medians = rows[0].map((_, j) => median(rows.map((row) => row[j] ?? 0)));
    return this;
  }
  transform(rows: Rows): number[][] {
    return rows.map((row) => row.map((value, j) => value ?? this.#medians[j]));
  }
};

// %% tags=["test-wrong"] exercise="imputer"
MedianImputer = class {
  #medians: number[] = [];
  fit(rows: Rows): Imputer {
    const columns = rows[0].map((_, j) => rows.map((row) => row[j]));
    this.#medians = columns.map((column) => median(column.filter((value) => value !== null)));
    return this;
  }
  transform(rows: Rows): number[][] {
    return rows.map((row) => [
      ...row.map((value, j) => value ?? this.#medians[j]),
      ...row.map((value) => Number(value === null)),
    ]);
  }
};

// %% tags=["check"] exercise="imputer"
await check("imputer", MedianImputer);

// %% [markdown]
// The library's is called `SimpleImputer`. The oracle: the same three columns through both. (Until yours
// passes, the library is compared with itself.)

// %%
const own = (rows: Rows) =>
  passed() > 0
    ? new MedianImputer().fit(rows.slice(0, 300)).transform(rows)
    : imputer.transform(rows).toArray();
const table: Rows = bmi.map((value, i) => [
  holes["by chance"][i] ? null : value,
  holes["because of itself"][i] ? null : pressure[i],
  age[i],
]);
const imputer = new SimpleImputer({ strategy: "median", addIndicator: true }).fit(
  table.slice(0, 300).map((row) => [...row]));
const theirs = imputer.transform(table.map((row) => [...row])).toArray().flat();
const imputerGap = Math.max(...own(table).flat().map((value, i) => Math.abs(value - theirs[i])));
`largest difference: ${imputerGap}`

// %% [markdown]
// ## What a filled column looks like
//
// Fill the holes that chance made with the mean. The mean stays right, by construction. **And the standard
// deviation?**

// %%
const lost = holes["by chance"];
const knownMean = average(bmi.filter((_, i) => !lost[i]));
const filled = bmi.map((value, i) => (lost[i] ? knownMean : value));
const [before, after] = [bmi, filled].map((values) => spread(values).toFixed(2));
console.log(`standard deviation: true ${before}, filled ${after}`);
histogram(
  { filled },
  { x: "filled", binWidth: 1, xTitle: "BMI, filled (kg/m²)", yTitle: "Patients" },
)

// %% [markdown]
// *A tower at 26 that no clinic ever saw. A third of the patients have become perfectly average.*
//
// The spread has shrunk by a sixth, and with it every correlation. A better guess uses what is known
// of the patient: one with a high blood pressure is probably heavier. So: split the training patients into
// thirds by blood pressure, and fill with the **median of the third**. (You know `groupby` from Day 9.)
//
// ## Does it matter for a prediction?
//
// We predict `progression` by a **linear regression**: a weighted sum of age, sex, blood pressure and BMI,
// with the weights that fit the training patients best (Days 25 and 27 build one). The error is the
// **RMSE**, the root of the mean squared error, in points.
//
// One split is a matter of luck. So: 40 times, 300 patients to learn from, 142 to test, new holes each time.
// What fills the holes comes from the 300 alone.

// %%
interface Round { hole: readonly boolean[]; train: readonly number[]; test: readonly number[] }
type Fill = (round: Round) => (i: number) => number;

const known = ({ hole, train }: Round) => train.filter((i) => !hole[i]);
const third = (train: readonly number[]) => {
  const sorted = train.map((i) => pressure[i]).sort((a, b) => a - b);
  return (i: number) => Number(pressure[i] >= sorted[100]) + Number(pressure[i] >= sorted[200]);
};
const fillMean: Fill = (round) => {
  const mean = average(known(round).map((i) => bmi[i]));
  return () => mean;
};
const fillGroup: Fill = (round) => {
  const of = third(round.train);
  const medians = [0, 1, 2].map((k) =>
    median(known(round).filter((i) => of(i) === k).map((i) => bmi[i])));
  return (i) => medians[of(i)];
};
const fillTruth: Fill = () => (i) => bmi[i];

// %%
interface Plan { fill: Fill; flag?: boolean; drop?: boolean; withFats?: boolean; later?: Reason }

function rmse(reason: Reason, { fill, flag, drop, withFats, later = reason }: Plan): number {
  const errors = Array.from({ length: 40 }, (_, seed) => {
    const random = new Random(13).fork(seed);
    const [hole, laterHole] = [punch(reason, random), punch(later, random)];
    const order = [...random.permutation(n)];
    const round = { hole, train: order.slice(0, 300), test: order.slice(300) };
    const guess = fill(round);
    const features = (i: number, isHole: boolean) => [
      ...[age[i], sex[i], pressure[i], isHole ? guess(i) : bmi[i]],
      ...(flag ? [Number(isHole)] : []),
      ...(withFats ? [fats[i]] : []),
    ];
    const learnFrom = drop ? known(round) : round.train;
    const model = new LinearRegression().fit(
      learnFrom.map((i) => features(i, hole[i])), learnFrom.map((i) => y[i]));
    const predicted = model.predict(round.test.map((i) => features(i, laterHole[i])));
    return Math.sqrt(average(round.test.map((i, at) => (y[i] - Number(predicted[at])) ** 2)));
  });
  return average(errors);
}

// %% [markdown]
// ### Exercise 2: predict the flag
//
// The baseline fills with the mean. The rival fills with the median of the third, and adds a flag. **By how
// many per cent is the rival's error smaller, for each of the three reasons?** Say 0 where it is
// no use. Within 3 is right.

// %% exercise="flag"
let guess: Record<Reason, number> = todo();
// --- solution
guess = { "by chance": 0, "because of blood fats": 7, "because of itself": 7 };
// --- end

// %% tags=["test-wrong"] exercise="flag"
guess = { "by chance": 7, "because of blood fats": 7, "because of itself": 7 };

// %% tags=["test-wrong"] exercise="flag"
guess = { "by chance": 0, "because of blood fats": 0, "because of itself": 7 };

// %% tags=["test-wrong"] exercise="flag"
guess = { "by chance": 0, "because of blood fats": 5, "because of itself": 0 };

// %% tags=["check"] exercise="flag"
await check("flag", guess);

// %%
const plans: Record<string, Plan> = {
  "drop rows": { fill: fillMean, drop: true },
  mean: { fill: fillMean },
  "group median": { fill: fillGroup },
  "group median + flag": { fill: fillGroup, flag: true },
  "nothing missing": { fill: fillTruth },
};
const results = why.flatMap((reason) => Object.entries(plans).map(([plan, options]) =>
  ({ reason, plan, rmse: rmse(reason, options) })));
const best = rmse("by chance", { fill: fillTruth });
bar(results.filter(({ plan }) => plan !== "nothing missing").map((result) =>
  ({ ...result, damage: result.rmse - best })), {
  x: "plan",
  y: "damage",
  facet: "reason",
  width: 170,
  xTitle: "What is done about the holes",
  yTitle: "RMSE above that without holes (points)",
})

// %%
const error = (reason: Reason, plan: string) =>
  results.find((result) => result.reason === reason && result.plan === plan)?.rmse ?? NaN;
const gains = why.map((reason) => ({
  reason,
  ...Object.fromEntries(Object.keys(plans).map((plan) => [plan, error(reason, plan)])),
  "gain (%)": 100 * (1 - error(reason, "group median + flag") / error(reason, "mean")),
}));
gains

// %% [markdown]
// *How much error the holes add. On the right, holes by chance: all ways cost 3 points, the flag is no use.
// With a reason behind the holes, it takes back more than half of what they cost. Dropping rows is the worst.*
//
// A finer guess alone gains next to nothing. The flag gains 7 %, and the flag contains no measurement at
// all! **"This patient was not weighed" is itself a fact about the patient.** That is the answer to
// the second half of the question.
//
// ## What is the flag?
//
// With holes because of blood fats, our model could not see the blood fats. Suppose it can: we add `ltg` to
// the features. **Will the flag still gain 7 %?**

// %%
why.map((reason) => {
  const mean = rmse(reason, { fill: fillMean, withFats: true });
  const flag = rmse(reason, { fill: fillGroup, flag: true, withFats: true });
  return { reason, mean, "group median + flag": flag, "gain (%)": 100 * (1 - flag / mean) };
})

// %% [markdown]
// Gone, for the blood fats: 0.3 %. The flag was a stand-in for a column that the model did not see. Where the
// holes come from the BMI itself, no other column can replace it, and it still gains 4 %.
//
// So first look for the cause among your columns. If it is there, give it to the model.
//
// ## A leak
//
// ### Exercise 3: spot the leak
//
// A colleague has a splendid idea. "Patients whose illness goes far are heavier. So I fill with the
// median of those with a similar **progression**." Here is her function, and her error, for holes
// by chance.

// %%
const colleague: Fill = ({ hole }) => {
  const sorted = [...y].sort((a, b) => a - b);
  const of = (i: number) => Number(y[i] >= sorted[147]) + Number(y[i] >= sorted[294]);
  const medians = [0, 1, 2].map((k) => median(bmi.filter((_, i) => !hole[i] && of(i) === k)));
  return (i) => medians[of(i)];
};
const hers = rmse("by chance", { fill: colleague });
`hers ${hers.toFixed(2)}, with nothing missing ${error("by chance", "nothing missing").toFixed(2)}`

// %% [markdown]
// Her model is better with holes than the same model with **nothing** missing. That cannot be. If a result
// is too good, look for the leak. There are **two** in her function: things it uses that nobody will know of a
// new patient, or that belong to the test.
//
// Repair it: write `fillColumn(column, pressure, progression, train)`. It fills the holes of `column`
// by the median of patients with a similar blood pressure (use `thirds`), or of all: as you like. But
// it learns from the rows `train` only, and from nothing that is not known when a new patient comes.

// %%
const thirds = (values: readonly number[], train: readonly number[]) => {
  const sorted = train.map((i) => values[i]).sort((a, b) => a - b);
  const [low, high] = [1, 2].map((k) => sorted[Math.floor((k * sorted.length) / 3)]);
  return values.map((value) => Number(value >= low) + Number(value >= high));
};
type Column = readonly (number | null)[];
type Numbers = readonly number[];

// %% exercise="leak"
let fillColumn: (c: Column, pressure: Numbers, progression: Numbers, train: Numbers) => number[] =
  todo();
// --- solution
fillColumn = (column, pressure, _progression, train) => {
  const group = thirds(pressure, train);
  const medians = [0, 1, 2].map((k) =>
    median(train.filter((i) => group[i] === k).map((i) => column[i]).filter((v) => v !== null)));
  return column.map((value, i) => value ?? medians[group[i]]);
};
// --- end

// %% tags=["test-wrong"] exercise="leak"
fillColumn = (column, _pressure, progression, train) => {
  const group = thirds(progression, train);
  const medians = [0, 1, 2].map((k) =>
    median(train.filter((i) => group[i] === k).map((i) => column[i]).filter((v) => v !== null)));
  return column.map((value, i) => value ?? medians[group[i]]);
};

// %% tags=["test-wrong"] exercise="leak"
fillColumn = (column) => {
  const middle = median(column.filter((value) => value !== null));
  return column.map((value) => value ?? middle);
};

// %% tags=["test-wrong"] exercise="leak"
fillColumn = (column, _pressure, _progression, train) => {
  const middle = median(train.map((i) => column[i]).filter((value) => value !== null));
  return train.map((i) => column[i] ?? middle);
};

// %% tags=["test-wrong"] exercise="leak"
fillColumn = (column) => column.map((value) => value ?? 0);

// %% tags=["check"] exercise="leak"
await check("leak", fillColumn);

// %% [markdown]
// ## A limit
//
// A flag learns *why* values are missing. What if the reason changes? The clinic buys new scales: from now
// on everybody is weighed, but the scales break by chance. The model has learned "not weighed means heavy",
// from the old holes.

// %%
const moved = (["because of blood fats", "because of itself"] as const).map((reason) => ({
  "learned with holes": reason,
  "later by chance, mean": rmse(reason, { fill: fillMean, later: "by chance" }),
  "later by chance, flag": rmse(reason, { fill: fillGroup, flag: true, later: "by chance" }),
}));
moved

// %% [markdown]
// Now the flag does harm, by 3 to 5 %. A model with flags works as long as the holes are made as before. Write
// down why values are missing, beside the model, and count the holes every month.
//
// And a second limit: all numbers above are known because we punched the holes ourselves. With a table
// that came with holes, the third reason cannot be told from the first by any computation.

// %% [markdown]
// ## What you reached

// %% tags=["outcome"]
const gain = (reason: Reason) => Number(gains[why.indexOf(reason)]["gain (%)"]);
const gapToLibrary = passed() === 3 ? imputerGap : NaN;
outcome("gap-to-library", gapToLibrary, { atMost: 1e-12, pendingUntilChecked: true });
outcome("flag-gain-with-a-reason", gain("because of itself"), { atLeast: 5.6 });
outcome("flag-gain-by-chance", gain("by chance"), { atMost: 0.88 });

// %% [markdown]
// ## Summary
//
// 1. Ask why a value is missing: by chance, because of another column, or because of itself.
// 2. With a reason behind the holes, the known values are biased; dropping rows keeps the bias.
// 3. Filling with one number shrinks the spread. Filling by groups is a better guess of the same kind.
// 4. A flag tells the model that there was a hole. Where there is a reason, that is worth more than the guess.
// 5. What fills the holes is learned from training rows alone, and never from the target.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. In a survey, people with a high income leave the field *income* empty. Which kind of hole is that?
//    <details><summary>Answer</summary>Because of itself, MNAR. The mean of the answers is too low.</details>
// 2. Why does an imputer have `fit` and `transform`, and not one verb?
//    <details><summary>Answer</summary>The filling is learned once, from training rows, and used for rows that come later.</details>
// 3. What happens to the standard deviation of a column whose holes are filled with its mean?
//    <details><summary>Answer</summary>It shrinks: the filled values have no spread of their own.</details>
// 4. Your test error is lower than with complete data. Be glad?
//    <details><summary>Answer</summary>No. Something about the answer leaked into the filling.</details>
// 5. When can a flag do harm?
//    <details><summary>Answer</summary>When the reason for the holes changes after training.</details>

// %% [markdown]
// ## Going further
//
// - Donald B. Rubin, *Inference and Missing Data*, 1976: the three kinds of holes.
// - Stef van Buuren, *Flexible Imputation of Missing Data*, 2018: many good guesses instead of one.
//
// Tomorrow: a whole table full of surprises, and an hour to look at it.
