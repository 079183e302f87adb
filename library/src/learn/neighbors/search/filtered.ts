import { filterKernel } from "./filter-kernel.ts";
import { NearestList } from "./nearest-list.ts";

/** Samples a call of the kernel passes over at most; the first calls take fewer, to find bounds. */
const BLOCK = 512;
const FIRST = 64;
/** Queries that share one pass over the samples. */
const QUERIES = 512;

/**
 * The nearest samples by Euclidean distance, by comparing every query with every sample: a pass in
 * 32-bit floats rules out what is surely too far (|y|²/2 − x·y against a bound that allows for all
 * rounding), and what is left is computed exactly. The result equals that of a plain search.
 */
export function nearestFiltered(
  data: Float64Array,
  rows: number,
  width: number,
  queries: Float64Array,
  count: number,
  k: number,
  except: boolean,
  distances: Float64Array,
  places: Int32Array,
): void {
  const { centre, scale } = frameOf(data, rows, width);
  const groupBytes = 32 * (width + 1);
  const blockBytes = (BLOCK / 8) * groupBytes;
  const tiles = Math.ceil(Math.min(count, QUERIES) / 4);
  const queryBytes = 16 * width;
  const boundsAt = 0;
  const notesAt = boundsAt + 16 * tiles;
  const queriesAt = notesAt + 4 * BLOCK;
  const samplesAt = queriesAt + tiles * queryBytes;
  const groups = Math.ceil(rows / 8);
  const { memory, scan } = filterKernel(samplesAt + groups * groupBytes + blockBytes);
  const floats = new Float32Array(memory.buffer);
  const notes = new Int32Array(memory.buffer);
  const reach = packSamples(floats, samplesAt / 4, data, rows, width, centre, scale);
  const rounding = (width + 10) * 2 ** -23;

  for (let first = 0; first < count; first += QUERIES) {
    const here = Math.min(QUERIES, count - first);
    const tilesHere = Math.ceil(here / 4);
    const lists: NearestList[] = [];
    const squares = new Float64Array(tilesHere * 4);
    const slack = new Float64Array(tilesHere * 4);
    floats.fill(-Infinity, boundsAt / 4, boundsAt / 4 + tilesHere * 4);
    for (let q = 0; q < tilesHere * 4; q++) {
      const from = (first + Math.min(q, here - 1)) * width;
      const into = queriesAt / 4 + (q >> 2) * 4 * width + (q & 3);
      let sum = 0;
      for (let j = 0; j < width; j++) {
        const value = (queries[from + j] - centre[j]) * scale;
        sum += value * value;
        floats[into + 4 * j] = -value;
      }
      squares[q] = sum;
      slack[q] = rounding * (Math.sqrt(sum) * reach + reach * reach);
      if (q >= here) continue;
      floats[boundsAt / 4 + q] = Infinity;
      lists.push(new NearestList(distances, places, (first + q) * k, k));
    }
    let size = FIRST;
    for (let start = 0; start < rows;) {
      const end = Math.min(rows, start + size);
      const blockGroups = Math.ceil((end - start) / 8);
      const blockAt = samplesAt + (start / 8) * groupBytes;
      for (let tile = 0; tile < tilesHere; tile++) {
        const tileAt = queriesAt + tile * queryBytes;
        const stop = scan(tileAt, blockAt, blockGroups, width, boundsAt + 16 * tile, notesAt) / 4;
        for (let at = notesAt / 4; at < stop; at++) {
          const note = notes[at];
          const q = tile * 4 + ((note >> 8) & 3);
          const list = lists[q];
          const query = (first + q) * width;
          const skip = except ? first + q : -1;
          let place = start + (note >> 10) * 8;
          for (let mask = note & 255; mask !== 0; mask >>= 1, place++) {
            if ((mask & 1) === 0 || place >= rows || place === skip) continue;
            const limit = list.limit;
            const sample = place * width;
            let sum = 0;
            for (let j = 0; j < width; j++) {
              const difference = queries[query + j] - data[sample + j];
              sum += difference * difference;
            }
            if (sum <= limit) list.offer(sum, place);
          }
          const bound = (list.limit * scale * scale - squares[q]) / 2 + slack[q];
          floats[boundsAt / 4 + q] = bound + Math.abs(bound) * 2 ** -22;
        }
      }
      start = end;
      size = Math.min(BLOCK, size * 2);
    }
  }
}

/** What brings the samples around 0 and to values of at most about 1, where 32 bits serve them best. */
function frameOf(
  data: Float64Array,
  rows: number,
  width: number,
): { centre: Float64Array; scale: number } {
  const centre = new Float64Array(width);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < width; j++) centre[j] += data[i * width + j] / rows;
  let greatest = 0;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < width; j++) {
      const size = Math.abs(data[i * width + j] - centre[j]);
      if (size > greatest) greatest = size;
    }
  const scale = 1 / greatest;
  return { centre, scale: Number.isFinite(scale) && scale > 0 ? scale : 1 };
}

/** Lays out eight samples beside each other, half their squares first. Returns the greatest length. */
function packSamples(
  floats: Float32Array,
  at: number,
  data: Float64Array,
  rows: number,
  width: number,
  centre: Float64Array,
  scale: number,
): number {
  let reach = 0;
  const group = 8 * (width + 1);
  const groups = Math.ceil(rows / 8);
  for (let i = 0; i < groups * 8; i++) {
    const into = at + (i >> 3) * group + (i & 7);
    if (i >= rows) {
      // Behind the last sample nothing is near.
      floats[into] = Infinity;
      for (let j = 0; j < width; j++) floats[into + 8 * (j + 1)] = 0;
      continue;
    }
    let sum = 0;
    for (let j = 0; j < width; j++) {
      const value = (data[i * width + j] - centre[j]) * scale;
      sum += value * value;
      floats[into + 8 * (j + 1)] = value;
    }
    floats[into] = sum / 2;
    if (sum > reach) reach = sum;
  }
  return Math.sqrt(reach);
}
