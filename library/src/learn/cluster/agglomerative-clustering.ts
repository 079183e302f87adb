import {
  checkChoice,
  checkInteger,
  checkNumber,
  Clusterer,
  type ClustererState,
  register,
} from "../base/index.ts";
import type { MatrixLike } from "../matrix/index.ts";
import { joinTree } from "./linkage.ts";

export interface AgglomerativeClusteringParams {
  /** The number of clusters. Default 2, unless `distanceThreshold` says where to stop. */
  nClusters: number | undefined;
  /** How the distance of two clusters follows from their samples. Default `"ward"`. */
  linkage: "ward" | "complete" | "average" | "single";
  /** Clusters at or above this distance are not joined. Default undefined. */
  distanceThreshold: number | undefined;
}

interface State extends ClustererState {
  readonly joins: number[][];
  readonly clusters: number;
}

/**
 * Joins the two nearest clusters again and again, from single samples up (Ward, 1963; Müllner, 2011).
 * Distances are Euclidean. Time O(n² · features), memory O(n²); `"single"` needs O(n).
 *
 * Differs from scikit-learn: no connectivity and no other metric; the distances are always kept.
 *
 * @example
 * const tree = new AgglomerativeClustering({ nClusters: 2, linkage: "average" });
 * tree.fit([[0], [1], [5], [7]]);
 * tree.labels_; // [0, 0, 1, 1]
 * tree.children_; // [[0, 1], [2, 3], [4, 5]]
 * tree.distances_; // [1, 2, 5.5]
 */
export class AgglomerativeClustering extends Clusterer<AgglomerativeClusteringParams, State> {
  constructor(params: Partial<AgglomerativeClusteringParams> = {}) {
    super({ nClusters: undefined, linkage: "ward", distanceThreshold: undefined }, params);
  }

  /** @throws RangeError where both `nClusters` and `distanceThreshold` are given. */
  fit(x: MatrixLike): this {
    const { nClusters, linkage, distanceThreshold } = this.params;
    checkChoice(this.name, "linkage", linkage, ["ward", "complete", "average", "single"]);
    if (nClusters !== undefined && distanceThreshold !== undefined) {
      throw new RangeError(
        `${this.name} takes either nClusters or distanceThreshold; it received ${nClusters} and ${distanceThreshold}.`,
      );
    }
    if (distanceThreshold !== undefined)
      checkNumber(this.name, "distanceThreshold", distanceThreshold, { from: 0 });
    const samples = this.readFit(x);
    if (samples.rows < 2)
      throw new RangeError(`${this.name} needs at least 2 samples; it received ${samples.rows}.`);
    if (nClusters !== undefined) checkInteger(this.name, "nClusters", nClusters, 1, samples.rows);
    const joins = joinTree(samples, linkage);
    const apart =
      joins.filter(([, , distance]) => distance >= Number(distanceThreshold)).length + 1;
    const clusters = nClusters ?? (distanceThreshold === undefined ? 2 : apart);
    return this.learned({ labels: cut(joins, samples.rows, clusters), joins, clusters }, samples);
  }

  /** The two clusters of each join [n − 1, 2]; those from n on are earlier joins. */
  get children_(): [number, number][] {
    return this.fitted("children_").joins.map(([one, other]) => [one, other]);
  }

  /** The distance of each join [n − 1]. */
  get distances_(): Float64Array {
    return Float64Array.from(this.fitted("distances_").joins, ([, , distance]) => distance);
  }

  /** The joins as SciPy's linkage matrix [n − 1, 4], for `plot.dendrogram`. */
  get linkage_(): number[][] {
    return this.fitted("linkage_").joins.map((join) => [...join]);
  }

  /** The number of clusters. */
  get nClusters_(): number {
    return this.fitted("nClusters_").clusters;
  }
}

/** Undoes the last joins until there are so many clusters; they are numbered in the samples' order. */
function cut(joins: readonly number[][], samples: number, clusters: number): Int32Array {
  const top = Int32Array.from({ length: samples + joins.length }, (_, i) => i);
  for (let join = samples - clusters - 1; join >= 0; join--) {
    const [one, other] = joins[join];
    top[one] = top[samples + join];
    top[other] = top[samples + join];
  }
  const numbers = new Map<number, number>();
  return top.slice(0, samples).map((root) => {
    const known = numbers.get(root) ?? numbers.size;
    numbers.set(root, known);
    return known;
  });
}

register("AgglomerativeClustering", AgglomerativeClustering);
