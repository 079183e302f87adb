import { modelClass } from "../model/model-class.ts";
import { style as styleOf } from "../model/protocol.ts";
import { always, flag, flagOrNull, text, textOrNull } from "../traits/kinds.ts";
import type { Traits } from "../traits/trait.ts";
import { layout, part } from "./parts.ts";

/** What every widget has. */
export const anyWidget = {
  /** CSS classes of its element. */
  domClasses: always<readonly string[]>([], "_dom_classes"),
  /** Where it stands and how large it is. */
  layout: layout(),
  /** Whether the Tab key stops there; null leaves it to the browser. */
  tabbable: flagOrNull(),
  /** Shown while the pointer rests on it. */
  tooltip: textOrNull(),
};

/** What a widget with a description beside it has. */
export const described = {
  ...anyWidget,
  /** Shown beside it. Default none. */
  description: text(),
  /** Whether the description is HTML. Default `false`. */
  descriptionAllowHtml: flag(false),
};

/** What can be switched off has. */
export const control = {
  ...described,
  /** Whether it is greyed out and refuses input. Default `false`. */
  disabled: flag(false),
};

/** The style of one class of widgets: its front-end model and its properties of CSS. */
export function styleClass<T extends Traits>(model: string, traits: T) {
  return modelClass(model.replace(/Model$/, ""), styleOf(model), traits);
}

const css = textOrNull();

export const fontStyle = {
  fontFamily: css,
  fontSize: css,
  fontStyle: css,
  fontVariant: css,
  fontWeight: css,
  textColor: css,
  textDecoration: css,
};

export const descriptionWidth = text();

export { css, part };
