// %% [header] minutes=35
// A correlation is one number for a cloud of points. Today you learn what it sees, what it does not see,
// and how it can be 0.74, 0.85 and −0.36 for the same question.

// %% [markdown]
// ## Why this matters
//
// "X correlates with Y" stands in every report. It is the first thing one computes about two columns, and
// the first thing that goes wrong: by a few bad rows, by a curve, by groups that were mixed.
//
// The question of the day: **are larger homes dearer?** Everybody knows the answer. You will find three
// different ones in the same table, all computed correctly.

// %% tags=["setup"]
import { generate } from "daylab/datasets";
import { correlationMatrix, line, mapScatter, scatter } from "daylab/plot";
import { lesson, todo } from "daylab/check";

const { check, hint, solution, outcome, passed } = await lesson("day-015");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | Homes sold in a made-up city, corrected after Day 14 |
// | **Source** | `generate.housing({ rows: 2000, seed: 14, outliers: 0 })`: made by a seeded generator, so the truth behind each price is known |
// | **Size** | 2 000 sales from 2019 to 2023, 14 columns |
// | **Units** | price in euros, area and garden in square metres (m²), distance to the centre in kilometres (km), place in degrees |
// | **Missing** | 5 to 7 % of `bathrooms`, `built`, `condition` and `energy`; the year and the energy class more often where the home is old or the class bad |
// | **Licence** | made by Daylab: free for any use |
//
// We add one column: `unit`, the price of a square metre.

// %%
const sold = generate.housing({ rows: 2000, seed: 14, outliers: 0 }).data;
const homes = sold.assign({ unit: ({ price, area }) => price.div(area) });
homes.select(["district", "distance", "area", "price", "unit"]).head(3)

// %% [markdown]
// ## A map first
//
// The table has degrees, so it can be drawn as a map. (The city lies in the North Sea, where there is
// none.) **Predict: the dearer a home, the lighter its point. What will you see: rings around the centre,
// patches, or a muddle?**

// %%
mapScatter(homes, {
  color: "price",
  colorTitle: "Price (€)",
  projection: "mercator",
  graticule: false,
  maxPoints: 700,
  width: 420,
  height: 400,
})

// %% [markdown]
// *A muddle of dark points. A few very dear homes take the light end of the scale for themselves;
// otherwise dear and cheap homes stand side by side, because large and small ones do.*
//
// A price mixes two things: where the home is, and how large. Divide by the area, and look again.

// %%
mapScatter(homes, {
  color: "unit",
  colorTitle: "Price of a square metre (€)",
  projection: "mercator",
  graticule: false,
  maxPoints: 700,
  width: 420,
  height: 400,
})

// %% [markdown]
// *Patches. The lightest is the Harbour, left of the middle; then the Old Town in the middle. Towards the
// lower left, Mill Park is the darkest.*
//
// A map asks nothing of you, and shows what no list of numbers would: the dearest place is **not** the
// centre.
//
// ## One number for a cloud
//
// You met the **correlation** $r$ on Day 1. With $\mu_x$ and $\mu_y$ for the means of two columns:
//
// $$r = \frac{\sum_i (x_i - \mu_x)(y_i - \mu_y)}
// {\sqrt{\sum_i (x_i - \mu_x)^2 \; \sum_i (y_i - \mu_y)^2}}$$
//
// Above the line: do both lie on the same side of their mean? Below the line: a scale, so that $r$ stays
// between −1 and 1. It is Karl Pearson's, so it carries his name.

// %%
const average = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
function pearson(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [average(x), average(y)];
  const dot = (a: readonly number[], b: readonly number[]) =>
    average(a.map((value, i) => value * b[i]));
  const [dx, dy] = [x.map((value) => value - mx), y.map((value) => value - my)];
  return dot(dx, dy) / Math.sqrt(dot(dx, dx) * dot(dy, dy));
}

// %% [markdown]
// Four columns have holes. A correlation of two columns takes the rows where **both** are known.

// %%
const numeric = ["area", "rooms", "bathrooms", "garden", "distance", "built"] as const;
type Name = (typeof numeric)[number] | "price" | "unit";

function both(a: Name, b: Name, table = homes): [number[], number[]] {
  const [x, y] = [table.column(a).values, table.column(b).values];
  const rows = [...x.keys()].filter((i) => x[i] !== null && y[i] !== null);
  return [rows.map((i) => Number(x[i])), rows.map((i) => Number(y[i]))];
}
const r = (a: Name, b: Name, table = homes) => pearson(...both(a, b, table));
`price and area: r = ${r("area", "price").toFixed(3)}`

