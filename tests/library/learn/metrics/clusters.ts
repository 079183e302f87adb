import * as learn from "../../../../library/src/learn/index.ts";
import { ask, type Comparison, fixture } from "./asked.ts";

const { data } = fixture;
const { points, clusters } = data;
const some = (points as number[][]).slice(0, 8);
const ranks = data["ranks"] as number[];
const pairs = [
  ["", data["labels"] as string[], clusters as number[]],
  [" alike", ranks, ranks.map((rank) => rank % 3)],
] as const;
const means = ["arithmetic", "min", "max", "geometric"] as const;
const distances = [
  "euclidean",
  "sqeuclidean",
  "manhattan",
  "cosine",
  "chebyshev",
  "canberra",
  "braycurtis",
] as const;
const kernels: learn.PairwiseKernelsOptions[] = [
  { metric: "linear" },
  { metric: "rbf", gamma: 0.4 },
  { metric: "rbf" },
  { metric: "polynomial", degree: 2, coef0: 0.5 },
  { metric: "sigmoid" },
  { metric: "laplacian", gamma: 0.3 },
  { metric: "cosine" },
];

export const ofClusters: readonly Comparison[] = [
  ...pairs.flatMap(([name, a, b]) => [
    ask(`randScore${name}`, () => learn.randScore(a, b)),
    ask(`adjustedRandScore${name}`, () => learn.adjustedRandScore(a, b)),
    ask(`mutualInfoScore${name}`, () => learn.mutualInfoScore(a, b)),
    ...means.flatMap((averageMethod) => [
      ask(`adjustedMutualInfoScore ${averageMethod}${name}`, () =>
        learn.adjustedMutualInfoScore(a, b, { averageMethod }),
      ),
      ask(`normalizedMutualInfoScore ${averageMethod}${name}`, () =>
        learn.normalizedMutualInfoScore(a, b, { averageMethod }),
      ),
    ]),
    ask(`homogeneityScore${name}`, () => learn.homogeneityScore(a, b)),
    ask(`completenessScore${name}`, () => learn.completenessScore(a, b)),
    ask(`vMeasureScore${name}`, () => learn.vMeasureScore(a, b, { beta: 0.7 })),
    ask(`fowlkesMallowsScore${name}`, () => learn.fowlkesMallowsScore(a, b)),
  ]),
  ask("silhouetteSamples", () => learn.silhouetteSamples(points, clusters)),
  ask("silhouetteScore", () => learn.silhouetteScore(points, clusters)),
  ask("silhouetteScore manhattan", () =>
    learn.silhouetteScore(points, clusters, { metric: "manhattan" }),
  ),
  ask("calinskiHarabaszScore", () => learn.calinskiHarabaszScore(points, clusters)),
  ask("daviesBouldinScore", () => learn.daviesBouldinScore(points, clusters)),
  ...distances.map((metric) =>
    ask(`pairwiseDistances ${metric}`, () =>
      learn.pairwiseDistances(some, data["others"], { metric }),
    ),
  ),
  ...kernels.map((options) =>
    ask(`pairwiseKernels ${options.metric ?? ""} ${Object.keys(options).length - 1}`, () =>
      learn.pairwiseKernels(some, data["others"], options),
    ),
  ),
];
