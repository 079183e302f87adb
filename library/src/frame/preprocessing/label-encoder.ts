import type { Cell } from "../engine/cell.ts";
import { shown } from "../engine/cell.ts";
import { seriesOf } from "../engine/make.ts";
import { toEngine } from "../engine/to-engine.ts";
import { tensorFrom } from "../interop/tensor.ts";
import { Classes, labelsOf } from "./classes.ts";
import { isSeries, isTensor, type Labels, type LabelsLike, type Widened } from "./kinds.ts";

/**
 * Labels as the numbers 0 to n − 1, in the order of the labels, as scikit-learn's `LabelEncoder`; missing
 * is the last one. A column makes a column, an array an array, a tensor a tensor.
 *
 * @example
 * const encoder = new LabelEncoder().fit(["b", "a", "b"]);
 * encoder.classes_; // ["a", "b"]
 * encoder.transform(["b", "b", "a"]); // [1, 1, 0]
 * encoder.inverseTransform([0, 1]); // ["a", "b"]
 * new LabelEncoder().fitTransform(new Series(["x", null, "w"])).values; // [1, 2, 0]
 */
export class LabelEncoder<T extends Cell = Cell> {
  #learned: Classes | undefined;

  /**
   * Learns the labels.
   *
   * @throws TypeError of labels of several types
   */
  fit<U extends Cell = T>(labels: Labels<U>): LabelEncoder<Widened<U>> {
    this.#learned = new Classes(labelsOf(labels, "LabelEncoder.fit"), "LabelEncoder.fit");
    return this as unknown as LabelEncoder<Widened<U>>;
  }

  /**
   * The numbers of labels.
   *
   * @throws RangeError of a label that `fit` did not see
   */
  transform<X extends Labels<T>>(labels: X): LabelsLike<X, number> {
    const verb = "LabelEncoder.transform";
    const classes = this.#classes(verb);
    const codes = labelsOf(labels, verb).map((label, row) => {
      const place = classes.place(label);
      if (place === undefined) throw classes.unseen(label, row, verb);
      return place;
    });
    return like(labels, codes, true) as LabelsLike<X, number>;
  }

  /** `fit` and `transform` of the same labels. */
  fitTransform<X extends Labels>(labels: X): LabelsLike<X, number> {
    return this.fit(labels).transform(labels as Labels<never>) as LabelsLike<X, number>;
  }

  /**
   * The labels of numbers.
   *
   * @throws RangeError of a number that stands for no label
   */
  inverseTransform<X extends Labels<number>>(codes: X): LabelsLike<X, T> {
    const verb = "LabelEncoder.inverseTransform";
    const { list } = this.#classes(verb);
    const labels = labelsOf(codes, verb).map((code, row) => {
      if (typeof code === "number" && Number.isInteger(code) && code >= 0 && code < list.length)
        return list[code];
      throw new RangeError(
        `${verb}: row ${row} is ${shown(code)}; there are the labels 0 to ${list.length - 1}.`,
      );
    });
    return like(codes, labels, false) as LabelsLike<X, T>;
  }

  /** The labels in order: the place of one is its number. */
  get classes_(): readonly T[] {
    return this.#classes("LabelEncoder.classes_").list as readonly T[];
  }

  /** The number of each label by its text, as danfo has it. */
  get classes(): Record<string, number> {
    return Object.fromEntries(this.classes_.map((label, place) => [String(label), place]));
  }

  /** How many labels there are. */
  get nClasses(): number {
    return this.classes_.length;
  }

  #classes(verb: string): Classes {
    if (this.#learned === undefined)
      throw new Error(`${verb} comes after fit: no labels were learned yet.`);
    return this.#learned;
  }
}

function like(given: Labels, values: readonly Cell[], whole: boolean): unknown {
  if (isSeries(given))
    return seriesOf(toEngine(given.name, values, whole ? "int64" : undefined), given.labels);
  if (isTensor(given))
    return tensorFrom(values as readonly number[], [values.length], whole ? "int32" : undefined);
  return values;
}
