import type { AnyEstimator } from "../base/index.ts";

type Named = readonly [name: string, ...rest: readonly unknown[]];

/** @throws RangeError for no steps, two of one name, or a name with two underscores. */
export function checkStepNames(steps: readonly Named[], who: string): void {
  if (steps.length === 0) throw new RangeError(`${who} has no steps; give it at least one.`);
  steps.forEach((step, at) => {
    const [name] = step;
    if (!Array.isArray(step) || typeof name !== "string" || step[1] === undefined) {
      throw new TypeError(`${who}: step ${at} must be [name, estimator].`);
    }
    if (steps.findIndex(([other]) => other === name) !== at) {
      throw new RangeError(`${who} has two steps called "${name}"; names must differ.`);
    }
    if (name.includes("__")) {
      throw new RangeError(
        `${who}: the name "${name}" has two underscores, which part a step from its parameter.`,
      );
    }
  });
}

/** Parameters in which `{ step: estimator }` has become new steps. */
export function replaceSteps(
  steps: readonly Named[],
  given: object,
  parameter: string,
): Readonly<Record<string, unknown>> {
  const rest: Record<string, unknown> = { ...given };
  const names = new Set(steps.map(([name]) => name));
  const replaced = Object.keys(rest).filter((name) => names.has(name));
  if (replaced.length === 0) return rest;
  const list = (rest[parameter] as readonly Named[] | undefined) ?? steps;
  rest[parameter] = list.map((step) =>
    replaced.includes(step[0]) ? [step[0], rest[step[0]], ...step.slice(2)] : step,
  );
  for (const name of replaced) delete rest[name];
  return rest;
}

/** Names from the classes: `standardScaler`, with `-1`, `-2` where a class comes more than once. */
export function namesFor(estimators: readonly (AnyEstimator | string)[]): string[] {
  const plain = estimators.map((one) => {
    const name = typeof one === "string" ? one : one.name;
    return name.charAt(0).toLowerCase() + name.slice(1);
  });
  const seen = new Map<string, number>();
  return plain.map((name) => {
    if (plain.indexOf(name) === plain.lastIndexOf(name)) return name;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name}-${count}`;
  });
}
