import { unchanging } from "../engine/names.ts";

/** What a frame must tell about its columns. */
interface Columns {
  readonly columns: readonly string[];
  column(name: string): unknown;
}

const isColumnOf = (frame: Columns, name: string | symbol): name is string =>
  typeof name === "string" && frame.columns.includes(name);

/**
 * Lets `df["age"]` find the column, as in danfo. It stands behind the prototype, so it is asked only
 * for names that no member has: it costs nothing elsewhere, and a column called `head` is reached by
 * `df.column("head")` alone.
 */
export function columnsByName(prototype: object): void {
  Object.setPrototypeOf(
    prototype,
    new Proxy(Object.prototype, {
      get: (target, name, frame: Columns): unknown =>
        name in target || frame === prototype || !isColumnOf(frame, name)
          ? Reflect.get(target, name, frame)
          : frame.column(name),
      set(target, name, value, frame: Columns): boolean {
        if (isColumnOf(frame, name)) throw unchanging(name);
        return Reflect.set(target, name, value, frame);
      },
    }),
  );
}
