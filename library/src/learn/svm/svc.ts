import {
  argMaxRows,
  checkChoice,
  checkInteger,
  checkNumber,
  type ClassWeight,
  classWeights,
  Classifier,
  type ClassifierState,
  type Label,
  type LabelsLike,
  randomOf,
  type RandomState,
  register,
  type SampleOptions,
  timesClass,
} from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";
import { eachKernelRow } from "./decide.ts";
import { type Kernel, kernelDefaults, kernelOf, type KernelParams } from "./kernels.ts";
import { gather, trainPair } from "./pairs.ts";
import { couple, crossValues, fitSigmoid, type Sigmoid, sigmoidOf } from "./platt.ts";
import { confidences, votesOf } from "./votes.ts";

export interface SVCParams extends KernelParams {
  /** How much a sample on the wrong side costs: the less, the smoother. Default 1. */
  C: number;
  /** Fit sigmoids to decision values of a five-fold cross-validation, for `predictProba`. Default false. */
  probability: boolean;
  /** Stop when no pair of samples violates the conditions of the optimum by more. Default 1e-3. */
  tol: number;
  /** Megabytes for rows of the kernel matrix. Default 200. */
  cacheSize: number;
  /** Weights of classes, by which C is multiplied. Default undefined: all 1. */
  classWeight: ClassWeight | undefined;
  /** The most steps of each pair of classes; -1 for no limit. Default -1. */
  maxIter: number;
  /** One decision value a class (`"ovr"`) or a pair of classes (`"ovo"`). Default `"ovr"`. */
  decisionFunctionShape: "ovr" | "ovo";
  /** Settle ties of votes by the decision values. Default false. */
  breakTies: boolean;
  /** Makes `probability` the same in every run. */
  randomState: RandomState;
}

interface State extends ClassifierState {
  readonly kernel: Omit<Kernel, "kind">;
  readonly support: Int32Array;
  readonly counts: Int32Array;
  readonly vectors: Matrix;
  /** [classes - 1, vectors], with libsvm's signs: the first class of a pair is positive. */
  readonly coefficients: Matrix;
  readonly rho: Float64Array;
  readonly sigmoids: readonly Sigmoid[];
  readonly iterations: Int32Array;
  readonly converged: boolean;
}

/**
 * A support vector machine: the widest margin between two classes, in the space that a kernel spans;
 * for more classes, one machine for each pair, which vote.
 *
 * Source: C. Cortes and V. Vapnik, Support-vector networks (1995); solved as in C.-C. Chang and C.-J. Lin,
 * LIBSVM: a library for support vector machines (2011). Between O(n²) and O(n³) · features.
 *
 * Differs from scikit-learn: for two classes `decisionFunction` is [n, 1]; a kernel is named or a
 * function of two samples, not a matrix; the folds of `probability` are drawn by another generator.
 * `probability` stands, though scikit-learn takes it away in 1.11.
 *
 * @example
 * const svc = new SVC({ kernel: "linear", C: 100 });
 * svc.fit([[0, 0], [1, 0], [3, 0], [4, 0]], ["near", "near", "far", "far"]);
 * svc.predict([[1.9, 5], [2.1, 5]]); // ["near", "far"]
 * svc.supportVectors_.toArray(); // [[3, 0], [1, 0]]
 */
export class SVC<L extends Label = Label> extends Classifier<L, SVCParams, State> {
  constructor(params: Partial<SVCParams> = {}) {
    super(
      {
        C: 1,
        ...kernelDefaults,
        probability: false,
        tol: 1e-3,
        cacheSize: 200,
        classWeight: undefined,
        maxIter: -1,
        decisionFunctionShape: "ovr",
        breakTies: false,
        randomState: undefined,
      },
      params,
    );
  }

