import { tensorflow, type Optimizer, type Tensor } from "../../tensorflow/index.ts";

/** An optimiser's moments and counts, by name. */
export type NamedTensors = { readonly name: string; readonly tensor: Tensor }[];

/** Whether TensorFlow.js can read the state of this optimiser: not of Adamax, nor of one's own. */
export async function readableState(optimizer: Optimizer): Promise<boolean> {
  try {
    tensorflow().dispose((await optimizer.getWeights())[0].tensor);
    return true;
  } catch {
    return false;
  }
}

/** Copies of the state, for the caller to dispose. */
export async function copyState(optimizer: Optimizer): Promise<NamedTensors> {
  const state = await optimizer.getWeights();
  const copies = state.map(({ name, tensor }) => ({ name, tensor: tensor.clone() }));
  // The count of steps is made anew by each call; the others are the optimiser's own.
  state[0].tensor.dispose();
  return copies;
}

/**
 * Gives an optimiser the state of another of its kind. TensorFlow.js leaves its old variables in memory;
 * they are found by what the optimiser says its state is, and disposed.
 */
export async function putState(optimizer: Optimizer, state: NamedTensors): Promise<void> {
  const tf = tensorflow();
  const [count, ...old] = await optimizer.getWeights();
  await optimizer.setWeights(state.map(({ name, tensor }) => ({ name, tensor })));
  tf.dispose([count.tensor, ...old.map(({ tensor }) => tensor)]);
}
