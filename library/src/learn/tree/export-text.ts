import { checkInteger, type Label } from "../base/index.ts";
import { DecisionTreeClassifier } from "./decision-tree-classifier.ts";
import type { DecisionTreeRegressor } from "./decision-tree-regressor.ts";

export interface ExportTextOptions {
  /** Default: the names that `fit` saw, else `feature_0`, `feature_1`, …. */
  readonly featureNames?: readonly string[];
  /** Default: the labels. */
  readonly classNames?: readonly string[];
  /** Levels that are shown; what is below is said to be cut. Default 10. */
  readonly maxDepth?: number;
  /** Spaces between the levels. Default 3. */
  readonly spacing?: number;
  /** Digits after the point. Default 2. */
  readonly decimals?: number;
  /** Show the classes' weights in leaves. Default false. */
  readonly showWeights?: boolean;
}

/**
 * A tree as text, as scikit-learn's `export_text` writes it.
 *
 * @throws RangeError for another number of names than features or classes
 * @example
 * const tree = new DecisionTreeClassifier().fit([[1], [2], [7], [8]], ["low", "low", "high", "high"]);
 * exportText(tree, { featureNames: ["size"] }).split("\n")[0]; // "|--- size <= 4.50"
 */
export function exportText(
  tree: DecisionTreeClassifier | DecisionTreeRegressor,
  options: ExportTextOptions = {},
): string {
  const { maxDepth = 10, spacing = 3, decimals = 2, showWeights = false } = options;
  checkInteger("exportText", "maxDepth", maxDepth, 0);
  checkInteger("exportText", "spacing", spacing, 1);
  checkInteger("exportText", "decimals", decimals, 0, 100);
  const arrays = tree.tree_;
  const isClassifier = tree instanceof DecisionTreeClassifier;
  const classes = isClassifier ? namesFor(tree.classes_, options.classNames, "classNames") : [];
  const plain = Array.from({ length: tree.nFeaturesIn_ }, (_, j) => `feature_${j}`);
  const features = namesFor(tree.featureNamesIn_ ?? plain, options.featureNames, "featureNames");
  const lines: string[] = [];
  const bars = (depth: number): string =>
    `${`|${" ".repeat(spacing)}`.repeat(depth).slice(0, -spacing)}${"-".repeat(spacing)}`;
  const fixed = (value: number): string => value.toFixed(decimals);
  const leaf = (node: number): string => {
    const { outputs } = arrays;
    const own = Array.from(arrays.value.subarray(node * outputs, (node + 1) * outputs));
    if (!isClassifier) return `value: [${own.map(fixed).join(", ")}]`;
    const name = classes[own.indexOf(Math.max(...own))];
    const weight = arrays.weightedNNodeSamples[node];
    const weights = own.map((share) => fixed(share * weight)).join(", ");
    return showWeights ? `weights: [${weights}] class: ${name}` : `class: ${name}`;
  };
  const write = (node: number, depth: number): void => {
    const left = arrays.childrenLeft[node];
    if (left < 0) lines.push(`${bars(depth)} ${leaf(node)}`);
    else if (depth > maxDepth + 1) {
      lines.push(`${bars(depth)} truncated branch of depth ${branchDepth(node)}`);
    } else {
      const name = features[arrays.feature[node]];
      const threshold = fixed(arrays.threshold[node]);
      lines.push(`${bars(depth)} ${name} <= ${threshold}`);
      write(left, depth + 1);
      lines.push(`${bars(depth)} ${name} >  ${threshold}`);
      write(arrays.childrenRight[node], depth + 1);
    }
  };
  const branchDepth = (node: number): number => {
    const left = arrays.childrenLeft[node];
    if (left < 0) return 1;
    return 1 + Math.max(branchDepth(left), branchDepth(arrays.childrenRight[node]));
  };
  write(0, 1);
  return `${lines.join("\n")}\n`;
}

function namesFor(
  known: readonly Label[],
  given: readonly string[] | undefined,
  option: string,
): string[] {
  const names = [...(given ?? known)].map(String);
  if (names.length === known.length) return names;
  throw new RangeError(
    `exportText: ${option} has ${names.length} names, but the tree knows ${known.length}.`,
  );
}