  fit<M extends Label>(x: MatrixLike, y: LabelsLike<M>, options: SampleOptions = {}): SVC<M> {
    this.#check();
    const { C, tol, maxIter, cacheSize, classWeight, probability, randomState } = this.params;
    const { x: samples, classes, codes, ...read } = this.readClassification(x, y, options);
    const kernel = kernelOf(this.name, samples, this.params);
    const ofClass = classWeights(classWeight, classes, codes, undefined, this.name);
    const weights = timesClass(read.weights, codes, ofClass);
    const k = classes.length;
    const width = samples.columns;
    const members = classes.map((_, c) =>
      Int32Array.from(codes.keys()).filter((i) => codes[i] === c && weights[i] > 0),
    );
    members.forEach((of, c) => {
      if (of.length > 0) return;
      throw new RangeError(
        `${this.name} needs a sample of weight above 0 in each class; class ${String(classes[c])} has none.`,
      );
    });
    const starts = members.map((_, c) => members.slice(0, c).reduce((n, of) => n + of.length, 0));
    const all = Int32Array.from(members.flatMap((of) => [...of]));
    const values = new Float64Array((k - 1) * all.length);
    const training = { kernel, tolerance: tol, maxIter, cacheSize };
    const random = randomOf(randomState);
    const rho: number[] = [];
    const iterations: number[] = [];
    const sigmoids: Sigmoid[] = [];
    let converged = true;
    for (let a = 0; a < k; a++) {
      for (let b = a + 1; b < k; b++) {
        const places = [...members[a], ...members[b]];
        const positive = members[a].length;
        const rows = gather(samples.data, width, places);
        const c = Float64Array.from(places, (i) => C * weights[i]);
        if (probability) {
          const said = crossValues(rows, places.length, width, positive, c, training, random);
          sigmoids.push(fitSigmoid(said, positive));
        }
        const machine = trainPair(rows, places.length, width, positive, c, training);
        values.set(machine.coefficients.subarray(0, positive), (b - 1) * all.length + starts[a]);
        values.set(machine.coefficients.subarray(positive), a * all.length + starts[b]);
        rho.push(machine.rho);
        iterations.push(machine.iterations);
        converged &&= machine.converged;
      }
    }
    const whole = new Matrix(values, k - 1, all.length);
    const used = [...all.keys()].filter((i) => whole.column(i).some((value) => value !== 0));
    const support = Int32Array.from(used, (i) => all[i]);
    const counts = Int32Array.from(classes, (_, c) => support.filter((i) => codes[i] === c).length);
    this.learned(
      {
        classes,
        kernel: { degree: kernel.degree, gamma: kernel.gamma, coef0: kernel.coef0 },
        support,
        counts,
        vectors: samples.take(support),
        coefficients: whole.takeColumns(used),
        rho: Float64Array.from(rho),
        sigmoids,
        iterations: Int32Array.from(iterations),
        converged,
      },
      samples,
    );
    return this as unknown as SVC<M>;
  }

