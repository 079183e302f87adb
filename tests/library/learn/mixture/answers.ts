import { readFileSync } from "node:fs";

interface MixtureAnswer {
  readonly weights: number[];
  readonly means: number[];
  readonly covariances: number[];
  readonly lowerBound: number;
  readonly iterations: number;
  readonly probabilities: number[];
  readonly labels: number[];
  readonly densities: number[];
  readonly aic: number;
  readonly bic: number;
}
type Type = "full" | "tied" | "diag" | "spherical";
interface Answers {
  readonly x: number[][];
  readonly meansInit: number[][];
  readonly weightsInit: number[];
  readonly precisionsInit: Record<Type, number[]>;
  readonly fits: Record<Type, MixtureAnswer>;
  readonly kmeans: number;
}

const file = new URL("./fixtures/answers.json", import.meta.url);

/** What fixtures/answers.py wrote. */
export const answers = JSON.parse(readFileSync(file, "utf8")) as Answers;
