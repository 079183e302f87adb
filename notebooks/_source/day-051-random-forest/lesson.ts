// %% [header] minutes=35
// Sixty trees, each of them worse than yours. Ask all of them, take the mean, and they beat you. Today you
// find out what their quarrel is worth, and whether you may believe what they say about their reasons.

// %% [markdown]
// ## Why this matters
//
// Day 48 ended with a weakness: leave out a few birds, and the tree tells another story. A **random
// forest** makes use of it. It grows many trees that differ on purpose, and takes the mean. It needs no
// scaling and hardly any tuning, and it says which columns it used. People believe that list. They
// should not always.
//
// The questions of the day: **why is the mean of bad trees good, and which column mattered?**

// %% tags=["setup"]
import { generate } from "daylab/datasets";
import { DecisionTreeRegressor, LinearRegression, permutationImportance, RandomForestRegressor,
  trainTestSplit } from "daylab/learn";
import { Random } from "daylab/nn";
import * as plot from "daylab/plot";
import { lesson, todo } from "daylab/check";

const { check, hint, solution, outcome, passed } = await lesson("day-051");

// %% [markdown]
// ## The data
//
// The corrected table of Day 14: the land registry took out the slips and gave the prices it had cut off.
//
// | | |
// |:---|:---|
// | **Name** | Homes sold in a made-up city, corrected after Day 14 |
// | **Source** | `generate.housing({ rows: 2000, seed: 14, outliers: 0 })`: made by a seeded generator, so the truth behind each price is known |
// | **Size** | 2 000 sales from 2019 to 2023, 14 columns |
// | **Units** | price in euros, area and garden in square metres (m²), distance to the centre in kilometres (km), place in degrees |
// | **Missing** | none today: `missing: 0` gives the same homes without gaps |
// | **Licence** | made by Daylab: free for any use |
//
// A tree only asks whether a number is below a threshold. So words with an order become numbers: energy A
// to F is 0 to 5. The district is left out, for latitude and longitude say where a home lies. And one
// column is added: the number of a lottery ticket. Remember it.

// %%
const { data: homes } = generate.housing({ rows: 2000, seed: 14, outliers: 0, missing: 0 });
const random = new Random(51);
const rank = (order: readonly string[], word: string | null) => order.indexOf(word ?? "");
const table = homes.toRecords().map((home) => ({
  area: home.area, rooms: home.rooms, bathrooms: home.bathrooms, garden: home.garden,
  built: home.built, distance: home.distance, latitude: home.latitude, longitude: home.longitude,
  condition: rank(["poor", "fair", "good"], home.condition),
  energy: rank([..."ABCDEF"], home.energy), kind: rank(["flat", "terrace", "house"], home.kind),
  sold: Number(home.sold) / 86_400_000,
  ticket: random.integer(1000, 10_000),
}));
const names = Object.keys(table[0]);
const prices = homes.column("price").values.map((price) => Number(price) / 1000);
plot.scatter(homes, { x: "area", y: "price", color: "condition", xTitle: "Area (m²)",
  yTitle: "Price (euros)" })

// %% [markdown]
// *2 000 homes. The larger, the dearer, and the more they differ.*
//
// 400 homes are put away as the test set. We report errors as the root of the mean squared error (RMSE),
// in thousands of euros, written k€.

// %%
const rows = table.map((row) => Object.values(row).map(Number));
const [x, xTest, y, yTest] = trainTestSplit(rows, prices, { testSize: 0.2, randomState: 14 });
const rmse = (guesses: ArrayLike<number>, truth: readonly number[]) => Math.sqrt(
  truth.reduce((sum, value, i) => sum + (value - guesses[i]) ** 2, 0) / truth.length);
const meanOf = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

const linear = new LinearRegression().fit(x, y);
const careful = new DecisionTreeRegressor({ minSamplesLeaf: 10 }).fit(x, y);
const full = new DecisionTreeRegressor().fit(x, y);
const meanPrice = meanOf(y);
const baselines = { "the mean": y.map(() => meanPrice), "a line": linear.predict(x),
  "a tree, 10 homes a leaf": careful.predict(x), "a tree to the end": full.predict(x) };