  #check(): void {
    const { C, tol, cacheSize, maxIter, decisionFunctionShape } = this.params;
    checkNumber(this.name, "C", C, { above: 0 });
    checkNumber(this.name, "tol", tol, { above: 0 });
    checkNumber(this.name, "cacheSize", cacheSize, { above: 0 });
    checkInteger(this.name, "maxIter", maxIter, -1);
    checkChoice(this.name, "decisionFunctionShape", decisionFunctionShape, ["ovr", "ovo"]);
  }

  /**
   * How clearly a sample is on a side: [n, 1] for two classes, positive for the second; else
   * [n, classes] or [n, pairs of classes], by `decisionFunctionShape`.
   */
  decisionFunction(x: MatrixLike): Matrix {
    const { classes } = this.fitted("decision values");
    const pairs = this.#pairs(this.readMore(x));
    if (classes.length === 2)
      return new Matrix(
        pairs.data.map((value) => -value),
        pairs.rows,
        1,
      );
    return this.params.decisionFunctionShape === "ovo" ? pairs : confidences(pairs, classes);
  }

  /**
   * The probability of each class [n, classes]. They come of a cross-validation, so the greatest need
   * not be that of the label that `predict` gives.
   *
   * @throws TypeError unless it was fitted with `probability: true`
   */
  predictProba(x: MatrixLike): Matrix {
    const { classes, sigmoids } = this.fitted("probabilities");
    if (sigmoids.length === 0) {
      throw new TypeError(
        `${this.name} has probabilities only when it is fitted with { probability: true }.`,
      );
    }
    const pairs = this.#pairs(this.readMore(x));
    const k = classes.length;
    const data = new Float64Array(pairs.rows * k);
    const of = new Float64Array(k * k);
    for (let i = 0; i < pairs.rows; i++) {
      let pair = 0;
      for (let a = 0; a < k; a++)
        for (let b = a + 1; b < k; b++, pair++) {
          const p = sigmoidOf(pairs.at(i, pair), sigmoids[pair]);
          of[a * k + b] = Math.min(Math.max(p, 1e-7), 1 - 1e-7);
          of[b * k + a] = 1 - of[a * k + b];
        }
      data.set(k === 2 ? [of[1], of[2]] : couple(of, k), i * k);
    }
    return new Matrix(data, pairs.rows, k, classes.map(String));
  }

  /** The samples that the machines consist of [vectors, features], class after class. */
  get supportVectors_(): Matrix {
    const { vectors } = this.fitted("supportVectors_");
    return new Matrix(vectors.data.slice(), vectors.rows, vectors.columns, vectors.names);
  }

  /** The places of the support vectors in the samples. */
  get support_(): Int32Array {
    return this.fitted("support_").support.slice();
  }

  /** The number of support vectors of each class. */
  get nSupport_(): Int32Array {
    return this.fitted("nSupport_").counts.slice();
  }

  /** The support vectors' coefficients [classes - 1, vectors], laid out as in libsvm. */
  get dualCoef_(): Matrix {
    const { coefficients, classes } = this.fitted("dualCoef_");
    const sign = classes.length === 2 ? -1 : 1;
    const data = coefficients.data.map((value) => sign * value);
    return new Matrix(data, coefficients.rows, coefficients.columns);
  }

  /** The constant of each machine's decision function [pairs of classes]. */
  get intercept_(): Float64Array {
    const { rho, classes } = this.fitted("intercept_");
    return rho.map((value) => (classes.length === 2 ? value : -value));
  }

  /** The steps that each machine took [pairs of classes]. */
  get nIter_(): Int32Array {
    return this.fitted("nIter_").iterations.slice();
  }

  /** Whether every machine reached `tol` before `maxIter`. */
  get converged_(): boolean {
    return this.fitted("converged_").converged;
  }

  protected decide(x: Matrix): ArrayLike<number> {
    const { classes } = this.fitted("prediction");
    const { breakTies, decisionFunctionShape } = this.params;
    const pairs = this.#pairs(x);
    return breakTies && classes.length > 2 && decisionFunctionShape === "ovr"
      ? argMaxRows(confidences(pairs, classes))
      : argMaxRows(votesOf(pairs, classes.length));
  }

  /** The decision value of each pair of classes [n, pairs], positive for the first of the pair. */
  #pairs(x: Matrix): Matrix {
    const { classes, vectors, coefficients, rho, counts, kernel } = this.fitted("prediction");
    const k = classes.length;
    const { data, columns: width } = coefficients;
    const starts = [0];
    for (const count of counts) starts.push(starts[starts.length - 1] + count);
    const values = new Float64Array(x.rows * rho.length);
    eachKernelRow({ ...kernel, kind: this.params.kernel }, x, vectors, (row, i) => {
      let pair = i * rho.length;
      for (let a = 0; a < k; a++)
        for (let b = a + 1; b < k; b++, pair++) {
          let sum = -rho[pair - i * rho.length];
          const byA = (b - 1) * width;
          const byB = a * width;
          for (let s = starts[a]; s < starts[a + 1]; s++) sum += data[byA + s] * row[s];
          for (let s = starts[b]; s < starts[b + 1]; s++) sum += data[byB + s] * row[s];
          values[pair] = sum;
        }
    });
    return new Matrix(values, x.rows, rho.length);
  }
}

register("SVC", SVC);
