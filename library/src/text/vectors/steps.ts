/** Vectors of `size` numbers, one behind the other. */
type Rows = Float32Array | Float64Array;

/**
 * One step of skip-gram with negative sampling: the first target is a true neighbour, the others are
 * strangers. The centre's vector moves after all targets were looked at.
 *
 * Source: T. Mikolov et al. (2013); the gradient of -log σ(u₀·v) - Σ log σ(-uₖ·v).
 */
export function negativeSamplingStep(
  centers: Rows,
  targets: Rows,
  size: number,
  center: number,
  chosen: ArrayLike<number>,
  count: number,
  rate: number,
  change: Float64Array,
): void {
  const at = center * size;
  change.fill(0);
  for (let k = 0; k < count; k += 1) {
    const to = chosen[k] * size;
    let product = 0;
    for (let i = 0; i < size; i += 1) product += centers[at + i] * targets[to + i];
    const step = rate * (Number(k === 0) - 1 / (1 + Math.exp(-product)));
    for (let i = 0; i < size; i += 1) {
      change[i] += step * targets[to + i];
      targets[to + i] += step * centers[at + i];
    }
  }
  for (let i = 0; i < size; i += 1) centers[at + i] += change[i];
}

/** What GloVe learns: the last number of a vector is its bias. */
export interface GloveState {
  readonly size: number;
  readonly words: Float64Array;
  readonly contexts: Float64Array;
  readonly wordSquares: Float64Array;
  readonly contextSquares: Float64Array;
}

/**
 * One step of GloVe with AdaGrad.
 *
 * Source: J. Pennington et al. (2014), equation 8, and their program.
 *
 * @returns the weighted squared error
 */
export function gloveStep(
  { size, words, contexts, wordSquares, contextSquares }: GloveState,
  row: number,
  column: number,
  value: number,
  { rate, xMax, alpha }: { readonly rate: number; readonly xMax: number; readonly alpha: number },
): number {
  const [a, b] = [row * (size + 1), column * (size + 1)];
  let error = words[a + size] + contexts[b + size] - Math.log(value);
  for (let i = 0; i < size; i += 1) error += words[a + i] * contexts[b + i];
  const weight = value > xMax ? 1 : (value / xMax) ** alpha;
  const pull = weight * error;
  const move = (of: Float64Array, squares: Float64Array, at: number, gradient: number): void => {
    of[at] -= (rate * gradient) / Math.sqrt(squares[at]);
    squares[at] += gradient * gradient;
  };
  for (let i = 0; i < size; i += 1) {
    const [word, context] = [pull * contexts[b + i], pull * words[a + i]];
    move(words, wordSquares, a + i, word);
    move(contexts, contextSquares, b + i, context);
  }
  move(words, wordSquares, a + size, pull);
  move(contexts, contextSquares, b + size, pull);
  return pull * error;
}