for (const [name, guesses] of Object.entries(baselines))
  console.log(name.padEnd(26), `training RMSE ${rmse(guesses, y).toFixed(1)} k€`);

// %% [markdown]
// A tree to the end knows every training home by heart, error 0. You know what to think of that.
//
// ## Trees that differ
//
// Two tricks make them differ:
//
// 1. **Bootstrap** (Day 50): each tree gets 1 600 homes drawn *with replacement* from the 1 600. Some come
//    twice, and about 37 % do not come at all: they are **out of bag**.
// 2. At each question the tree may look at a few columns only, drawn anew each time: here 4 of 13. So a
//    tree cannot always begin with the area.

// %%
interface Grown {
  readonly tree: DecisionTreeRegressor;
  readonly inBag: readonly boolean[];
}
function grow(seed: number, maxFeatures: number, bootstrap = true, minSamplesLeaf = 1): Grown {
  const draws = new Random(seed);
  const rows = y.map((_, i) => (bootstrap ? draws.integer(0, y.length) : i));
  const inBag = y.map(() => false);
  for (const i of rows) inBag[i] = true;
  const tree = new DecisionTreeRegressor({ maxFeatures, minSamplesLeaf, randomState: seed });
  return { tree: tree.fit(rows.map((i) => x[i]), rows.map((i) => y[i])), inBag };
}
const trees = Array.from({ length: 60 }, (_, t) => grow(t, 4));
const guesses = trees.map(({ tree }) => [...tree.predict(x)]);
const missed = meanOf(trees.map(({ inBag }) => inBag.filter((seen) => !seen).length / y.length));
`homes that a tree has not seen: ${(100 * missed).toFixed(1)} %`

// %% [markdown]
// The oracle is the library's forest. It draws other random numbers, so only a forest without chance can
// be compared exactly: one tree, no bootstrap, all columns. And leaves of at least 20 homes, for with two
// or three homes left, several questions are equally good, and chance takes one.

// %%
const plain = grow(0, 13, false, 20).tree.predict(xTest);
const libraryPlain = new RandomForestRegressor({ nEstimators: 1, bootstrap: false,
  minSamplesLeaf: 20, randomState: 0 }).fit(x, y).predict(xTest);
const gaps = [...plain].map((value, i) => Math.abs(value - libraryPlain[i]));
`largest difference ${Math.max(...gaps)} k€`

// %% [markdown]
// ### Exercise 1: a test set for free
//
// A home that a tree has not seen is a test home *for that tree*. So each home can be judged by the trees
// that do not know it. Write `outOfBag(guesses, inBag)`. `guesses[t][i]` is what tree $t$ says of home
// $i$, and `inBag[t][i]` is true if the tree has seen it. Return for each home the mean over the trees
// that have not. If every tree has seen it, `NaN`: nobody can judge.

// %% exercise="oob"
type OutOfBag = (guesses: readonly number[][], inBag: readonly (readonly boolean[])[]) => number[];
let outOfBag: OutOfBag = todo();
// --- solution
outOfBag = (guesses, inBag) => guesses[0].map((_, i) => {
  const judges = guesses.filter((_, t) => !inBag[t][i]);
  return judges.reduce((sum, guess) => sum + guess[i], 0) / judges.length;
});
// --- end

// %% tags=["test-wrong"] exercise="oob"
outOfBag = (guesses) => guesses[0].map((_, i) =>
  guesses.reduce((sum, guess) => sum + guess[i], 0) / guesses.length);

// %% tags=["test-wrong"] exercise="oob"
outOfBag = (guesses, inBag) => guesses[0].map((_, i) => {
  const judges = guesses.filter((_, t) => inBag[t][i]);
  return judges.reduce((sum, guess) => sum + guess[i], 0) / judges.length;
});

// %% tags=["test-wrong"] exercise="oob"
outOfBag = (guesses, inBag) => guesses[0].map((_, i) =>
  guesses.reduce((sum, guess, t) => sum + (inBag[t][i] ? 0 : guess[i]), 0) / guesses.length);

// %% tags=["check"] exercise="oob"
await check("oob", outOfBag);

