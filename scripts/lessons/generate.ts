/**
 * Writes the starter notebook of every lesson under notebooks/, the index and the curriculum's page; with `--check` writes nothing and
 * fails where a notebook is not what its source gives.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "./curriculum/curriculum.ts";
import { starterDifferences } from "./notebook/starters.ts";
import { reportingErrors } from "./report/errors.ts";
import { loadLessons } from "./source/load.ts";

await reportingErrors(async () => {
  const { check } = parseArgs({ options: { check: { type: "boolean", default: false } } }).values;
  const lessons = await loadLessons();
  const { changed, stray } = starterDifferences(lessons, root);
  for (const [file, text] of check ? [] : changed) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  for (const file of check ? [] : stray) rmSync(path.join(root, file));
  for (const file of changed.keys()) console.log(`${check ? "differs" : "written"}  ${file}`);
  for (const file of stray) console.log(`${check ? "has no source" : "removed"}  ${file}`);
  const differences = changed.size + stray.length;
  if (check && differences > 0) console.log("Run: node scripts/lessons/generate.ts");
  else console.log(`${lessons.written.length} lessons, ${differences} files changed`);
  return check && differences > 0 ? 1 : 0;
});
