import {
  codeLabels,
  Estimator,
  type Label,
  type LabelsLike,
  readLabels,
  register,
} from "../../base/index.ts";

interface State {
  readonly classes: readonly Label[];
}

/**
 * Labels (a target, not features) as whole numbers from 0 in sorted order.
 *
 * @example
 * const encoder = new LabelEncoder().fit(["yes", "no", "yes"]);
 * encoder.transform(["no", "yes"]); // [0, 1]
 * encoder.inverseTransform([1]); // ["yes"]
 */
export class LabelEncoder<L extends Label = Label> extends Estimator<object, State> {
  constructor(params: object = {}) {
    super({}, params);
  }

  fit<M extends Label>(y: LabelsLike<M>): LabelEncoder<M> {
    const { classes } = codeLabels(readLabels(y, this.name));
    this.learned({ classes }, { columns: 1 });
    return this as unknown as LabelEncoder<M>;
  }

  /** @throws RangeError for a label that `fit` did not see */
  transform(y: LabelsLike<L>): Int32Array {
    const { classes } = this.fitted("transform");
    const places = new Map(classes.map((label, at) => [label, at]));
    return Int32Array.from(readLabels(y, this.name), (label, i) => {
      const place = places.get(label);
      if (place !== undefined) return place;
      throw new RangeError(
        `${this.name} does not know ${JSON.stringify(label)} (sample ${i}). It knows: ${classes.map((one) => JSON.stringify(one)).join(", ")}.`,
      );
    });
  }

  fitTransform<M extends Label>(y: LabelsLike<M>): Int32Array {
    return this.fit(y).transform(y);
  }

  /** @throws RangeError for a number that stands for no label */
  inverseTransform(codes: ArrayLike<number>): L[] {
    const { classes } = this.fitted("inverseTransform");
    return Array.from(codes, (code, i) => {
      if (code in classes) return classes[code] as L;
      throw new RangeError(
        `${this.name}: ${code} (sample ${i}) stands for no label; there are ${classes.length}.`,
      );
    });
  }

  /** The labels, sorted. */
  get classes_(): L[] {
    return [...this.fitted("classes_").classes] as L[];
  }
}

register("LabelEncoder", LabelEncoder);
