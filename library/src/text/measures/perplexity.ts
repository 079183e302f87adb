/**
 * Perplexity: among how many equally likely tokens a model seems to choose. It is e to the mean
 * negative logarithm of the probabilities that the model gave to the tokens that came.
 *
 * @param logProbabilities natural logarithms, one a token; all 0 or below
 * @throws RangeError for none, or for one above 0
 *
 * @example
 * perplexity([Math.log(0.5), Math.log(0.125)]); // 4
 */
export function perplexity(logProbabilities: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < logProbabilities.length; i += 1) {
    const value = logProbabilities[i];
    if (!(value <= 0))
      throw new RangeError(
        `perplexity needs logarithms of probabilities, all 0 or below; number ${i} is ${value}.`,
      );
    sum += value;
  }
  if (logProbabilities.length === 0)
    throw new RangeError("perplexity needs the logarithm of one probability or more.");
  return Math.exp(-sum / logProbabilities.length);
}
