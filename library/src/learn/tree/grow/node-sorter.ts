/** Up to this many samples are sorted by insertion. */
const few = 24;
/** A bucket with more than this is not left to insertion. */
const crowded = 32;

/**
 * Sorts a node's samples by the ranks of one feature: what takes most of the time of a tree. Ranks are
 * whole numbers, so samples are counted into buckets, which takes time in proportion to their number;
 * insertion sets right what is left. Source: D. E. Knuth, The Art of Computer Programming 3 (1998), 5.2.
 */
export class NodeSorter {
  /** The ranks in ascending order, those that are missing left out, up to `known`. */
  keys: Int32Array;
  /** For each rank, the place of its sample in the node; missing ones after `known`. */
  places: Int32Array;
  known = 0;
  #keys: Int32Array;
  #places: Int32Array;
  #counts: Int32Array;
  #count = 0;

  constructor(rows: number) {
    this.keys = new Int32Array(rows);
    this.places = new Int32Array(rows);
    this.#keys = new Int32Array(rows);
    this.#places = new Int32Array(rows);
    this.#counts = new Int32Array(2048);
  }

  /**
   * Sorts `samples[start..end)` by `ranks[column + sample]`; a rank of `missing` is a missing value.
   *
   * @returns whether the samples differ
   */
  sort(
    ranks: Int32Array,
    column: number,
    samples: Int32Array,
    start: number,
    end: number,
    missing: number,
  ): boolean {
    const keys = this.keys;
    const places = this.places;
    const count = end - start;
    let least = missing;
    let most = -1;
    let known = 0;
    let last = count;
    for (let p = 0; p < count; p++) {
      const rank = ranks[column + samples[start + p]];
      if (rank === missing) {
        places[--last] = p;
        continue;
      }
      keys[known] = rank;
      places[known++] = p;
      if (rank < least) least = rank;
      if (rank > most) most = rank;
    }
    this.known = known;
    this.#count = count;
    if (known === 0 || (least === most && known === count)) return false;
    if (least === most) return true;
    if (known <= few) insert(keys, places, known);
    else this.#bucket(least, most - least);
    return true;
  }

  #bucket(least: number, range: number): void {
    const { known } = this;
    let shift = 0;
    while (range >> shift > 2 * known) shift++;
    const buckets = (range >> shift) + 1;
    if (this.#counts.length < buckets) this.#counts = new Int32Array(2 * buckets);
    const counts = this.#counts;
    counts.fill(0, 0, buckets);
    const { keys } = this;
    for (let p = 0; p < known; p++) counts[(keys[p] - least) >> shift]++;
    let sum = 0;
    let largest = 0;
    for (let k = 0; k < buckets; k++) {
      const held = counts[k];
      counts[k] = sum;
      sum += held;
      if (held > largest) largest = held;
    }
    if (shift > 0 && largest > crowded) {
      this.#digits(least, range);
      return;
    }
    this.#scatter(least, shift, -1);
    if (shift > 0) insert(this.keys, this.places, known);
  }

  /** Sorts by eleven bits after eleven bits. */
  #digits(least: number, range: number): void {
    for (let shift = 0; range >> shift > 0; shift += 11) {
      const { known, keys } = this;
      const counts = this.#counts;
      counts.fill(0, 0, 2048);
      for (let p = 0; p < known; p++) counts[((keys[p] - least) >> shift) & 2047]++;
      let sum = 0;
      for (let k = 0; k < 2048; k++) {
        const held = counts[k];
        counts[k] = sum;
        sum += held;
      }
      this.#scatter(least, shift, 2047);
    }
  }

  #scatter(least: number, shift: number, mask: number): void {
    const { known, keys, places } = this;
    const toKeys = this.#keys;
    const toPlaces = this.#places;
    const counts = this.#counts;
    for (let p = 0; p < known; p++) {
      const key = keys[p];
      const at = counts[((key - least) >> shift) & mask]++;
      toKeys[at] = key;
      toPlaces[at] = places[p];
    }
    // The missing ones stay at the end.
    for (let p = known; p < this.#count; p++) toPlaces[p] = places[p];
    this.keys = toKeys;
    this.places = toPlaces;
    this.#keys = keys;
    this.#places = places;
  }
}

function insert(keys: Int32Array, places: Int32Array, count: number): void {
  for (let p = 1; p < count; p++) {
    const key = keys[p];
    if (keys[p - 1] <= key) continue;
    const place = places[p];
    let at = p - 1;
    while (at >= 0 && keys[at] > key) {
      keys[at + 1] = keys[at];
      places[at + 1] = places[at];
      at--;
    }
    keys[at + 1] = key;
    places[at + 1] = place;
  }
}
