import { createRequire } from "node:module";
import type * as plots from "../../plot/index.ts";

const load = createRequire(import.meta.url);

/** The functions of `daylab/plot`, loaded by the first plot: most frames are never drawn. */
export function charts(): typeof plots {
  return load("../../plot/index.ts") as typeof plots;
}
