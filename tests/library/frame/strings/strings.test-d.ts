/** Checked by the compiler alone: every line under `@ts-expect-error` must be an error. */
import type { DataFrame, Series } from "../../../../library/src/frame/index.ts";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function exactly<Wanted>(): <Got>(value: Got, same: Same<Got, Wanted>) => void;

export function texts(s: Series<string | null>): void {
  exactly<Series<string | null>>()(s.str.upper(), true);
  exactly<Series<boolean>>()(s.str.contains("a"), true);
  exactly<Series<number | null>>()(s.str.len(), true);
  exactly<Series<string[] | null>>()(s.str.split("-"), true);
  exactly<DataFrame<Record<string, string | null>>>()(s.str.split("-", { expand: true }), true);
  exactly<string>()(s.str.cat({ sep: "," }), true);
  exactly<Series<string | null>>()(s.str.cat(["a"]), true);
  // @ts-expect-error a side that does not exist
  s.str.pad(3, { side: "top" });
  // @ts-expect-error an option that does not exist
  s.str.contains("a", { flags: "i" });
  // @ts-expect-error a normal form that does not exist
  s.str.normalize("NFX");
}
