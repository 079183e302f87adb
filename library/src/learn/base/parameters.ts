import { checkOptions } from "../../frame/engine/options.ts";
import { describe } from "../matrix/index.ts";

/** The parameters given, over their defaults; one that does not exist is refused. */
export function withDefaults<P extends object>(who: string, defaults: P, given: Partial<P>): P {
  checkOptions(who, given, Object.keys(defaults));
  const set = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(set) };
}

const wrong = (who: string, name: string, needed: string, value: unknown): RangeError =>
  new RangeError(`${who}: ${name} must be ${needed}; it is ${describe(value)}.`);

/** @throws RangeError unless the parameter is a whole number from `low` to `high` (both included). */
export function checkInteger(
  who: string,
  name: string,
  value: unknown,
  low: number,
  high = Infinity,
): void {
  const whole = typeof value === "number" && Number.isInteger(value);
  if (whole && value >= low && value <= high) return;
  const range = high === Infinity ? `from ${low}` : `from ${low} to ${high}`;
  throw wrong(who, name, `a whole number ${range}`, value);
}

/** Where a number's range ends, and whether the end itself is allowed. */
export interface Range {
  readonly above?: number;
  readonly from?: number;
  readonly below?: number;
  readonly to?: number;
}

/** @throws RangeError unless the parameter is a number in the range; infinite only where `to` says so. */
export function checkNumber(who: string, name: string, value: unknown, range: Range = {}): void {
  const { above = -Infinity, from = -Infinity, below = Infinity, to = Infinity } = range;
  const inside =
    typeof value === "number" &&
    (Number.isFinite(value) || range.to === Infinity) &&
    (value > above || range.above === undefined) &&
    value >= from &&
    (value < below || range.below === undefined) &&
    value <= to;
  if (inside) return;
  const words = Object.entries({ above: "above", from: "from", below: "below", to: "to" })
    .filter(([end]) => range[end as keyof Range] !== undefined)
    .map(([end, word]) => `${word} ${range[end as keyof Range]}`);
  throw wrong(who, name, ["a number", ...words].join(" "), value);
}

/** @throws RangeError unless the parameter is one of the choices. */
export function checkChoice(
  who: string,
  name: string,
  value: unknown,
  choices: readonly unknown[],
): void {
  if (choices.includes(value)) return;
  const list = choices.map((choice) => describe(choice)).join(", ");
  throw wrong(who, name, `one of ${list}`, value);
}
