import { readFileSync } from "node:fs";

export interface KMeansAnswer {
  readonly labels: number[];
  readonly centres: number[][];
  readonly inertia: number;
  readonly iterations: number;
}
interface DBSCANAnswer {
  readonly labels: number[];
  readonly core: number[];
}
interface TreeAnswer {
  readonly labels: number[];
  readonly children: number[][];
  readonly distances: number[];
}
type Method = "ward" | "complete" | "average" | "single";
interface Answers {
  readonly x: number[][];
  readonly weights: number[];
  readonly init: number[][];
  readonly far: number[][];
  readonly kmeans: KMeansAnswer & { predict: number[]; transform: number[][]; score: number };
  readonly weighted: KMeansAnswer;
  readonly empty: KMeansAnswer;
  readonly best: number;
  readonly dbscan: DBSCANAnswer;
  readonly dbscanWeighted: DBSCANAnswer;
  readonly linkage: Record<Method | "weighted", number[][]>;
  readonly agglomerative: Record<Method, TreeAnswer>;
  readonly threshold: number[];
}

const file = new URL("./fixtures/answers.json", import.meta.url);

/** What fixtures/answers.py wrote. */
export const answers = JSON.parse(readFileSync(file, "utf8")) as Answers;
