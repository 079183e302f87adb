import type { Random } from "../../../random/index.ts";
import type { RankedColumns } from "./columns.ts";
import { Grower, type GrowOptions, type GrowTarget } from "./grower.ts";
import { Frontier } from "./frontier.ts";
import { type TreeArrays, TreeWriter } from "./tree-arrays.ts";

/** A node that waits to be entered. */
interface Waiting {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly parent: number;
  readonly isLeft: boolean;
  readonly constants: number;
}

/** Called at each node: a worker looks there whether it is still wanted. */
export type Pulse = () => void;

const slack = 10 * Number.EPSILON;

/**
 * Grows one tree (CART). Source: L. Breiman, J. Friedman, R. Olshen, C. Stone, Classification and
 * Regression Trees (1984).
 *
 * @param columns the samples; from `rankColumns`, or with `randomSplits` from `plainColumns`; once for all trees on them
 * @param random draws features where not all are tried, and thresholds with `randomSplits`
 */
export function growTree(
  columns: RankedColumns,
  target: GrowTarget,
  options: GrowOptions,
  random: Random,
  pulse: Pulse = () => undefined,
): TreeArrays {
  const grower = new Grower(columns, target, options, random);
  return options.maxLeafNodes === Infinity
    ? depthFirst(grower, options, pulse)
    : bestFirst(grower, options, pulse);
}

function depthFirst(grower: Grower, options: GrowOptions, pulse: Pulse): TreeArrays {
  const tree = new TreeWriter(grower.outputs);
  const root = { start: 0, end: grower.count, depth: 0, parent: -1, isLeft: false, constants: 0 };
  const stack: Waiting[] = [root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    pulse();
    const { start, end, depth } = next;
    const id = enter(tree, grower, next);
    const { impurity } = id;
    if (grower.isLeaf(depth, impurity) || !grower.search(start, end, next.constants)) continue;
    const { constants, best } = grower;
    const middle = grower.partition(start, end);
    if (options.minImpurityDecrease > 0) {
      const gain = grower.improvement(start, middle, end, impurity);
      if (gain + slack < options.minImpurityDecrease) continue;
    }
    tree.split(id.id, best.feature, best.threshold, best.missingLeft);
    const below = depth + 1;
    const parent = id.id;
    stack.push({ start: middle, end, depth: below, parent, isLeft: false, constants });
    stack.push({ start, end: middle, depth: below, parent, isLeft: true, constants });
  }
  return tree.finish();
}

/** Adds a node with its value. */
function enter(
  tree: TreeWriter,
  grower: Grower,
  waiting: Waiting,
): { id: number; impurity: number } {
  const { start, end, depth, parent, isLeft } = waiting;
  const impurity = grower.enter(start, end);
  const { count, weight, totals } = grower.node;
  const id = tree.add(parent, isLeft, depth, { impurity, samples: count, weight });
  for (let k = 0; k < totals.length; k++) tree.setValue(id, k, totals[k] / weight);
  return { id, impurity };
}

/** A node that could be split, and how. */
interface Splittable {
  readonly waiting: Waiting;
  readonly id: number;
  readonly middle: number;
  readonly feature: number;
  readonly threshold: number;
  readonly missingLeft: boolean;
  readonly improvement: number;
}

function bestFirst(grower: Grower, options: GrowOptions, pulse: Pulse): TreeArrays {
  const tree = new TreeWriter(grower.outputs);
  const frontier = new Frontier<Splittable>();
  const consider = (waiting: Waiting): void => {
    pulse();
    const { start, end, depth } = waiting;
    const { id, impurity } = enter(tree, grower, waiting);
    if (grower.isLeaf(depth, impurity) || !grower.search(start, end, 0)) return;
    const { feature, threshold, missingLeft } = grower.best;
    const middle = grower.partition(start, end);
    const improvement = grower.improvement(start, middle, end, impurity);
    if (improvement + slack < options.minImpurityDecrease) return;
    frontier.push({ waiting, id, middle, feature, threshold, missingLeft, improvement });
  };
  consider({ start: 0, end: grower.count, depth: 0, parent: -1, isLeft: false, constants: 0 });
  for (let leaves = 1; leaves < options.maxLeafNodes; leaves++) {
    const next = frontier.pop();
    if (next === undefined) break;
    const { waiting, id, middle } = next;
    tree.split(id, next.feature, next.threshold, next.missingLeft);
    const child = { depth: waiting.depth + 1, parent: id, constants: 0 };
    consider({ ...child, start: waiting.start, end: middle, isLeft: true });
    consider({ ...child, start: middle, end: waiting.end, isLeft: false });
  }
  return tree.finish();
}
