import { parseCurriculum, type Curriculum } from "../core/index.ts";
import { joined, statusOf, type LabFiles } from "./contents.ts";

export interface FoundCurriculum {
  /** "" is the server's root. */
  readonly folder: string;
  readonly curriculum: Curriculum;
}

/**
 * Reads `curriculum.json` in the folder that the settings name, else in `notebooks`, else in the
 * server's root. Undefined where it is in none of them.
 *
 * @throws Error where it is there and cannot be read, saying why
 */
export async function findCurriculum(
  files: LabFiles,
  configured: string,
): Promise<FoundCurriculum | undefined> {
  for (const folder of configured === "" ? ["notebooks", ""] : [joined(configured)]) {
    const path = joined(folder, "curriculum.json");
    let text: string;
    try {
      text = (await files.get(path)).text;
    } catch (error) {
      if (statusOf(error) === 404) continue;
      throw error;
    }
    const parsed = parseCurriculum(text);
    if (parsed.ok) return { folder, curriculum: parsed.curriculum };
    const [{ at, what }] = parsed.problems as [{ at: string; what: string }];
    throw new Error(`${path}: ${at} ${what}`);
  }
  return undefined;
}
