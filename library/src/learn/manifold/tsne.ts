import {
  checkChoice,
  checkInteger,
  checkNumber,
  randomOf,
  type RandomState,
  register,
} from "../base/index.ts";
import { PCA } from "../decomposition/index.ts";
import { Matrix, type MatrixLike, readMatrix } from "../matrix/index.ts";
import { affinities } from "./affinities.ts";
import { Embedder, type EmbedderState } from "./embedder.ts";
import { nearestOthers } from "./nearest.ts";
import { descendDivergence } from "./tsne-descent.ts";

export interface TSNEParams {
  /** Dimensions of the result. Default 2. */
  nComponents: number;
  /** About how many neighbours count; less than the number of samples. Default 30. */
  perplexity: number;
  /** How much closer neighbours are drawn in the first 250 iterations. Default 12. */
  earlyExaggeration: number;
  /** `"auto"`: samples / earlyExaggeration / 4, at least 50. Default `"auto"`. */
  learningRate: number | "auto";
  /** The most iterations, at least 250. Default 1000. */
  maxIter: number;
  /** Iterations without progress that end the fit, after the first 250. Default 300. */
  nIterWithoutProgress: number;
  /** A gradient shorter than this ends the fit. Default 1e-7. */
  minGradNorm: number;
  /** First places: along principal components, random, or given [n, nComponents]. Default `"pca"`. */
  init: "pca" | "random" | MatrixLike;
  /**
   * `"barnesHut"`: far points are taken together, O(n log n), for two dimensions; `"exact"`: O(n²).
   * Default `"barnesHut"`.
   */
  method: "barnesHut" | "exact";
  /** From 0 (exact) to 1 (rough), for `"barnesHut"`. Default 0.5. */
  angle: number;
  /** A whole number or a text gives the same places in every run. */
  randomState: RandomState;
}

interface State extends EmbedderState {
  readonly divergence: number;
  readonly iterations: number;
}

/**
 * t-SNE: places samples so that neighbours stay neighbours (van der Maaten and Hinton, 2008), by Barnes
 * and Hut's approximation (van der Maaten, 2014). Distances between far groups mean little.
 *
 * Differs from scikit-learn: `"barnesHut"` is for two dimensions; `"exact"` too looks at the nearest
 * 3 · perplexity samples for affinities; Euclidean distances alone; random places are others.
 *
 * @example
 * const rows = Array.from({ length: 20 }, (_, i) => [i < 10 ? i : i + 100, 1]);
 * new TSNE({ perplexity: 5, randomState: 0 }).fitTransform(rows).shape; // [20, 2]
 */
export class TSNE extends Embedder<TSNEParams, State> {
  constructor(params: Partial<TSNEParams> = {}) {
    super(
      {
        nComponents: 2,
        perplexity: 30,
        earlyExaggeration: 12,
        learningRate: "auto",
        maxIter: 1000,
        nIterWithoutProgress: 300,
        minGradNorm: 1e-7,
        init: "pca",
        method: "barnesHut",
        angle: 0.5,
        randomState: undefined,
      },
      params,
    );
  }

  /** @throws RangeError for a perplexity that is not less than the number of samples */
  fit(x: MatrixLike): this {
    const { nComponents, perplexity, earlyExaggeration, learningRate, method, angle } = this.params;
    const { maxIter, nIterWithoutProgress, minGradNorm } = this.params;
    checkInteger(this.name, "nComponents", nComponents, 1);
    checkInteger(this.name, "maxIter", maxIter, 250);
    checkInteger(this.name, "nIterWithoutProgress", nIterWithoutProgress, 0);
    checkNumber(this.name, "perplexity", perplexity, { above: 0 });
    checkNumber(this.name, "earlyExaggeration", earlyExaggeration, { from: 1 });
    checkNumber(this.name, "minGradNorm", minGradNorm, { from: 0 });
    checkNumber(this.name, "angle", angle, { from: 0, to: 1 });
    checkChoice(this.name, "method", method, ["barnesHut", "exact"]);
    if (learningRate !== "auto") checkNumber(this.name, "learningRate", learningRate, { above: 0 });
    if (method === "barnesHut" && nComponents !== 2)
      throw new RangeError(
        `${this.name}: method "barnesHut" gives 2 components; nComponents is ${nComponents}. Use method "exact".`,
      );
    const samples = this.readFit(x);
    const { rows } = samples;
    if (perplexity >= rows)
      throw new RangeError(
        `${this.name}: perplexity must be less than the number of samples; it is ${perplexity} for ${rows}.`,
      );
    const points = this.#start(samples);
    const k = Math.min(rows - 1, Math.floor(3 * perplexity + 1));
    const p = affinities(nearestOthers(this.name, "perplexity", samples, k), rows, perplexity);
    const rate =
      learningRate === "auto" ? Math.max(rows / earlyExaggeration / 4, 50) : learningRate;
    const { divergence, iterations } = descendDivergence(p, points, nComponents, {
      maxIter,
      learningRate: rate,
      earlyExaggeration,
      minGradNorm,
      nIterWithoutProgress,
      angle: method === "exact" ? undefined : angle,
    });
    const embedding = new Matrix(points, rows, nComponents);
    return this.learned({ embedding, divergence, iterations }, samples);
  }

  /** The Kullback–Leibler divergence at the end. */
  get klDivergence_(): number {
    return this.fitted("klDivergence_").divergence;
  }

  /** The iterations. */
  get nIter_(): number {
    return this.fitted("nIter_").iterations;
  }

  #start(x: Matrix): Float64Array {
    const { init, nComponents, randomState } = this.params;
    if (typeof init !== "string") {
      const given = readMatrix(init, `${this.name}'s init`);
      if (given.rows === x.rows && given.columns === nComponents) return given.data.slice();
      throw new RangeError(
        `${this.name}: init must have shape [${x.rows}, ${nComponents}]; it has [${given.shape.join(", ")}].`,
      );
    }
    checkChoice(this.name, "init", init, ["pca", "random"]);
    const random = randomOf(randomState);
    if (init === "random")
      return Float64Array.from({ length: x.rows * nComponents }, () => 1e-4 * random.normal());
    const width = Math.min(nComponents, x.rows, x.columns);
    const seed = random.integer(0, 2 ** 31);
    const { data } = new PCA({ nComponents: width, randomState: seed }).fitTransform(x);
    const points = Float64Array.from(
      { length: x.rows * nComponents },
      () => 1e-4 * random.normal(),
    );
    let squares = 0;
    for (let at = 0; at < data.length; at += width) squares += data[at] ** 2;
    const scale = 1e-4 / (Math.sqrt(squares / x.rows) || 1);
    for (let i = 0; i < x.rows; i++)
      for (let d = 0; d < width; d++) points[i * nComponents + d] = scale * data[i * width + d];
    return points;
  }
}

register("TSNE", TSNE);