// %% [markdown]
// ## Predict first
//
// Each of our 60 trees saw two thirds of the homes and four columns at a time. So each is *worse* than the
// tree to the end, on homes it has not seen. **What about the mean of all 60: as bad as the average tree,
// a little better, or better than the line?** Say a number too: the line's RMSE is about 100 k€.

// %%
const judged = (count: number) => {
  const rest = y.map((_, i) => trees.slice(0, count).flatMap(({ inBag }, t) =>
    inBag[i] ? [] : [guesses[t][i]]));
  const known = [...rest.keys()].filter((i) => rest[i].length > 0);
  return rmse(known.map((i) => meanOf(rest[i])), known.map((i) => y[i]));
};
const alone = meanOf(trees.map(({ inBag }, t) => {
  const unseen = [...y.keys()].filter((i) => !inBag[i]);
  return rmse(unseen.map((i) => guesses[t][i]), unseen.map((i) => y[i]));
}));
const outOfBagError = judged(60);
console.log(`one tree, on average: ${alone.toFixed(1)} k€`);
console.log(`the mean of 60 trees: ${outOfBagError.toFixed(1)} k€`);

// %%
const halves = [0, 1].map((fold) => [...y.keys()].filter((i) => i % 2 === fold));
const lineError = Math.sqrt(meanOf(halves.map((unseen) => {
  const known = [...y.keys()].filter((i) => !unseen.includes(i));
  const line = new LinearRegression().fit(known.map((i) => x[i]), known.map((i) => y[i]));
  return rmse(line.predict(unseen.map((i) => x[i])), unseen.map((i) => y[i])) ** 2;
})));
const counts = [3, 5, 8, 12, 16, 20, 30, 40, 50, 60];
plot.line(counts.flatMap((count) => [
  { count, model: "the mean of the trees", rmse: judged(count) },
  { count, model: "one tree, on average", rmse: alone },
  { count, model: "a line", rmse: lineError },
]), { x: "count", y: "rmse", color: "model", xTitle: "Trees",
  yTitle: "RMSE on unseen homes (k€)" })

// %% [markdown]
// *Some fifteen trees are enough to beat the line. Every one of them alone is far worse.*
//
// From 140.8 k€ to 83.5, only by asking more of the same. Did you say "better than the line"? (The line is
// judged on unseen homes too: each half of the homes by a line through the other half.)
//
// ## Test once
//
// The library's forest, with 100 trees, against all that we have.

// %%
const forest = new RandomForestRegressor({ nEstimators: 100, maxFeatures: 4, oobScore: true,
  randomState: 51 }).fit(x, y);
const testGuesses = trees.map(({ tree }) => tree.predict(xTest));
const ours = yTest.map((_, i) => meanOf(testGuesses.map((guess) => guess[i])));
const results: [string, ArrayLike<number>][] = [["the mean", yTest.map(() => meanPrice)],
  ["a line", linear.predict(xTest)], ["a tree, 10 homes a leaf", careful.predict(xTest)],
  ["a tree to the end", full.predict(xTest)], ["our 60 trees", ours],
  ["the library's 100 trees", forest.predict(xTest)]];
results.map(([model, guess]) => ({ model, "test RMSE (k€)": rmse(guess, yTest) }))

// %% [markdown]
// Our 60 trees: 81.7 k€, the library's 100: 80.8. And the homes out of bag had said 83.5, without
// any test set: a little too much, for each home was judged by 22 trees only.
//
// The test homes are used up now for choosing. They may still serve to understand.
//
// ## What a quarrel is worth
//
// There is a law behind it. Take one home with price $y$, trees that say $g_1, \dots, g_T$, and their mean
// $\bar g$. Then, exactly:
//
// $$(\bar g - y)^2 = \frac{1}{T} \sum_t (g_t - y)^2 - \frac{1}{T} \sum_t (g_t - \bar g)^2$$
//
// The error of the mean is the mean error of the trees, less how much they differ. So the mean is never
// worse than the average tree, and it gains by every quarrel. Let us check it on the test homes.

