// %% [header] minutes=20
// Welcome. A notebook mixes words, code and pictures. You read a little, run a little, and see at
// once what happened. This first one shows you around.

// %% [markdown]
// ## Why this matters
//
// Machine learning begins with looking at data. A notebook lets you look after every single step.
// Today you learn to drive it, and you meet four small data sets that have fooled many people.
//
// The question of the day: **can four data sets have the same averages, the same spread and the same
// correlation, and still be completely different?** You will know by the end.

// %% [markdown]
// ## Run a cell
//
// Click on the grey box below. Press **Shift + Enter**. The kernel, a program in the background,
// runs the code and shows the value of the last line.

// %%
2 ** 10

// %% [markdown]
// The number in brackets on the left counts the cells you have run. A star, `[*]`, means: still
// running.
//
// `console.log` prints on the way. The last line needs no `console.log`.

// %%
console.log("printed on the way");
"the value of the last line"

// %% [markdown]
// ## Open the lesson
//
// Each lesson has a cell like the next one. It brings in what the lesson uses, and its exercises.

// %% tags=["setup"]
import { lesson, todo } from "daylab/check";
import { scatter } from "daylab/plot";

const { check, hint, solution, outcome, passed } = await lesson("day-001");

// %% [markdown]
// ## The kernel remembers
//
// A name that you declare in one cell is there in all cells you run later.

// %%
let cups = 2;

// %% [markdown]
// Before you run the next cell, say what it will show. Then run it **twice**.

// %%
cups += 1;
cups

// %% [markdown]
// <details><summary>What did you see?</summary>
//
// First 3, then 4. The kernel keeps what the last run left behind. The order in which you *run* cells
// counts, not the order in which they stand on the page.
//
// </details>
//
// You may declare a name again in a later cell, even with another type. The new one replaces the old.

// %% tags=["notebook-only"]
// const cups = "three, please";
// cups

// %% [markdown]
// ## Types
//
// TypeScript is JavaScript with types. After a colon stands what a value must be. Here `text` must be
// a `string`, and so must the result.

// %%
const shout = (text: string): string => `${text.toUpperCase()}!`;
shout("hello")

// %% [markdown]
// ## Your first error
//
// Errors are normal. This cell has one on purpose. Run it and read what it says.

// %% tags=["notebook-only", "raises-exception"]
// const hours: number = "eight";
// hours.toFixed(1);

// %% [markdown]
// Read an error from its top line. It names the kind of error, then says what is wrong. After that,
// look for the line of *your* code that it points at.
//
// Two of them speak about this cell. The kernel ran it: `hours.toFixed is not a function`, since a
// text has no `toFixed`. The type checker only read it: a `string` is not a `number`. It finds the
// cause, on the first line, and needs no run for it. That is why we learn in TypeScript: many mistakes
// are found before they cost you an evening.

// %% [markdown]
// ### Exercise 1: greet
//
// Write a function `greet`. `greet("Ada", 1)` must return `"Hello, Ada! This is day 1."`
//
// `todo()` stands for an answer that is not written yet. Put your function in its place, or assign it
// on the line below: `greet = (name, day) => …`

// %% exercise="greeting"
let greet: (name: string, day: number) => string = todo();
// --- solution
greet = (name, day) => `Hello, ${name}! This is day ${day}.`;
// --- end

// %% tags=["test-wrong"] exercise="greeting"
greet = (name) => `Hello, ${name}!`;

// %% tags=["test-wrong"] exercise="greeting"
greet = (name) => `Hello, ${name}! This is day 1.`;

// %% [markdown]
// `check` looks at your answer. Run it as often as you like: a wrong answer costs nothing. It tells
// you what it expected and what it received.

// %% tags=["check"] exercise="greeting"
await check("greeting", greet);

// %% [markdown]
// Stuck? The card has two buttons. **Hint** gives one hint more, and takes 0.1 off the score of a
// later pass. **Solution…** shows an answer; a pass after that scores 0.25. Where there are no buttons,
// make a new cell with **+** above, and run `hint("greeting")` or `solution("greeting")` in it.

// %% [markdown]
// ## See how far you are
//
// Click on the steps at the left edge of the window. They open the **Daylab panel**: all lessons, by
// day. Your exercise has a ✓ there as soon as its check passes. A lesson is done when all its exercises
// are passed and its outcome is reached.
//
// - You work in a **copy** of the lesson, in the folder `work`. Try what you like. A right click on a
//   lesson in the panel resets it, and your old notebook is kept beside it.
// - Your progress is a file in the folder `progress`. You can read it. It stays on this machine.
// - **Continue** in the panel leads back to where you left off. The **Journal**, under **View →
//   Activate Command Palette**, keeps a diary of your days.

