import * as learn from "../../../../library/src/learn/index.ts";
import { ask, type Comparison, fixture } from "./asked.ts";

const { data } = fixture;
const weights = [
  ["", {}],
  [" weighted", { sampleWeight: data["weight"] }],
] as const;
const targets = [
  ["", data["y"], data["guess"]],
  [" wide", data["wide"], data["wideGuess"]],
] as const;
const { y, guess, flat } = data;

export const regression: readonly Comparison[] = [
  ...weights.flatMap(([weighted, o]) => [
    ...targets.flatMap(([name, a, b]) => {
      const end = `${name}${weighted}`;
      return [
        ask(`r2Score${end}`, () => learn.r2Score(a, b, o)),
        ask(`r2Score variance${end}`, () =>
          learn.r2Score(a, b, { multioutput: "varianceWeighted", ...o }),
        ),
        ask(`explainedVarianceScore${end}`, () => learn.explainedVarianceScore(a, b, o)),
        ask(`meanSquaredError${end}`, () => learn.meanSquaredError(a, b, o)),
        ask(`rootMeanSquaredError${end}`, () => learn.rootMeanSquaredError(a, b, o)),
        ask(`meanAbsoluteError${end}`, () => learn.meanAbsoluteError(a, b, o)),
        ask(`medianAbsoluteError${end}`, () => learn.medianAbsoluteError(a, b, o)),
        ask(`meanAbsolutePercentageError${end}`, () => learn.meanAbsolutePercentageError(a, b, o)),
        ask(`meanSquaredLogError${end}`, () => learn.meanSquaredLogError(a, b, o)),
        ask(`rootMeanSquaredLogError${end}`, () => learn.rootMeanSquaredLogError(a, b, o)),
        ask(`meanPinballLoss${end}`, () => learn.meanPinballLoss(a, b, { alpha: 0.2, ...o })),
        ask(`d2PinballScore${end}`, () => learn.d2PinballScore(a, b, { alpha: 0.2, ...o })),
        ask(`d2AbsoluteErrorScore${end}`, () => learn.d2AbsoluteErrorScore(a, b, o)),
      ];
    }),
    ...[-1, 0, 1, 1.5, 2, 3].map((power) =>
      ask(`meanTweedieDeviance ${power}${weighted}`, () =>
        learn.meanTweedieDeviance(y, guess, { power, ...o }),
      ),
    ),
  ]),
  ask("maxError", () => learn.maxError(y, guess)),
  ask("r2Score flat", () => learn.r2Score(flat, guess)),
  ask("r2Score flat infinite", () => learn.r2Score(flat, guess, { forceFinite: false })),
];