// %%
function quarrel(all: readonly ArrayLike<number>[], truth: readonly number[]) {
  const mean = truth.map((_, i) => meanOf(all.map((guess) => guess[i])));
  const single = meanOf(all.map((guess) => rmse(guess, truth) ** 2));
  const apart = meanOf(all.map((guess) => rmse(guess, mean) ** 2));
  return { single, apart, together: rmse(mean, truth) ** 2 };
}
const { single, apart, together } = quarrel(testGuesses, yTest);
console.log(`${single.toFixed(0)} - ${apart.toFixed(0)} = ${(single - apart).toFixed(0)}`);
console.log(`measured: ${together.toFixed(0)}, difference`,
  Math.abs(single - apart - together).toExponential(1));

// %% [markdown]
// (In squared k€.) Two thirds of the error of a tree are its own private opinion: 13 396 of 20 063. The
// mean drops it, and keeps what all trees get wrong together.
//
// So there are two wishes that pull apart: good trees, and trees that differ. The number of columns a tree
// may look at moves between them. It is called **mtry** in the papers and `maxFeatures` here.

// %%
const sweep = [1, 2, 4, 8, 13].flatMap((columns) => {
  const some = Array.from({ length: 30 }, (_, t) => grow(t, columns).tree.predict(xTest));
  const { single, apart, together } = quarrel(some, yTest);
  return [{ columns, what: "one tree", rmse: Math.sqrt(single) },
    { columns, what: "how far trees differ", rmse: Math.sqrt(apart) },
    { columns, what: "the forest", rmse: Math.sqrt(together) }];
});
plot.line(sweep, { x: "columns", y: "rmse", color: "what", xTitle: "Columns looked at (of 13)",
  yTitle: "Root of the mean square (k€)" })

// %% [markdown]
// *The fewer columns, the worse each tree, and the more they differ. The lowest line is the forest.*
//
// With one column at a time a tree is off by 171 k€, with all of them by 122. The forests are much closer:
// 96, and 79. The best here looks at 8 columns, with 76. Or is that the chance of 30 trees and 400 homes?
// The honest way to choose is by the homes out of bag, as `oobScore` does. Here one column, the area, is
// worth more than all others, so hiding it from a tree costs a lot.
//
// ## Which column mattered?
//
// Each split makes the variance smaller. Add that up for each column, over all trees: this is the
// **impurity importance**, and every library prints it. It costs nothing.
//
// Another way: take one column of homes that the forest has not seen, **permute** its values among the
// homes, and look how much worse the forest gets. If it does not need the column, nothing happens.
//
// ### Exercise 2: permutation importance
//
// Write `importance(predict, x, y, column, order)`: the RMSE with that column permuted, less the RMSE as
// it is. `order` says where the values come from: home $i$ gets the value of home `order[i]`, in this
// column only. `rmse(guesses, y)` is there. Leave `x` as it was.

// %% exercise="importance"
type Predict = (x: number[][]) => ArrayLike<number>;
type Importance = (predict: Predict, x: number[][], y: number[], column: number,
  order: ArrayLike<number>) => number;
let importance: Importance = todo();
// --- solution
importance = (predict, x, y, column, order) => {
  const mixed = x.map((row, i) =>
    row.map((value, j) => (j === column ? x[order[i]][column] : value)));
  return rmse(predict(mixed), y) - rmse(predict(x), y);
};
// --- end

// %% tags=["test-wrong"] exercise="importance"
importance = (predict, x, y, column, order) => {
  const mixed = x.map((_, i) => x[order[i]]);
  return rmse(predict(mixed), y) - rmse(predict(x), y);
};

// %% tags=["test-wrong"] exercise="importance"
importance = (predict, x, y, column, order) => {
  const before = rmse(predict(x), y);
  const values = x.map((row) => row[column]);
  x.forEach((row, i) => (row[column] = values[order[i]]));
  return rmse(predict(x), y) - before;
};

// %% tags=["test-wrong"] exercise="importance"
importance = (predict, x, y, column) => {
  const without = x.map((row) => row.map((value, j) => (j === column ? 0 : value)));
  return rmse(predict(without), y) - rmse(predict(x), y);
};

// %% tags=["check"] exercise="importance"
await check("importance", importance);

// %% [markdown]
// The library's `permutationImportance` does the same, five times a column. The oracle: with permutations
// of our own, do we get what it gets, within its own scatter?

