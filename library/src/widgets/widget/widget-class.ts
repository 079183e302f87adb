import { defineAccessors } from "../model/model-class.ts";
import type { Identity } from "../model/protocol.ts";
import type { GivenOf, Traits, ValuesOf } from "../traits/trait.ts";
import { Widget } from "./widget.ts";

/** A class of widgets with these values as properties. */
export type WidgetClass<T extends Traits> = new (
  options?: GivenOf<T>,
) => Widget<ValuesOf<T>, GivenOf<T>> & ValuesOf<T>;

/** Makes a class of widgets from a table of its values; `told` are those that its text form states. */
export function widgetClass<T extends Traits>(
  name: string,
  identity: Identity,
  traits: T,
  told: readonly (keyof T & string)[],
): WidgetClass<T> {
  class Made extends Widget {
    constructor(options: object = {}) {
      super({ name, identity, traits, told }, options);
    }
  }
  defineAccessors(Made.prototype, traits);
  return Made as unknown as WidgetClass<T>;
}
