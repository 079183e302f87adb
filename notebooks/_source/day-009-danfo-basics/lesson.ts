// %% [header] minutes=25
// A dataframe is a table that knows the type of each of its columns. Nearly every project in this
// course starts with one.

// %% [markdown]
// ## Why this matters
//
// Real data come as tables, and real tables have holes. A value that is missing can bend an average
// without anyone noticing. Today you load a real table, ask it questions, and see one wrong answer
// being made.
//
// The question of the day: **which penguin has the deeper bill: the one with the longer bill, or the
// one with the shorter?** You will give two answers, and both will be right.

// %% tags=["setup"]
import { info, load } from "daylab/datasets";
import { readCSV, type DataFrame } from "daylab/frame";
import { bar, scatter } from "daylab/plot";
import { lesson, todo } from "daylab/check";

const { check, hint, solution, outcome } = await lesson("day-009");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | Palmer penguins |
// | **Source** | K. Gorman and the Palmer Station long-term research programme, Antarctica, 2007–2009 |
// | **Size** | 344 birds, 7 columns |
// | **Units** | lengths in millimetres (mm), mass in grams (g) |
// | **Missing** | 2 birds lack every measurement, 11 their sex |
// | **Licence** | CC0: free for any use |
//
// The data are on your disk already. No network is needed.

// %%
const penguins = load("penguins");
penguins

// %% [markdown]
// Each row is one bird. Under each name stands the type of the column. Long tables are cut in the
// middle; nothing is lost.
//
// Every set has its card. Here is what this one says about itself.

// %%
const card = info("penguins");
console.log(card.description);
console.log(card.citation);

// %% [markdown]
// ## Shape, names, types
//
// Three questions come first, for every table you will ever meet. How large is it?

// %%
penguins.shape

// %% [markdown]
// That is `[rows, columns]`. What are the columns called, and what is in them?

// %%
penguins.columns.map((name, i) => ({ name, dtype: penguins.dtypes[i] }))

// %% [markdown]
// A **dtype** is the type of a whole column. `float64` is a number with decimals, `int64` a whole
// number, `string` a text. One column has one dtype. That makes it fast, and it makes mistakes
// visible, as you will see below.
//
// ### Exercise 1: report what you loaded
//
// Fill in a `report`: the number of `rows`, the number of `columns`, the names of the `numeric`
// columns, and how many values are `missing` in the whole table.
//
// `penguins.isNa()` is a table of the same shape, true where a value is missing. `.sum()` counts the
// trues of each column.

// %% exercise="report"
let report: { rows: number; columns: number; numeric: string[]; missing: number } = todo();
// --- solution
const [rows, columns] = penguins.shape;
report = {
  rows,
  columns,
  numeric: penguins.columns.filter((_, i) => penguins.dtypes[i] !== "string"),
  missing: penguins.isNa().sum().sum(),
};
// --- end

// %% tags=["test-wrong"] exercise="report"
report = { rows: 7, columns: 344, numeric: ["body_mass_g"], missing: 19 };

// %% tags=["test-wrong"] exercise="report"
report = { rows: 344, columns: 7, numeric: [...penguins.columns], missing: 19 };

// %% tags=["test-wrong"] exercise="report"
report = {
  rows: 344,
  columns: 7,
  numeric: penguins.columns.filter((_, i) => penguins.dtypes[i] !== "string"),
  missing: penguins.length - penguins.dropNa().length,
};

// %% tags=["check"] exercise="report"
await check("report", report);

// %% [markdown]
// ## First look
//
// `head(4)` shows the first four rows, `tail(4)` the last four. Look at the last
// row of these four. What do you notice?

// %%
penguins.head(4)

// %% [markdown]
// This bird was never measured. A hole in the table is a **missing value**. In TypeScript it is `null`.
//
// `describe` sums up each column of numbers. `std` is the standard deviation, the square root of the
// variance from Day 1. 25 % of the birds lie below the row `25%`; the row `50%` is the median.

