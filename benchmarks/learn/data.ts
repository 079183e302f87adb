import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Random } from "@daylab/datasets";

/** A table of numbers with a target to predict, as two files of float64, row by row. */
export interface DataFiles {
  readonly rows: number;
  readonly columns: number;
  readonly x: string;
  /** A number for each row; its sign is the class. */
  readonly y: string;
}

/**
 * Rows around eight centres; the target is linear in a third of the features, with one product, one
 * threshold and noise. Made once, the same in every run.
 */
export function dataFiles(folder: string, rows: number, columns: number): DataFiles {
  const name = (part: string): string => path.join(folder, `${part}-${rows}-${columns}.f64`);
  const files = { rows, columns, x: name("x"), y: name("y") };
  if (existsSync(files.x) && existsSync(files.y)) return files;
  mkdirSync(folder, { recursive: true });
  const random = new Random("benchmark learn");
  const centres = Array.from({ length: 8 * columns }, () => random.normal(0, 2));
  const weights = Array.from({ length: columns }, (_, j) => (j % 3 === 0 ? random.normal() : 0));
  const x = new Float64Array(rows * columns);
  const y = new Float64Array(rows);
  for (let i = 0; i < rows; i += 1) {
    const centre = random.integer(0, 8) * columns;
    let sum = random.normal(0, 2);
    for (let j = 0; j < columns; j += 1) {
      const value = centres[centre + j] + random.normal();
      x[i * columns + j] = value;
      sum += weights[j] * value;
    }
    const [a, b, c] = x.subarray(i * columns, i * columns + 3);
    y[i] = sum + 0.5 * a * b + (c > 1 ? 2 : -2);
  }
  writeFileSync(files.x, x);
  writeFileSync(files.y, y);
  return files;
}
