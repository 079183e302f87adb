import { Layout } from "../model/layout.ts";
import { reference } from "../model/protocol.ts";
import { shown, type Trait } from "../traits/trait.ts";

interface Part {
  readonly id: string;
  close(): void;
}

/** Parts that were made for one widget, and go with it. */
const owned = new WeakSet<Part>();

/** A model that belongs to a widget: one of that class, or the options of a new one. */
export function part<Made extends Part, Given extends object>(
  make: new (options?: Given) => Made,
): Trait<Made, Made | Given> {
  const own = (options?: Given): Made => {
    const made = new make(options);
    owned.add(made);
    return made;
  };
  return {
    initial: () => own(),
    check(value, name) {
      if (value instanceof make) return value;
      if (typeof value === "object" && value !== null) return own(value as Given);
      throw new TypeError(`${name} must be an object, received ${shown(value)}`);
    },
    toWire: (value) => reference(value.id),
  };
}

/** Closes the part if no other widget can have it. */
export function closePart(value: unknown): void {
  if (owned.has(value as Part)) (value as Part).close();
}

export const layout = () => part(Layout);
