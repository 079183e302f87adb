import type { Comparison } from "./asked.ts";
import { classification } from "./classification.ts";
import { ofClusters } from "./clusters.ts";
import { regression } from "./regression.ts";

/** Every metric beside scikit-learn's answer. */
export const comparisons: readonly Comparison[] = [...classification, ...regression, ...ofClusters];
