import { permutation } from "../../../base/index.ts";
import type { Random } from "../../../../random/index.ts";

/**
 * Sets samples aside at random; of each class its share.
 *
 * @param part a part of the samples below 1, or their number
 * @param codes the samples' classes, where there are classes
 */
export function setAside(
  samples: number,
  part: number,
  codes: Float64Array | undefined,
  random: Random,
): { train: Int32Array; validation: Int32Array } {
  const wanted = Math.min(samples - 1, part < 1 ? Math.ceil(part * samples) : part);
  const order = permutation(samples, random);
  const chosen = new Uint8Array(samples);
  if (codes === undefined) for (const i of order.subarray(0, wanted)) chosen[i] = 1;
  else chooseByClass(order, codes, wanted, chosen);
  const all = Int32Array.from({ length: samples }, (_, i) => i);
  return {
    train: all.filter((i) => chosen[i] === 0),
    validation: all.filter((i) => chosen[i] === 1),
  };
}

function chooseByClass(
  order: Int32Array,
  codes: Float64Array,
  wanted: number,
  chosen: Uint8Array,
): void {
  const counts: number[] = [];
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  const shares = counts.map((count) => (wanted * count) / codes.length);
  const take = shares.map(Math.floor);
  // What rounding left over goes to the classes that lost most by it.
  const lost = shares.map((share, k) => ({ k, rest: share - take[k] }));
  lost.sort((a, b) => b.rest - a.rest);
  const left = wanted - take.reduce((sum, count) => sum + count, 0);
  for (const { k } of lost.slice(0, left)) take[k] += 1;
  for (const i of order) {
    if (take[codes[i]] <= 0) continue;
    take[codes[i]] -= 1;
    chosen[i] = 1;
  }
}

/** Whether none of the last `patience` losses is lower, by more than `tol`, than the one before them. */
export function hasStalled(losses: readonly number[], patience: number, tol: number): boolean {
  const reference = losses.at(-patience - 1);
  if (reference === undefined) return false;
  return losses.slice(-patience).every((loss) => loss >= reference - tol);
}
