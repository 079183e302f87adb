import assert from "node:assert/strict";
import path from "node:path";
import { startLanguage } from "../../kernel/src/language/index.ts";
import { notebookPath, root } from "../../scripts/lessons/curriculum/curriculum.ts";
import { buildNotebook } from "../../scripts/lessons/notebook/build.ts";
import type { NotebookCell, Variant } from "../../scripts/lessons/notebook/types.ts";
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
  this.timeout(300_000);
  for (const variant of ["starter", "wrong", "solution"] satisfies Variant[])
    it(`in its ${variant} variant${variant === "solution" ? ", run twice" : ""}`, async () => {
      const { curriculum, written } = await loadLessons();
      assert.ok(written.length > 0);
      for (const { lesson, source } of written) {
        const { cells: all } = buildNotebook(source, lesson, curriculum, variant);
        const cells = all.filter(({ cell_type }) => cell_type === "code");
        const folder = path.dirname(path.join(root, notebookPath(lesson)));
        const run = variant === "solution" ? [...cells, ...cells] : cells;
        assert.deepEqual(await findings(folder, run), [], lesson.id);
      }
    });
});
