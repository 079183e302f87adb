import { readFileSync } from "node:fs";

export type Cells = (number | null)[];

interface Scaled {
  readonly transformed: Cells[];
  readonly later: Cells[];
  readonly back: Cells[];
}
interface Hot {
  readonly names: string[];
  readonly categories: unknown[][];
  readonly transformed: number[][];
  readonly back: unknown[][];
}

/** What scikit-learn answered, and what it was asked. */
export const { matrices, labels, features, answers } = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as {
  matrices: Record<string, Record<string, Cells>>;
  labels: Record<string, (string | number | boolean | null)[]>;
  features: Record<string, Record<string, (string | boolean | null)[]>>;
  answers: Record<string, unknown>;
};

export const scaledAnswer = (name: string): Scaled => answers[name] as Scaled;
export const hotAnswer = (name: string): Hot => answers[name] as Hot;
