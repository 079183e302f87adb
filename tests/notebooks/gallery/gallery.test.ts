import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { encodePng } from "../../../library/src/plot/figure/png.ts";
import { Chart } from "../../../library/src/plot/index.ts";
import { galleryCells, galleryNotebook } from "../../../scripts/lessons/gallery.ts";
import { jupyterEnvironment, python } from "../../kernel/client/environment.ts";
import { inkOf, readPng } from "../../library/plot/read-png.ts";
import { assertValidSpec } from "../../library/plot/valid-spec.ts";
import { difference, small, smallWidth } from "./small.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const references = path.join(import.meta.dirname, "fixtures");

/** Set, the pictures of this run become the committed ones: look at each before you commit it. */
const renew = process.env["DAYLAB_RENEW_PICTURES"] === "1";

interface Output {
  readonly output_type: string;
  readonly text?: string | string[];
  readonly data?: Record<string, unknown>;
  readonly metadata?: Record<string, { alt?: string } | undefined>;
}

/** Cells that make something for the cells after them. */
const silent = ["data", "model"];
/** Images are pixels: they have no spec. */
const pictures = ["grid", "image-grid", "image-with-boxes", "image-with-mask"];
const byPlotly = ["scatter3d", "line3d", "surface", "animated-scatter", "plotly"];

const figures = galleryCells()
  .filter(({ id, kind }) => kind === "code" && !silent.includes(id))
  .map(({ id }) => id);

describe("the gallery", function () {
  this.timeout(300_000);
  const folder = mkdtempSync(path.join(tmpdir(), "daylab-gallery-"));
  const outputs = new Map<string, Output[]>();

  before(() => {
    const [target, report] = [path.join(folder, "gallery.ipynb"), path.join(folder, "report.json")];
    const source = path.join(root, "notebooks/gallery/gallery.ipynb");
    const script = path.join(root, "scripts/lessons/execute.py");
    execFileSync(python, [script, source, target, report, "--cwd", folder, "--timeout", "120"], {
      env: jupyterEnvironment(),
    });
    const { failure } = JSON.parse(readFileSync(report, "utf8")) as { failure: unknown };
    assert.equal(failure, null);
    const { cells } = JSON.parse(readFileSync(target, "utf8")) as {
      cells: { id: string; outputs?: Output[] }[];
    };
    for (const cell of cells) outputs.set(cell.id, cell.outputs ?? []);
    mkdirSync(references, { recursive: true });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const shown = (id: string): Required<Pick<Output, "data" | "metadata">> => {
    const [output, ...more] = outputs.get(id) ?? [];
    assert.deepEqual(more, [], "one output");
    assert.ok(output?.data && output.metadata, "a figure");
    return { data: output.data, metadata: output.metadata };
  };

  it("is what its source says, with a name of its own for each cell", () => {
    const committed = readFileSync(path.join(root, "notebooks/gallery/gallery.ipynb"), "utf8");
    assert.equal(committed, galleryNotebook());
    const ids = galleryCells().map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(figures.length >= 45, String(figures.length));
  });

  it("says nothing in the cells that only prepare", () => {
    for (const id of silent) assert.deepEqual(outputs.get(id), []);
  });

  for (const id of figures)
    it(`${id}: a picture, a description, a valid spec, and it looks as it did`, () => {
      const { data, metadata } = shown(id);
      const spec = data["application/vnd.vegalite.v5+json"];
      const space = data["application/vnd.plotly.v1+json"];
      if (byPlotly.includes(id)) assert.ok(Array.isArray((space as { data: unknown }).data));
      else if (spec !== undefined) assertValidSpec(new Chart(spec as never));
      else assert.ok(pictures.includes(id), "a chart has a spec");
      const words = [data["text/plain"]].flat().join("");
      assert.ok(words.length > 20, words);
      assert.equal(metadata["image/png"]?.alt, words);
      const picture = readPng(Buffer.from(String(data["image/png"]), "base64"));
      assert.ok(inkOf(picture) > 1000, "something is drawn");
      const now = small(picture);
      const file = path.join(references, `${id}.png`);
      if (renew) writeFileSync(file, encodePng(now.rgba, now.width, now.height));
      assert.ok(existsSync(file), `no picture to compare with: ${file}`);
      const before = readPng(readFileSync(file));
      assert.deepEqual([before.width, before.height], [smallWidth, now.height], "the size");
      const { mean, far } = difference(now, before);
      // Rounding of other processors moves an edge by less than a pixel of 320.
      assert.ok(mean <= 1.5 && far <= 0.005, `mean ${mean.toFixed(2)}, far ${far.toFixed(4)}`);
    });
});