// %%
const scored = { scoring: "negRootMeanSquaredError", nRepeats: 5, randomState: 51 } as const;
const unseen = permutationImportance(forest, xTest, yTest, scored);
const own = names.map((_, column) => meanOf(Array.from({ length: 5 }, (_, r) => {
  const order = new Random(100 * r + column).permutation(xTest.length);
  const mixed = xTest.map((row, i) =>
    row.map((value, j) => (j === column ? xTest[order[i]][column] : value)));
  return rmse(forest.predict(mixed), yTest) - rmse(forest.predict(xTest), yTest);
})));
const farthest = own.map((value, j) => Math.abs(value - unseen.importancesMean[j]));
const at = farthest.indexOf(Math.max(...farthest));
console.log(`farthest apart: ${names[at]}, ${own[at].toFixed(1)} and`,
  `${unseen.importancesMean[at].toFixed(1)} k€ (scatter ${unseen.importancesStd[at].toFixed(1)})`);

// %% [markdown]
// ### Exercise 3: the lottery ticket
//
// A colleague measures permutation importance too. The lottery ticket gets more than 5 k€, in
// every repeat, although a ticket cannot make a home dear. The code is the one above and has no fault,
// only the call looks different: `permutationImportance(forest, x, y, scored)`. What happened?
//
// - `"chance"`: five repeats are too few
// - `"real"`: tickets and prices hang together in our table
// - `"memory"`: these are the homes that the forest has learned from
// - `"columns"`: 4 columns a question are too few, so that the ticket comes too often

// %% exercise="ticket"
let ticket: "chance" | "real" | "memory" | "columns" = todo();
// --- solution
ticket = "memory";
// --- end

// %% tags=["test-wrong"] exercise="ticket"
ticket = "chance";

// %% tags=["test-wrong"] exercise="ticket"
ticket = "columns";

// %% tags=["test-wrong"] exercise="ticket"
ticket = "real";

// %% tags=["check"] exercise="ticket"
await check("ticket", ticket);

// %%
const seen = permutationImportance(forest, x, y, { ...scored, nRepeats: 2 });
const three = names.map((name, j) => ({ name, impurity: forest.featureImportances_[j],
  "permuted, seen": seen.importancesMean[j], "permuted, unseen": unseen.importancesMean[j] }));
plot.grid([
  plot.featureImportance(Object.fromEntries(three.map((row) => [row.name, row.impurity])),
    { title: "Impurity", xTitle: "Share of all gains", width: 200 }),
  plot.featureImportance(
    Object.fromEntries(names.map((name, j) => [name, unseen.importances.row(j)])),
    { title: "Permuted, unseen homes", xTitle: "RMSE grows by (k€)", width: 200 }),
])

// %%
const chosen = ["area", "condition", "bathrooms", "energy", "ticket"];
three.filter(({ name }) => chosen.includes(name))

// %% [markdown]
// *Left: the ticket stands above the energy class. Right: it is worth nothing, as it should be.*
//
// Impurity gives the ticket 0.016, more than the energy class with 0.015; but the energy class is part of
// the price, the ticket is not. A column with thousands of values has thousands of thresholds, and deep
// in a tree, where few homes are left, one of them always fits by luck.
//
// Permuted on homes that the forest has seen, the ticket still gets 5.6 k€: the luck was learned. On
// unseen homes it gets 0.4, and the energy class 2.2. So the rule of the day: **permute, on unseen homes,
// and put a ticket of your own among the columns.** What is not above the ticket tells you nothing.
//
// ## An honest failure
//
// Now the area twice: once in square metres, once in square feet. The same information, in two columns.
// What will the permutation importance of the area be?

// %%
const twin = (rows: number[][]) => rows.map((row) => [...row, row[0] * 10.764]);
const twins = new RandomForestRegressor({ nEstimators: 60, maxFeatures: 4, randomState: 51 })
  .fit(twin(x), y);
const halved = permutationImportance(twins, twin(xTest), yTest, scored).importancesMean;
console.log(`test RMSE: ${rmse(twins.predict(twin(xTest)), yTest).toFixed(1)} k€`);
console.log(`area alone: ${unseen.importancesMean[0].toFixed(1)} k€`);
console.log(`area with a twin: ${halved[0].toFixed(1)} k€, the twin: ${halved[13].toFixed(1)} k€`);

