/**
 * Writes the starter notebook of every lesson under notebooks/; with `--check` writes nothing and
 * fails where a notebook is not what its source gives.
 */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { notebookPath, root } from "./curriculum/curriculum.ts";
import { buildNotebook, notebookText } from "./notebook/build.ts";
import { loadLessons } from "./source/load.ts";
import { reportingErrors } from "./report/errors.ts";

await reportingErrors(async () => {
  const checkOnly = process.argv.includes("--check");
  const { curriculum, written } = await loadLessons();
  const wanted = new Map(
    written.map(({ lesson, source }) => [
      notebookPath(lesson),
      notebookText(buildNotebook(source, lesson, curriculum, "starter")),
    ]),
  );
  const stray = globSync("notebooks/[0-9][0-9]-*/day-*.ipynb", { cwd: root }).filter(
    (file) => !wanted.has(file),
  );
  const changed = [...wanted].filter(([file, text]) => {
    const target = path.join(root, file);
    return !existsSync(target) || readFileSync(target, "utf8") !== text;
  });
  for (const [file, text] of checkOnly ? [] : changed) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  for (const file of checkOnly ? [] : stray) rmSync(path.join(root, file));
  for (const [file] of changed) console.log(`${checkOnly ? "differs" : "written"}  ${file}`);
  for (const file of stray) console.log(`${checkOnly ? "has no source" : "removed"}  ${file}`);
  const differences = changed.length + stray.length;
  if (checkOnly && differences > 0) console.log("Run: node scripts/lessons/generate.ts");
  else console.log(`${written.length} lessons, ${differences} notebooks changed`);
  return checkOnly && differences > 0 ? 1 : 0;
});
