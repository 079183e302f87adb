import type { Name, Row } from "../engine/cell.ts";
import { GroupRows } from "./rows.ts";

/**
 * The rows of a frame in groups of equal keys, as {@link DataFrame.groupby} makes them. Groups come
 * in ascending order of their keys, rows without a key belong to none, and missing values are
 * skipped.
 */
export class GroupBy<R extends object = Row, Keys extends Name<R> = Name<R>> extends GroupRows<
  R,
  Keys
> {
  /**
   * Only these columns, for what follows.
   *
   * @example
   * const df = new DataFrame({ k: ["a", "a"], x: [1, 2], y: [3, 4] });
   * df.groupby("k").col(["x"]).sum().columns; // ["k", "x_sum"]
   */
  col<K extends Name<R>>(
    columns: K | readonly K[],
  ): GroupBy<Pick<R, K | Keys>, Keys & Name<Pick<R, K | Keys>>> {
    return new GroupBy<Pick<R, K | Keys>, Keys & Name<Pick<R, K | Keys>>>({
      ...this.state,
      keys: this.state.keys,
      columns: typeof columns === "string" ? [columns] : columns,
    });
  }
}
