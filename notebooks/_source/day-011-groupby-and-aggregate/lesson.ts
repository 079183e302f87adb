// %% [header] minutes=35
// Most questions about a table begin with "for each". Today you take a table apart, compute, and put
// it together again, and see how a mean over groups can mislead.

// %% [markdown]
// ## Why this matters
//
// *Delay for each airport. Sales for each month. Errors for each class.* The pattern has a name:
// **split, apply, combine**. You met it on Day 9. It is behind `GROUP BY` in SQL, behind pivot tables
// in spreadsheets, and behind every table of results you will make in this course.
//
// The question of the day: **at what hour should you fly, if you hate to be late?** And is the airport
// with the worst mean delay really the worst?

// %% tags=["setup"]
import { load } from "daylab/datasets";
import { sql, type DataFrame } from "daylab/frame";
import { bar, heatmap, line, scatter } from "daylab/plot";
import { lesson, todo } from "daylab/check";

const { check, hint, solution, outcome, passed } = await lesson("day-011");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | Flights inside the USA, January to March 2001 |
// | **Source** | US Department of Transportation, which airlines must report to |
// | **Size** | 20 000 flights (a sample), 5 columns |
// | **Units** | delay at arrival in minutes (below zero is early), distance in miles (1 mile is 1.6 km) |
// | **Missing** | nothing |
// | **Licence** | collected by law; none stated |
//
// We add two columns that the date hides: the hour of departure, and the day of the week.

// %%
const dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const flights = load("flights-20k").assign({
  hour: ({ date }) => date.dt.hour(),
  weekday: ({ date }) => date.dt.dayOfWeek(),
});
flights.head(3)

// %% [markdown]
// `weekday` counts from 0 for Monday. First the whole: how late is a flight, over all?

// %%
const { delay } = flights.cols;
`mean ${delay.mean().toFixed(1)} min, median ${String(delay.median())} min`

// %% [markdown]
// Half of all flights are on time or early, yet the mean is nearly eight minutes. A few are very late,
// and pull the mean up. Keep both numbers in mind.
//
// ## Split, apply, combine by hand
//
// A `Map` from each hour to its delays: that is the split. The mean of each list: the apply. A new
// table: the combine. (No cell is missing here, but TypeScript cannot know that, so it insists.)

