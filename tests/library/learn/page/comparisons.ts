import { readdirSync } from "node:fs";

/** A comparison with scikit-learn's answer, as every family declares its own. */
export interface Comparison {
  readonly estimator: string;
  readonly what: string;
  readonly tolerance: number;
  readonly compare: () => void;
}

const folder = new URL("../", import.meta.url);

/** The comparisons of all families. */
export async function allComparisons(): Promise<Comparison[]> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("comparisons.ts") && !file.startsWith("page"))
    .sort();
  const found: Comparison[] = [];
  for (const file of files) {
    const module = (await import(new URL(file, folder).href)) as {
      readonly comparisons?: readonly Comparison[];
    };
    found.push(...(module.comparisons ?? []));
  }
  return found;
}

/** True where ours gives scikit-learn's answer. */
export function holds({ compare }: Comparison): boolean {
  try {
    compare();
    return true;
  } catch {
    return false;
  }
}
