import {
  BernoulliNB,
  ComplementNB,
  GaussianNB,
  type Matrix,
  MultinomialNB,
} from "../../../../library/src/learn/index.ts";
import { type Comparison, near, readFixture } from "../linear/fixture.ts";

const { data, answers } = readFixture(new URL("fixtures/answers.json", import.meta.url));
const y = data["y"] as number[];
const weights = data["weights"] as number[];
const classes = [0, 1, 2];
const cut = 25;

interface Bayes {
  readonly name: string;
  clone(): Bayes;
  fit(x: number[][], y: number[], options: object): unknown;
  partialFit(x: number[][], y: number[], options: object): unknown;
  predict(x: number[][]): unknown[];
  predictProba(x: number[][]): Matrix;
  predictJointLogProba(x: number[][]): Matrix;
  score(x: number[][], y: number[]): number;
}

/** What the model has learned, under scikit-learn's names for it. */
const ours = {
  theta_: "theta_",
  var_: "var_",
  class_prior_: "classPrior_",
  epsilon_: "epsilon_",
  feature_log_prob_: "featureLogProb_",
  class_log_prior_: "classLogPrior_",
} as const;

function learns(
  what: string,
  given: Bayes,
  samples: "reals" | "counts",
  how: { readonly weighted?: boolean; readonly parts?: boolean; readonly tolerance?: number } = {},
): Comparison {
  const { tolerance = 1e-11 } = how;
  const x = data[samples] as number[][];
  const compare = (): void => {
    // Learning in parts goes on from what was learned: each comparison begins anew.
    const model = given.clone();
    const said = answers[what];
    const sampleWeight = how.weighted ? weights : weights.map(() => 1);
    if (how.parts) {
      const of = (from: number, to?: number): [number[][], number[], object] => [
        x.slice(from, to),
        y.slice(from, to),
        { classes, sampleWeight: sampleWeight.slice(from, to) },
      ];
      model.partialFit(...of(0, cut));
      model.partialFit(...of(cut));
    } else model.fit(x, y, { sampleWeight });
    near(model.predict(x) as number[], said["predicted"], 0);
    near(model.predictProba(x), said["probabilities"], tolerance);
    near(model.predictJointLogProba(x), said["joint"], tolerance);
    near(model.score(x, y), said["score"], 1e-15);
    for (const [theirs, name] of Object.entries(ours)) {
      if (said[theirs] === undefined) continue;
      near((model as unknown as Record<string, Matrix>)[name], said[theirs], tolerance);
    }
  };
  return { estimator: given.name, what, tolerance, compare };
}

const weighted = { weighted: true };
const parts = { parts: true };
const priors = [0.2, 0.3, 0.5];

/** Every comparison of naive Bayes with scikit-learn 1.9.1. */
export const comparisons: readonly Comparison[] = [
  learns("gaussian", new GaussianNB(), "reals"),
  learns("gaussian, weights", new GaussianNB({ varSmoothing: 0.01 }), "reals", weighted),
  learns("gaussian, priors", new GaussianNB({ priors }), "reals"),
  // From the variances of earlier samples, scikit-learn takes away what it adds to those of the new ones.
  learns("gaussian, in parts", new GaussianNB(), "reals", {
    ...weighted,
    ...parts,
    tolerance: 1e-8,
  }),
  learns("multinomial", new MultinomialNB(), "counts"),
  learns(
    "multinomial, weights",
    new MultinomialNB({ alpha: 0.1, fitPrior: false }),
    "counts",
    weighted,
  ),
  learns("multinomial, in parts", new MultinomialNB({ classPrior: priors }), "counts", parts),
  learns("bernoulli", new BernoulliNB(), "counts"),
  learns("bernoulli, weights", new BernoulliNB({ alpha: 2, binarize: 0.5 }), "reals", weighted),
  learns("bernoulli, in parts", new BernoulliNB(), "counts", parts),
  learns("complement", new ComplementNB(), "counts"),
  learns("complement, norm", new ComplementNB({ alpha: 0.3, norm: true }), "counts", weighted),
  learns("complement, in parts", new ComplementNB(), "counts", parts),
];
