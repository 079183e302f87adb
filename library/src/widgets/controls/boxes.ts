import type { Displayable } from "../../host/index.ts";
import { controls, reference } from "../model/protocol.ts";
import { oneOf } from "../traits/kinds.ts";
import { shown, type GivenOf, type Trait } from "../traits/trait.ts";
import { anyWidget } from "../widget/common.ts";
import { widgetClass } from "../widget/widget-class.ts";
import { Widget } from "../widget/widget.ts";

/** Any widget, whatever its values are. */
export interface AnyWidget extends Displayable {
  readonly id: string;
  readonly closed: boolean;
  close(): void;
}

const children: Trait<readonly AnyWidget[]> = {
  initial: () => [],
  check(value, name) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const wrong = list.filter((one) => !(one instanceof Widget));
    if (Array.isArray(value) && wrong.length === 0) return list as AnyWidget[];
    throw new TypeError(`${name} must be a list of widgets, received ${shown(wrong[0] ?? value)}`);
  },
  toWire: (value) => value.map(({ id }) => reference(id)),
};

const traits = {
  ...anyWidget,
  /** The widgets in it, in order. */
  children,
  /** Its background by meaning. */
  boxStyle: oneOf("", "success", "info", "warning", "danger"),
};

type Options = Omit<GivenOf<typeof traits>, "children">;

/**
 * Widgets side by side.
 *
 * @example
 * const row = new HBox([new Label({ value: "a" }), new Label({ value: "b" })]);
 * row.toString(); // 'HBox(children=[Label(value="a"), Label(value="b")])'
 */
export class HBox extends widgetClass("HBox", controls("HBoxModel", "HBoxView"), traits, [
  "children",
]) {
  constructor(children: readonly AnyWidget[] = [], options: Options = {}) {
    super({ ...options, children });
  }
}

/**
 * Widgets one below the other.
 *
 * @example
 * const column = new VBox([new Checkbox()]);
 * column.children = [...column.children, new Label()];
 * column.children.length; // 2
 */
export class VBox extends widgetClass("VBox", controls("VBoxModel", "VBoxView"), traits, [
  "children",
]) {
  constructor(children: readonly AnyWidget[] = [], options: Options = {}) {
    super({ ...options, children });
  }
}
