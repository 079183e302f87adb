import type { DataFrame } from "../../data-frame/data-frame.ts";
import type { Names } from "./step.ts";

/** The columns that a function of the columns looks at, found by calling it on a frame without rows. */
export function touched(condition: (columns: never) => unknown, empty: DataFrame): Names {
  const names = new Set<string>();
  let all = false;
  const watched = new Proxy(empty.cols, {
    get(columns, name) {
      if (typeof name === "string") names.add(name);
      return Reflect.get(columns, name) as unknown;
    },
    ownKeys(columns) {
      all = true;
      return Reflect.ownKeys(columns);
    },
  });
  condition(watched as never);
  return all ? undefined : [...names];
}