// %% [markdown]
// The forest is as good as before: 82.4 k€. But the area has lost half of its importance to its twin: 34.0
// and 42.6 instead of 74.3. If you permute one, the trees still read the other. With ten twins each
// would look useless. The number of rooms is half a twin already.
//
// And a second limit. Train with homes up to 150 m² only, and ask for the larger ones:

// %%
const small = [...y.keys()].filter((i) => x[i][0] <= 150);
const [xSmall, ySmall] = [small.map((i) => x[i]), small.map((i) => y[i])];
const large = [...yTest.keys()].filter((i) => xTest[i][0] > 150);
const [xLarge, yLarge] = [large.map((i) => xTest[i]), large.map((i) => yTest[i])];
const shortSighted = new RandomForestRegressor({ nEstimators: 60, maxFeatures: 4, randomState: 51 })
  .fit(xSmall, ySmall).predict(xLarge);
const straight = new LinearRegression().fit(xSmall, ySmall).predict(xLarge);
console.log(`${large.length} larger homes, mean price ${meanOf(yLarge).toFixed(0)} k€`);
console.log(`forest: mean guess ${meanOf(shortSighted).toFixed(0)}, RMSE`,
  rmse(shortSighted, yLarge).toFixed(0));
console.log(`line:   mean guess ${meanOf(straight).toFixed(0)}, RMSE`,
  rmse(straight, yLarge).toFixed(0));

// %% [markdown]
// The forest guesses 547 k€ on average, 137 too low. It has hardly seen such prices, and a mean of prices
// that it has seen cannot be above all of them. A line goes on rising: 646. Trees fill in, they do not
// reach out.

// %% [markdown]
// ## What you reached
//
// Your out-of-bag error is an honest guess of the test error, without a test set. Is it?

// %% tags=["outcome"]
outcome("test-rmse", rmse(forest.predict(xTest), yTest), { atMost: 99 });
outcome("ticket-importance", Math.abs(unseen.importancesMean[12]), { atMost: 0.7 });
const mine = passed() < 3 ? undefined : outOfBag(guesses, trees.map(({ inBag }) => inBag));
const ourTest = rmse(results[4][1], yTest);
const gap = mine ? Math.abs(rmse(mine, y) / ourTest - 1) : NaN;
outcome("out-of-bag-gap", gap, { atMost: 0.19, pendingUntilChecked: true });

// %% [markdown]
// ## Summary
//
// 1. A forest is the mean of trees that differ: other homes (bootstrap), other columns (`maxFeatures`).
// 2. Error of the mean = mean error − how much the trees differ. Exactly, for every home.
// 3. Homes out of bag are a test set for free.
// 4. Impurity importance likes columns with many values, even a lottery ticket.
// 5. Permute on unseen homes. Columns that say the same share the credit; none of it is a cause.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. All 60 trees are the same. What does the law say about their mean?
//    <details><summary>Answer</summary>They differ by 0, so the mean is as bad as each of them.</details>
// 2. Can 1 000 trees overfit more than 100, on the same data?
//    <details><summary>Answer</summary>No. More trees only make the mean steadier. Deep trees overfit, their number does not.</details>
// 3. Why is the out-of-bag error of tree number 7 not measured with all 60 trees?
//    <details><summary>Answer</summary>A home must be judged only by trees that have not seen it.</details>
// 4. Two columns have no importance each. May you drop both?
//    <details><summary>Answer</summary>Not both at once: they may be twins. Drop one, and measure again.</details>
// 5. Does a high importance of the condition say that a repair will pay?
//    <details><summary>Answer</summary>No. It says that the forest uses the column, not what would happen if you changed it.</details>

// %% [markdown]
// ## Going further
//
// - Leo Breiman, *Random Forests*, 2001: both importances are in it.
// - Carolin Strobl and others, *Bias in random forest variable importance measures*, 2007: the lottery
//   ticket, in earnest.
//
// Tomorrow: trees that do not vote, but mend each other's mistakes.
