import type { Tensor } from "@tensorflow/tfjs-node";
import pl from "nodejs-polars";
import type { DataFrame } from "../data-frame/data-frame.ts";
import { type Cell, isDate, shown } from "../engine/cell.ts";
import { fromEngine } from "../engine/from-engine.ts";
import { frameOf } from "../engine/make.ts";
import { unknownColumn } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";
import { toEngine } from "../engine/to-engine.ts";
import { tensorFrom } from "../interop/tensor.ts";
import { Classes, labelsOf } from "./classes.ts";
import { type FrameLike, isFrame, isSeries, isTensor, type SeriesLike } from "./kinds.ts";

export interface OneHotEncoderOptions {
  /** What a label does that `fit` did not see: an error (default), or 0 in all columns. */
  readonly handleUnknown?: "error" | "ignore";
  /** Leaves the first column of each feature out (default: none), or only of those with two labels. */
  readonly drop?: "first" | "ifBinary";
}

type Features =
  FrameLike | SeriesLike<Cell> | readonly Cell[] | readonly (readonly Cell[])[] | Tensor;
type Encoded<X> = X extends readonly unknown[] ? number[][] : X extends Tensor ? Tensor : DataFrame;

interface Feature {
  readonly name: string;
  readonly labels: readonly Cell[];
}

/**
 * Labels as columns of 0 and 1, one a label in their order, as scikit-learn's `OneHotEncoder`; missing is
 * a label too, the last. A column or a frame makes a frame, an array rows, a tensor a tensor.
 *
 * @example
 * const encoder = new OneHotEncoder().fit(["b", "a", "b"]);
 * encoder.transform(["a", "b"]); // [[1, 0], [0, 1]]
 * encoder.inverseTransform([[0, 1]]); // [["b"]]
 * const city = new Series(["Rome", "Oslo"], { name: "city" });
 * new OneHotEncoder().fitTransform(city).columns; // ["city_Oslo", "city_Rome"]
 */
export class OneHotEncoder {
  readonly #options: OneHotEncoderOptions;
  #learned: readonly { readonly name: string; readonly classes: Classes }[] | undefined;
  #named = false;

  constructor(options: OneHotEncoderOptions = {}) {
    checkOptions("OneHotEncoder", options, ["handleUnknown", "drop"]);
    for (const [name, known] of [
      ["handleUnknown", ["error", "ignore"]],
      ["drop", ["first", "ifBinary"]],
    ] as const) {
      const value: string | undefined = options[name];
      if (value !== undefined && !(known as readonly string[]).includes(value))
        throw new TypeError(
          `OneHotEncoder: ${name} is ${known.join(" or ")}; got ${shown(value)}.`,
        );
    }
    this.#options = options;
  }