// %% [markdown]
// The first answer is 0.74: larger homes are dearer. The oracle is the frame's `corr`, tested against pandas.

// %%
const gaps = numeric.map((name) =>
  Math.abs(r(name, "price") - homes.column(name).corr(homes.column("price"))));
const pearsonGap = Math.max(...gaps);
`largest difference: ${pearsonGap}`

// %% [markdown]
// ## Ranks instead of values
//
// There is a second correlation, Charles Spearman's $\rho$ ("rho"). It forgets how large the values are,
// and keeps their order only: replace each value by its **rank** (1 for the smallest), then compute
// Pearson's $r$ of the ranks. Equal values share the mean of their ranks: 5, 8, 8, 9 have the ranks
// 1, 2.5, 2.5, 4.
//
// ### Exercise 1: Spearman
//
// Write `spearman(x, y)`. `pearson` is there for you.

// %% exercise="spearman"
let spearman: (x: readonly number[], y: readonly number[]) => number = todo();
// --- solution
const ranks = (values: readonly number[]): number[] => {
  const order = [...values.keys()].sort((i, j) => values[i] - values[j]);
  const places = new Map<number, number[]>();
  order.forEach((i, place) =>
    places.set(values[i], [...(places.get(values[i]) ?? []), place + 1]));
  return values.map((value) => average(places.get(value) ?? []));
};
spearman = (x, y) => pearson(ranks(x), ranks(y));
// --- end

// %% tags=["test-wrong"] exercise="spearman"
spearman = (x, y) => {
  const ranks = (values: readonly number[]) => {
    const order = [...values.keys()].sort((i, j) => values[i] - values[j]);
    return values.map((_, i) => order.indexOf(i) + 1);
  };
  return pearson(ranks(x), ranks(y));
};

// %% tags=["test-wrong"] exercise="spearman"
spearman = (x, y) => {
  const order = (values: readonly number[]) =>
    [...values.keys()].sort((i, j) => values[i] - values[j]);
  return pearson(order(x), order(y));
};

// %% tags=["test-wrong"] exercise="spearman"
spearman = (x, y) => {
  const ranks = (values: readonly number[]) => {
    const sorted = [...values].sort();
    return values.map((v) => (sorted.indexOf(v) + sorted.lastIndexOf(v)) / 2);
  };
  return pearson(ranks(x), ranks(y));
};

// %% tags=["check"] exercise="spearman"
await check("spearman", spearman);

// %% [markdown]
// Why would one throw values away? Here is a reason.
//
// ## Predict first
//
// On Day 14 the registry's table had eighteen wrong rows among 2 000: ten prices with a digit too many,
// eight areas in square feet. In the corrected table, price and area have Pearson's $r = 0.74$ and
// Spearman's $\rho = 0.75$.
//
// ### Exercise 2: eighteen rows
//
// **What are both in the table with the slips?** Write your guesses. Within 0.2 is right.

// %% exercise="slips"
let guess: { pearson: number; spearman: number } = todo();
// --- solution
guess = { pearson: 0.25, spearman: 0.74 };
// --- end

// %% tags=["test-wrong"] exercise="slips"
guess = { pearson: 0.72, spearman: 0.73 };

// %% tags=["test-wrong"] exercise="slips"
guess = { pearson: 0.3, spearman: 0.3 };

// %% tags=["test-wrong"] exercise="slips"
guess = { pearson: -0.2, spearman: 0.75 };

// %% tags=["check"] exercise="slips"
await check("slips", guess);

// %%
const same = { rows: 2000, seed: 14, cap: 850_000 };
const tables = {
  "slips and cap, as published": generate.housing(same).data,
  "cap only": generate.housing({ ...same, outliers: 0 }).data,
  corrected: sold,
};
Object.entries(tables).map(([table, { cols }]) => ({
  table,
  pearson: cols.area.corr(cols.price),
  spearman: cols.area.corr(cols.price, { method: "spearman" }),
}))

// %% [markdown]
// *Less than one row in a hundred takes Pearson's r from 0.75 to 0.24. Spearman's $\rho$ moves by 0.01. The cap
// is innocent.*
//
// A price that is ten times too large lies far from the mean, and its product counts for hundreds of
// honest rows. Its rank is the last one, and no more. If the two differ much, look at the cloud before you
// believe either.
//
// ## All pairs
//
// A **correlation matrix** shows every pair at once.

