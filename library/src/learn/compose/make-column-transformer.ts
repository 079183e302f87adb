import {
  ColumnTransformer,
  type ColumnsStep,
  type ColumnsTask,
  type ColumnTransformerParams,
} from "./column-transformer.ts";
import { namesFor } from "./names.ts";
import type { ColumnsWanted } from "./wanted-columns.ts";

/**
 * A column transformer whose parts are named by their classes.
 *
 * @example
 * const columns = makeColumnTransformer([[new StandardScaler(), ["age"]]], { remainder: "passthrough" });
 * columns.fit(new DataFrame({ age: [1, 2], n: [3, 4] })).getFeatureNamesOut();
 * // ["standardScaler__age", "remainder__n"]
 */
export function makeColumnTransformer(
  tasks: readonly (readonly [step: ColumnsStep, columns: ColumnsWanted])[],
  options: Partial<Omit<ColumnTransformerParams, "transformers">> = {},
): ColumnTransformer {
  const names = namesFor(tasks.map(([step]) => step));
  const transformers = tasks.map(([step, columns], at): ColumnsTask => [names[at], step, columns]);
  return new ColumnTransformer({ ...options, transformers });
}
