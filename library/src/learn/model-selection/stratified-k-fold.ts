import { codeLabels } from "../base/index.ts";
import type { Samples } from "./samples.ts";
import { Folds } from "./k-fold.ts";
import { countFor, labelsFor } from "./splitter.ts";

/** Classes as numbers in the order in which they first occur, and how often each does. */
export function countClasses(
  who: string,
  y: Samples | undefined,
  nSplits: number,
): { codes: Int32Array; counts: Int32Array } {
  const { classes, codes: sorted } = codeLabels(labelsFor(who, y));
  const places = new Map<number, number>();
  const codes = sorted.map((code) => {
    if (!places.has(code)) places.set(code, places.size);
    return places.get(code) ?? 0;
  });
  const counts = new Int32Array(classes.length);
  for (const code of codes) counts[code] += 1;
  if (counts.every((count) => count < nSplits)) {
    throw new RangeError(
      `${who} cannot put each class into ${nSplits} folds: the greatest class has ${Math.max(...counts)} samples. Give fewer folds: nSplits. For numbers to predict use KFold.`,
    );
  }
  return { codes, counts };
}

/**
 * Folds that keep the classes' shares, as nearly as counts allow; each fold is the test once. Without
 * `shuffle` the folds are those of scikit-learn. A class with fewer samples than folds is missing in
 * some.
 *
 * @throws RangeError for fewer than 2 folds, and where every class is smaller than that; TypeError without y
 * @example
 * const folds = new StratifiedKFold({ nSplits: 2 });
 * [...folds.split([[1], [2], [3], [4]], ["a", "a", "b", "b"])].map(([, test]) => test); // [[0, 2], [1, 3]]
 */
export class StratifiedKFold extends Folds {
  protected folds(x: Samples, y?: Samples): Int32Array {
    const who = "StratifiedKFold";
    const labels = labelsFor(who, y);
    const count = countFor(who, this.nSplits, x, labels);
    const { codes, counts } = countClasses(who, labels, this.nSplits);
    const random = this.random;
    // Dealt out class after class, so that folds are of equal size too.
    const dealt = counts.reduce<number[][]>((all, size) => {
      const before = all.reduce((sum, places) => sum + places.length, 0);
      const places = Array.from({ length: size }, (_, i) => (before + i) % this.nSplits);
      return [...all, places.sort((a, b) => a - b)];
    }, []);
    const places = random ? dealt.map((each) => random.shuffle(each)) : dealt;
    const next = new Int32Array(counts.length);
    const folds = new Int32Array(count);
    for (let i = 0; i < count; i++) folds[i] = places[codes[i]][next[codes[i]]++];
    return folds;
  }
}
