import type { AnyWidget } from "../controls/boxes.ts";
import { Checkbox } from "../controls/checkbox.ts";
import { Dropdown } from "../controls/dropdown.ts";
import { FloatSlider, IntSlider } from "../controls/sliders.ts";
import { Text } from "../controls/texts.ts";
import { shown } from "../traits/trait.ts";
import { Widget } from "../widget/widget.ts";

/** A widget with a value. */
export interface ValueWidget<Value> extends AnyWidget {
  value: Value;
}

/**
 * What a control is made from: `[min, max]` or `[min, max, step]` a slider, another list a dropdown,
 * an object a dropdown of values by label, a number a slider around it, `true` or `false` a checkbox,
 * text a text field; a widget is itself.
 */
export type ControlSource =
  | number
  | boolean
  | string
  | readonly unknown[]
  | Readonly<Record<string, unknown>>
  | ValueWidget<unknown>;

/** The values that a control gives. */
export type ControlValue<Source> =
  Source extends ValueWidget<infer Value>
    ? Value
    : Source extends number
      ? number
      : Source extends boolean
        ? boolean
        : Source extends string
          ? string
          : Source extends readonly number[]
            ? number
            : Source extends readonly (infer Value)[]
              ? Value
              : Source extends Readonly<Record<string, infer Value>>
                ? Value
                : never;

/** Makes the control for a value named `description`. */
export function controlFor(source: ControlSource, description: string): ValueWidget<unknown> {
  if (source instanceof Widget && "value" in source) return source as ValueWidget<unknown>;
  if (typeof source === "boolean") return new Checkbox({ value: source, description });
  if (typeof source === "string") return new Text({ value: source, description });
  if (typeof source === "number") {
    const [low, high] = source === 0 ? [0, 1] : [-source, 3 * source];
    return slider([Math.min(low, high), Math.max(low, high)], description, source);
  }
  if (isRange(source)) return slider(source, description);
  if (typeof source === "object" && source !== null && Object.keys(source).length > 0) {
    return new Dropdown<unknown>({ options: source as readonly unknown[], description });
  }
  throw new TypeError(`interact cannot make a control for ${description} from ${shown(source)}`);
}

type Range = readonly [min: number, max: number, step?: number];

function isRange(source: ControlSource): source is Range {
  return (
    Array.isArray(source) &&
    (source.length === 2 || source.length === 3) &&
    source.every((each) => typeof each === "number")
  );
}

function slider(range: Range, description: string, at?: number): ValueWidget<number> {
  const [min, max, step] = range;
  if (step !== undefined && !(step > 0)) {
    throw new RangeError(`interact: the step of ${description} must be above 0, received ${step}`);
  }
  const whole = [...range, at ?? min].every((each) => Number.isSafeInteger(each));
  if (whole) {
    const value = at ?? min + Math.floor((max - min) / 2 / (step ?? 1)) * (step ?? 1);
    return new IntSlider({ min, max, step: step ?? 1, value, description });
  }
  const by = step ?? (max - min) / 100;
  const value = at ?? min + Math.round((max - min) / 2 / by) * by;
  const decimals = Math.min(6, Math.max(2, Math.ceil(-Math.log10(by))));
  const readoutFormat = `.${decimals}f`;
  return new FloatSlider({
    ...{ min, max, step: by, description, readoutFormat },
    value: Math.min(max, value),
  });
}
