import type { Label } from "../../../base/index.ts";
import { Matrix } from "../../../matrix/index.ts";
import { softmaxAt } from "./losses-of-classes.ts";

/** The class of each sample by its raw predictions, which stand output after output. */
export function greatest(raw: Float64Array, rows: number, outputs: number): Int32Array {
  const codes = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    if (outputs === 1) codes[i] = Number(raw[i] > 0);
    for (let k = 1; k < outputs; k++) {
      if (raw[k * rows + i] > raw[codes[i] * rows + i]) codes[i] = k;
    }
  }
  return codes;
}

/** The probability of each class; of two classes the raw prediction is the second one's log odds. */
export function probabilities(raw: Float64Array, rows: number, classes: readonly Label[]): Matrix {
  const data = new Float64Array(rows * classes.length);
  const chances = new Float64Array(classes.length);
  for (let i = 0; i < rows; i++) {
    if (classes.length === 2) {
      chances[1] = 1 / (1 + Math.exp(-raw[i]));
      chances[0] = 1 - chances[1];
    } else softmaxAt(raw, i, rows, chances);
    data.set(chances, i * classes.length);
  }
  return new Matrix(data, rows, classes.length, classes.map(String));
}

/** What stands output after output, as a row a sample. */
export function outputsAsColumns(raw: Float64Array, rows: number, outputs: number): Matrix {
  const data = new Float64Array(raw.length);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < outputs; k++) data[i * outputs + k] = raw[k * rows + i];
  }
  return new Matrix(data, rows, outputs);
}
