/** What the compiler knows of merged frames; see frame.test-d.ts. */
import { concat, type DataFrame, merge, type Series } from "../../../library/src/frame/index.ts";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function exactly<Wanted>(): <Got>(value: Got, same: Same<Got, Wanted>) => void;

export function joins(
  left: DataFrame<{ id: number; name: string; v: number }>,
  right: DataFrame<{ id: number; town: string; v: string }>,
): void {
  const inner = merge({ left, right, on: "id" });
  exactly<number>()(inner.at(0, "id"), true);
  exactly<number>()(inner.at(0, "v_x"), true);
  exactly<string>()(inner.at(0, "v_y"), true);
  // @ts-expect-error a name that both have gets a suffix
  inner.column("v");

  const outer = left.merge(right, { on: ["id"], how: "outer", suffixes: ["", "_right"] });
  exactly<number>()(outer.at(0, "id"), true);
  exactly<number | null>()(outer.at(0, "v"), true);
  exactly<string | null>()(outer.at(0, "v_right"), true);
  exactly<string | null>()(outer.at(0, "name"), true);

  const sides = left.merge(right, { leftOn: "name", rightOn: "town", how: "left" });
  exactly<number>()(sides.at(0, "id_x"), true);
  exactly<number | null>()(sides.at(0, "id_y"), true);
  exactly<string | null>()(sides.at(0, "town"), true);
  // @ts-expect-error a key that the right frame lacks
  left.merge(right, { leftOn: "name", rightOn: "name" });
  // @ts-expect-error a key that only one side has
  left.merge(right, { on: "name" });
  // @ts-expect-error a kind of join that does not exist
  left.merge(right, { on: "id", how: "full" });

  const joined = left.join(right.select("town"), { on: "id" });
  exactly<string | null>()(joined.at(0, "town"), true);
  exactly<number>()(joined.at(0, "v"), true);
  exactly<number>()(left.join(right, { how: "inner", lsuffix: "_l" }).at(0, "v_l"), true);
  const stacked = concat({ dfList: [left.column("v"), left.column("id")] });
  exactly<Series<number>>()(stacked, true);
  exactly<string>()(concat({ dfList: [left, left] }).at(0, "name"), true);
}
