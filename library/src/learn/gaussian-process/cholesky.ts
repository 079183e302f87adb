/**
 * The lower triangular L with A = LLᵀ, row-major; undefined where A is not positive definite. On typed
 * arrays, because it is taken anew in every step of an optimization.
 */
export function cholesky(a: Float64Array, n: number): Float64Array | undefined {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const rowI = i * n;
    for (let j = 0; j <= i; j++) {
      const rowJ = j * n;
      let sum = a[rowI + j];
      for (let k = 0; k < j; k++) sum -= lower[rowI + k] * lower[rowJ + k];
      if (i !== j) lower[rowI + j] = sum / lower[rowJ + j];
      else if (sum > 0) lower[rowI + i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  return lower;
}

/** Solves Lz = b in place. */
export function forward(lower: Float64Array, n: number, b: Float64Array): Float64Array {
  for (let i = 0; i < n; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= lower[i * n + k] * b[k];
    b[i] = sum / lower[i * n + i];
  }
  return b;
}

/** Solves Lᵀz = b in place. */
export function backward(lower: Float64Array, n: number, b: Float64Array): Float64Array {
  for (let i = n - 1; i >= 0; i--) {
    const value = b[i] / lower[i * n + i];
    b[i] = value;
    for (let k = 0; k < i; k++) b[k] -= lower[i * n + k] * value;
  }
  return b;
}

/** The inverse of LLᵀ: symmetric, row-major. */
export function inverse(lower: Float64Array, n: number): Float64Array {
  // The inverse of L, transposed, so that rows can be multiplied.
  const turned = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = i === j ? 1 : 0;
      for (let k = j; k < i; k++) sum -= lower[i * n + k] * turned[j * n + k];
      turned[j * n + i] = sum / lower[i * n + i];
    }
  }
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < n; k++) sum += turned[i * n + k] * turned[j * n + k];
      result[i * n + j] = sum;
      result[j * n + i] = sum;
    }
  return result;
}
