import { inspect } from "node:util";
import { jupyterDisplay, type Displayable, type MimeBundle } from "../../host/index.ts";
import { Model, type ModelSpec } from "../model/model.ts";
import { viewMimeType } from "../model/protocol.ts";
import { shown } from "../traits/trait.ts";
import { closePart } from "./parts.ts";

export interface WidgetSpec extends ModelSpec {
  /** The values that its text form states, in this order; a description only where there is one. */
  readonly told: readonly string[];
}

/** Text longer than this is cut in the text form. */
const longest = 60;

/**
 * A model that can be seen: leave it as a cell's last value, or `display` it. Without a front end, as
 * in nbconvert, it is text that says its state, such as `IntSlider(value=3, min=0, max=10)`.
 */
export abstract class Widget<
  Values extends object = Record<string, unknown>,
  Given extends object = Partial<Values>,
>
  extends Model<Values, Given>
  implements Displayable
{
  readonly #spec: WidgetSpec;

  constructor(spec: WidgetSpec, options: Given) {
    super(spec, options);
    this.#spec = spec;
  }

  override close(): void {
    super.close();
    closePart(this.read("layout"));
    closePart(this.read("style"));
  }

  [jupyterDisplay](): MimeBundle {
    const text = this.toString();
    if (this.closed) return { "text/plain": text };
    const view = { version_major: 2, version_minor: 0, model_id: this.id };
    return { [viewMimeType]: view, "text/plain": text };
  }

  override toString(): string {
    const told = this.#spec.told
      .map((name) => [name, this.read(name)] as const)
      .filter(([name, value]) => name !== "description" || value !== "")
      .map(([name, value]) => `${name}=${inWords(value)}`);
    return `${this.#spec.name}(${[...(this.closed ? ["closed"] : []), ...told].join(", ")})`;
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inWords).join(", ")}]`;
  if (value instanceof Widget) return value.toString();
  if (value instanceof Uint8Array) return `<${value.byteLength} bytes>`;
  if (typeof value !== "string") return shown(value);
  return JSON.stringify(value.length > longest ? `${value.slice(0, longest)}…` : value);
}
