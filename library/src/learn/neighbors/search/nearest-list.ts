/**
 * The k nearest samples found so far for one query, nearest first; of equal distances, the sample that
 * comes first in the data.
 */
export class NearestList {
  readonly size: number;
  readonly distances: Float64Array;
  readonly places: Int32Array;
  /** The greatest distance in the list; infinite until it is full. */
  limit = Infinity;
  #count = 0;

  /** Writes into parts of larger arrays, from `start`. */
  constructor(distances: Float64Array, places: Int32Array, start: number, size: number) {
    this.size = size;
    this.distances = distances.subarray(start, start + size);
    this.places = places.subarray(start, start + size);
  }

  /** Takes a sample in, if it is near enough. */
  offer(distance: number, place: number): void {
    const { distances, places, size } = this;
    const full = this.#count === size;
    if (full) {
      const last = distances[size - 1];
      if (distance > last || (distance === last && place > places[size - 1])) return;
    }
    let at = full ? size - 1 : this.#count++;
    while (at > 0) {
      const before = distances[at - 1];
      if (before < distance || (before === distance && places[at - 1] < place)) break;
      distances[at] = before;
      places[at] = places[at - 1];
      at--;
    }
    distances[at] = distance;
    places[at] = place;
    if (this.#count === size) this.limit = distances[size - 1];
  }
}
