import { controls } from "../model/protocol.ts";
import { flag, text } from "../traits/kinds.ts";
import {
  control,
  css,
  described,
  descriptionWidth,
  fontStyle,
  part,
  styleClass,
} from "../widget/common.ts";
import { widgetClass } from "../widget/widget-class.ts";

const plainStyle = { background: css, descriptionWidth, fontSize: css, textColor: css };

class TextStyle extends styleClass("TextStyleModel", plainStyle) {}
class HTMLStyle extends styleClass("HTMLStyleModel", plainStyle) {}
class LabelStyle extends styleClass("LabelStyleModel", {
  ...{ background: css, descriptionWidth },
  ...fontStyle,
}) {}

/** ipywidgets' placeholder: a space without width, which keeps the height of a line. */
const placeholder = text("\u200b");

const textTraits = {
  ...control,
  /** Default `""`. */
  value: text(),
  /** Shown where there is no text. */
  placeholder,
  /** Whether the value comes with every key, or only with Enter and when the field is left. Default `true`. */
  continuousUpdate: flag(true),
  style: part(TextStyle),
};

/**
 * A field for one line of text.
 *
 * @example
 * const name = new Text({ description: "name", value: "run 1" });
 * name.value; // "run 1"
 */
export class Text extends widgetClass("Text", controls("TextModel", "TextView"), textTraits, [
  "description",
  "value",
]) {
  /** Calls `handler` when Enter is pressed. @returns what ends it */
  onSubmit(handler: (text: Text) => unknown): () => void {
    return this.onCustomMessage((content) => {
      const { event } = Object(content) as { event?: unknown };
      return event === "submit" ? handler(this) : undefined;
    });
  }
}

const htmlTraits = {
  ...described,
  /** The HTML. Default `""`. */
  value: text(),
  placeholder,
  style: part(HTMLStyle),
};

/**
 * HTML that can be changed in place.
 *
 * @example
 * const result = new HTML({ value: "<b>0.93</b>" });
 * result.value = "<b>0.95</b>";
 * result.value; // "<b>0.95</b>"
 */
export class HTML extends widgetClass("HTML", controls("HTMLModel", "HTMLView"), htmlTraits, [
  "description",
  "value",
]) {}

const labelTraits = {
  ...described,
  /** The text, with formulas between `$` signs. Default `""`. */
  value: text(),
  placeholder,
  style: part(LabelStyle),
};

/**
 * Text that can be changed in place.
 *
 * @example
 * const label = new Label({ value: "epoch 1" });
 * label.toString(); // 'Label(value="epoch 1")'
 */
export class Label extends widgetClass("Label", controls("LabelModel", "LabelView"), labelTraits, [
  "description",
  "value",
]) {}
