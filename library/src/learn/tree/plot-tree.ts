import type { TreeArrays } from "./grow/index.ts";

/** A node with its children inside it, as the plot of trees takes it. */
export interface PlotTree {
  /** The number of the feature that is compared; missing in a leaf. */
  readonly feature?: number;
  /** Values up to this go left. */
  readonly threshold?: number;
  readonly left?: PlotTree;
  readonly right?: PlotTree;
  /** The weights of the classes, or the mean of y. */
  readonly value: number | number[];
  readonly samples: number;
}

/** The root, with what its features and classes are called. */
export interface NamedPlotTree extends PlotTree {
  readonly featureNames?: readonly string[];
  readonly classNames?: readonly string[];
}

/** What a tree's numbers stand for, where that is known; `classes` of a tree that tells classes apart. */
export interface TreeNames {
  readonly features: readonly string[] | undefined;
  readonly classes?: readonly unknown[];
}

/** The tree as nodes inside nodes. */
export function plotTree(tree: TreeArrays, names: TreeNames): NamedPlotTree {
  return {
    ...nodesOf(tree, names.classes !== undefined),
    ...(names.features && { featureNames: names.features }),
    ...(names.classes && { classNames: names.classes.map(String) }),
  };
}

function nodesOf(tree: TreeArrays, classes: boolean): PlotTree {
  const { outputs, value, childrenLeft, childrenRight, feature, threshold } = tree;
  const nodes: PlotTree[] = [];
  // From the last to the first: children stand after their parents.
  for (let node = tree.nodeCount - 1; node >= 0; node--) {
    const own = Array.from(value.subarray(node * outputs, (node + 1) * outputs));
    const weight = tree.weightedNNodeSamples[node];
    const facts = {
      value: classes ? own.map((share) => Math.round(share * weight * 1e9) / 1e9) : own[0],
      samples: tree.nNodeSamples[node],
    };
    const left = childrenLeft[node];
    nodes[node] =
      left < 0
        ? facts
        : {
            ...facts,
            feature: feature[node],
            threshold: threshold[node],
            left: nodes[left],
            right: nodes[childrenRight[node]],
          };
  }
  return nodes[0];
}
