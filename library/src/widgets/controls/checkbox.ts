import { controls } from "../model/protocol.ts";
import { flag } from "../traits/kinds.ts";
import { control, css, descriptionWidth, part, styleClass } from "../widget/common.ts";
import { widgetClass } from "../widget/widget-class.ts";

class CheckboxStyle extends styleClass("CheckboxStyleModel", {
  background: css,
  descriptionWidth,
}) {}

const traits = {
  ...control,
  /** Default `false`. */
  value: flag(false),
  /** Whether it is indented as far as the controls above it. Default `true`. */
  indent: flag(true),
  style: part(CheckboxStyle),
};

/**
 * A box to tick.
 *
 * @example
 * const shuffle = new Checkbox({ value: true, description: "shuffle" });
 * shuffle.value; // true
 */
export class Checkbox extends widgetClass(
  "Checkbox",
  controls("CheckboxModel", "CheckboxView"),
  traits,
  ["description", "value"],
) {}
