import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  DecisionTreeClassifier,
  DecisionTreeRegressor,
  exportText,
  type TreeArrays,
} from "../../../../library/src/learn/index.ts";

/** One thing that scikit-learn's answer is compared in. */
export interface Comparison {
  readonly estimator: string;
  readonly what: string;
  readonly tolerance: number;
  readonly compare: () => void;
}

interface Node {
  readonly feature: number;
  readonly threshold: number | "Infinity";
  readonly missingLeft: boolean;
  readonly impurity: number;
  readonly samples: number;
  readonly weight: number;
  readonly value: readonly number[];
}
interface Answer {
  readonly data: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly weighted: boolean;
  readonly nodes: readonly Node[];
  readonly predict: readonly number[];
  readonly proba?: readonly (readonly number[])[];
  readonly importances: readonly number[];
  readonly depth: number;
  readonly leaves: number;
  readonly sameLeaf: readonly number[];
  readonly pathLengths: readonly number[];
  readonly ccpAlphas: readonly number[];
  readonly impurities: readonly number[];
  readonly text: string;
}
type Rows = readonly (readonly (number | null)[])[];
const answers = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as {
  data: Record<string, { x: Rows; y: readonly number[] }>;
  weights: Record<string, readonly number[]>;
  queries: Record<string, Rows>;
  classifiers: readonly Answer[];
  regressors: readonly Answer[];
};

const camel = (name: string): string => name.replace(/_(.)/g, (_, c: string) => c.toUpperCase());
const camelParams = (params: Answer["params"]): object =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      camel(name),
      value === null ? undefined : value === "log_loss" ? "logLoss" : value,
    ]),
  );

function close(actual: ArrayLike<number>, expected: readonly number[], tolerance: number): void {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, i) => {
    assert.ok(Math.abs(actual[i] - value) <= tolerance, `${i}: ${actual[i]}, expected ${value}`);
  });
}

function preorder(tree: TreeArrays): number[] {
  const order: number[] = [];
  const stack = [0];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    order.push(node);
    if (tree.childrenLeft[node] >= 0) stack.push(tree.childrenRight[node], tree.childrenLeft[node]);
  }
  return order;
}

function compareTrees(tree: TreeArrays, expected: readonly Node[], tolerance: number): void {
  const order = preorder(tree);
  assert.deepEqual(
    order.map((node) => [tree.feature[node], tree.threshold[node], tree.nNodeSamples[node]]),
    expected.map((node) => [node.feature, Number(node.threshold), node.samples]),
  );
  order.forEach((node, i) => {
    const facts = [tree.impurity[node], tree.weightedNNodeSamples[node]];
    close(facts, [expected[i].impurity, expected[i].weight], tolerance);
    const value = tree.value.subarray(node * tree.outputs, (node + 1) * tree.outputs);
    close(value, expected[i].value, tolerance);
    if (tree.childrenLeft[node] < 0) return;
    assert.equal(tree.missingGoToLeft[node] === 1, expected[i].missingLeft, `node ${i}`);
  });
}

const tolerance = 1e-9;

function comparisonsOf(classify: boolean, answer: Answer): Comparison[] {
  const { x, y } = answers.data[answer.data];
  const query = answers.queries[answer.data];
  const sampleWeight = answer.weighted ? answers.weights[answer.data] : undefined;
  const make = () =>
    classify
      ? new DecisionTreeClassifier(camelParams(answer.params))
      : new DecisionTreeRegressor(camelParams(answer.params));
  type Tree = DecisionTreeClassifier<number> | DecisionTreeRegressor;
  const fit = (): Tree => make().fit(x, y, { sampleWeight });
  const about = `${answer.data} ${JSON.stringify(answer.params)}${answer.weighted ? ", weighted" : ""}`;
  const one = (what: string, compare: () => void): Comparison => ({
    estimator: classify ? "DecisionTreeClassifier" : "DecisionTreeRegressor",
    what: `${what}: ${about}`,
    tolerance,
    compare,
  });
  return [
    one("features, thresholds, counts, impurities, values and missing sides", () => {
      const tree = fit();
      compareTrees(tree.tree_, answer.nodes, tolerance);
      assert.equal(tree.getDepth(), answer.depth);
      assert.equal(tree.getNLeaves(), answer.leaves);
    }),
    one("predictions, leaves and paths", () => {
      const tree = fit();
      close(Array.from(tree.predict(query)), answer.predict, tolerance);
      const leaves = tree.apply(query);
      const same = Array.from(leaves, (leaf) => leaves.filter((other) => other === leaf).length);
      assert.deepEqual(same, answer.sameLeaf);
      assert.deepEqual(
        tree.decisionPath(query).map((path) => path.length),
        answer.pathLengths,
      );
      if (tree instanceof DecisionTreeClassifier) {
        close(tree.predictProba(query).data, (answer.proba ?? []).flat(), tolerance);
      }
    }),
    one("importances", () => close(fit().featureImportances_, answer.importances, tolerance)),
    one("the pruning path", () => {
      const tree = make();
      const path = tree.costComplexityPruningPath(x, y, { sampleWeight });
      close(path.ccpAlphas, answer.ccpAlphas, tolerance);
      close(path.impurities, answer.impurities, tolerance);
    }),
    one("the tree as text", () => {
      const options = { featureNames: ["a", "b", "c"], decimals: 5, maxDepth: 2 };
      assert.equal(exportText(fit(), options), answer.text);
    }),
  ];
}

export const comparisons: readonly Comparison[] = [
  ...answers.classifiers.flatMap((answer) => comparisonsOf(true, answer)),
  ...answers.regressors.flatMap((answer) => comparisonsOf(false, answer)),
];
