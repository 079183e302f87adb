import { shown } from "../engine/cell.ts";
import type { Wanted } from "./aggregate.ts";
import type { Aggregation } from "./aggregations.ts";
import type { OfGroup } from "./custom.ts";

/** A result column of `agg`: by an aggregation's name, or by a function. */
export interface Asked {
  readonly column: string;
  readonly aggregation: Wanted["aggregation"] | OfGroup;
  readonly as: string;
}

const isNamed = (one: unknown): one is { column: string; aggFunc: Aggregation | OfGroup } =>
  typeof one === "object" && one !== null && !Array.isArray(one);

/** The result columns that a call of `agg` asks for, whichever form it has. */
export function readSpec(
  spec: unknown,
  columnsFor: (aggregation: Aggregation) => readonly string[],
): Asked[] {
  if (typeof spec === "string" || Array.isArray(spec)) {
    const names = [spec].flat() as Aggregation[];
    const asked = names.map((name) => ({ name, columns: columnsFor(name) }));
    const columns = [...new Set(asked.flatMap((one) => one.columns))];
    // Column by column as pandas orders them, each with those aggregations that apply to it.
    return columns.flatMap((column) =>
      asked
        .filter((one) => one.columns.includes(column))
        .map(({ name }) => ({ column, aggregation: name, as: `${column}_${name}` })),
    );
  }
  if (typeof spec !== "object" || spec === null) {
    throw new TypeError(
      `agg takes a name, a list of names or a map such as { age: "mean" }; got ${shown(spec)}.`,
    );
  }
  return Object.entries(spec as Record<string, unknown>).flatMap(([key, asked]): Asked[] => {
    if (isNamed(asked)) {
      const { column, aggFunc, ...rest } = asked;
      const [more] = Object.keys(rest);
      if (typeof column !== "string" || aggFunc === undefined || more !== undefined) {
        throw new TypeError(
          `agg: ${JSON.stringify(key)} is { column: "…", aggFunc: "…" }${more === undefined ? "" : `; there is no ${JSON.stringify(more)}`}.`,
        );
      }
      return [{ column, aggregation: aggFunc, as: key }];
    }
    if (typeof asked === "function")
      return [{ column: key, aggregation: asked as OfGroup, as: key }];
    return ([asked].flat() as Aggregation[]).map((aggregation) => ({
      column: key,
      aggregation,
      as: `${key}_${aggregation}`,
    }));
  });
}