// %%
correlationMatrix(homes, { columns: [...numeric, "price", "unit"] })

// %% [markdown]
// *Area and rooms nearly say the same, 0.95. With the price, area is first. With the price of a square metre,
// distance is: −0.49. The year of building has nothing to do with anything.*
//
// ### Exercise 3: rank the features
//
// Write `rankFeatures(columns, target)`. `columns` holds, for each name, a list of values, some of them
// `null`; `target` is a list without holes. Return the names, the strongest Pearson correlation with the
// target first, whatever its sign. A pair with a hole does not count.

// %% exercise="rank"
type Columns = Record<string, readonly (number | null)[]>;
let rankFeatures: (columns: Columns, target: readonly number[]) => string[] = todo();
// --- solution
rankFeatures = (columns, target) => {
  const strength = (values: readonly (number | null)[]) => {
    const known = [...values.keys()].filter((i) => values[i] !== null);
    return Math.abs(pearson(known.map((i) => Number(values[i])), known.map((i) => target[i])));
  };
  return Object.keys(columns).sort((a, b) => strength(columns[b]) - strength(columns[a]));
};
// --- end

// %% tags=["test-wrong"] exercise="rank"
rankFeatures = (columns, target) => {
  const strength = (values: readonly (number | null)[]) => {
    const known = [...values.keys()].filter((i) => values[i] !== null);
    return pearson(known.map((i) => Number(values[i])), known.map((i) => target[i]));
  };
  return Object.keys(columns).sort((a, b) => strength(columns[b]) - strength(columns[a]));
};

// %% tags=["test-wrong"] exercise="rank"
rankFeatures = (columns, target) => {
  const strength = (values: readonly (number | null)[]) =>
    Math.abs(pearson(values.map(Number), target));
  return Object.keys(columns).sort((a, b) => strength(columns[b]) - strength(columns[a]));
};

// %% tags=["test-wrong"] exercise="rank"
rankFeatures = (columns, target) => {
  const strength = (values: readonly (number | null)[]) =>
    Math.abs(pearson(values.filter((v) => v !== null), target.slice(0, values.length)));
  return Object.keys(columns).sort((a, b) => strength(columns[b]) - strength(columns[a]));
};

// %% tags=["check"] exercise="rank"
await check("rank", rankFeatures);

// %% [markdown]
// ## What $r$ does not see
//
// The year of building and the price of a square metre: $r = -0.05$. So the year does not matter? **Predict
// the curve: the median price of a square metre, decade by decade.**

// %%
const decades = homes
  .assign({ decade: ({ built }) => built.sub(built.mod(10)) })
  .groupby("decade")
  .agg({ unit: ["median", "count"] })
  .filter(({ unit_count }) => unit_count.ge(30));
line(decades, {
  x: "decade",
  y: "unit_median",
  xTitle: "Decade in which the home was built",
  yTitle: "Median price of a square metre (€)",
})

// %% [markdown]
// *From 4 926 € down to 2 833 € in the 1960s, and up to 5 566 €: a valley, and its correlation is −0.05.*
//
// The year nearly doubles the price. But half of the time it falls with the year and half of the time it
// rises, and the products cancel. **Pearson's $r$ measures how well a straight line fits. It is no measure
// of "has to do with".** Spearman is no help here: it wants a curve that only rises or only falls.
//
// ## The second and the third answer
//
// Back to the question of the day. A newspaper has no table of 2 000 homes. It has the means of six
// districts.

// %%
const districts = homes.groupby("district").agg({ area: ["mean"], price: ["mean"] });
scatter(districts, {
  x: "area_mean",
  y: "price_mean",
  color: "district",
  opacity: 1,
  xTitle: "Mean area (m²)",
  yTitle: "Mean price (€)",
  colorTitle: "District",
})

// %%
const [meanAreas, meanPrices] = [districts.column("area_mean"), districts.column("price_mean")];
`six districts: r = ${meanAreas.corr(meanPrices).toFixed(3)}`

// %% [markdown]
// *Six points that fall from the upper left, if at all. Where homes are larger, the mean price is lower.*
//
// "Larger homes are cheaper", writes the newspaper. **And inside a district: what will $r$ be there?**

// %%
scatter(homes, {
  x: "area",
  y: "price",
  facet: "district",
  maxPoints: 900,
  opacity: 0.4,
  width: 180,
  height: 130,
  xTitle: "Area (m²)",
  yTitle: "Price (€)",
})

