import { readFileSync } from "node:fs";

type PCAAnswer = Record<
  "components" | "variance" | "ratio" | "singular" | "mean" | "transform" | "inverse",
  number[]
> & { readonly noise: number };
interface Answers {
  readonly x: number[][];
  readonly wide: number[][];
  readonly pca: Record<"full" | "covarianceEigh" | "whiten" | "part" | "wide", PCAAnswer>;
}

const file = new URL("./fixtures/answers.json", import.meta.url);

/** What fixtures/answers.py wrote. */
export const answers = JSON.parse(readFileSync(file, "utf8")) as Answers;
