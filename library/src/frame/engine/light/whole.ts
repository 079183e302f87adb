/** The engine's native object behind an expression or a column. */
export type Native = Record<string, (...given: unknown[]) => unknown>;

/** What the engine's JavaScript makes around a native object. */
export type Wrap = (native: Native) => object;

/**
 * A prototype that answers for every name that a light object does not have: by the whole object,
 * which is made when the first such name is asked for.
 */
export function wholeBehind<Light extends object>(whole: (light: Light) => object): object {
  const made = new WeakMap<Light, object>();
  const of = (light: Light): object => {
    let found = made.get(light);
    if (found === undefined) made.set(light, (found = whole(light)));
    return found;
  };
  return new Proxy(Object.create(null) as object, {
    get: (_, name, light: Light) => Reflect.get(of(light), name) as unknown,
    set: (_, name, value, light: Light) => Reflect.set(of(light), name, value),
  });
}
