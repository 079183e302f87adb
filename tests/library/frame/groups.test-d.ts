/** What the compiler knows of groups; see frame.test-d.ts. */
import type { Cell, DataFrame, Series } from "../../../library/src/frame/index.ts";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function exactly<Wanted>(): <Got>(value: Got, same: Same<Got, Wanted>) => void;

export function groups(
  df: DataFrame<{ age: number | null; city: string | null; member: boolean }>,
): void {
  const cities = df.groupby("city");

  const each = cities.agg({ age: ["mean", "size"], member: "any", city: "count" });
  exactly<number | null>()(each.at(0, "age_mean"), true);
  exactly<number>()(each.at(0, "age_size"), true);
  exactly<boolean>()(each.at(0, "member_any"), true);

  const all = cities.agg(["max", "count"]);
  exactly<boolean | null>()(all.at(0, "member_max"), true);
  exactly<number>()(all.at(0, "age_count"), true);
  // @ts-expect-error a key is not aggregated
  all.column("city_max");

  const own = cities.agg({ age: (ages) => ages.max() - ages.min() });
  exactly<number | null>()(own.at(0, "age"), true);

  const named = cities.agg({
    oldest: { column: "age", aggFunc: "max" },
    members: { column: "member", aggFunc: (members) => members.values.length },
    last: { column: "city", aggFunc: (names) => names.iat(-1) },
  });
  exactly<number | null>()(named.at(0, "oldest"), true);
  exactly<number | null>()(named.at(0, "members"), true);
  exactly<string | null>()(named.at(0, "last"), true);
  exactly<string | null>()(named.at(0, "city"), true);
  // @ts-expect-error a result column that was not asked for
  named.column("age");
  // @ts-expect-error a column that does not exist
  cities.agg({ oldest: { column: "agee", aggFunc: "max" } });
  // @ts-expect-error an aggregation that does not exist
  cities.agg({ oldest: { column: "age", aggFunc: "oldest" } });
  // @ts-expect-error an aggregation that does not exist
  cities.transform("average");

  exactly<number | null>()(cities.transform("mean").at(0, "age"), true);
  exactly<Series<number>>()(cities.col("age").transform("count").column("age"), true);
  exactly<number>()(
    cities
      .col("age")
      .transform((ages) => ages.fillNa(0))
      .at(0, "age"),
    true,
  );
  // @ts-expect-error the keys are not transformed
  cities.transform("first").column("city");
  exactly<boolean | null>()(cities.shift().at(0, "member"), true);
  exactly<number | null>()(cities.cumSum().at(0, "age"), true);
  // @ts-expect-error only the chosen columns
  cities.col("age").head(1).column("member");
  exactly<string | null>()(cities.col("age").head(1).at(0, "city"), true);

  exactly<number>()(cities.apply((group) => group.length).at(0, "value"), true);
  const rows = cities.apply((group, key) => ({ rows: group.length, key: String(key[0]) }));
  exactly<number>()(rows.at(0, "rows"), true);
  exactly<string | null>()(rows.at(0, "city"), true);
  exactly<number | null>()(cities.apply((group) => group.select("age")).at(0, "age"), true);
  exactly<number | null>()(cities.quantile(0.9).at(0, "age_quantile"), true);
  for (const [key, group] of cities) {
    exactly<Cell[]>()(key, true);
    exactly<boolean>()(group.at(0, "member"), true);
  }
}
