import assert from "node:assert/strict";
import path from "node:path";
import { startLanguage } from "../../kernel/src/language/index.ts";
import { notebookPath, root } from "../../scripts/lessons/curriculum/curriculum.ts";
import { buildNotebook } from "../../scripts/lessons/notebook/build.ts";
import type { NotebookCell } from "../../scripts/lessons/notebook/types.ts";
import { loadLessons } from "../../scripts/lessons/source/load.ts";

/** What the type checker says of cells that are run one after the other, as strict mode does. */
async function findings(directory: string, cells: readonly NotebookCell[]): Promise<string[]> {
  const language = startLanguage({ directory });
  const all: string[] = [];
  for (const { id, metadata, source } of cells) {
    const code = source.join("");
    const found = await language.check(code);
    // Where a lesson shows what an error looks like, it says so.
    const expected = metadata.tags?.includes("raises-exception") === true;
    if (!expected) all.push(...found.map(({ line, message }) => `${id}, line ${line}: ${message}`));
    if (found.length === 0) await language.commit(code);
  }
  await language.stop();
  return all;
}

describe("the type checker has nothing against a lesson", function () {
  this.timeout(600_000);
  it("in its solution variant", async () => {
    const { curriculum, written } = await loadLessons();
    assert.ok(written.length > 0);
    for (const [i, { lesson, source }] of written.entries()) {
      const { cells } = buildNotebook(source, lesson, curriculum, "solution");
      const code = cells.filter(({ cell_type }) => cell_type === "code");
      const folder = path.dirname(path.join(root, notebookPath(lesson)));
      // Nor where all cells are run again.
      assert.deepEqual(await findings(folder, i < 2 ? [...code, ...code] : code), [], lesson.id);
    }
  });
});
