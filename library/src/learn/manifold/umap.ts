import { UMAP as Projection } from "umap-js";
import { checkInteger, checkNumber, randomOf, type RandomState, register } from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";
import { Embedder, type EmbedderState } from "./embedder.ts";
import { nearestOthers, needNeighbors } from "./nearest.ts";

export interface UMAPParams {
  /** How many neighbours count, the sample itself included. Default 15. */
  nNeighbors: number;
  /** Dimensions of the result. Default 2. */
  nComponents: number;
  /** How near samples may come to each other. Default 0.1. */
  minDist: number;
  /** How far they spread. Default 1. */
  spread: number;
  /** Passes; undefined: 200 to 500 by the number of samples. Default undefined. */
  nEpochs: number | undefined;
  /** Default 1. */
  learningRate: number;
  /** A whole number or a text gives the same places in every run. */
  randomState: RandomState;
}

/**
 * Places samples so that the fuzzy sets of their neighbours stay alike (McInnes, Healy and Melville,
 * 2018), by the package umap-js; the neighbours are the exact ones. Parameters are umap-learn's. Time
 * O(n log n) for few features, O(n²) for many.
 *
 * Differs from umap-learn: first places are random, Euclidean distances alone, and there is no
 * `transform` for other samples.
 *
 * @example
 * const rows = Array.from({ length: 30 }, (_, i) => [i < 15 ? i : i + 100, 1]);
 * new UMAP({ nNeighbors: 5, nEpochs: 50, randomState: 0 }).fitTransform(rows).shape; // [30, 2]
 */
export class UMAP extends Embedder<UMAPParams, EmbedderState> {
  constructor(params: Partial<UMAPParams> = {}) {
    super(
      {
        nNeighbors: 15,
        nComponents: 2,
        minDist: 0.1,
        spread: 1,
        nEpochs: undefined,
        learningRate: 1,
        randomState: undefined,
      },
      params,
    );
  }

  /** @throws RangeError unless there are more samples than neighbours */
  fit(x: MatrixLike): this {
    const { nNeighbors, nComponents, minDist, spread, nEpochs, learningRate } = this.params;
    checkInteger(this.name, "nNeighbors", nNeighbors, 2);
    checkInteger(this.name, "nComponents", nComponents, 1);
    checkNumber(this.name, "spread", spread, { above: 0 });
    checkNumber(this.name, "minDist", minDist, { from: 0, to: spread });
    checkNumber(this.name, "learningRate", learningRate, { above: 0 });
    if (nEpochs !== undefined) checkInteger(this.name, "nEpochs", nEpochs, 1);
    const samples = this.readFit(x);
    needNeighbors(this.name, "nNeighbors", samples.rows, nNeighbors);
    const random = randomOf(this.params.randomState);
    const projection = new Projection({
      nNeighbors,
      nComponents,
      minDist,
      spread,
      learningRate,
      random: () => random.uniform(),
      ...(nEpochs !== undefined && { nEpochs }),
    });
    const { places, distances } = nearestOthers(this.name, "nNeighbors", samples, nNeighbors - 1);
    const rows = <T>(own: (i: number) => T, others: ArrayLike<T>): T[][] =>
      Array.from({ length: samples.rows }, (_, i) => [
        own(i),
        ...Array.from({ length: nNeighbors - 1 }, (_unused, j) => others[i * (nNeighbors - 1) + j]),
      ]);
    projection.setPrecomputedKNN(
      rows((i) => i, places),
      rows(() => 0, distances),
    );
    const found = projection.fit(samples.toArray());
    const embedding = new Matrix(Float64Array.from(found.flat()), samples.rows, nComponents);
    return this.learned({ embedding }, samples);
  }
}

register("UMAP", UMAP);
