import type { Nearest } from "../neighbors/search/index.ts";

/**
 * The lengths of the shortest paths between all samples along edges to their neighbours (Dijkstra from
 * each), [n · n]; Infinity where there is no path.
 */
export function shortestPaths({ distances, places }: Nearest, rows: number): Float64Array {
  const k = places.length / rows;
  const edges: { to: number[]; length: number[] }[] = Array.from({ length: rows }, () => ({
    to: [],
    length: [],
  }));
  for (let at = 0; at < places.length; at++) {
    const i = Math.floor(at / k);
    edges[i].to.push(places[at]);
    edges[i].length.push(distances[at]);
    edges[places[at]].to.push(i);
    edges[places[at]].length.push(distances[at]);
  }
  const all = new Float64Array(rows * rows).fill(Infinity);
  for (let i = 0; i < rows; i++) from(i, edges, all.subarray(i * rows, (i + 1) * rows));
  return all;
}

/** Fills the lengths from one sample; the heap holds samples by the length of their path so far. */
function from(
  start: number,
  edges: readonly { to: number[]; length: number[] }[],
  found: Float64Array,
): void {
  const heap: number[] = [start];
  const keys: number[] = [0];
  found[start] = 0;
  while (heap.length > 0) {
    const node = heap[0];
    const length = keys[0];
    const last = heap.pop() as number;
    const lastKey = keys.pop() as number;
    if (heap.length > 0) {
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && keys[child + 1] < keys[child]) child += 1;
        if (keys[child] >= lastKey) break;
        heap[at] = heap[child];
        keys[at] = keys[child];
        at = child;
      }
      heap[at] = last;
      keys[at] = lastKey;
    }
    if (length > found[node]) continue;
    const { to, length: lengths } = edges[node];
    for (let e = 0; e < to.length; e++) {
      const next = to[e];
      const reached = length + lengths[e];
      if (reached >= found[next]) continue;
      found[next] = reached;
      let at = heap.length;
      heap.push(next);
      keys.push(reached);
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (keys[parent] <= reached) break;
        heap[at] = heap[parent];
        keys[at] = keys[parent];
        at = parent;
      }
      heap[at] = next;
      keys[at] = reached;
    }
  }
}
