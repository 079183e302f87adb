import { readdirSync } from "node:fs";

/** A comparison of one function with what another library says. */
export interface Comparison {
  /** The function, as `daylab/vision` exports it. */
  readonly subject: string;
  readonly what: string;
  /** Whose answer it is, such as `OpenCV`. */
  readonly oracle: string;
  /** The largest difference that counts as equal, in the unit of the values. */
  readonly tolerance: number;
  readonly compare: () => void | Promise<void>;
}

const folder = new URL("../", import.meta.url);

/** The comparisons of all folders. */
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

/** True where ours gives the oracle's answer. */
export async function holds({ compare }: Comparison): Promise<boolean> {
  try {
    await compare();
    return true;
  } catch {
    return false;
  }
}
