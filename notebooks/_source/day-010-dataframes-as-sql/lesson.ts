// %% [header] minutes=30
// Half of all questions about a table were first asked in SQL. Today you ask them in SQL and with a
// dataframe, side by side, and meet the one place where the two do not agree.

// %% [markdown]
// ## Why this matters
//
// SQL (Structured Query Language) is what databases speak. Whoever works with data reads it every day.
// A dataframe can ask the same questions. Who knows both can read a query from a colleague, and check
// an answer with a second, independent one.
//
// The question of the day: **how many birds were hit by an aircraft that was not flying at exactly
// 140 knots?** SQL says 6 190. The dataframe says 9 026. Nobody made a mistake.

// %% tags=["setup"]
import { info, load } from "daylab/datasets";
import { DataFrame, sql } from "daylab/frame";
import { bar } from "daylab/plot";
import { lesson, todo } from "daylab/check";

const { check, hint, solution, outcome, passed } = await lesson("day-010");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | Birds and aircraft, 1990 to 2002 |
// | **Source** | Wildlife Strike Database of the FAA, the aviation authority of the USA |
// | **Size** | 10 000 collisions, 14 columns |
// | **Units** | costs in US dollars, speed in knots (1 knot is 1.852 km/h) |
// | **Missing** | the speed of 2 836 collisions |
// | **Licence** | public domain |

// %%
const strikes = load("birdstrikes").select(
  "airport", "wildlife_species", "wildlife_size", "phase", "time_of_day", "cost_total", "speed",
);
strikes.head(3)

// %% [markdown]
// Where in a flight do birds and aircraft meet?

// %%
const perPhase = strikes.column("phase").valueCounts();
bar(new DataFrame({ phase: perPhase.index.map(String), collisions: perPhase.values }), {
  x: "phase",
  y: "collisions",
  horizontal: true,
  xTitle: "Phase of the flight",
  yTitle: "Collisions",
})

// %% [markdown]
// *Most collisions happen low: at the approach, in the climb and on the runway. That is where the
// birds are.*
//
// ## A query has parts
//
// Here is a question in SQL: *the night's collisions that cost more than 500 000 dollars, the dearest
// first.*

// %%
const ask = (query: string) => sql(query, { strikes });

ask(`
  SELECT airport, wildlife_species, cost_total
  FROM strikes
  WHERE time_of_day = 'Night' AND cost_total > 500000
  ORDER BY cost_total DESC
  LIMIT 3
`)

// %% [markdown]
// Read it in the order in which it works, not in the order in which it is written:
//
// | SQL | what it does | dataframe |
// |:---|:---|:---|
// | `FROM strikes` | take the table | `strikes` |
// | `WHERE …` | keep some rows | `.filter(…)` |
// | `ORDER BY … DESC` | sort them, the largest first | `.sortValues(…, { ascending: false })` |
// | `LIMIT 3` | keep the first three | `.head(3)` |
// | `SELECT …` | keep some columns | `.select(…)` |
//
// ## From scratch
//
// Before we use the dataframe's verbs: can you do it with arrays alone? `toRecords` gives one object
// a row. `filter`, `sort`, `slice` and `map` are TypeScript's own.

// %%
const byHand = strikes
  .toRecords()
  .filter((row) => row.time_of_day === "Night" && row.cost_total > 500_000)
  .sort((a, b) => b.cost_total - a.cost_total)
  .slice(0, 3)
  .map(({ airport, wildlife_species, cost_total }) => ({ airport, wildlife_species, cost_total }));
byHand

// %% [markdown]
// Four array methods, four parts of the query. A database does the same, with one difference: you say
// *what* you want, and it decides *how*.
//
// With the dataframe each part is a verb. `and` joins two conditions.

// %%
const byVerbs = strikes
  .filter(({ time_of_day, cost_total }) => time_of_day.eq("Night").and(cost_total.gt(500_000)))
  .sortValues("cost_total", { ascending: false })
  .head(3)
  .select("airport", "wildlife_species", "cost_total");
byVerbs

// %% [markdown]
// The oracle: three independent answers to one question. Are they the same?

// %%
const bySql = ask(`
  SELECT airport, wildlife_species, cost_total FROM strikes
  WHERE time_of_day = 'Night' AND cost_total > 500000
  ORDER BY cost_total DESC LIMIT 3
`).toRecords();

