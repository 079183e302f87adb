/** A class as it stands in the labels. */
export type ClassLabel = string | number | boolean;

/**
 * Weights that give each class the same total: samples / (classes · samples of the class), for
 * `train`'s and `fit`'s `classWeight` where labels are the numbers from 0.
 *
 * Source: scikit-learn's `class_weight="balanced"`, after G. King and L. Zeng, 2001.
 *
 * @example
 * classWeights([0, 0, 0, 1]); // { "0": 0.6666666666666666, "1": 2 }
 */
export function classWeights(labels: ArrayLike<ClassLabel>): Record<string, number> {
  const counts = new Map<ClassLabel, number>();
  for (let i = 0; i < labels.length; i++) counts.set(labels[i], (counts.get(labels[i]) ?? 0) + 1);
  if (counts.size === 0) throw new RangeError("classWeights needs at least one label.");
  return Object.fromEntries(
    [...counts].map(([label, count]) => [String(label), labels.length / (counts.size * count)]),
  );
}
