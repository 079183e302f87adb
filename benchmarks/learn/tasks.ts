import { readFileSync } from "node:fs";

/** One estimator, learned and asked in every engine. The file is read by the Python engine too. */
export interface Task {
  /** Its class, here and in scikit-learn. */
  readonly estimator: string;
  readonly kind: "regressor" | "classifier" | "clusterer" | "transformer" | "mixture";
  /** Under our names; scikit-learn's are the same in snake_case. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** Of larger data this estimator sees the first so many rows. */
  readonly most?: number;
  /** So many rows are predicted; default all. */
  readonly predict?: number;
  /** What ours may take, in times of scikit-learn's time. */
  readonly goal: number;
}

export const tasksFile = new URL("tasks.json", import.meta.url);
export const tasks = JSON.parse(readFileSync(tasksFile, "utf8")) as readonly Task[];
