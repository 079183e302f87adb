/**
 * The kinds of JSON that message contents are made of. A kind lists what is wrong with a value, each
 * problem with the place where it is; nothing listed means that the value conforms.
 *
 * @module
 */
export interface Kind<T> {
  problems(value: unknown, at: string): readonly string[];
  /** Never set: carries the type of conforming values to `TypeOf`. */
  readonly type?: T;
}

/** The TypeScript type of the values that conform to a kind. */
export type TypeOf<K> = K extends Kind<infer T> ? T : never;

type Fields = Readonly<Record<string, Kind<unknown>>>;
type ObjectOf<Required extends Fields, Optional extends Fields> = {
  readonly [Name in keyof Required]: TypeOf<Required[Name]>;
} & { readonly [Name in keyof Optional]?: TypeOf<Optional[Name]> };

function test<T>(wanted: string, conforms: (value: unknown) => boolean): Kind<T> {
  return {
    problems: (value, at) =>
      conforms(value) ? [] : [`${at} must be ${wanted}, and is ${shortened(value)}`],
  };
}

function shortened(value: unknown): string {
  const text = value === undefined ? "missing" : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const string = test<string>("a string", (value) => typeof value === "string");
export const nonEmpty = test<string>("a string that is not empty", (value) => {
  return typeof value === "string" && value !== "";
});
export const boolean = test<boolean>("true or false", (value) => typeof value === "boolean");
export const count = test<number>("a whole number from 0", (value) => {
  return Number.isSafeInteger(value) && (value as number) >= 0;
});
export const integer = test<number>("a whole number", (value) => Number.isSafeInteger(value));
/** A JSON object whose content the protocol leaves open. */
export const anyObject = test<Record<string, unknown>>("a JSON object", isObject);
export const anything: Kind<unknown> = { problems: () => [] };

export function matching(pattern: RegExp, wanted: string): Kind<string> {
  return test(wanted, (value) => typeof value === "string" && pattern.test(value));
}

export function oneOf<const T extends string | number | boolean | null>(...values: T[]): Kind<T> {
  const wanted = values.map((value) => JSON.stringify(value)).join(" or ");
  return test(wanted, (value) => values.includes(value as T));
}

export function list<T>(item: Kind<T>): Kind<readonly T[]> {
  return {
    problems: (value, at) =>
      Array.isArray(value)
        ? value.flatMap((element, i) => item.problems(element, `${at}[${i}]`))
        : [`${at} must be a list, and is ${shortened(value)}`],
  };
}

/** A JSON object with any keys, and values of one kind. */
export function dictionary<T>(item: Kind<T>, key: Kind<string> = string) {
  const kind: Kind<Readonly<Record<string, T>>> = {
    problems: (value, at) =>
      isObject(value)
        ? Object.entries(value).flatMap(([name, element]) => [
            ...key.problems(name, `the key of ${at}.${name}`),
            ...item.problems(element, `${at}.${name}`),
          ])
        : [`${at} must be a JSON object, and is ${shortened(value)}`],
  };
  return kind;
}

/** A JSON object with these fields and, unless `open`, no others. */
export function object<
  const Required extends Fields,
  const Optional extends Fields = Record<never, never>,
>(
  required: Required,
  optional?: Optional,
  { open = false }: { open?: boolean } = {},
): Kind<ObjectOf<Required, Optional>> {
  const maybe: Fields = optional ?? {};
  return {
    problems(value, at) {
      if (!isObject(value)) return [`${at} must be a JSON object, and is ${shortened(value)}`];
      const unknown = Object.keys(value).filter((name) => !(name in required || name in maybe));
      return [
        ...Object.entries(required).flatMap(([name, k]) =>
          k.problems(value[name], `${at}.${name}`),
        ),
        ...Object.entries(maybe)
          .filter(([name]) => name in value)
          .flatMap(([name, k]) => k.problems(value[name], `${at}.${name}`)),
        ...(open ? [] : unknown.map((name) => `${at}.${name} is not in the specification`)),
      ];
    },
  };
}

/** The kind that `choose` picks by looking at the value, such as by its `status`. */
export function variant<T>(choose: (value: Record<string, unknown>) => Kind<T>): Kind<T> {
  return {
    problems: (value, at) =>
      isObject(value)
        ? choose(value).problems(value, at)
        : [`${at} must be a JSON object, and is ${shortened(value)}`],
  };
}

/** A string, or null where there is none. */
export const stringOrNull = test<string | null>("a string or null", (value) => {
  return value === null || typeof value === "string";
});

/** A kind and a condition across its fields, which gives what is wrong or nothing. */
export function and<T>(kind: Kind<T>, condition: (value: T) => string | undefined): Kind<T> {
  return {
    problems(value, at) {
      const problems = kind.problems(value, at);
      if (problems.length > 0) return problems;
      const broken = condition(value as T);
      return broken === undefined ? [] : [`${at}: ${broken}`];
    },
  };
}