// %%
const lists = new Map<number, number[]>();
for (const { hour, delay } of flights.toRecords()) {
  if (hour === null || delay === null) continue;
  const list = lists.get(hour) ?? [];
  list.push(delay);
  lists.set(hour, list);
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const byHand = [...lists]
  .map(([hour, delays]) => ({ hour, flights: delays.length, mean: mean(delays) }))
  .sort((a, b) => a.hour - b.hour);
byHand.slice(5, 8)

// %% [markdown]
// With the frame it is one line. `groupby` splits, `agg` (aggregate: make one of many) applies and
// combines.

// %%
const hours = flights.groupby("hour").agg({ delay: ["count", "mean", "median"] });
hours.iloc({ rows: ["5:8"] })

// %% [markdown]
// The oracle, twice: your loop and SQL against the frame.

// %%
const bySql = sql("SELECT hour, AVG(delay) AS mean FROM flights GROUP BY hour ORDER BY hour", {
  flights,
});
const gap = (means: readonly number[]) =>
  Math.max(...means.map((m, i) => Math.abs(m - (hours.column("delay_mean").values[i] ?? NaN))));
console.log(`loop: largest difference ${gap(byHand.map((row) => row.mean))} min`);
console.log(`SQL:  largest difference ${gap(bySql.column("mean").values as number[])} min`);

// %% [markdown]
// ## Predict first
//
// Draw a line in the air: the mean delay from five in the morning to eleven at night. **Does it rise,
// fall, or peak at noon, when the sky is fullest?**

// %%
line(hours.filter(({ hour }) => hour.ge(5)), {
  x: "hour",
  y: "delay_mean",
  xTitle: "Hour of departure",
  yTitle: "Mean delay (minutes)",
})

// %% [markdown]
// *The mean delay grows from hour to hour, from 3 minutes early at five to 26 minutes late at eleven
// at night.*
//
// Delays are handed on: an aircraft that comes late leaves late, all day long. In the morning the slate
// is clean. So fly early.
//
// ## Two keys
//
// Is it the same on every day? Split by two columns at once, and turn one of them sideways: a **pivot
// table** has the groups of one column as rows, those of another as columns.

// %%
const daytime = flights.filter(({ hour }) => hour.ge(5));
const pivot = daytime.pivotTable({
  index: "weekday",
  columns: "hour",
  values: "delay",
  aggFunc: "mean",
});
pivot.shape

// %%
heatmap(pivot.drop({ columns: ["weekday"] }).toArrays() as number[][], {
  rows: dayNames,
  columns: pivot.columns.slice(1),
  xTitle: "Hour of departure",
  yTitle: "Day of the week",
  colorTitle: "Mean delay (min)",
})

// %% [markdown]
// *Dark to the right on all days: the evening is late everywhere, Thursday and Friday the most.
// Saturday is the day of the punctual.*
//
// ### Exercise 1: a pivot table of your own
//
// Write `pivotSum(rows)`. It gets records with `row`, `column` and `value`, and returns a `Map` of
// `Map`s: for each row, for each column, the **sum** of the values. A pair that never occurs has no
// entry.

// %%
interface Entry {
  readonly row: string;
  readonly column: string;
  readonly value: number;
}

// %% exercise="pivot"
let pivotSum: (rows: readonly Entry[]) => Map<string, Map<string, number>> = todo();
// --- solution
pivotSum = (rows) => {
  const table = new Map<string, Map<string, number>>();
  for (const { row, column, value } of rows) {
    const cells = table.get(row) ?? new Map<string, number>();
    cells.set(column, (cells.get(column) ?? 0) + value);
    table.set(row, cells);
  }
  return table;
};
// --- end

// %% tags=["test-wrong"] exercise="pivot"
pivotSum = (rows) =>
  new Map(rows.map(({ row, column, value }) => [row, new Map([[column, value]])]));

// %% tags=["test-wrong"] exercise="pivot"
pivotSum = (rows) => {
  const table = new Map<string, Map<string, number>>();
  for (const { row, column, value } of rows) {
    const cells = table.get(row) ?? new Map<string, number>();
    table.set(row, cells.set(column, value));
  }
  return table;
};

// %% tags=["check"] exercise="pivot"
await check("pivot", pivotSum);

// %% [markdown]
// ## Share within a group
//
// `agg` makes one row a group. Sometimes you want the group's number beside *every* row, for example to
// divide by it. That is `transform`: as many rows as before.
//
// How many flights go from each airport to each other one, and which share of the airport's own?

// %%
const routes = flights.groupby(["origin", "destination"]).size();
routes.assign({
  fromOrigin: routes.groupby("origin").transform("sum").column("size"),
}).head(4)

// %% [markdown]
// ### Exercise 2: the share of each route
//
// Add the column `share` to `routes`: the route's flights divided by all flights of its `origin`. Then
// keep the ten largest shares among routes with at least 20 flights, in `top`, the largest first. `div`
// divides a column by another.

// %% exercise="share"
type Route = { origin: string; destination: string; size: number; share: number | null };
let top: DataFrame<Route> = todo();
// --- solution
const fromOrigin = routes.groupby("origin").transform("sum").column("size");
top = routes
  .assign({ share: routes.column("size").div(fromOrigin) })
  .filter(({ size }) => size.ge(20))
  .sortValues("share", { ascending: false })
  .head(10);
// --- end

// %% tags=["test-wrong"] exercise="share"
top = routes
  .assign({ share: routes.column("size").div(flights.length) })
  .filter(({ size }) => size.ge(20))
  .sortValues("share", { ascending: false })
  .head(10);

// %% tags=["test-wrong"] exercise="share"
const busy = routes.filter(({ size }) => size.ge(20));
const fromBusy = busy.groupby("origin").transform("sum").column("size");
top = busy
  .assign({ share: busy.column("size").div(fromBusy) })
  .sortValues("share", { ascending: false })
  .head(10);

// %% tags=["check"] exercise="share"
await check("share", top);

// %% [markdown]
// ## The worst airport
//
// Now the second question of the day. The mean delay for each airport, the worst first:

// %%
const airports = flights.groupby("origin").agg({ delay: ["count", "mean"] });
airports.sortValues("delay_mean", { ascending: false }).head(4)

// %% [markdown]
// Bloomington, Illinois (BMI): two hours late on average. Would you avoid it? **Look at the count before
// you answer.** Here is every airport, by how many flights we have from it:

// %%
scatter(airports, {
  x: "delay_count",
  y: "delay_mean",
  xTitle: "Flights in the sample",
  yTitle: "Mean delay (minutes)",
})

// %% [markdown]
// *A funnel. Airports with more than 400 flights all lie between 4 and 12 minutes. Those with a handful
// lie anywhere, from 13 minutes early to two hours late.*
//
// Six flights, one of them nearly nine hours late: that is all we know of Bloomington. **Extremes of a ranking are
// nearly always small groups.** The best and the worst school, the safest and the most dangerous town:
// ask for the count first.

// %%
const enough = airports.filter(({ delay_count }) => delay_count.ge(200));
bar(enough.sortValues("delay_mean", { ascending: false }).head(8), {
  x: "origin",
  y: "delay_mean",
  xTitle: "Airport (200 flights or more)",
  yTitle: "Mean delay (minutes)",
})

// %% [markdown]
// *Among airports that we know well, the worst means are 10 to 16 minutes.*
//
// ## The mean of means
//
// ### Exercise 3: find the fault
//
// A colleague wants the mean delay of all flights, and already has `airports`. "I take the mean of the
// airports' means," she says. Run it:

// %%
const meanOfMeans = airports.column("delay_mean").mean();
`mean of means ${meanOfMeans.toFixed(2)} min, all flights ${delay.mean().toFixed(2)} min`

// %% [markdown]
// Off by two minutes. Airports with six flights counted as much as Dallas with 1 103. Repair it:
// compute the mean over all flights from the columns `delay_count` and `delay_mean` of `airports`
// alone, into `overall`.

// %% exercise="overall"
let overall: number = todo();
// --- solution
const { delay_count: counts, delay_mean: means } = airports.cols;
overall = counts.mul(means).sum() / counts.sum();
// --- end

// %% tags=["test-wrong"] exercise="overall"
overall = airports.column("delay_mean").mean();

// %% tags=["test-wrong"] exercise="overall"
overall = airports.column("delay_mean").median();

// %% tags=["test-wrong"] exercise="overall"
overall = enough.column("delay_count").mul(enough.column("delay_mean")).sum() / 20_000;

// %% tags=["check"] exercise="overall"
await check("overall", overall);

// %% [markdown]
// **A limit.** A count can be rebuilt from the groups' counts, a mean from counts and means. A
// *median* cannot: the medians of the groups do not tell the median of all. Here are two tables with the
// same group medians.

// %%
const medianOf = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1];
const early = [[0, 1, 2], [10, 11, 90]];
const late = [[0, 1, 90], [10, 11, 90]];
[early, late].map((groups) => ({
  medians: groups.map(medianOf).join(" and "),
  ofAll: medianOf(groups.flat()),
}))

