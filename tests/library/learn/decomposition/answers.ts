import { readFileSync } from "node:fs";

type PCAAnswer = Record<
  "components" | "variance" | "ratio" | "singular" | "mean" | "transform" | "inverse",
  number[]
> & { readonly noise: number };
type TruncatedAnswer = Record<
  "components" | "singular" | "variance" | "ratio" | "transform",
  number[]
>;
type NMFAnswer = Record<"w" | "components" | "transform", number[]> & {
  readonly error: number;
  readonly iterations: number;
};
interface Answers {
  readonly truncated: TruncatedAnswer;
  readonly nmf: Record<"nndsvd" | "nndsvda" | "penalty", NMFAnswer>;
  readonly x: number[][];
  readonly wide: number[][];
  readonly pca: Record<"full" | "covarianceEigh" | "whiten" | "part" | "wide", PCAAnswer>;
}

const file = new URL("./fixtures/answers.json", import.meta.url);

/** What fixtures/answers.py wrote. */
export const answers = JSON.parse(readFileSync(file, "utf8")) as Answers;
