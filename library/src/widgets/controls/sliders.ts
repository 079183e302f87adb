import { controls } from "../model/protocol.ts";
import { flag, integer, number, oneOf, text } from "../traits/kinds.ts";
import type { ValuesOf } from "../traits/trait.ts";
import { control, css, descriptionWidth, part, styleClass } from "../widget/common.ts";
import { widgetClass } from "../widget/widget-class.ts";
import { intoRange } from "./range.ts";

class SliderStyle extends styleClass("SliderStyleModel", { descriptionWidth, handleColor: css }) {}

const slider = {
  ...control,
  /** How the handle moves: to a click and with the pointer, or one of the two. */
  behavior: oneOf("drag-tap", "drag-snap", "tap", "drag", "snap"),
  /** Whether values come while the handle moves, or only where it is let go. Default `true`. */
  continuousUpdate: flag(true),
  orientation: oneOf("horizontal", "vertical"),
  /** Whether the value stands beside it. Default `true`. */
  readout: flag(true),
  style: part(SliderStyle),
};

const intTraits = {
  ...slider,
  /** Default 0. */
  value: integer(0),
  /** Default 0. */
  min: integer(0),
  /** Default 100. */
  max: integer(100),
  /** Default 1. */
  step: integer(1),
  /** Format of the value beside it, as d3-format has it. Default `"d"`. */
  readoutFormat: text("d"),
};
type IntValues = ValuesOf<typeof intTraits>;

/**
 * A slider for a whole number.
 *
 * @throws TypeError for a value that is no whole number
 * @throws RangeError for a value outside `min` to `max`
 * @example
 * const layers = new IntSlider({ value: 3, min: 1, max: 10, description: "layers" });
 * layers.value = 4;
 * layers.toString(); // 'IntSlider(description="layers", value=4, min=1, max=10)'
 */
export class IntSlider extends widgetClass(
  "IntSlider",
  controls("IntSliderModel", "IntSliderView"),
  intTraits,
  ["description", "value", "min", "max"],
) {
  protected override fit(next: IntValues, given: Partial<IntValues>) {
    return intoRange("IntSlider", next, given);
  }
}

const floatTraits = {
  ...slider,
  /** Default 0. */
  value: number(0),
  /** Default 0. */
  min: number(0),
  /** Default 100. */
  max: number(100),
  /** Default 0.1. */
  step: number(0.1),
  /** Format of the value beside it, as d3-format has it. Default `".2f"`. */
  readoutFormat: text(".2f"),
};
type FloatValues = ValuesOf<typeof floatTraits>;

/**
 * A slider for a number. Where its range moves away from the value, the value follows.
 *
 * @throws TypeError for a value that is no finite number
 * @throws RangeError for a value outside `min` to `max`
 * @example
 * const rate = new FloatSlider({ value: 0.5, max: 1, step: 0.01 });
 * rate.max = 0.25;
 * rate.value; // 0.25
 */
export class FloatSlider extends widgetClass(
  "FloatSlider",
  controls("FloatSliderModel", "FloatSliderView"),
  floatTraits,
  ["description", "value", "min", "max"],
) {
  protected override fit(next: FloatValues, given: Partial<FloatValues>) {
    return intoRange("FloatSlider", next, given);
  }
}
