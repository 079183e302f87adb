import { controls } from "../model/protocol.ts";
import { integer, number, oneOf } from "../traits/kinds.ts";
import type { ValuesOf } from "../traits/trait.ts";
import { css, described, descriptionWidth, part, styleClass } from "../widget/common.ts";
import { widgetClass } from "../widget/widget-class.ts";
import { intoRange } from "./range.ts";

class ProgressStyle extends styleClass("ProgressStyleModel", { barColor: css, descriptionWidth }) {}

const bar = {
  ...described,
  /** Its colour by meaning. */
  barStyle: oneOf("", "success", "info", "warning", "danger"),
  orientation: oneOf("horizontal", "vertical"),
  style: part(ProgressStyle),
};

const intTraits = {
  ...bar,
  /** Default 0. */
  value: integer(0),
  /** Default 0. */
  min: integer(0),
  /** Default 100. */
  max: integer(100),
};
type IntValues = ValuesOf<typeof intTraits>;

/**
 * A bar that shows how far something got, in whole numbers. `progress` counts by itself.
 *
 * @throws RangeError for a value outside `min` to `max`
 * @example
 * const bar = new IntProgress({ max: 5, description: "epoch" });
 * for (let epoch = 1; epoch <= 5; epoch++) bar.value = epoch;
 * bar.barStyle = "success";
 * bar.toString(); // 'IntProgress(description="epoch", value=5, min=0, max=5)'
 */
export class IntProgress extends widgetClass(
  "IntProgress",
  controls("IntProgressModel", "ProgressView"),
  intTraits,
  ["description", "value", "min", "max"],
) {
  protected override fit(next: IntValues, given: Partial<IntValues>) {
    return intoRange("IntProgress", next, given);
  }
}

const floatTraits = {
  ...bar,
  /** Default 0. */
  value: number(0),
  /** Default 0. */
  min: number(0),
  /** Default 100. */
  max: number(100),
};
type FloatValues = ValuesOf<typeof floatTraits>;

/**
 * A bar that shows how far something got.
 *
 * @throws RangeError for a value outside `min` to `max`
 * @example
 * const bar = new FloatProgress({ max: 1 });
 * bar.value = 0.25;
 * bar.value; // 0.25
 */
export class FloatProgress extends widgetClass(
  "FloatProgress",
  controls("FloatProgressModel", "ProgressView"),
  floatTraits,
  ["description", "value", "min", "max"],
) {
  protected override fit(next: FloatValues, given: Partial<FloatValues>) {
    return intoRange("FloatProgress", next, given);
  }
}
