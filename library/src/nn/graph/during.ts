/** Puts something in place of something else, and gives how to undo it. */
export type Replacement = () => () => void;

/**
 * Runs with replacements in place. They are undone at the end, also where a Stop of the kernel ends
 * the run: V8 then skips every `finally`, and the event loop's next turn undoes them.
 */
export function during<T>(replacements: readonly Replacement[], run: () => T): T {
  const undos: (() => void)[] = [];
  const undo = (): void => {
    for (let last = undos.pop(); last; last = undos.pop()) last();
  };
  const late = setImmediate(undo);
  try {
    for (const replace of replacements) undos.push(replace());
    return run();
  } finally {
    undo();
    clearImmediate(late);
  }
}

/** Replaces a method; `after` makes the new one from the old. */
export function method<T extends object, Name extends keyof T>(
  object: T,
  name: Name,
  after: (old: T[Name]) => T[Name],
): Replacement {
  return () => {
    const own = Object.getOwnPropertyDescriptor(object, name);
    object[name] = after(object[name]);
    return () => {
      if (own) Object.defineProperty(object, name, own);
      else delete object[name];
    };
  };
}