// %% [markdown]
// ## Wait for things
//
// Reading files, loading data, training a model: these take time. `await` waits for a result. It
// works anywhere in a cell.

// %%
import { setTimeout as sleep } from "node:timers/promises";

await sleep(300, "300 milliseconds later")

// %% [markdown]
// ## Show more than text
//
// `display` shows a value in its best form. A list of objects becomes a table. You can call it many
// times in one cell.

// %%
display.markdown("A formula, $\\bar{x}$, and a table:");
display([
  { fruit: "apple", grams: 182 },
  { fruit: "banana", grams: 118 },
]);

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | Anscombe's quartet |
// | **Source** | F. J. Anscombe, *Graphs in Statistical Analysis*, The American Statistician 27 (1973), pages 17–21 |
// | **Size** | 4 sets of 11 points, each point an `x` and a `y` |
// | **Missing** | nothing |
// | **Licence** | none needed: 88 published numbers, typed in below |
//
// The first three sets share their `x` values. The fourth has its own.

// %%
const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const x4 = [8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8];
const y1 = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
const y2 = [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74];
const y3 = [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73];
const y4 = [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.5, 5.56, 7.91, 6.89];

// %% [markdown]
// One list of four sets is easier to work through than eight loose lists.

// %%
const quartet = [
  { name: "I", x, y: y1 },
  { name: "II", x, y: y2 },
  { name: "III", x, y: y3 },
  { name: "IV", x: x4, y: y4 },
];
quartet.map((set) => `${set.name}: ${set.y.length} points`)

// %% [markdown]
// ## From numbers to one number: the mean
//
// The **mean** is the sum divided by the count. For $n$ values $x_1, \dots, x_n$ it is written
// $\bar{x}$, "x bar":
//
// $$\bar{x} = \frac{1}{n} \sum_{i=1}^{n} x_i$$
//
// $\sum$ means: add them all up.

// %%
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

quartet.map((set) => mean(set.y).toFixed(2))

// %% [markdown]
// All four means agree to two decimals.
//
// ## How far apart: the variance
//
// The **variance** is the average squared distance from the mean. For a sample we divide by
// $n - 1$ instead of $n$; Day 6 shows why.

// %%
const variance = (values: readonly number[]): number => {
  const centre = mean(values);
  const squares = values.map((value) => (value - centre) ** 2);
  return mean(squares) * (values.length / (values.length - 1));
};

quartet.map((set) => variance(set.y).toFixed(2))

// %% [markdown]
// ## Do they rise together: the correlation
//
// The **correlation** $r$ says how closely `y` follows `x` along a straight line. It lies between
// −1 (always opposite) and 1 (always together). 0 means: no straight-line relation.

// %%
const correlation = (a: readonly number[], b: readonly number[]): number => {
  const [meanA, meanB] = [mean(a), mean(b)];
  const together = a.map((value, i) => (value - meanA) * (b[i] - meanB));
  const covariance = together.reduce((sum, value) => sum + value, 0) / (a.length - 1);
  return covariance / Math.sqrt(variance(a) * variance(b));
};

quartet.map((set) => correlation(set.x, set.y).toFixed(2))

// %% [markdown]
// ## Can we trust our own code?
//
// We wrote three functions by hand. So we compare them with someone else's. The statistics language
// R knows the quartet too; these are its answers, to seven digits. We print the largest difference.

// %%
const varianceInR = [4.127269, 4.127629, 4.12262, 4.123249];
const correlationInR = [0.8164205, 0.8162365, 0.8162867, 0.8165214];

const gaps = quartet.flatMap((set, i) => [
  Math.abs(variance(set.y) - varianceInR[i]),
  Math.abs(correlation(set.x, set.y) - correlationInR[i]),
]);
`largest difference: ${Math.max(...gaps).toExponential(1)}`

// %% [markdown]
// Less than one in a million. The rest is R's rounding to seven digits.
//
// A comparison like this is called an **oracle**. You will meet one after every step that we build by
// hand.
//
// ### Exercise 2: a table
//
// Put it all side by side. Make `rows`, a list with one object for each set of the quartet:
// `{ set: "I", meanX: …, meanY: …, r: … }`. The last line then shows it as a table.

// %% exercise="table"
let rows: { set: string; meanX: number; meanY: number; r: number }[] = todo();
// --- solution
rows = quartet.map(({ name, x, y }) => ({
  set: name,
  meanX: mean(x),
  meanY: mean(y),
  r: correlation(x, y),
}));
// --- end
display(rows);

// %% tags=["test-wrong"] exercise="table"
rows = quartet.map(({ name, y }) => ({ set: name, meanX: mean(x), meanY: mean(y), r: 1 }));

// %% tags=["test-wrong"] exercise="table"
rows = [{ set: "I", meanX: mean(x), meanY: mean(y1), r: correlation(x, y1) }];

