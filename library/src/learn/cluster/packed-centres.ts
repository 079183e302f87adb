/**
 * Centres laid out four by four, so that one pass over a sample gives its products with four of them
 * from registers: value f of centre c stands at `((c >> 2) * features + f) * 4 + (c & 3)`.
 */
export interface PackedCentres {
  readonly count: number;
  readonly features: number;
  readonly values: Float64Array;
  /** The squared length of each centre. */
  readonly squares: Float64Array;
}

/** Room for `count` centres. */
export function packedCentres(count: number, features: number): PackedCentres {
  const blocks = Math.ceil(count / 4);
  return {
    count,
    features,
    values: new Float64Array(blocks * features * 4),
    squares: new Float64Array(blocks * 4),
  };
}

/** Lays out centres [count, features], row after row. */
export function packInto(packed: PackedCentres, centres: Float64Array): void {
  const { count, features, values, squares } = packed;
  for (let c = 0; c < count; c++) {
    const into = (c >> 2) * features * 4 + (c & 3);
    let square = 0;
    for (let f = 0; f < features; f++) {
      const value = centres[c * features + f];
      values[into + f * 4] = value;
      square += value * value;
    }
    squares[c] = square;
  }
}

/**
 * Writes ‖centre‖² − 2 · sample · centre for each centre to `scores`; with the sample's own squared
 * length added that is the squared distance. `scores` has room for the next multiple of four.
 */
export function scoreCentres(
  data: Float64Array,
  from: number,
  packed: PackedCentres,
  scores: Float64Array,
): void {
  const { features, values, squares } = packed;
  let at = 0;
  for (let c = 0; c < squares.length; c += 4) {
    let a = 0;
    let b = 0;
    let d = 0;
    let e = 0;
    for (let f = 0; f < features; f++) {
      const value = data[from + f];
      a += value * values[at];
      b += value * values[at + 1];
      d += value * values[at + 2];
      e += value * values[at + 3];
      at += 4;
    }
    scores[c] = squares[c] - 2 * a;
    scores[c + 1] = squares[c + 1] - 2 * b;
    scores[c + 2] = squares[c + 2] - 2 * d;
    scores[c + 3] = squares[c + 3] - 2 * e;
  }
}

/** The squared length of each row. */
export function squaredLengths(data: Float64Array, rows: number, columns: number): Float64Array {
  const squares = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    const end = (i + 1) * columns;
    for (let at = i * columns; at < end; at++) sum += data[at] * data[at];
    squares[i] = sum;
  }
  return squares;
}
