import { load } from "daylab/datasets";
import { sql, type DataFrame } from "daylab/frame";
import { defineChecks, exercise, type Expect } from "daylab/check";

const strikes = load("birdstrikes").select(
  ...(["airport", "wildlife_species", "wildlife_size", "phase", "time_of_day"] as const),
  ...(["cost_total", "speed"] as const),
);

const queries = {
  fast: "SELECT * FROM strikes WHERE speed >= 320",
  dear: "SELECT airport, cost_total FROM strikes ORDER BY cost_total DESC LIMIT 4",
  dark:
    "SELECT airport, time_of_day, cost_total FROM strikes " +
    "WHERE (time_of_day = 'Dusk' OR time_of_day = 'Dawn') AND cost_total >= 300000",
  slow:
    "SELECT phase, speed, cost_total FROM strikes " +
    "WHERE speed <= 20 AND cost_total > 0 ORDER BY cost_total DESC",
};

const lookAt: Record<keyof typeof queries, string> = {
  fast: "`>=` takes 320 itself in: `ge`.",
  dear: "Sort first, then take four, then choose the columns.",
  dark: "`or` binds the two times of day, `and` the cost to both.",
  slow: "Two conditions joined by `and`, then sorted, the dearest first.",
};

export default defineChecks({
  translate: exercise<Record<keyof typeof queries, readonly object[]>>({
    title: "Translate four queries",
    hints: [
      "Work in the order FROM, WHERE, ORDER BY, LIMIT, SELECT: filter, sortValues, head, select.",
      "A condition is a function of the columns: `.filter(({ speed }) => speed.ge(320))`.",
      "Two for one: `when.eq('Dusk').or(when.eq('Dawn')).and(cost.ge(300_000))`.",
    ],
    check(answers, expect: Expect) {
      for (const name of Object.keys(queries) as (keyof typeof queries)[]) {
        const own = answers[name];
        const right = sql(queries[name], { strikes });
        expect.equal(own.length, right.length, `${name}: the number of rows. ${lookAt[name]}`);
        const columns = Object.keys(own[0] ?? {});
        expect.equal(columns, right.columns, `${name}: the columns. ${lookAt[name]}`);
        expect.equal(own, right.toRecords(), `${name}: the rows. ${lookAt[name]}`);
      }
    },
  }),

  dearest: exercise<DataFrame<{ wildlife_species: string; cost_total_sum: number | null }>>({
    title: "The five dearest animals",
    hints: [
      "Four steps: filter the unknown ones out, group by wildlife_species, sum, sort, take five.",
      "`.filter(({ wildlife_species }) => wildlife_species.str.startsWith('Unknown').not())`.",
      '`.groupby("wildlife_species").agg({ cost_total: ["sum"] })` names its column cost_total_sum.',
    ],
    check(dearest, expect: Expect) {
      expect.equal(dearest.columns, ["wildlife_species", "cost_total_sum"], "The columns.");
      expect.equal(dearest.length, 5, "Five animals.");
      const rows = dearest.toRecords();
      const unknown = rows.find((row) => row.wildlife_species.startsWith("Unknown"));
      expect.that(
        unknown === undefined,
        `"${unknown?.wildlife_species ?? ""}" is no kind of animal: leave out what begins with "Unknown".`,
      );
      expect.equal(
        rows.map((row) => row.cost_total_sum),
        [15389869, 3299801, 2322149, 1390275, 912653],
        "The sums, the largest first. Sort before you take five.",
      );
    },
  }),

  unknown: exercise<typeof strikes>({
    title: "Make the two agree",
    hints: [
      "A hole is not greater than 140. So `gt` says false, and `not` makes it true.",
      "SQL leaves the holes out. `speed.notNa()` is true where the speed is known.",
      "Join the two conditions with `and`.",
    ],
    check(rows, expect: Expect) {
      const holes = rows.column("speed").isNa().sum();
      expect.equal(holes, 0, "Rows whose speed is unknown: SQL leaves them out.");
      const invented = rows.filter(({ speed }) => speed.eq(0)).length;
      expect.equal(
        invented,
        strikes.filter(({ speed }) => speed.eq(0)).length,
        "Collisions at 0 knots. A hole that was filled with 0 is no collision at 0 knots.",
      );
      expect.equal(
        rows.length,
        sql("SELECT speed FROM strikes WHERE NOT (speed > 140)", { strikes }).length,
        "The number of rows. Not faster than 140 takes 140 itself in.",
      );
    },
  }),
});