const text = (rows: readonly object[]) => JSON.stringify(rows);
console.log(`arrays as SQL: ${text(byHand) === text(bySql)}`);
console.log(`verbs as SQL:  ${text(byVerbs.toRecords()) === text(bySql)}`);

// %% [markdown]
// ### Exercise 1: translate
//
// Four questions in SQL. Give the same tables with the dataframe's verbs, each as a list of objects
// (`.toRecords()` at its end). Leave the order of rows and columns as SQL has it. `ge` is "greater or
// equal", `le` "less or equal", and `or` joins conditions of which one is enough.

// %%
const queries = {
  fast: "SELECT * FROM strikes WHERE speed >= 320",
  dear: "SELECT airport, cost_total FROM strikes ORDER BY cost_total DESC LIMIT 4",
  dark: `SELECT airport, time_of_day, cost_total FROM strikes
         WHERE (time_of_day = 'Dusk' OR time_of_day = 'Dawn') AND cost_total >= 300000`,
  slow: `SELECT phase, speed, cost_total FROM strikes
         WHERE speed <= 20 AND cost_total > 0 ORDER BY cost_total DESC`,
};

// %% exercise="translate"
let answers: Record<keyof typeof queries, object[]> = todo();
// --- solution
const byCost = strikes.sortValues("cost_total", { ascending: false });
const dark = strikes.filter(({ time_of_day: when, cost_total: cost }) =>
  when.eq("Dusk").or(when.eq("Dawn")).and(cost.ge(300_000)),
);
const slow = byCost.filter(({ speed, cost_total }) => speed.le(20).and(cost_total.gt(0)));
answers = {
  fast: strikes.filter(({ speed }) => speed.ge(320)).toRecords(),
  dear: byCost.head(4).select("airport", "cost_total").toRecords(),
  dark: dark.select("airport", "time_of_day", "cost_total").toRecords(),
  slow: slow.select("phase", "speed", "cost_total").toRecords(),
};
// --- end

// %% tags=["test-wrong"] exercise="translate"
answers = {
  fast: strikes.filter(({ speed }) => speed.gt(320)).toRecords(),
  dear: [],
  dark: [],
  slow: [],
};

// %% tags=["test-wrong"] exercise="translate"
answers = {
  fast: strikes.filter(({ speed }) => speed.ge(320)).toRecords(),
  dear: strikes.head(4).sortValues("cost_total", { ascending: false }).toRecords(),
  dark: [],
  slow: [],
};

// %% tags=["test-wrong"] exercise="translate"
const dearest4 = strikes.sortValues("cost_total", { ascending: false }).head(4);
answers = {
  fast: strikes.filter(({ speed }) => speed.ge(320)).toRecords(),
  dear: dearest4.select("airport", "cost_total").toRecords(),
  dark: strikes
    .filter(({ time_of_day }) => time_of_day.eq("Dusk"))
    .select("airport", "time_of_day", "cost_total")
    .toRecords(),
  slow: [],
};

// %% tags=["check"] exercise="translate"
await check("translate", answers);

// %% [markdown]
// ## Group, then choose among the groups
//
// `GROUP BY` makes one row of many: one for each kind of animal. `SUM`, `AVG` (average) and `COUNT`
// say what becomes of the other columns.

// %%
ask(`
  SELECT phase, COUNT(*) AS collisions, AVG(cost_total) AS mean_cost
  FROM strikes GROUP BY phase ORDER BY collisions DESC LIMIT 4
`)

// %% [markdown]
// A dataframe splits by the same word, `groupby`, and `agg` (aggregate) says what to compute. The new
// columns are called after the old one and the function.

// %%
strikes
  .groupby("phase")
  .agg({ cost_total: ["count", "mean"] })
  .sortValues("cost_total_count", { ascending: false })
  .head(4)

// %% [markdown]
// The same numbers. An approach is where most collisions happen, but one in the climb costs nearly
// four times as much. Full tanks and full power: the aircraft cannot just land.
//
// ### Exercise 2: the five dearest animals
//
// Which five kinds of animal cost most in sum? Make a frame `dearest` with the columns
// `wildlife_species` and `cost_total_sum`, the dearest first. Leave out every kind whose name begins
// with "Unknown". `.str.startsWith("Unknown")` asks that of a column of texts, and `.not()` turns the
// answer round.

