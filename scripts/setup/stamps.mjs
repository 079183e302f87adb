import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cacheDirectory } from "./paths.mjs";

const stampFile = (step) => path.join(cacheDirectory, "setup", `${step}.stamp`);

/** A digest of everything a step was made from: texts, and files by their content. */
export function fingerprint({ texts = [], files = [] }) {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text}\0`);
  for (const file of files)
    hash.update(existsSync(file) ? readFileSync(file) : "absent").update("\0");
  return hash.digest("hex");
}

/** True where the step ended well with this very fingerprint. */
export function isStamped(step, print) {
  return existsSync(stampFile(step)) && readFileSync(stampFile(step), "utf8") === print;
}

/** Written last, so that a step that was cut off has no stamp and is done again. */
export function stamp(step, print) {
  mkdirSync(path.dirname(stampFile(step)), { recursive: true });
  writeFileSync(`${stampFile(step)}.part`, print);
  renameSync(`${stampFile(step)}.part`, stampFile(step));
}

export function unstamp(step) {
  rmSync(stampFile(step), { force: true });
}
