import { controls } from "../model/protocol.ts";
import { flag, oneOf, text } from "../traits/kinds.ts";
import { anyWidget, css, fontStyle, part, styleClass } from "../widget/common.ts";
import { widgetClass } from "../widget/widget-class.ts";

class ButtonStyle extends styleClass("ButtonStyleModel", { buttonColor: css, ...fontStyle }) {}

const traits = {
  ...anyWidget,
  /** The text on it. */
  description: text(),
  /** Whether it is greyed out and cannot be clicked. Default `false`. */
  disabled: flag(false),
  /** Its colour by meaning. */
  buttonStyle: oneOf("", "primary", "success", "info", "warning", "danger"),
  /** A Font Awesome name, for example `"play"`. */
  icon: text(),
  style: part(ButtonStyle),
};

/**
 * A button.
 *
 * @example
 * const button = new Button({ description: "Train", icon: "play" });
 * const clicks = [];
 * button.onClick((clicked) => clicks.push(clicked.description));
 * button.click();
 * clicks; // ["Train"]
 */
export class Button extends widgetClass("Button", controls("ButtonModel", "ButtonView"), traits, [
  "description",
]) {
  readonly #handlers = new Set<(button: Button) => unknown>();

  /**
   * Calls `handler` when it is clicked. What the handler prints appears under the cell that made the
   * button. While a promise that it returns is pending, the kernel counts as busy.
   *
   * @returns what ends it
   */
  onClick(handler: (button: Button) => unknown): () => void {
    if (typeof handler !== "function") {
      throw new TypeError(`onClick needs a function, received ${typeof handler}`);
    }
    if (this.#handlers.size === 0) this.onCustomMessage((content) => this.#received(content));
    this.#handlers.add(handler);
    return () => void this.#handlers.delete(handler);
  }

  /** Does what a click of the user does. */
  click(): void {
    void this.#clicked();
  }

  #received(content: unknown): unknown {
    return (content as { event?: unknown } | null)?.event === "click" ? this.#clicked() : undefined;
  }

  async #clicked(): Promise<void> {
    await Promise.all([...this.#handlers].map((handler) => handler(this)));
  }
}
