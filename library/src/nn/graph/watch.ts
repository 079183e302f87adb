interface Watched {
  readonly object: Record<string, unknown>;
  readonly key: string;
  readonly value: unknown;
}

const isSetting = (value: unknown): boolean =>
  ["boolean", "number", "string"].includes(typeof value);

/**
 * The settings (numbers, texts, booleans) of layers and optimisers that a graph was made with. Checked
 * at each step: a dropout rate or a momentum that was changed makes the graph stale.
 */
export class Watch {
  #watched: Watched[];

  constructor(objects: Iterable<object>, identities: readonly (readonly [object, string])[] = []) {
    const all = [...objects].flatMap((object) => [object, ...partsOf(object)]);
    const settings = all.flatMap((object) =>
      Object.entries(object)
        .filter(([key, value]) => isSetting(value) && key !== "iterations_")
        .map(([key, value]: [string, unknown]) => ({
          object: object as Record<string, unknown>,
          key,
          value,
        })),
    );
    const same = identities.map(([object, key]) => {
      const record = object as Record<string, unknown>;
      return { object: record, key, value: record[key] };
    });
    this.#watched = [...settings, ...same];
  }

  /** Stops watching what changes from step to step by itself, such as an optimiser's counter. */
  settle(): void {
    this.#watched = this.#watched.filter(({ object, key, value }) => Object.is(object[key], value));
  }

  ignore(object: object, key: string): void {
    this.#watched = this.#watched.filter((w) => w.object !== object || w.key !== key);
  }

  /** The name of a setting that is not what it was. */
  changed(): string | undefined {
    for (const { object, key, value } of this.#watched)
      if (!Object.is(object[key], value)) return `${nameOf(object)} has another ${key}`;
    return undefined;
  }
}

/** Cells of recurrent layers and layers within wrappers are called without being applied. */
function partsOf(object: object): object[] {
  const { cell, cells, layer, forwardLayer, backwardLayer } = object as Record<string, unknown>;
  const parts = [
    cell,
    layer,
    forwardLayer,
    backwardLayer,
    ...(Array.isArray(cells) ? (cells as unknown[]) : []),
  ];
  return parts.filter((part): part is object => typeof part === "object" && part !== null);
}

function nameOf(object: object): string {
  const { name } = object as { name?: unknown };
  return typeof name === "string" ? name : (object.constructor?.name ?? "an object");
}