  /**
   * Learns the labels of each feature: of a column, of each column of a frame, of a list, of each place
   * in a list of rows, or of a tensor.
   */
  fit(data: Features): this {
    const features = featuresOf(data, "OneHotEncoder.fit");
    if ((features[0]?.labels.length ?? 0) === 0)
      throw new RangeError("OneHotEncoder.fit: there is nothing to learn from: 0 rows.");
    this.#learned = features.map(({ name, labels }) => ({
      name,
      classes: new Classes(labels, "OneHotEncoder.fit"),
    }));
    this.#named = isFrame(data);
    return this;
  }

  /**
   * The columns of 0 and 1.
   *
   * @throws RangeError of a label that `fit` did not see, unless `handleUnknown` is `"ignore"`
   */
  transform<X extends Features>(data: X): Encoded<X> {
    const verb = "OneHotEncoder.transform";
    const learned = this.#ready(verb);
    const features = featuresOf(data, verb);
    if (features.length !== learned.length)
      throw new RangeError(`${verb}: fit had ${learned.length} features; got ${features.length}.`);
    const columns = features.flatMap(({ name, labels }, at) => {
      const own = learned[at];
      if (this.#named && isFrame(data) && name !== own.name)
        throw unknownColumn(
          name,
          learned.map((one) => one.name),
        );
      const [first, made] = this.#columns(own.classes, labels.length);
      labels.forEach((label, row) => {
        const place = own.classes.place(label);
        if (place === undefined && this.#options.handleUnknown !== "ignore")
          throw own.classes.unseen(
            label,
            row,
            verb,
            ` With handleUnknown: "ignore" it becomes 0 everywhere.`,
          );
        if (place !== undefined && place >= first) made[place - first][row] = 1;
      });
      return made;
    });
    return this.#like(data, columns) as Encoded<X>;
  }

  /** `fit` and `transform` of the same labels. */
  fitTransform<X extends Features>(data: X): Encoded<X> {
    return this.fit(data).transform(data);
  }

  /**
   * The labels of rows of 0 and 1, one a feature; null where a row has none, unless one was dropped.
   */
  inverseTransform(data: FrameLike | readonly (readonly number[])[] | Tensor): Cell[][] {
    const verb = "OneHotEncoder.inverseTransform";
    const learned = this.#ready(verb);
    const rows = rowsOf(data, verb);
    const width = this.getFeatureNamesOut().length;
    return rows.map((row, at) => {
      if (row.length !== width)
        throw new RangeError(`${verb}: there are ${width} columns; row ${at} has ${row.length}.`);
      let from = 0;
      return learned.map(({ classes }) => {
        const [first] = this.#columns(classes, 0);
        const cells = row.slice(from, (from += classes.list.length - first));
        const hot = cells.findIndex((cell) => cell > 0);
        if (hot < 0) return first === 1 ? classes.list[0] : null;
        return classes.list[hot + first];
      });
    });
  }

  /** The labels of each feature, in order. */
  get categories_(): readonly (readonly Cell[])[] {
    return this.#ready("OneHotEncoder.categories_").map(({ classes }) => classes.list);
  }

  /** The names of the columns: the feature's and the label's. */
  getFeatureNamesOut(): string[] {
    return this.#ready("OneHotEncoder.getFeatureNamesOut").flatMap(({ name, classes }) =>
      classes.list.slice(this.#columns(classes, 0)[0]).map((label) => `${name}_${text(label)}`),
    );
  }

  /** How many labels are left out at the start, and the columns of the others. */
  #columns(classes: Classes, rows: number): [number, Uint8Array[]] {
    const { drop } = this.#options;
    const all = classes.list.length;
    const first = drop === "first" || (drop === "ifBinary" && all === 2) ? 1 : 0;
    return [first, Array.from({ length: all - first }, () => new Uint8Array(rows))];
  }

  #ready(verb: string): readonly { readonly name: string; readonly classes: Classes }[] {
    if (this.#learned === undefined)
      throw new Error(`${verb} comes after fit: no labels were learned yet.`);
    return this.#learned;
  }

  #like(given: Features, columns: readonly Uint8Array[]): unknown {
    const rows = columns[0]?.length ?? 0;
    if (isFrame(given) || isSeries(given)) {
      const names = this.getFeatureNamesOut();
      const made = columns.map((one, j) => toEngine(names[j], one).cast(pl.Int64));
      return frameOf({
        data: pl.DataFrame(made),
        index: isFrame(given) ? given.table.index : given.labels,
      });
    }
    if (!isTensor(given))
      return Array.from({ length: rows }, (_, i) => columns.map((one) => one[i]));
    const flat = new Float32Array(rows * columns.length);
    columns.forEach((one, j) => one.forEach((value, i) => (flat[i * columns.length + j] = value)));
    return tensorFrom(flat, [rows, columns.length]);
  }
}

const text = (label: Cell): string => (isDate(label) ? label.toISOString() : String(label));

function featuresOf(data: unknown, verb: string): Feature[] {
  if (isFrame(data))
    return data.table.data.getColumns().map((one) => ({ name: one.name, labels: fromEngine(one) }));
  if (Array.isArray(data) && Array.isArray(data[0])) {
    const rows = data as readonly (readonly unknown[])[];
    const wrong = rows.findIndex((row) => !Array.isArray(row) || row.length !== rows[0].length);
    if (wrong >= 0)
      throw new RangeError(
        `${verb}: row ${wrong} is ${shown(rows[wrong])}, but row 0 has ${rows[0].length} labels.`,
      );
    return rows[0].map((_, j) => ({
      name: `x${j}`,
      labels: labelsOf(
        rows.map((row) => row[j]),
        verb,
      ),
    }));
  }
  const name = isSeries(data) ? data.name : "x0";
  return [{ name, labels: labelsOf(data, verb) }];
}

function rowsOf(data: unknown, verb: string): readonly (readonly number[])[] {
  if (isFrame(data)) return data.toArrays() as number[][];
  if (isTensor(data)) return data.arraySync() as number[][];
  if (Array.isArray(data)) return data as number[][];
  throw new TypeError(`${verb} takes a frame, rows or a tensor of 0 and 1; got ${shown(data)}.`);
}