// %%
penguins.describe()

// %% [markdown]
// Look at `count`: 342, not 344. The two holes are left out.
//
// ## One column
//
// A single column is a **Series**. It has the same verbs.

// %%
const mass = penguins.column("body_mass_g");
`${mass.count()} birds weigh ${mass.mean().toFixed(2)} g on average`

// %% [markdown]
// ## Predict first
//
// Suppose you do not know `mean()`, and write a loop. `as number` tells TypeScript: "I know better,
// this is a number." But two of the values are `null`.
//
// **Will the loop's answer be too high, too low, or right?** Say it aloud. Then run it.

// %%
let total = 0;
for (const value of mass.values) total += value as number;
const careless = total / mass.length;
careless.toFixed(2)

// %% [markdown]
// Too low, by 24 g. JavaScript adds `null` as 0, so two birds of no weight went into the average. No
// error was shown: `as number` had switched the type checker off.
//
// Here is the mean without the fault. The type checker is on again, and would refuse to add `null`.

// %%
let sum = 0;
let known = 0;
for (const value of mass.values) {
  if (value === null) continue;
  sum += value;
  known += 1;
}
const careful = sum / known;

// %% [markdown]
// The oracle: the frame's own mean, which was tested against the Python library pandas.

// %%
console.log(`careless: off by ${Math.abs(careless - mass.mean()).toFixed(2)} g`);
console.log(`careful:  off by ${Math.abs(careful - mass.mean()).toFixed(2)} g`);

// %% [markdown]
// ## Rows by label, rows by position
//
// A frame numbers its rows from 0. You can give them **labels** of your own. Say each bird wears a
// ring: R0, R1, R2 and so on.

// %%
const ringed = penguins.setIndex({ index: penguins.index.map((i) => `R${String(i)}`) });
ringed.head(3)

// %% [markdown]
// `iloc` chooses by **position**: where a row stands. `loc` chooses by **label**: what it is called.
// Both take `rows` and `columns`, and both know slices: `"0:3"` goes from 0 to 3.
//
// How many rows will each of the two give? They do *not* agree.

// %%
const byPlace = ringed.iloc({ rows: ["0:3"] });
const byRing = ringed.loc({ rows: ["R0:R3"] });
`iloc: ${byPlace.length} rows, loc: ${byRing.length} rows`

// %% [markdown]
// Positions count like array indices: the end is left out. Labels are names: from R0 to R3 means both
// ends, as you would say it aloud.
//
// Now sort by mass, the heaviest first. What happens to the labels?

// %%
const heaviest = ringed.sortValues("body_mass_g", { ascending: false });
heaviest.iloc({ rows: ["0:3"], columns: [0, 5, 6] })

// %% [markdown]
// The labels went with their rows. Position 0 now holds another bird than before, but R237 is still
// R237, wherever it stands.

// %%
const masses = [ringed.at("R237", "body_mass_g"), heaviest.at("R237", "body_mass_g")];
masses

// %% [markdown]
// ### Exercise 2: the same five rows, two ways
//
// Take the birds R100, R101, R102, R103 and R104 out of `ringed`, with the columns `species` and
// `body_mass_g` only. Once with `iloc`, into `byPosition`. Once with `loc`, into `byLabel`.
// `.toRecords()` at the end turns the frame into a list of objects.

// %% exercise="select"
let byPosition: object[] = todo();
let byLabel: object[] = todo();
// --- solution
byPosition = ringed.iloc({ rows: ["100:105"], columns: [0, 5] }).toRecords();
byLabel = ringed.loc({ rows: ["R100:R104"], columns: ["species", "body_mass_g"] }).toRecords();
// --- end

// %% tags=["test-wrong"] exercise="select"
byPosition = ringed.iloc({ rows: ["100:105"], columns: [0, 5] }).toRecords();
byLabel = ringed.loc({ rows: ["R100:R105"], columns: ["species", "body_mass_g"] }).toRecords();

