import { readFileSync } from "node:fs";
import {
  GaussianNB,
  KNeighborsClassifier,
  KNeighborsRegressor,
  LinearRegression,
  LogisticRegression,
  makePipeline,
  Ridge,
  StandardScaler,
} from "../../../../../library/src/learn/index.ts";

/** A comparison with scikit-learn's answer. */
export interface Comparison {
  readonly estimator: string;
  readonly what: string;
  readonly tolerance: number;
  readonly compare: () => void;
}

interface Labelled {
  readonly predicted: readonly string[];
  readonly chances: readonly (readonly number[])[];
}
interface Numbered {
  readonly predicted: readonly number[];
}
interface Answers {
  readonly x: number[][];
  readonly y: number[];
  readonly weights: number[];
  readonly new: number[][];
  readonly newY: number[];
  readonly newLabels: string[];
  readonly targets: Readonly<Record<"two" | "three", string[]>>;
  readonly voting: Readonly<Record<string, Labelled>>;
  readonly mean: Readonly<Record<string, Numbered>>;
  readonly stacks: Readonly<Record<string, Labelled>>;
  readonly piles: Readonly<Record<string, Numbered>>;
  readonly whole: { readonly member: Numbered; readonly classes: Labelled };
  readonly bags: Readonly<Record<string, number[]>>;
}

const file = new URL("fixtures/answers.json", import.meta.url);
export const answers = JSON.parse(readFileSync(file, "utf8")) as Answers;

export const logistic = () => new LogisticRegression({ tol: 1e-10, maxIter: 10000 });

export const classifiers = () =>
  [
    ["line", makePipeline(new StandardScaler(), logistic())],
    ["bayes", new GaussianNB()],
    ["near", new KNeighborsClassifier({ nNeighbors: 4 })],
  ] as const;

export const regressors = () =>
  [
    ["line", new LinearRegression()],
    ["ridge", makePipeline(new StandardScaler(), new Ridge({ alpha: 3 }))],
    ["near", new KNeighborsRegressor({ nNeighbors: 4 })],
  ] as const;
