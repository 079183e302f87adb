import { readFileSync } from "node:fs";

interface Group {
  readonly kind: string;
  readonly side: string;
  readonly amount: number;
}

type Aggregate = "count" | "sum" | "mean" | "median" | "min" | "max";

/** Answers of NumPy, pandas, scikit-learn and fontTools; fixtures/make_fixtures.py says how they were made. */
export const answers = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as {
  readonly histograms: {
    readonly values: number[];
    readonly byBins: { bins: number; counts: number[]; edges: number[] }[];
    readonly equal: { counts: number[]; edges: number[] };
  };
  readonly groups: {
    readonly records: Group[];
    readonly byKind: Record<Aggregate, Record<string, number>>;
    readonly sizes: { kind: string; side: string; count: number }[];
  };
  readonly confusion: {
    truth: number[];
    predicted: number[];
    counts: number[][];
    shares: number[][];
  };
  readonly widths: { weight: "normal" | "bold"; text: string; ems: number }[];
};