// %% exercise="dearest"
let dearest: DataFrame<{ wildlife_species: string; cost_total_sum: number | null }> = todo();
// --- solution
dearest = strikes
  .filter(({ wildlife_species }) => wildlife_species.str.startsWith("Unknown").not())
  .groupby("wildlife_species")
  .agg({ cost_total: ["sum"] })
  .sortValues("cost_total_sum", { ascending: false })
  .head(5);
// --- end

// %% tags=["test-wrong"] exercise="dearest"
dearest = strikes
  .groupby("wildlife_species")
  .agg({ cost_total: ["sum"] })
  .sortValues("cost_total_sum", { ascending: false })
  .head(5);

// %% tags=["test-wrong"] exercise="dearest"
dearest = strikes
  .filter(({ wildlife_species }) => wildlife_species.str.startsWith("Unknown").not())
  .groupby("wildlife_species")
  .agg({ cost_total: ["sum"] })
  .head(5);

// %% tags=["check"] exercise="dearest"
await check("dearest", dearest);

// %% [markdown]
// ## Predict first
//
// Now the question of the day. These are the collisions at exactly 140 knots:

// %%
const at140 = ask("SELECT COUNT(*) AS n FROM strikes WHERE speed = 140").at(0, "n") as number;
`${at140} of ${strikes.length} collisions at exactly 140 knots`

// %% [markdown]
// **How many have `speed <> 140`, that is: not equal to 140?** Write the number down before you go on.

// %%
const notAt140 = ask("SELECT COUNT(*) AS n FROM strikes WHERE speed <> 140").at(0, "n") as number;
`SQL: ${notAt140}. Together ${at140 + notAt140} of ${strikes.length}`

// %% [markdown]
// "Equal" and "not equal" together do not give all. Where are the others? Ask for those whose speed
// nobody wrote down. In SQL a hole is `NULL`.

// %%
const unknown = ask("SELECT COUNT(*) AS n FROM strikes WHERE speed IS NULL").at(0, "n") as number;
`${unknown} unknown; ${at140} + ${notAt140} + ${unknown} = ${at140 + notAt140 + unknown}`

// %% [markdown]
// SQL knows three answers, not two: true, false and **unknown**. Was a bird at unknown speed hit at a
// speed other than 140? Unknown. And `WHERE` keeps a row only where the answer is true.
//
// Even this question has the answer unknown, for every row:

// %%
ask("SELECT COUNT(*) AS n FROM strikes WHERE speed = NULL")

// %% [markdown]
// Not one. A `NULL` equals nothing, not even another `NULL`: two unknown speeds may well differ. That is
// why SQL has the words `IS NULL`.
//
// And the dataframe?

// %%
const differs = strikes.filter(({ speed }) => speed.ne(140)).length;
`dataframe: ${differs} = ${notAt140} + ${unknown}`

// %% [markdown]
// A dataframe knows two answers. A hole is a value that is not 140, so `ne` says true. Danfo and the
// Python library pandas do the same. Picture the three groups:

// %%
const groups = [
  { answer: "equal to 140", collisions: at140 },
  { answer: "another speed", collisions: notAt140 },
  { answer: "speed unknown", collisions: unknown },
];
bar(new DataFrame(groups), {
  x: "answer",
  y: "collisions",
  horizontal: true,
  xTitle: "Speed (knots)",
  yTitle: "Collisions",
})

// %% [markdown]
// *SQL's "not equal" is the second bar. The dataframe's is the second and the third. The third is more
// than a quarter of the data.*
//
// ### Exercise 3: make them agree
//
// Someone wants the collisions that were **not faster than 140 knots**. In SQL that is
// `NOT (speed > 140)`. The line below gives the wrong number. Predict why, then repair it: `sameAsSql`
// must hold the rows that SQL gives.

// %%
const wanted = ask("SELECT COUNT(*) AS n FROM strikes WHERE NOT (speed > 140)").at(0, "n");
const tooMany = strikes.filter(({ speed }) => speed.gt(140).not()).length;
`SQL ${String(wanted)}, this ${tooMany}`

