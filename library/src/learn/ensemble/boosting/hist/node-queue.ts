/** What can be waiting to be split. */
interface Waiting {
  readonly split: { readonly gain: number };
}

/** Nodes that wait to be split, the one that gains most first: a binary heap. */
export class NodeQueue<N extends Waiting> {
  readonly #heap: N[] = [];

  get length(): number {
    return this.#heap.length;
  }

  push(node: N): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(node);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (heap[parent].split.gain >= node.split.gain) break;
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = node;
  }

  /** Takes the node that gains most. */
  pop(): N | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      const other = child + 1;
      if (other < heap.length && heap[other].split.gain > heap[child].split.gain) child = other;
      if (heap[child].split.gain <= last.split.gain) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return first;
  }

  /** Takes all that are left. */
  drain(): N[] {
    return this.#heap.splice(0);
  }
}
