import { defineChecks, exercise, type Expect } from "daylab/check";
import type { DataFrame } from "daylab/frame";

interface Report {
  readonly rows: number;
  readonly columns: number;
  readonly numeric: readonly string[];
  readonly missing: number;
}

type Notes = DataFrame<{ nest: number; mass_g: number | null }>;

/** Penguins 100 to 104 as the source lists them. */
const slice = [
  { species: "Adelie", body_mass_g: 3725 },
  { species: "Adelie", body_mass_g: 4725 },
  { species: "Adelie", body_mass_g: 3075 },
  { species: "Adelie", body_mass_g: 4250 },
  { species: "Adelie", body_mass_g: 2925 },
];

export default defineChecks({
  report: exercise<Report>({
    title: "Report what you loaded",
    hints: [
      "`penguins.shape` is `[rows, columns]`, `penguins.dtypes` goes with `penguins.columns`.",
      'Keep the names whose dtype is not "string": `penguins.columns.filter((name, i) => …)`.',
      "`penguins.isNa().sum()` counts for each column; one more `.sum()` adds these up.",
    ],
    check(report, expect) {
      expect.equal(report.rows, 344, "rows");
      expect.equal(report.columns, 7, "columns");
      expect.equal(
        [...report.numeric].sort(),
        ["bill_depth_mm", "bill_length_mm", "body_mass_g", "flipper_length_mm"],
        "numeric: the names of the four columns of numbers.",
      );
      expect.equal(report.missing, 19, "missing: over all columns together.");
    },
  }),

  repair: exercise<Notes>({
    title: "Repair a mistyped column",
    hints: [
      "One cell holds `?`. So the whole column was read as text.",
      "`readCSV(file, { naValues: […] })` takes texts that mean missing.",
      'Read again: `repaired = await readCSV(file, { naValues: ["?"] })`.',
    ],
    check(repaired, expect: Expect) {
      expect.equal(repaired.shape, [4, 2], "No row may be lost.");
      const type = repaired.dtypes[repaired.columns.indexOf("mass_g")];
      expect.that(
        type === "int64" || type === "float64",
        `mass_g must be a column of numbers.\nExpected: "int64"\nReceived: "${type}"`,
      );
      const { mass_g: masses } = repaired.toColumns();
      expect.equal(masses[1], null, "The mass of nest 2 is unknown: it must be missing (null).");
      expect.close(repaired.column("mass_g").mean(), 3875, 1e-9, "The mean of the known masses.");
    },
  }),

  select: exercise<{ byPosition: readonly object[]; byLabel: readonly object[] }>({
    title: "The same five rows, two ways",
    hints: [
      "`iloc` leaves out the end: positions 100 to 104 are `100:105`.",
      "`loc` takes the end in: labels R100 to R104 are `R100:R104`.",
      "`ringed.iloc({ rows: […], columns: [0, 5] })`, and names instead of numbers for `loc`.",
    ],
    check({ byPosition, byLabel }, expect) {
      expect.equal(byPosition, slice, "byPosition: five rows, species and body_mass_g.");
      expect.equal(byLabel, slice, "byLabel: five rows, species and body_mass_g.");
    },
  }),
});
