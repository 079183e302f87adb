import { join } from "node:path";
import { packageFolder } from "../bundled/manifest.ts";

/**
 * Where downloaded files are kept: `DAYLAB_DATASETS`, which a teacher can set to a folder that all
 * computers of a classroom read, else `.cache/datasets` in the repository, out of git's sight.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.DAYLAB_DATASETS || join(packageFolder, "..", ".cache", "datasets");
}
