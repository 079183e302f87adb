import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** What one model's scores give. */
export interface BinaryAnswer {
  readonly scores: number[];
  readonly fpr: number[];
  readonly tpr: number[];
  readonly rocThresholds: number[];
  readonly auc: number;
  readonly precision: number[];
  readonly recall: number[];
  readonly thresholds: number[];
  readonly ap: number;
  readonly calibration: Record<"uniform" | "quantile", [mean: number[], share: number[]]>;
}

/** A dendrogram as SciPy draws it. */
export interface DendrogramAnswer {
  readonly icoord: number[][];
  readonly dcoord: number[][];
  readonly leaves: number[];
  readonly color_list: string[];
}

/** Answers of NumPy, SciPy, pandas and scikit-learn; fixtures/make_more_fixtures.py made them. */
export const more = JSON.parse(
  readFileSync(new URL("fixtures/more.json", import.meta.url), "utf8"),
) as {
  readonly spread: {
    readonly values: number[];
    readonly box: Record<"q1" | "median" | "q3" | "low" | "high", number>;
    readonly outliers: number[];
    readonly at: number[];
    readonly kde: Record<"scott" | "silverman", number[]>;
    readonly kdeHalf: number[];
    readonly qq: Record<"theoretical" | "ordered", number[]>;
    readonly qqLine: Record<"slope" | "intercept", number>;
    readonly acf: number[];
  };
  readonly correlations: {
    readonly columns: Record<"a" | "b" | "c" | "d", (number | null)[]>;
    readonly pearson: number[][];
    readonly spearman: number[][];
  };
  readonly binary: {
    readonly truth: number[];
    readonly models: Record<"good" | "ties", BinaryAnswer>;
  };
  readonly clusters: {
    readonly points: number[][];
    readonly linkage: number[][];
    readonly plain: DendrogramAnswer;
    readonly cut: DendrogramAnswer;
    readonly labels: number[];
    readonly silhouette: number[];
  };
};

/** Fails unless two lists of numbers agree within a tolerance. */
export function assertClose(
  ours: readonly unknown[],
  theirs: readonly number[],
  tolerance = 1e-12,
): void {
  assert.equal(ours.length, theirs.length);
  ours.forEach((value, i) =>
    assert.ok(
      Math.abs(Number(value) - theirs[i]) <= tolerance,
      `${String(i)}: ${String(value)}, ${String(theirs[i])}`,
    ),
  );
}