// %% [markdown]
// The groups look alike, the whole does not. If you will need the median of the whole, keep the rows.

// %% [markdown]
// ## What you reached
//
// Four numbers that must agree: the total delay of all flights, of the hours, of the pivot table, and
// of your own `pivotSum`.

// %% tags=["outcome"]
const total = delay.sum();
const ofHours = hours.column("delay_count").mul(hours.column("delay_mean")).sum();
const sums = flights.pivotTable({
  index: "weekday",
  columns: "hour",
  values: "delay",
  aggFunc: "sum",
});
const ofPivot = sums.drop({ columns: ["weekday"] }).sum({ axis: 0 }).values
  .reduce<number>((a, b) => a + (b ?? 0), 0);
const entries = flights.toRecords().map(({ origin, hour, delay }) => ({
  row: origin, column: String(hour), value: delay ?? 0,
}));
const own = passed() < 3 ? [] : [...pivotSum(entries).values()].flatMap((row) => [...row.values()]);
const ofOwn = own.reduce((a, b) => a + b, 0);
const agreeing = [ofHours, ofPivot, ofOwn].filter((sum) => Math.abs(sum - total) < 1e-6);
outcome("agreeing-totals", agreeing.length, { equals: 3, pendingUntilChecked: true });

// %% [markdown]
// ## Summary
//
// 1. Split, apply, combine: a `Map` of lists, a function, a new table. `groupby` and `agg` do it.
// 2. `agg` gives one row a group; `transform` gives every row its group's number.
// 3. A pivot table is a `groupby` with two keys, one of them turned sideways.
// 4. Extremes of a ranking are nearly always small groups: show the count beside the mean.
// 5. A mean of means is not the mean: weigh it by the counts. Medians cannot be put together at all.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. A frame has 100 rows and a column of 7 different texts. How many rows has `groupby(…).agg(…)`?
//    <details><summary>Answer</summary>7, one for each text.</details>
// 2. And `groupby(…).transform("mean")`?
//    <details><summary>Answer</summary>100: each row gets the mean of its group.</details>
// 3. Why do delays grow over the day?
//    <details><summary>Answer</summary>They are handed on: what arrives late leaves late.</details>
// 4. A small village has the highest rate of a rare illness in the country. What do you ask first?
//    <details><summary>Answer</summary>How many people live there. In a small group one case is a high rate.</details>
// 5. Group A has 10 rows with mean 1, group B 90 rows with mean 2. What is the mean of all?
//    <details><summary>Answer</summary>(10 × 1 + 90 × 2) / 100 = 1.9, not 1.5.</details>

// %% [markdown]
// ## Going further
//
// - Hadley Wickham, *The Split-Apply-Combine Strategy for Data Analysis*, 2011: where the name is from.
// - Howard Wainer, *The Most Dangerous Equation*, 2007: small groups, and the mistakes made with them.
//
// Tomorrow: two tables, and how to join them.