// %%
const names = [...homes.column("district").unique().values];
names.map((name) => ({
  district: name,
  r: r("area", "price", homes.filter(({ district }) => district.eq(name))),
}))

// %% [markdown]
// *Six clouds, and each rises steeply: r is between 0.83 and 0.90.*
//
// This is Simpson's paradox again, which you met among penguins on Day 9. Space is dear in the Harbour and
// the Old Town, so people buy less of it there. **Between** districts, large goes with cheap. **Within** a
// district, large goes with dear. To conclude from districts about homes has a name of its own: the
// *ecological fallacy*.
//
// ### Exercise 4: take it apart
//
// Write `levels(x, y, groups)`. It returns three correlations:
//
// - `all`: of all rows;
// - `between`: of the means of the groups, one point a group;
// - `within`: of what is left of each row when the mean of its group is taken off, in `x` and in `y`.

// %% exercise="levels"
interface Levels { all: number; between: number; within: number }
type Numbers = readonly number[];
let levels: (x: Numbers, y: Numbers, groups: readonly string[]) => Levels = todo();
// --- solution
levels = (x, y, groups) => {
  const names = [...new Set(groups)];
  const means = (values: Numbers) =>
    new Map(names.map((name) => [name, average(values.filter((_, i) => groups[i] === name))]));
  const left = (values: Numbers, of: Map<string, number>) =>
    values.map((value, i) => value - (of.get(groups[i]) ?? NaN));
  const [mx, my] = [means(x), means(y)];
  return {
    all: pearson(x, y),
    between: pearson([...mx.values()], [...my.values()]),
    within: pearson(left(x, mx), left(y, my)),
  };
};
// --- end

// %% tags=["test-wrong"] exercise="levels"
levels = (x, y, groups) => {
  const of = (values: Numbers) => values.map((_, i) =>
    average(values.filter((_, j) => groups[j] === groups[i])));
  const [mx, my] = [of(x), of(y)];
  const left = (values: Numbers, means: Numbers) => values.map((value, i) => value - means[i]);
  const within = pearson(left(x, mx), left(y, my));
  return { all: pearson(x, y), between: pearson(mx, my), within };
};

// %% tags=["test-wrong"] exercise="levels"
levels = (x, y, groups) => {
  const names = [...new Set(groups)];
  const pick = (values: Numbers, name: string) => values.filter((_, i) => groups[i] === name);
  const each = names.map((name) => pearson(pick(x, name), pick(y, name)));
  const means = (values: Numbers) => names.map((name) => average(pick(values, name)));
  return { all: pearson(x, y), between: pearson(means(x), means(y)), within: average(each) };
};

// %% tags=["test-wrong"] exercise="levels"
levels = (x, y, groups) => {
  const names = [...new Set(groups)];
  const means = (values: Numbers) =>
    names.map((name) => average(values.filter((_, i) => groups[i] === name)));
  const [mx, my] = [means(x), means(y)];
  const left = x.map((value, i) => value - mx[names.indexOf(groups[i])]);
  return { all: pearson(x, y), between: pearson(mx, my), within: pearson(left, y) };
};

// %% tags=["check"] exercise="levels"
await check("levels", levels);

// %% [markdown]
// The lesson's own numbers, by the frame's `groupby`: for the area, and for the garden.

// %%
const byDistrict = homes.groupby("district");
const three = (["area", "garden", "rooms"] as const).map((name) => {
  const means = byDistrict.agg({ [name]: ["mean"], price: ["mean"] });
  const [x, y] = [means.column(`${name}_mean`), means.column("price_mean")];
  const rest = (column: typeof name | "price") =>
    homes.column(column).sub(byDistrict.transform("mean").column(column));
  return {
    column: name,
    all: homes.column(name).corr(homes.column("price")),
    between: x.corr(y),
    within: rest(name).corr(rest("price")),
  };
});
three

// %% [markdown]
// Area, garden, rooms: each time positive over all, negative between districts, and more positive within.
// Which one is right? Ask what the question is. A family that looks for one room more in *its* district:
// within. A city that compares districts: between.
//
// ## Age or place?
//
// Day 14 left a question open. Homes built before 1920 are dearer per square metre, against what we thought.
// Is it the age, or the place? Compare old homes and others overall, and then inside the Old Town alone.

