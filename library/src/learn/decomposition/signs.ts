import type { Matrix } from "../matrix/index.ts";

/**
 * Turns the sign of each row, so that its value of greatest size is positive: a decomposition leaves
 * the signs open, and this is how scikit-learn settles them.
 */
export function settleSigns(rows: Matrix): void {
  const { columns, data } = rows;
  for (let i = 0; i < rows.rows; i++) {
    const row = data.subarray(i * columns, (i + 1) * columns);
    let greatest = 0;
    for (const value of row) if (Math.abs(value) > Math.abs(greatest)) greatest = value;
    if (greatest < 0) for (let j = 0; j < columns; j++) row[j] = -row[j];
  }
}
