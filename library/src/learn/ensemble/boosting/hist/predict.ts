import type { Matrix } from "../../../matrix/index.ts";
import { type BoostedState, constants } from "./boost.ts";
import { addPredictions } from "./tree.ts";

/** The raw predictions after all rounds, output after output. */
export function rawPredictions(state: BoostedState, x: Matrix): Float64Array {
  const raw = constants(state.baseline, x.rows);
  for (let k = 0; k < state.baseline.length; k++) {
    const trees = state.rounds.map((round) => round[k]);
    addPredictions(trees, x.data, x.columns, raw, k * x.rows, 1);
  }
  return raw;
}

/** The raw predictions after each round: one array that goes on changing. */
export function* stagedRawPredictions(state: BoostedState, x: Matrix): Generator<Float64Array> {
  const raw = constants(state.baseline, x.rows);
  for (const round of state.rounds) {
    round.forEach((tree, k) => addPredictions([tree], x.data, x.columns, raw, k * x.rows, 1));
    yield raw;
  }
}

/** The part of the whole gain that each feature's splits have; zeros where nothing was split. */
export function gainShares(state: BoostedState, features: number): Float64Array {
  const gains = new Float64Array(features);
  for (const tree of state.rounds.flat()) {
    tree.gain.forEach((gain, node) => {
      if (tree.left[node] >= 0) gains[tree.feature[node]] += gain;
    });
  }
  const total = gains.reduce((sum, gain) => sum + gain, 0);
  return total === 0 ? gains : gains.map((gain) => gain / total);
}
