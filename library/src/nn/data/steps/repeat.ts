import { type Pass, type Pipe, type Sequence, sequencePipe, streamPipe } from "../pipe/pipe.ts";

/** The elements again and again, each time as a pass of its own: a shuffle before it mixes anew. */
export function repeatPipe<T>(pipe: Pipe<T>, count: number): Pipe<T> {
  if (!(Number.isInteger(count) && count >= 1) && count !== Infinity)
    throw new RangeError(`repeat needs a whole number from 1 or Infinity, not ${count}.`);
  const { sequence, size } = pipe;
  if (sequence && size !== undefined && Number.isFinite(size) && size > 0)
    return sequencePipe(size * count, (pass) => repeated(sequence, size, count, pass));
  return streamPipe(size === 0 ? 0 : size && size * count, async function* (pass) {
    for (let i = 0; i < count; i++) {
      let empty = true;
      for await (const element of pipe.read([...pass, i])) {
        empty = false;
        yield element;
      }
      // Repeating nothing without end would hang.
      if (empty) return;
    }
  });
}

function repeated<T>(
  sequence: (pass: Pass) => Sequence<T>,
  size: number,
  count: number,
  pass: Pass,
): Sequence<T> {
  // A batch may end one pass and begin the next; opening a pass makes its order.
  const open = new Map<number, Sequence<T>>();
  const passAt = (index: number): Sequence<T> => {
    const i = Math.floor(index / size);
    const known = open.get(i);
    if (known) return known;
    const fresh = sequence([...pass, i]);
    open.set(i, fresh);
    if (open.size > 2) open.delete(open.keys().next().value as number);
    return fresh;
  };
  return {
    length: size * count,
    at: (index) => passAt(index).at(index % size),
    gather(indices) {
      const first = passAt(indices[0]);
      if (Math.floor(indices[indices.length - 1] / size) !== Math.floor(indices[0] / size))
        return undefined;
      return first.gather?.(indices.map((index) => index % size));
    },
  };
}