// %% exercise="unknown"
let sameAsSql: typeof strikes = todo();
// --- solution
sameAsSql = strikes.filter(({ speed }) => speed.gt(140).not().and(speed.notNa()));
// --- end

// %% tags=["test-wrong"] exercise="unknown"
sameAsSql = strikes.filter(({ speed }) => speed.gt(140).not());

// %% tags=["test-wrong"] exercise="unknown"
sameAsSql = strikes.filter(({ speed }) => speed.lt(140));

// %% tags=["test-wrong"] exercise="unknown"
sameAsSql = strikes.fillNa({ speed: 0 }).filter(({ speed }) => speed.gt(140).not());

// %% tags=["check"] exercise="unknown"
await check("unknown", sameAsSql);

// %% [markdown]
// ## Holes in averages and in orders
//
// Two more places where a hole decides. First the average: which of these two is the mean speed?

// %%
ask(`
  SELECT AVG(speed) AS average,
         SUM(speed) / COUNT(*) AS by_rows,
         SUM(speed) / COUNT(speed) AS by_known
  FROM strikes
`)

// %% [markdown]
// `COUNT(*)` counts rows, `COUNT(speed)` counts known speeds. The second column divides by 10 000 rows
// and is 44 knots too low. It is Day 9's careless loop again, in another language.
//
// Second the order. *The four fastest*, both ways:

// %%
const inSql = ask("SELECT speed FROM strikes ORDER BY speed DESC LIMIT 4");
const inVerbs = strikes.sortValues("speed", { ascending: false }).head(4);
console.log("SQL:      ", inSql.column("speed").values);
console.log("dataframe:", inVerbs.column("speed").values);

// %% [markdown]
// **An honest failure.** The query is right, and useless: here `NULL` counts as the largest. Other
// databases count it as the smallest; the standard leaves it open. A dataframe puts holes last, in
// either order. In SQL say what you mean: `WHERE speed IS NOT NULL`, or `NULLS LAST` where it is known.

// %%
ask("SELECT speed FROM strikes WHERE speed IS NOT NULL ORDER BY speed DESC LIMIT 4")

// %% [markdown]
// ## What you reached
//
// How many of the four queries do your verbs answer as SQL does?

// %% tags=["outcome"]
const all = Object.keys(queries) as (keyof typeof queries)[];
const equal = passed() < 3 ? [] : all.filter((name) => {
  return text(answers[name]) === text(ask(queries[name]).toRecords());
});
outcome("tables-equal", equal.length, { equals: 4, pendingUntilChecked: true });

// %% [markdown]
// ## Summary
//
// 1. A query works in this order: `FROM`, `WHERE`, `GROUP BY`, `SELECT`, `ORDER BY`, `LIMIT`.
// 2. Each part has a verb: `filter`, `groupby` and `agg`, `select`, `sortValues`, `head`.
// 3. SQL knows true, false and unknown, and `WHERE` keeps only true.
// 4. A dataframe knows two answers: a hole is not equal to anything, so `ne` is true for it.
// 5. Two ways to one answer are a check. Where they differ, look for the holes first.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. Which runs first, `SELECT` or `WHERE`?
//    <details><summary>Answer</summary>WHERE. So it may ask for columns that SELECT leaves out.</details>
// 2. A table has 100 rows, and 10 have no price. What does `COUNT(price)` give?
//    <details><summary>Answer</summary>90. COUNT(*) gives 100.</details>
// 3. How many rows has `WHERE price = NULL`?
//    <details><summary>Answer</summary>None: unknown is never true. Write IS NULL.</details>
// 4. `eq(5)` keeps 30 of those 100 rows. How many does `ne(5)` keep?
//    <details><summary>Answer</summary>70, the 10 holes among them. SQL would keep 60.</details>
// 5. Why is a mean over groups by SQL and by `groupby` the same in spite of holes?
//    <details><summary>Answer</summary>AVG and mean both leave the holes out, of the sum and of the count.</details>

// %% [markdown]
// ## Going further
//
// - Chris Date, *SQL and Relational Theory*: why three answers make trouble, by one who was there.
// - Hadley Wickham, *Tidy Data*, 2014: what a table should look like before anyone asks it anything.
//
// Tomorrow: `groupby` in earnest, and tables that are turned on their side.
