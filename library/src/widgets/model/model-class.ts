import type { GivenOf, Traits, ValuesOf } from "../traits/trait.ts";
import { Model } from "./model.ts";
import type { Identity } from "./protocol.ts";

/** Gives a class one property for each trait. */
export function defineAccessors(prototype: Model, traits: Traits): void {
  for (const name of Object.keys(traits)) {
    Object.defineProperty(prototype, name, {
      get(this: Model) {
        return this.read(name);
      },
      set(this: Model, value: unknown) {
        this.set({ [name]: value });
      },
      configurable: true,
      enumerable: true,
    });
  }
}

type ModelOf<T extends Traits> = Model<ValuesOf<T>, GivenOf<T>> & ValuesOf<T>;

/** A class of models without a view of their own, from a table of its values. */
export function modelClass<T extends Traits>(
  name: string,
  identity: Identity,
  traits: T,
): new (options?: GivenOf<T>) => ModelOf<T> {
  class Made extends Model {
    constructor(options: object = {}) {
      super({ name, identity, traits }, options);
    }
  }
  defineAccessors(Made.prototype, traits);
  return Made as unknown as new (options?: GivenOf<T>) => ModelOf<T>;
}
