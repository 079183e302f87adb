import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { jupyterEnvironment, python } from "../kernel/client/environment.ts";

const image =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const output = (type: string, alt?: string) => ({
  output_type: "display_data",
  data: { [type]: image, "text/plain": "a picture" },
  metadata: alt === undefined ? {} : { [type]: { alt, width: 20 } },
});

const notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {
    kernelspec: { name: "daylab", display_name: "TypeScript (Daylab)", language: "typescript" },
  },
  cells: [
    {
      id: "pictures",
      cell_type: "code",
      metadata: {},
      execution_count: 1,
      source: "",
      outputs: [
        output("image/png", 'Loss < 0.5, "good"'),
        output("image/jpeg", "A photo"),
        output("image/png"),
      ],
    },
  ],
};

describe("a notebook as an HTML page", function () {
  this.timeout(60_000);
  const folder = mkdtempSync(path.join(tmpdir(), "daylab-html-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("keeps the descriptions of pictures, by nbconvert without options", () => {
    writeFileSync(path.join(folder, "a.ipynb"), JSON.stringify(notebook));
    const options = { cwd: folder, env: jupyterEnvironment(), stdio: "ignore" } as const;
    execFileSync(python, ["-m", "nbconvert", "--to", "html", "a.ipynb"], options);
    const page = readFileSync(path.join(folder, "a.html"), "utf8");
    const found = [...page.matchAll(/<img\s[^>]*?alt=(["'])(.*?)\1/gu)].map(([, , alt]) => alt);
    assert.deepEqual(found, [
      'Loss &lt; 0.5, "good"',
      "A photo",
      "No description has been provided for this image",
    ]);
    assert.match(page, /width=["']?20/u);
  });
});
