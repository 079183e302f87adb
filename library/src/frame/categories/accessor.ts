import type pl from "nodejs-polars";
import { shown } from "../engine/cell.ts";
import { dtypeOf } from "../engine/dtypes.ts";
import { fromEngine } from "../engine/from-engine.ts";
import { seriesOf } from "../engine/make.ts";
import { nearest } from "../engine/names.ts";
import { toEngine } from "../engine/to-engine.ts";
import type { Series } from "../series/series.ts";
import { declared, declaredCategories } from "./declared.ts";

type Category = Series<string | null>;

/**
 * The categories of a column, as `.cat` gives them. They are in order: sorting, comparing, least and
 * greatest go by it. A column that was only cast has its values as categories, in alphabetical order.
 */
export class CategoryAccessor {
  readonly #data: pl.Series;
  readonly #labels: pl.Series | undefined;

  /** @internal */
  constructor(data: pl.Series, labels: pl.Series | undefined) {
    const dtype = dtypeOf(data);
    if (dtype !== "category") {
      throw new TypeError(
        `.cat is for categories; column ${JSON.stringify(data.name)} is ${dtype}. Use asType("category") first.`,
      );
    }
    this.#data = data;
    this.#labels = labels;
  }

  /**
   * The categories in order, those without a row among them.
   *
   * @example
   * new Series(["b", null, "a"]).asType("category").cat.categories; // ["a", "b"]
   */
  get categories(): string[] {
    return declaredCategories(this.#data) ?? this.#used();
  }

  /**
   * The place of each value among the categories; −1 where missing.
   *
   * @example
   * new Series(["b", null, "a"]).asType("category").cat.codes.values; // [1, -1, 0]
   */
  get codes(): Series<number> {
    const codes = this.#places(this.categories).map((place) => place ?? -1);
    return seriesOf(toEngine(this.#data.name, codes, "int64"), this.#labels);
  }

  /**
   * The column with these categories, in this order; values that are not among them become missing.
   *
   * @example
   * const sizes = new Series(["L", "S", "XL"]).asType("category").cat.setCategories(["S", "M", "L"]);
   * sizes.values; // ["L", "S", null]
   * sizes.sortValues().values; // ["S", "L", null]
   * sizes.gt("S").values; // [true, false, false]
   */
  setCategories(categories: readonly string[]): Category {
    return this.#made(this.#places(checked("setCategories", categories)), categories);
  }

  /**
   * The column with other names of categories: one for each, or by the present name.
   *
   * @throws RangeError where two would have one name
   * @example
   * new Series(["m", "f"]).asType("category").cat.renameCategories({ m: "male" }).values; // ["male", "f"]
   */
  renameCategories(names: readonly string[] | Readonly<Record<string, string>>): Category {
    const own = this.categories;
    if (Array.isArray(names)) {
      if (names.length !== own.length)
        throw new RangeError(
          `renameCategories: ${own.length} categories need as many names; got ${names.length}.`,
        );
      return this.#made(this.#places(own), checked("renameCategories", names as string[]));
    }
    const by = names as Readonly<Record<string, string>>;
    const wrong = Object.keys(by).find((name) => !own.includes(name));
    if (wrong !== undefined) throw unknown("renameCategories", wrong, own);
    const renamed = own.map((name) => by[name] ?? name);
    return this.#made(this.#places(own), checked("renameCategories", renamed));
  }

  /**
   * The column with more categories, after those it has.
   *
   * @example
   * new Series(["a"]).asType("category").cat.addCategories(["z"]).cat.categories; // ["a", "z"]
   */
  addCategories(added: readonly string[]): Category {
    const all = checked("addCategories", [...this.categories, ...added]);
    return this.#made(this.#places(all), all);
  }

  /**
   * The column without some categories; their values become missing.
   *
   * @throws RangeError of a category that is not there
   */
  removeCategories(removed: readonly string[]): Category {
    const own = this.categories;
    const wrong = removed.find((name) => !own.includes(name));
    if (wrong !== undefined) throw unknown("removeCategories", wrong, own);
    return this.setCategories(own.filter((name) => !removed.includes(name)));
  }

  /**
   * The column without the categories that no row has.
   *
   * @example
   * const s = new Series(["b"]).asType("category").cat.setCategories(["a", "b"]);
   * s.cat.removeUnused().cat.categories; // ["b"]
   */
  removeUnused(): Category {
    const used = new Set(this.#used());
    return this.setCategories(this.categories.filter((name) => used.has(name)));
  }

  /** The column with the same categories in another order. */
  reorderCategories(categories: readonly string[]): Category {
    const own = this.categories;
    const wrong = categories.find((name) => !own.includes(name));
    if (wrong !== undefined) throw unknown("reorderCategories", wrong, own);
    if (categories.length !== own.length)
      throw new RangeError(
        `reorderCategories: name all of ${own.join(", ")}; got ${categories.join(", ")}.`,
      );
    return this.setCategories(categories);
  }

  #used(): string[] {
    const values = fromEngine(this.#data) as (string | null)[];
    // The engine's own order of texts, by code points.
    const bytes = new Map(
      [...new Set(values)].flatMap((one) => (one === null ? [] : [[one, Buffer.from(one)]])),
    );
    return [...bytes].sort(([, a], [, b]) => Buffer.compare(a, b)).map(([one]) => one);
  }

  #places(categories: readonly string[]): (number | null)[] {
    const places = new Map(categories.map((name, place) => [name, place]));
    const values = fromEngine(this.#data) as (string | null)[];
    return values.map((value) => (value === null ? null : (places.get(value) ?? null)));
  }

  #made(codes: readonly (number | null)[], categories: readonly string[]): Category {
    return seriesOf(declared(this.#data.name, codes, categories), this.#labels);
  }
}

function checked(verb: string, categories: readonly string[]): readonly string[] {
  const wrong = categories.find((name) => typeof name !== "string");
  if (wrong !== undefined)
    throw new TypeError(`${verb}: categories are texts; got ${shown(wrong)}.`);
  const twice = categories.find((name, at) => categories.indexOf(name) !== at);
  if (twice !== undefined) throw new RangeError(`${verb}: ${shown(twice)} would be there twice.`);
  return categories;
}

function unknown(verb: string, wrong: string, own: readonly string[]): RangeError {
  const [near] = nearest(wrong, own);
  const remedy =
    near === undefined ? `There are: ${own.join(", ")}.` : `Did you mean ${shown(near)}?`;
  return new RangeError(`${verb}: there is no category ${shown(wrong)}. ${remedy}`);
}
