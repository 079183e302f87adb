import { controls } from "../model/protocol.ts";
import { shown, type GivenOf, type Trait, type ValuesOf } from "../traits/trait.ts";
import { control, descriptionWidth, part, styleClass } from "../widget/common.ts";
import { widgetClass } from "../widget/widget-class.ts";
import type { Widget } from "../widget/widget.ts";

type Pair<Value> = readonly [label: string, value: Value];

/** What may be chosen from: values, pairs of label and value, or a record or map of values by label. */
export type Choices<Value> =
  | readonly Value[]
  | readonly Pair<Value>[]
  | Readonly<Record<string, Value>>
  | ReadonlyMap<string, Value>;

class DescriptionStyle extends styleClass("DescriptionStyleModel", { descriptionWidth }) {}

const options: Trait<readonly Pair<unknown>[], Choices<unknown>> = {
  initial: () => [],
  check: (value, name) => pairsOf(value, name),
  toWire: (pairs) => pairs.map(([label]) => label),
  wireName: "_options_labels",
};

const index: Trait<number | null> = {
  initial: () => null,
  check(value, name) {
    if (value === null || Number.isSafeInteger(value)) return value as number | null;
    throw new TypeError(`${name} must be a whole number or null, received ${shown(value)}`);
  },
};

/** Only its place travels. */
const value: Trait<unknown> = {
  initial: () => undefined,
  check: (given) => given,
  wireName: null,
};

const traits = { ...control, options, index, value, style: part(DescriptionStyle) };
type Values = ValuesOf<typeof traits>;

class UntypedDropdown extends widgetClass(
  "Dropdown",
  controls("DropdownModel", "DropdownView"),
  traits,
  ["description", "value", "options"],
) {
  protected override fit(next: Values, given: Partial<Values>): Values {
    const { options: pairs } = next;
    const at = "value" in given ? placeOf(given.value, pairs) : indexOf(next, given);
    return { ...next, index: at, value: at === null ? undefined : pairs[at][1] };
  }

  override toString(): string {
    const { description, value, options: pairs } = this;
    const labels = pairs.map(([label]) => label).join(", ");
    const said = description === "" ? "" : `description=${JSON.stringify(description)}, `;
    return `Dropdown(${this.closed ? "closed, " : ""}${said}value=${shown(value)}, options=[${labels}])`;
  }
}

function indexOf(next: Values, given: Partial<Values>): number | null {
  const { options: pairs } = next;
  if (given.options && given.index === undefined) return pairs.length > 0 ? 0 : null;
  const { index: at } = next;
  if (at === null || (at >= 0 && at < pairs.length)) return at;
  throw new RangeError(`Dropdown: index ${at} is outside 0 to ${pairs.length - 1}`);
}

function placeOf(wanted: unknown, pairs: readonly Pair<unknown>[]): number {
  const at = pairs.findIndex(([, each]) => Object.is(each, wanted));
  if (at >= 0) return at;
  const among = pairs.map(([, each]) => shown(each)).join(", ") || "none";
  throw new RangeError(`Dropdown: value ${shown(wanted)} is not among the options: ${among}`);
}

function pairsOf(given: unknown, name: string): Pair<unknown>[] {
  if (given instanceof Map) return [...given].map(([label, each]) => [String(label), each]);
  if (Array.isArray(given)) {
    const isPair = (each: unknown): each is Pair<unknown> =>
      Array.isArray(each) && each.length === 2 && typeof each[0] === "string";
    return given.every(isPair)
      ? given.map(([label, each]) => [label, each])
      : given.map((each: unknown) => [typeof each === "string" ? each : shown(each), each]);
  }
  if (typeof given === "object" && given !== null) return Object.entries(given);
  throw new TypeError(`${name} must be a list, a record or a map, received ${shown(given)}`);
}

type DropdownValues<Value> = Omit<Values, "value" | "options"> & {
  /** The value that is chosen; undefined where there is none. */
  value: Value;
  /** Labels and values. */
  options: readonly Pair<Value>[];
};

type DropdownGiven<Value> = Omit<GivenOf<typeof traits>, "value" | "options"> & {
  readonly value?: Value;
  readonly options?: Choices<Value>;
};

/**
 * A list to choose one value from; the first is chosen where no other is given.
 *
 * @throws RangeError for a value that is not among the options
 * @example
 * const optimizer = new Dropdown({ options: ["sgd", "adam"], value: "adam" });
 * optimizer.index; // 1
 * @example
 * const rate = new Dropdown({ options: { slow: 0.001, fast: 0.1 } });
 * rate.value = 0.1;
 * rate.index; // 1
 */
export const Dropdown = UntypedDropdown as unknown as new <Value = string>(
  options?: DropdownGiven<Value>,
) => Dropdown<Value>;
export type Dropdown<Value = string> = Widget<DropdownValues<Value>, DropdownGiven<Value>> &
  DropdownValues<Value>;
