import { readdirSync } from "node:fs";
import type { Comparison } from "../comparison.ts";

const folder = new URL("../", import.meta.url);

/** The comparisons of all folders. */
export async function allComparisons(): Promise<Comparison[]> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("comparisons.ts") && !file.startsWith("page"))
    .sort();
  const found: Comparison[] = [];
  for (const file of files) {
    const module = (await import(new URL(file, folder).href)) as {
      readonly comparisons: readonly Comparison[];
    };
    found.push(...module.comparisons);
  }
  return found;
}

/** True where ours gives the answer. */
export async function holds({ compare }: Comparison): Promise<boolean> {
  try {
    await compare();
    return true;
  } catch {
    return false;
  }
}
