/** Checked by the compiler alone, as frame.test-d.ts is. */
import {
  type DataFrame,
  LabelEncoder,
  MinMaxScaler,
  OneHotEncoder,
  type Series,
  StandardScaler,
} from "../../../library/src/frame/index.ts";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function exactly<Wanted>(): <Got>(value: Got, same: Same<Got, Wanted>) => void;

export function verbs(df: DataFrame<{ age: number | null; city: string }>): void {
  // @ts-expect-error a column that does not exist
  df.nLargest(3, "agee");
  // @ts-expect-error a column that does not exist
  df.valueCounts("town");
  // @ts-expect-error a column that does not exist
  df.round({ size: 1 });
  // @ts-expect-error a column that does not exist
  df.replace(1, 2, { columns: ["size"] });
  // @ts-expect-error a method that does not exist
  df.corr({ method: "pearsen" });
  // @ts-expect-error a column that does not exist
  df.sample(1, { weights: "size" });
  // @ts-expect-error a text in a column of numbers
  df.column("age").replace(1, 2).where([true], "x");

  exactly<number | null>()(df.diff().at(0, "city"), true);
  exactly<string | null>()(df.shift().at(0, "city"), true);
  exactly<boolean>()(df.isIn(["x"]).at(0, "age"), true);
  exactly<Series<number>>()(
    df.apply(({ city }) => city.length, { axis: 1 }),
    true,
  );
  exactly<number>()(df.apply(({ city }) => ({ n: city.length }), { axis: 1 }).at(0, "n"), true);
  exactly<string>()(df.map((cell) => String(cell)).at(0, "age"), true);
  exactly<number>()(
    df.pipe((frame, rows: number) => frame.head(rows).length, 2),
    true,
  );
  exactly<string>()(df.addPrefix("x_").at(0, "x_city"), true);
  exactly<boolean>()(df.insert(0, "old", [true]).at(0, "old"), true);
  exactly<number>()(df.column("age").quantile(0.5), true);
  exactly<Series<number | null>>()(df.column("age").quantile([0.5]), true);
}

export function preprocessing(df: DataFrame<{ a: number; b: number | null }>): void {
  exactly<number | null>()(new StandardScaler().fitTransform(df).at(0, "b"), true);
  exactly<Series<number>>()(new MinMaxScaler().fitTransform(df.column("a")), true);
  exactly<number[]>()(new MinMaxScaler().fitTransform([1, 2]), true);
  exactly<number[][]>()(new MinMaxScaler().fitTransform([[1], [2]]), true);
  exactly<string[]>()(new LabelEncoder().fit(["a"]).inverseTransform([0]), true);
  exactly<number[][]>()(new OneHotEncoder().fitTransform(["a"]), true);
  exactly<DataFrame>()(new OneHotEncoder().fitTransform(df), true);
  // @ts-expect-error texts are not scaled
  new MinMaxScaler().fit(["a"]);
  // @ts-expect-error a label of another type
  new LabelEncoder().fit(["a"]).transform([1]);
}
