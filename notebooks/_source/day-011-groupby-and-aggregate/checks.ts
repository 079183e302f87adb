import { load } from "daylab/datasets";
import type { DataFrame } from "daylab/frame";
import { defineChecks, exercise, type Expect } from "daylab/check";

interface Entry {
  readonly row: string;
  readonly column: string;
  readonly value: number;
}

type PivotSum = (rows: readonly Entry[]) => Map<string, Map<string, number>>;

/** Two entries meet in a cell, a row has two columns, a pair is missing. */
const entries: Entry[] = [
  { row: "Mon", column: "ham", value: 2 },
  { row: "Mon", column: "jam", value: 5 },
  { row: "Tue", column: "jam", value: 7 },
  { row: "Mon", column: "ham", value: 4 },
];

const flights = load("flights-20k");

export default defineChecks({
  pivot: exercise<PivotSum>({
    title: "A pivot table of your own",
    hints: [
      "One `Map` for the table. For each entry: is there a `Map` for its row already? Else make one.",
      "`cells.get(column) ?? 0` is the sum so far, or 0 at the first time. Add the value to it.",
      "Three lines in the loop: get the row's Map, set its cell to the sum so far plus value, put it back.",
    ],
    check(pivotSum, expect: Expect) {
      const table = pivotSum(entries);
      expect.equal(
        [...table.keys()].sort(),
        ["Mon", "Tue"],
        "The rows of a table for Mon and Tue.",
      );
      const columns = [...(table.get("Mon")?.keys() ?? [])].sort();
      expect.equal(
        columns,
        ["ham", "jam"],
        "The columns of Monday. A row keeps all that it meets.",
      );
      const ham = table.get("Mon")?.get("ham");
      expect.equal(ham, 6, "Monday's ham: 2 and 4 meet in one cell, and are added.");
      expect.equal(table.get("Tue")?.has("ham"), false, "Nobody had ham on Tuesday: no entry.");
      expect.equal(pivotSum([]).size, 0, "No entries: an empty table.");
    },
  }),

  share: exercise<
    DataFrame<{ origin: string; destination: string; size: number; share: number | null }>
  >({
    title: "The share of each route",
    hints: [
      'As above: `routes.groupby("origin").transform("sum").column("size")`, as long as `routes`.',
      '`.assign({ share: routes.column("size").div(fromOrigin) })`.',
      "First the share of all routes, then the filter: else the small routes are missing in the sum.",
    ],
    check(top, expect: Expect) {
      expect.equal(top.columns, ["origin", "destination", "size", "share"], "The columns.");
      expect.equal(top.length, 10, "The ten largest.");
      for (const { origin, destination, size, share } of top.toRecords()) {
        const all = flights.filter((columns) => columns.origin.eq(origin)).length;
        const where = `The share of ${origin} to ${destination}: ${size} of ${all} flights from there`;
        expect.close(share ?? NaN, size / all, 1e-9, `${where}.`);
      }
      const shares = top.toRecords().map(({ share }) => share ?? NaN);
      const sorted = [...shares].sort((a, b) => b - a);
      expect.equal(shares, sorted, "The largest first.");
      expect.close(shares[0], 102 / 103, 1, "The largest share.");
    },
  }),

  overall: exercise<number>({
    title: "From the groups to the whole",
    hints: [
      "What is `count × mean` of one airport? The sum of its delays.",
      "Add these sums over all airports, and divide by the number of all flights.",
      "`counts.mul(means).sum() / counts.sum()`.",
    ],
    check(overall, expect: Expect) {
      const right = flights.column("delay").mean();
      const plain = flights
        .groupby("origin")
        .agg({ delay: ["mean"] })
        .column("delay_mean")
        .mean();
      expect.that(
        Math.abs(overall - plain) > 1e-9,
        `That is the mean of the means: ${plain.toFixed(2)} min.\nEach airport must count as often as it has flights.`,
      );
      expect.close(overall, right, 1e-9, "The mean delay of all 20 000 flights, in minutes.");
    },
  }),
});
