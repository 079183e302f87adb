/** What an object can do and what it holds, without calling anything. */
export interface Members {
  readonly methods: readonly string[];
  readonly properties: readonly string[];
}

/** What every value has says nothing about this one. */
const common: readonly unknown[] = [Object.prototype, Function.prototype, null];

/**
 * Own and inherited members with a name that is meant to be used: no symbols, none that begin with an
 * underscore.
 */
export function membersOf(value: object): Members {
  const methods = new Set<string>();
  const properties = new Set<string>();
  const skipped =
    typeof value === "function" ? /^_|^(length|name|prototype|caller|arguments)$/ : /^_/;
  for (let owner: unknown = value; !common.includes(owner); owner = Object.getPrototypeOf(owner)) {
    const descriptors = Object.getOwnPropertyDescriptors(owner as object);
    for (const [name, { value: held }] of Object.entries(descriptors)) {
      const usable = !skipped.test(name) && name !== "constructor" && !/^\d+$/.test(name);
      if (usable) (typeof held === "function" ? methods : properties).add(name);
    }
  }
  return {
    methods: [...methods],
    properties: [...properties].filter((name) => !methods.has(name)),
  };
}
