import { shown } from "../traits/trait.ts";

interface Range {
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

/**
 * A value that was set must lie in the range; one that the range moved away from follows it.
 *
 * @throws RangeError naming the value and the range
 */
export function intoRange<Values extends Range>(
  name: string,
  next: Values,
  given: Partial<Range>,
): Values {
  const { value, min, max } = next;
  if (min > max)
    throw new RangeError(`${name}: min ${shown(min)} is greater than max ${shown(max)}`);
  if (given.value !== undefined && (value < min || value > max)) {
    throw new RangeError(`${name}: value ${shown(value)} is outside ${min} (min) to ${max} (max)`);
  }
  return { ...next, value: Math.min(max, Math.max(min, value)) };
}
