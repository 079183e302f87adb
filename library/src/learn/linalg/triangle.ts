import { Matrix } from "../matrix/index.ts";

/** Rows taken at a time, a multiple of 4: a block of them stays in the processor's cache. */
const blockRows = 64;

/**
 * The triangle of X's QR factorization and Qᵀy, by Householder's reflections on a block of rows after
 * another (Golub & Van Loan, Matrix Computations, 5.2). What least squares asks of X is all in the small
 * triangle, and XᵀX, which squares the condition, is never made. O(rows · columns²).
 *
 * @returns `r` [columns, columns] and `qty` [columns, targets]
 */
export function triangle(x: Matrix, y: Matrix): { readonly r: Matrix; readonly qty: Matrix } {
  const n = x.columns;
  const width = n + y.columns;
  const top = new Float64Array(n * width);
  const block = new Float64Array(blockRows * width);
  const sums = new Float64Array(width);
  for (let from = 0; from < x.rows; from += blockRows) {
    const count = Math.min(blockRows, x.rows - from);
    for (let i = 0; i < count; i++) {
      block.set(x.row(from + i), i * width);
      block.set(y.row(from + i), i * width + n);
    }
    const filled = Math.ceil(count / 4) * 4;
    block.fill(0, count * width, filled * width);
    reflect(top, block, sums, filled, n, width);
  }
  const r = Matrix.zeros(n, n);
  const qty = Matrix.zeros(n, y.columns);
  for (let j = 0; j < n; j++) {
    r.data.set(top.subarray(j * width, j * width + n), j * n);
    qty.data.set(top.subarray(j * width + n, (j + 1) * width), j * y.columns);
  }
  return { r, qty };
}

/** Turns the block's first `n` columns to zero; what stood there goes into the triangle above it. */
function reflect(
  top: Float64Array,
  block: Float64Array,
  sums: Float64Array,
  count: number,
  n: number,
  width: number,
): void {
  for (let j = 0; j < n; j++) {
    let squares = 0;
    for (let i = 0; i < count; i++) squares += block[i * width + j] ** 2;
    if (squares === 0) continue;
    const row = j * width;
    const corner = top[row + j];
    const length = Math.sqrt(corner * corner + squares);
    const turned = corner > 0 ? -length : length;
    const first = corner - turned;
    const scale = 2 / (first * first + squares);
    top[row + j] = turned;
    for (let k = j + 1; k < width; k++) sums[k] = first * top[row + k];
    for (let i = 0; i < count; i += 4) {
      const a = i * width;
      const b = a + width;
      const c = b + width;
      const d = c + width;
      const va = block[a + j];
      const vb = block[b + j];
      const vc = block[c + j];
      const vd = block[d + j];
      for (let k = j + 1; k < width; k++)
        sums[k] += va * block[a + k] + vb * block[b + k] + vc * block[c + k] + vd * block[d + k];
    }
    for (let k = j + 1; k < width; k++) {
      sums[k] *= scale;
      top[row + k] -= first * sums[k];
    }
    for (let i = 0; i < count; i += 4) {
      const a = i * width;
      const b = a + width;
      const c = b + width;
      const d = c + width;
      const va = block[a + j];
      const vb = block[b + j];
      const vc = block[c + j];
      const vd = block[d + j];
      for (let k = j + 1; k < width; k++) {
        const sum = sums[k];
        block[a + k] -= va * sum;
        block[b + k] -= vb * sum;
        block[c + k] -= vc * sum;
        block[d + k] -= vd * sum;
      }
    }
  }
}
