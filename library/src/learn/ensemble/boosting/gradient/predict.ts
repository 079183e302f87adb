import type { Matrix } from "../../../matrix/index.ts";
import { shares } from "../../../tree/importances.ts";
import { rounded } from "../../../tree/traverse.ts";
import { constants } from "../hist/boost.ts";
import { addRound, type GradientState } from "./boost-trees.ts";

/** The raw predictions after each round, output after output: one array that goes on changing. */
export function* stagedRaw(state: GradientState, x: Matrix): Generator<Float64Array> {
  const raw = constants(state.baseline, x.rows);
  const part = { x, raw, data: rounded(x) };
  for (const trees of state.rounds) {
    addRound(trees, part, state.learningRate);
    yield raw;
  }
}

/** The raw predictions after all rounds. */
export function rawOf(state: GradientState, x: Matrix): Float64Array {
  const raw = constants(state.baseline, x.rows);
  const part = { x, raw, data: rounded(x) };
  for (const trees of state.rounds) addRound(trees, part, state.learningRate);
  return raw;
}

/** How much each feature makes the residuals purer, as shares of the whole. */
export function importances({ rounds }: GradientState, features: number): Float64Array {
  const gains = new Float64Array(features);
  for (const tree of rounds.flat()) {
    const { childrenLeft, childrenRight, weightedNNodeSamples: weight, impurity } = tree;
    for (let node = 0; node < tree.nodeCount; node++) {
      const left = childrenLeft[node];
      if (left < 0) continue;
      const right = childrenRight[node];
      const gain =
        weight[node] * impurity[node] -
        weight[left] * impurity[left] -
        weight[right] * impurity[right];
      gains[tree.feature[node]] += gain / weight[0];
    }
  }
  return shares(gains);
}