// %%
const dated = homes.dropNa({ subset: ["built"] });
function oldAgainstOthers(table: typeof dated) {
  const old = table.filter(({ built }) => built.lt(1920)).column("unit").median();
  const others = table.filter(({ built }) => built.ge(1920)).column("unit").median();
  return { old, others, "old dearer by (%)": 100 * (old / others - 1) };
}
const places = {
  "whole city": dated,
  "Old Town": dated.filter(({ district }) => district.eq("Old Town")),
};
Object.entries(places).map(([where, table]) => ({ where, ...oldAgainstOthers(table) }))

// %% [markdown]
// Over the whole city old homes are dearer by 38 %. Among neighbours 4 % are left. It was the place.
//
// ## A limit
//
// How sure is the −0.36 of the newspaper? It comes from six points. Leave one district out, each in turn:

// %%
const leftOut = names.map((name) => {
  const rest = districts.filter(({ district }) => district.ne(name));
  return { "left out": name, r: rest.column("area_mean").corr(rest.column("price_mean")) };
});
leftOut

// %% [markdown]
// From −0.21 to −0.62. And by chance alone? Deal the six prices out to the six areas in every possible
// order: there are $6! = 720$. How often is $r$ as far from 0 as ours?

// %%
function orders(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((value, i) =>
    orders(values.filter((_, j) => j !== i)).map((rest) => [value, ...rest]));
}
const seen = Math.abs(three[0].between);
const dealt = orders(meanPrices.values.map(Number)).map((prices) =>
  Math.abs(pearson(meanAreas.values.map(Number), prices)));
const asFar = dealt.filter((value) => value >= seen - 1e-12).length;
`${asFar} of ${dealt.length} orders, ${(100 * asFar / dealt.length).toFixed(0)} %`

// %% [markdown]
// About half! Six points can show almost any correlation by chance. So the newspaper was wrong twice: it
// asked districts about homes, and it asked six of them.
//
// And a limit of all three numbers: none of them says what would happen if you *built on*. A correlation
// describes the homes that were sold. It is no promise about a change.

// %% [markdown]
// ## What you reached

// %% tags=["outcome"]
const done = passed() === 4;
const target = homes.column("price").values.map(Number);
const table = Object.fromEntries(numeric.map((name) => [name, homes.column(name).values]));
const ranked = done ? rankFeatures(table, target) : [];
const [x, y] = both("area", "price");
const rho = homes.column("area").corr(homes.column("price"), { method: "spearman" });
const off = done ? Math.max(pearsonGap, Math.abs(spearman(x, y) - rho)) : NaN;
const apart = done ? levels(x, y, homes.column("district").values.map(String)).between : NaN;

outcome("difference-to-the-frame", off, { atMost: 1e-9, pendingUntilChecked: true });
outcome("area-is-first", Number(ranked[0] === "area"), { equals: 1, pendingUntilChecked: true });
outcome("r-between-districts", apart, { atMost: -0.25, pendingUntilChecked: true });

// %% [markdown]
// ## Summary
//
// 1. Draw a map where there are places; divide out what you know (here the area) before you colour it.
// 2. Pearson's $r$ says how well a straight line fits. A valley has $r$ near 0.
// 3. Spearman's $\rho$ works on ranks: eighteen wrong rows took $r$ from 0.74 to 0.24 and $\rho$ from 0.75 to 0.74.
// 4. A correlation between groups can have the other sign than the one within them.
// 5. From six points almost any correlation can come by chance.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. Two columns have $r = 0$. Do they have nothing to do with each other?
//    <details><summary>Answer</summary>They have no straight line in common. They may lie on a valley or a circle.</details>
// 2. What is Spearman's correlation of 1, 2, 3, 4 and 1, 10, 100, 1 000?
//    <details><summary>Answer</summary>1. The order is the same.</details>
// 3. Pearson says 0.3, Spearman 0.8. What do you do first?
//    <details><summary>Answer</summary>Draw the cloud: a few extreme rows, or a curve that rises.</details>
// 4. Countries that eat more chocolate have more Nobel prizes. Should you eat more?
//    <details><summary>Answer</summary>That is a correlation between countries. It says nothing about people within one, nor about eating more.</details>
// 5. Why did old homes seem to be dearer?
//    <details><summary>Answer</summary>They stand in a dear district. Beside their neighbours they are hardly dearer.</details>

// %% [markdown]
// ## Going further
//
// - F. J. Anscombe, *Graphs in Statistical Analysis*, 1973: four clouds with the same correlation, and why
//   to draw them.
// - W. S. Robinson, *Ecological Correlations and the Behavior of Individuals*, 1950: the fallacy, with
//   states and people.
//
// Tomorrow: columns with a long tail, and what a logarithm does to them.
