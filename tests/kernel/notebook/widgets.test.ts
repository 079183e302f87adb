import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jupyterEnvironment, python, temporaryFolder } from "../client/environment.ts";

const viewMimeType = "application/vnd.jupyter.widget-view+json";
const stateMimeType = "application/vnd.jupyter.widget-state+json";

const sources = [
  `import { HBox, Image, IntSlider, Label, interact, livePlot, progress } from "daylab/widgets";
const slider = new IntSlider({ value: 3, max: 10, description: "layers" });
slider`,
  `slider.value = 7;
new HBox([slider, new Image({ value: new Uint8Array([1, 2, 3]) })])`,
  `const plot = livePlot({ title: "Training", every: 0 });
for (const step of progress(200, { description: "step" })) plot.add({ loss: 1 / (step + 1) });
plot.done();`,
  `interact(({ x }) => x * 2, { x: [0, 10] })`,
];

interface Output {
  readonly output_type: string;
  readonly data: Record<string, unknown>;
}

interface Notebook {
  readonly cells: readonly { readonly outputs: readonly Output[] }[];
  readonly metadata: {
    readonly widgets?: Record<
      string,
      { readonly state: Record<string, { readonly model_name: string; readonly state: object }> }
    >;
  };
}

describe("a notebook with widgets under plain jupyter nbconvert --execute", function () {
  this.timeout(120_000);
  let folder: string;

  function convert(...options: string[]): string {
    // In CI nothing is live.
    const env = { ...jupyterEnvironment(), CI: "" };
    const { status, stderr } = spawnSync(
      python,
      ["-m", "jupyter", "nbconvert", "--execute", ...options, join(folder, "widgets.ipynb")],
      { encoding: "utf8", env },
    );
    assert.equal(status, 0, stderr);
    return stderr;
  }

  let notebook: Notebook;
  before(() => {
    folder = temporaryFolder();
    const cells = sources.map((source, i) => ({
      ...{ id: `cell-${i}`, cell_type: "code", metadata: {}, outputs: [], execution_count: null },
      source,
    }));
    const kernelspec = { name: "daylab", display_name: "TypeScript", language: "typescript" };
    const text = { nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells };
    writeFileSync(join(folder, "widgets.ipynb"), JSON.stringify(text));
    convert("--to", "notebook", "--output", "executed.ipynb");
    notebook = JSON.parse(readFileSync(join(folder, "executed.ipynb"), "utf8")) as Notebook;
  });

  const outputs = (cell: number) => notebook.cells[cell].outputs.map(({ data }) => data);
  const text = (cell: number) => outputs(cell).map((data) => [data["text/plain"]].flat().join(""));

  it("says in text what a widget's state is", () => {
    assert.deepEqual(text(0), ['IntSlider(description="layers", value=3, min=0, max=10)']);
    assert.match(text(1)[0], /^HBox\(children=\[IntSlider\(.*value=7.*Image\(.*<3 bytes>\)\]\)$/);
    assert.match(text(3)[0], /^VBox\(children=\[IntSlider\(.*Output\(10\)\]\)$/);
  });

  it("keeps a bar and a plot as one output each, as they were at the end, without widgets", () => {
    const [plot, bar] = outputs(2).toSorted((a) => ("image/svg+xml" in a ? -1 : 1));
    assert.equal(outputs(2).length, 2);
    assert.match([bar["text/plain"]].flat().join(""), /^step: 100%\|█{10}\| 200\/200 /);
    assert.match([plot["text/plain"]].flat().join(""), /^Training: step 200, loss 0.005$/);
    assert.ok(!(viewMimeType in bar) && !(viewMimeType in plot));
  });

  it("holds the last state of every open widget, as nbclient collects it", () => {
    const { state } = notebook.metadata.widgets![stateMimeType];
    const view = outputs(0)[0][viewMimeType] as { model_id: string };
    const model = state[view.model_id];
    assert.equal(model.model_name, "IntSliderModel");
    assert.equal((model.state as { value: number }).value, 7);
    const picture = Object.values(state).find(({ model_name: name }) => name === "ImageModel");
    assert.match(JSON.stringify(picture), /"data":"AQID"/);
  });

  it("becomes HTML that needs nobody's server where the states are left out", () => {
    convert("--to", "html", "--ExecutePreprocessor.store_widget_state=False");
    const html = readFileSync(join(folder, "widgets.html"), "utf8");
    const body = html.slice(html.indexOf("<body"));
    assert.match(body, /<pre>IntSlider\(description="layers", value=3, min=0, max=10\)<\/pre>/);
    assert.match(body, /<img [^>]*src="data:image\/svg\+xml;base64,/);
    assert.match(body, /<progress max="200" [^>]*value="200"/);
    assert.ok(!body.includes(viewMimeType));
  });
});