// %% tags=["test-wrong"] exercise="select"
byPosition = ringed.iloc({ rows: ["100:104"], columns: [0, 5] }).toRecords();
byLabel = ringed.loc({ rows: ["R100:R104"], columns: ["species", "body_mass_g"] }).toRecords();

// %% tags=["check"] exercise="select"
await check("select", { byPosition, byLabel });

// %% [markdown]
// ## Rows that fulfil a condition
//
// `filter` keeps the rows for which a condition holds. `gt` is "greater than", `ge` "greater or
// equal", `eq` "equal".

// %%
penguins.filter(({ body_mass_g }) => body_mass_g.ge(6000))

// %% [markdown]
// Four giants. All are male, all are Gentoo.
//
// ## Read your own file
//
// A table often comes as a CSV file: plain text, one line a row, commas between the cells (CSV stands
// for comma-separated values). We write a small one first. Someone noted `?` where the scales failed.

// %%
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const file = join(tmpdir(), "daylab-field-notes.csv");
writeFileSync(file, "nest,mass_g\n1,3800\n2,?\n3,4150\n4,3675\n");

const notes = await readCSV(file);
notes

// %% [markdown]
// Look at the dtype of `mass_g`. Numbers, one would think. What did one `?` do?

// %%
notes.columns.map((name, i) => `${name}: ${notes.dtypes[i]}`)

// %% [markdown]
// One column has one dtype. `?` is no number, so the whole column became text. The mean of texts does
// not exist:

// %% tags=["raises-exception"]
notes.column("mass_g").mean()

// %% [markdown]
// ### Exercise 3: repair the column
//
// Read the file again, into `repaired`, so that `mass_g` holds numbers and the unknown mass is
// missing. No row may get lost. The option `naValues` of `readCSV` takes a list of texts that mean
// "missing" (`na` stands for "not available").

// %% exercise="repair"
type Notes = { nest: number; mass_g: number | null };

let repaired: DataFrame<Notes> = todo();
// --- solution
repaired = await readCSV(file, { naValues: ["?"] });
// --- end

// %% tags=["test-wrong"] exercise="repair"
repaired = await readCSV(file);

// %% tags=["test-wrong"] exercise="repair"
repaired = (await readCSV<Notes>(file, { naValues: ["?"] })).iloc({ rows: ["0:1", "2:4"] });

// %% tags=["test-wrong"] exercise="repair"
repaired = (await readCSV<Notes>(file, { naValues: ["?"] })).fillNa(0);

// %% tags=["check"] exercise="repair"
await check("repair", repaired);

// %% [markdown]
// ## What to do about holes
//
// There are two simple ways. `dropNa` drops every row with a hole. `fillNa` puts a value in. Each has
// its price.

// %%
const ways = {
  "leave it": penguins,
  dropNa: penguins.dropNa(),
  "fillNa with the median": penguins.fillNa({ body_mass_g: mass.median() }),
};
Object.entries(ways).map(([way, frame]) => ({
  way,
  birds: frame.length,
  meanMass: frame.column("body_mass_g").mean(),
}))

// %% [markdown]
// `dropNa` threw away 11 birds, nine of them only because their sex was not known. `fillNa` invented
// two weights. Neither is free; Day 13 is about choosing well.
//
// ## Split, apply, combine
//
// Which species is the heaviest? Three steps: **split** the birds by species, **apply** the mean to
// each group, **combine** the results into a small table. First by hand.

// %%
const groups = new Map<string, number[]>();
for (const { species, body_mass_g } of penguins.toRecords()) {
  if (body_mass_g === null) continue;
  groups.set(species, [...(groups.get(species) ?? []), body_mass_g]);
}

const byHand = [...groups].map(([species, masses]) => ({
  species,
  mean: masses.reduce((a, b) => a + b, 0) / masses.length,
}));
byHand

// %% [markdown]
// And with the frame, in one line. The oracle below prints the largest difference between the two.

// %%
const meanMass = penguins.groupby("species").agg({ body_mass_g: ["mean", "count"] });
meanMass

