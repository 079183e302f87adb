import type { TreeArrays } from "./grow/index.ts";
import { parentsOf } from "./traverse.ts";

/** The steps of cost-complexity pruning: what each further cut costs a leaf, and how impure the tree is then. */
export interface PruningPath {
  readonly ccpAlphas: Float64Array;
  readonly impurities: Float64Array;
}

/** A tree whose branches are cut one after another, the least worth first. */
class Pruner {
  readonly #tree: TreeArrays;
  readonly #parents: Int32Array;
  /** Each node's share in the impurity, were it a leaf. */
  readonly #own: Float64Array;
  readonly #branch: Float64Array;
  readonly #leaves: Int32Array;
  readonly cut: Uint8Array;
  readonly #inside: Uint8Array;

  constructor(tree: TreeArrays) {
    const { nodeCount, weightedNNodeSamples: weight, impurity, childrenLeft } = tree;
    this.#tree = tree;
    this.#parents = parentsOf(tree);
    this.#own = impurity.map((value, node) => (value * weight[node]) / weight[0]);
    this.#branch = new Float64Array(nodeCount);
    this.#leaves = new Int32Array(nodeCount);
    this.cut = new Uint8Array(nodeCount);
    this.#inside = new Uint8Array(nodeCount);
    for (let leaf = 0; leaf < nodeCount; leaf++) {
      if (childrenLeft[leaf] >= 0) {
        this.#inside[leaf] = 1;
        continue;
      }
      for (let node = leaf; node >= 0; node = this.#parents[node]) {
        this.#branch[node] += this.#own[leaf];
        this.#leaves[node]++;
      }
    }
  }

  get impurity(): number {
    return this.#branch[0];
  }

  /** The split that is worth least for each of its leaves, and how much; undefined when only the root is left. */
  weakest(): { node: number; alpha: number } | undefined {
    let node = -1;
    let alpha = Infinity;
    for (let each = 0; each < this.#inside.length; each++) {
      if (this.#inside[each] === 0) continue;
      const worth = (this.#own[each] - this.#branch[each]) / (this.#leaves[each] - 1);
      if (worth < alpha) {
        alpha = worth;
        node = each;
      }
    }
    return node < 0 ? undefined : { node, alpha };
  }

  /** Makes a split a leaf. */
  prune(node: number): void {
    const { childrenLeft, childrenRight } = this.#tree;
    const below = [node];
    for (let next = below.pop(); next !== undefined; next = below.pop()) {
      this.#inside[next] = 0;
      if (next !== node) this.cut[next] = 1;
      if (childrenLeft[next] >= 0) below.push(childrenLeft[next], childrenRight[next]);
    }
    const fewer = this.#leaves[node] - 1;
    const worse = this.#own[node] - this.#branch[node];
    for (let up = node; up >= 0; up = this.#parents[up]) {
      this.#leaves[up] -= fewer;
      this.#branch[up] += worse;
    }
  }
}

/**
 * Minimal cost-complexity pruning. O(n²) in the number of nodes n.
 * Source: L. Breiman and others, Classification and Regression Trees (1984), 3.3.
 */
export function pruned(tree: TreeArrays, ccpAlpha: number): TreeArrays {
  if (ccpAlpha <= 0 || tree.nodeCount === 1) return tree;
  const pruner = new Pruner(tree);
  for (let next = pruner.weakest(); next !== undefined; next = pruner.weakest()) {
    if (next.alpha > ccpAlpha) break;
    pruner.prune(next.node);
  }
  return without(tree, pruner.cut);
}

/** What each step of pruning costs, from the whole tree to its root alone. */
export function pruningPath(tree: TreeArrays): PruningPath {
  const pruner = new Pruner(tree);
  const ccpAlphas = [0];
  const impurities = [pruner.impurity];
  for (let next = pruner.weakest(); next !== undefined; next = pruner.weakest()) {
    pruner.prune(next.node);
    ccpAlphas.push(next.alpha);
    impurities.push(pruner.impurity);
  }
  return { ccpAlphas: Float64Array.from(ccpAlphas), impurities: Float64Array.from(impurities) };
}

/** The tree without some nodes; a node whose children go is a leaf. */
function without(tree: TreeArrays, cut: Uint8Array): TreeArrays {
  const kept: number[] = [];
  const numbers = new Int32Array(tree.nodeCount).fill(-1);
  for (let node = 0; node < tree.nodeCount; node++) {
    if (cut[node] === 0) numbers[node] = kept.push(node) - 1;
  }
  const isLeaf = (node: number): boolean =>
    tree.childrenLeft[node] < 0 || cut[tree.childrenLeft[node]] === 1;
  const { outputs } = tree;
  const value = new Float64Array(kept.length * outputs);
  const depths = new Int32Array(tree.nodeCount);
  let maxDepth = 0;
  kept.forEach((node, to) => {
    value.set(tree.value.subarray(node * outputs, (node + 1) * outputs), to * outputs);
    maxDepth = Math.max(maxDepth, depths[node]);
    if (isLeaf(node)) return;
    depths[tree.childrenLeft[node]] = depths[node] + 1;
    depths[tree.childrenRight[node]] = depths[node] + 1;
  });
  const whole = (of: Int32Array, leaf: number, numbered: boolean): Int32Array =>
    Int32Array.from(kept, (node) =>
      isLeaf(node) ? leaf : numbered ? numbers[of[node]] : of[node],
    );
  return {
    nodeCount: kept.length,
    outputs,
    maxDepth,
    childrenLeft: whole(tree.childrenLeft, -1, true),
    childrenRight: whole(tree.childrenRight, -1, true),
    feature: whole(tree.feature, -2, false),
    threshold: Float64Array.from(kept, (node) => (isLeaf(node) ? -2 : tree.threshold[node])),
    missingGoToLeft: Uint8Array.from(kept, (node) =>
      isLeaf(node) ? 0 : tree.missingGoToLeft[node],
    ),
    impurity: Float64Array.from(kept, (node) => tree.impurity[node]),
    nNodeSamples: Int32Array.from(kept, (node) => tree.nNodeSamples[node]),
    weightedNNodeSamples: Float64Array.from(kept, (node) => tree.weightedNNodeSamples[node]),
    value,
  };
}
