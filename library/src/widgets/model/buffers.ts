type Path = readonly (string | number)[];

/** A state that is JSON, and the bytes that were in it, with their places. */
export interface SplitState {
  readonly state: Record<string, unknown>;
  readonly buffer_paths: Path[];
  readonly buffers: Uint8Array[];
}

/** Takes the bytes out of a state: a key goes, an element becomes null. The state is not changed. */
export function splitBuffers(state: Readonly<Record<string, unknown>>): SplitState {
  const buffer_paths: Path[] = [];
  const buffers: Uint8Array[] = [];
  const isBytes = (value: unknown, path: Path): boolean => {
    if (!(value instanceof Uint8Array)) return false;
    buffer_paths.push(path);
    buffers.push(value);
    return true;
  };
  const walk = (value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) {
      return value.map((item, i) =>
        isBytes(item, [...path, i]) ? null : walk(item, [...path, i]),
      );
    }
    if (typeof value !== "object" || value === null) return value;
    const kept = Object.entries(value).filter(([key, item]) => !isBytes(item, [...path, key]));
    return Object.fromEntries(kept.map(([key, item]) => [key, walk(item, [...path, key])]));
  };
  return { state: walk(state, []) as Record<string, unknown>, buffer_paths, buffers };
}

/** Puts bytes back to their places, in `state` itself. */
export function joinBuffers(
  state: Record<string, unknown>,
  paths: readonly Path[],
  buffers: readonly Uint8Array[],
): Record<string, unknown> {
  for (const [index, path] of paths.entries()) {
    let place = state as Record<string | number, unknown> | undefined;
    for (const key of path.slice(0, -1)) place = place?.[key] as typeof place;
    const last = path.at(-1);
    if (place && last !== undefined && last !== "__proto__") place[last] = buffers[index];
  }
  return state;
}
