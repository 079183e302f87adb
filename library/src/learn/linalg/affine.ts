import { Matrix } from "../matrix/index.ts";

/**
 * XWᵀ + b into `out` [rows, outputs], for W [outputs, columns]. Four rows are taken at a time: their
 * sums do not wait for one another.
 */
export function affineInto(
  x: Matrix,
  coef: Float64Array,
  intercept: Float64Array,
  out: Float64Array,
): void {
  const { rows, columns, data } = x;
  const outputs = intercept.length;
  const whole = rows - (rows % 4);
  for (let i = 0; i < whole; i += 4) {
    const a = i * columns;
    const b = a + columns;
    const c = b + columns;
    const d = c + columns;
    for (let k = 0; k < outputs; k++) {
      const w = k * columns;
      const start = intercept[k];
      let s0 = start;
      let s1 = start;
      let s2 = start;
      let s3 = start;
      for (let j = 0; j < columns; j++) {
        const factor = coef[w + j];
        s0 += factor * data[a + j];
        s1 += factor * data[b + j];
        s2 += factor * data[c + j];
        s3 += factor * data[d + j];
      }
      const o = i * outputs + k;
      out[o] = s0;
      out[o + outputs] = s1;
      out[o + 2 * outputs] = s2;
      out[o + 3 * outputs] = s3;
    }
  }
  for (let i = whole; i < rows; i++) {
    for (let k = 0; k < outputs; k++) {
      let sum = intercept[k];
      for (let j = 0; j < columns; j++) sum += coef[k * columns + j] * data[i * columns + j];
      out[i * outputs + k] = sum;
    }
  }
}

/** XWᵀ + b, as a new matrix [rows, outputs]. */
export function affine(x: Matrix, coef: Float64Array, intercept: Float64Array): Matrix {
  const out = new Float64Array(x.rows * intercept.length);
  affineInto(x, coef, intercept, out);
  return new Matrix(out, x.rows, intercept.length);
}

/** VᵀX added into `out` [outputs, columns], for V [rows, outputs]. */
export function addTransposed(
  x: Matrix,
  v: Float64Array,
  outputs: number,
  out: Float64Array,
): void {
  const { rows, columns, data } = x;
  const whole = rows - (rows % 4);
  for (let i = 0; i < whole; i += 4) {
    const a = i * columns;
    const b = a + columns;
    const c = b + columns;
    const d = c + columns;
    for (let k = 0; k < outputs; k++) {
      const into = k * columns;
      const at = i * outputs + k;
      const v0 = v[at];
      const v1 = v[at + outputs];
      const v2 = v[at + 2 * outputs];
      const v3 = v[at + 3 * outputs];
      for (let j = 0; j < columns; j++) {
        out[into + j] += v0 * data[a + j] + v1 * data[b + j] + v2 * data[c + j] + v3 * data[d + j];
      }
    }
  }
  for (let i = whole; i < rows; i++) {
    for (let k = 0; k < outputs; k++) {
      const factor = v[i * outputs + k];
      for (let j = 0; j < columns; j++) out[k * columns + j] += factor * data[i * columns + j];
    }
  }
}