// %%
const gaps = byHand.map(({ species, mean }) => {
  const row = meanMass.toRecords().find((each) => each.species === species);
  return Math.abs(mean - (row?.body_mass_g_mean ?? NaN));
});
`largest difference: ${Math.max(...gaps)} g`

// %%
bar(meanMass, {
  x: "species",
  y: "body_mass_g_mean",
  xTitle: "Species",
  yTitle: "Mean body mass (g)",
})

// %% [markdown]
// *Gentoo penguins weigh about 5.1 kg, the other two species about 3.7 kg.*
//
// ## The question of the day
//
// Do longer bills go with deeper bills? The correlation $r$ from Day 1 gives a first answer, over all
// birds.

// %%
const { bill_length_mm: length, bill_depth_mm: depth } = penguins.cols;
length.corr(depth).toFixed(2)

// %% [markdown]
// Negative: **longer bills are less deep.** Now predict: inside *one* species, will $r$ be negative,
// zero or positive?

// %%
scatter(penguins, {
  x: "bill_length_mm",
  y: "bill_depth_mm",
  color: "species",
  xTitle: "Bill length (mm)",
  yTitle: "Bill depth (mm)",
  colorTitle: "Species",
})

// %%
const names = ["Adelie", "Chinstrap", "Gentoo"] as const;
names.map((name) => {
  const own = penguins.filter(({ species }) => species.eq(name)).cols;
  return { species: name, r: own.bill_length_mm.corr(own.bill_depth_mm) };
})

// %% [markdown]
// *Each species is a cloud that rises. The Gentoo cloud lies lower and further right, and pulls the
// overall trend down.*
//
// Positive, three times: **inside a species, longer bills are deeper.** Both answers are right. They
// answer different questions. This is called Simpson's paradox: a trend can turn round when groups are
// mixed. A table of averages would never have told you.
//
// **A limit.** The frame computed everything right, and would still have misled us. No software knows
// which groups matter. You have to ask.

// %% [markdown]
// ## What you reached
//
// The table has the size it should have, and every column its type.

// %% tags=["outcome"]
const expected = ["string", "string", "float64", "float64", "int64", "int64", "string"];
const right = penguins.dtypes.filter((dtype, i) => dtype === expected[i]);

outcome("rows", penguins.shape[0], { equals: 344 });
outcome("columns", penguins.shape[1], { equals: 7 });
outcome("right-dtypes", right.length, { equals: 7 });

// %% [markdown]
// ## Summary
//
// 1. Shape, names and dtypes come first; `describe` and `head` next.
// 2. One column has one dtype: a single `?` turns numbers into text.
// 3. Missing is `null`. The frame skips it; a careless loop counts it as 0.
// 4. `iloc` takes positions and leaves the end out; `loc` takes labels and keeps both ends.
// 5. `groupby` splits, applies and combines. A trend can turn round inside the groups.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. What does `shape` return for a table with 5 columns and 100 rows?
//    <details><summary>Answer</summary>[100, 5]: rows first.</details>
// 2. A column of prices has the dtype `string`. What has probably happened?
//    <details><summary>Answer</summary>Some cells are not numbers: a "?", a "-", or a currency sign.</details>
// 3. Why was the careless mean too low?
//    <details><summary>Answer</summary>null was added as 0, and the missing birds were counted all the same.</details>
// 4. After sorting, which finds the same bird as before: `iloc` or `loc`?
//    <details><summary>Answer</summary>loc. The label moves with its row; the position does not.</details>
// 5. What is Simpson's paradox, in one sentence?
//    <details><summary>Answer</summary>A trend over all the data can turn round inside every group.</details>

// %% [markdown]
// ## Going further
//
// - Allison Horst, Alison Hill and Kristen Gorman, *palmerpenguins*: the story and the drawings behind
//   the data.
// - *10 minutes to pandas*, in the pandas user guide: the same verbs in Python, to read along.
//
// Tomorrow: the same questions as SQL asks them.