// %% tags=["check"] exercise="table"
await check("table", rows);

// %% [markdown]
// ## Predict first
//
// Same mean of `x`. Same mean of `y`. Same variance. Same correlation, 0.82. All to two decimals.
//
// Take a pencil. **Draw the four clouds of points as you imagine them.** Only then run the next two
// cells.
//
// The first makes one flat list of points. The second draws them. `facet` splits the figure into one
// panel for each set.

// %%
const points = quartet.flatMap((set) =>
  set.x.map((value, i) => ({ set: set.name, x: value, y: set.y[i] })),
);
points.length

// %%
const figure = scatter(points, { x: "x", y: "y", color: "set", width: 200, height: 150 });
figure.spec.encoding.facet = { field: "set", columns: 2, title: "Anscombe's four sets" };
figure

// %% [markdown]
// *Set I is a cloud around a line. II is a curve. III is a perfect line with one point far off. IV has
// all points at x = 8, but for one, and that one point makes the whole correlation.*
//
// The table said: the same. The picture says: four different stories. So from now on we look before
// we compute.

// %% [markdown]
// ## A fault that types do not see
//
// Means are pulled by far-off points like the one in set III. The **median** is not: it is the middle
// value of the sorted list. Here is a median. It has the right types. Predict what it returns for
// `[10, 9, 100]`.

// %%
function brokenMedian(values: number[]): number {
  values.sort();
  return values[Math.floor(values.length / 2)];
}

brokenMedian([10, 9, 100])

// %% [markdown]
// The middle of 9, 10, 100 is 10. It says 100, and no error was shown. Types catch a wrong *kind* of
// value, not a wrong value. For that we need checks, oracles and eyes.
//
// ### Exercise 3: find the faults
//
// `brokenMedian` has **three** faults. Write `median` without them:
//
// - it must sort numbers as numbers;
// - for an even count it must return half the sum of the two middle values;
// - it must not change the list that it was given.

// %% exercise="median"
let median: (values: readonly number[]) => number = todo();
// --- solution
median = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
};
// --- end

// %% tags=["test-wrong"] exercise="median"
median = (values) => values.toSorted()[Math.floor(values.length / 2)];

// %% tags=["test-wrong"] exercise="median"
median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

// %% tags=["test-wrong"] exercise="median"
median = (values) => {
  const sorted = (values as number[]).sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
};

// %% tags=["check"] exercise="median"
await check("median", median);

// %% [markdown]
// ## A limit of notebooks
//
// You ran `cups += 1` more than once. Your `cups` may now differ from your neighbour's, though the
// page looks the same. A notebook can show a result that its code no longer gives.
//
// The cure is in the menu: **Kernel → Restart Kernel and Run All Cells…** It starts from nothing and
// runs from top to bottom. Do it before you believe a notebook, or show it to someone.

// %% [markdown]
// ## What you reached
//
// This cell counts the checks that have passed. It is pending until all three have.

// %% tags=["outcome"]
outcome("checks-passed", passed(), { equals: 3, pendingUntilChecked: true });

// %% [markdown]
// ## Summary
//
// 1. Shift + Enter runs a cell; the value of its last line is shown.
// 2. The kernel remembers names; the order of running counts.
// 3. `display` shows tables, formulas and pictures; `await` waits.
// 4. Read errors from the top line. Types find wrong kinds of values, checks find wrong values.
// 5. Four sets with one mean, one variance and one correlation can differ in everything else: look at
//    your data.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. A cell ends with `cups;` and one with `cups`. What is the difference?
//    <details><summary>Answer</summary>The first shows nothing: a semicolon at the end hides the value.</details>
// 2. You run a cell with `cups += 1` three times. `cups` was 2. What is it now?
//    <details><summary>Answer</summary>5. Each run works on what the last one left.</details>
// 3. What does $r = 0$ tell you, and what not?
//    <details><summary>Answer</summary>There is no straight-line relation. There may still be a curved one.</details>
// 4. Why does `[10, 9, 100].sort()` give `[10, 100, 9]`?
//    <details><summary>Answer</summary>Without a comparison, `sort` compares numbers as text, and "100" comes before "9".</details>
// 5. What is an oracle?
//    <details><summary>Answer</summary>An answer that we did not make ourselves, to hold ours against.</details>

// %% [markdown]
// ## Going further
//
// - F. J. Anscombe, *Graphs in Statistical Analysis* (1973): five pages, where the quartet comes from.
// - Justin Matejka and George Fitzmaurice, *Same Stats, Different Graphs* (2017): twelve more sets, one
//   of them a dinosaur.
//
// Tomorrow: arrays of numbers, their shapes, and why one line can be faster than a loop.
