/** Nodes that could be split, the one that improves the tree most first; of equals, the earlier one. */
export class Frontier<T extends { readonly improvement: number }> {
  readonly #heap: { readonly item: T; readonly order: number }[] = [];
  #order = 0;

  push(item: T): void {
    const heap = this.#heap;
    heap.push({ item, order: this.#order++ });
    for (let at = heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): T | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first?.item;
    heap[0] = last;
    for (let at = 0; ;) {
      let least = at;
      if (2 * at + 1 < heap.length && this.#before(2 * at + 1, least)) least = 2 * at + 1;
      if (2 * at + 2 < heap.length && this.#before(2 * at + 2, least)) least = 2 * at + 2;
      if (least === at) return first.item;
      this.#swap(at, least);
      at = least;
    }
  }

  #before(a: number, b: number): boolean {
    const heap = this.#heap;
    const gain = heap[a].item.improvement - heap[b].item.improvement;
    return gain > 0 || (gain === 0 && heap[a].order < heap[b].order);
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap;
    [heap[a], heap[b]] = [heap[b], heap[a]];
  }
}
