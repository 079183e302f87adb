import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { JupyterLab, runAllCells } from "./jupyterlab.ts";

const screenshots = path.resolve(import.meta.dirname, "../../results/screenshots");

const sources = [
  `import { Button, Dropdown, HBox, IntSlider, Label, VBox, interact, link, livePlot, progress } from "daylab/widgets";

const layers = new IntSlider({ value: 3, min: 1, max: 10, description: "layers" });
const optimizer = new Dropdown({ options: ["sgd", "adam", "rmsprop"], description: "optimizer" });
const button = new Button({ description: "Train", icon: "play", buttonStyle: "primary" });
const said = new Label({ value: "nothing yet" });
layers.observe(({ old, new: now }) => { said.value = \`layers \${old} → \${now}\`; });
optimizer.observe((change) => { said.value = \`optimizer \${change.new}\`; });
button.onClick(() => { console.log(\`training \${layers.value} layers with \${optimizer.value}\`); });
new VBox([new HBox([layers, optimizer]), new HBox([button, said])])`,
  `const plot = livePlot({ title: "Training", x: "step" });
for (const step of progress(60, { description: "step" })) {
  plot.add({ loss: Math.exp(-step / 15), val_loss: Math.exp(-step / 20) + 0.02 * Math.sin(step) });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
}
plot.done();`,
  `interact(({ x, kind }) => \`\${kind}(\${x}) = \${Math[kind](x).toFixed(3)}\`, { x: [0, 10, 0.5], kind: ["sin", "cos"] })`,
];

const notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {
    kernelspec: { name: "daylab", display_name: "TypeScript (Daylab)", language: "typescript" },
  },
  cells: sources.map((source, i) => ({
    ...{ id: `cell-${i}`, cell_type: "code", metadata: {}, outputs: [], execution_count: null },
    source,
  })),
};

describe("widgets in JupyterLab", function () {
  this.timeout(180_000);
  let folder: string;
  let lab: JupyterLab;
  let page: Page;

  const cell = (index: number) => page.locator(".jp-Notebook .jp-CodeCell").nth(index);
  const shoot = (name: string) => page.screenshot({ path: path.join(screenshots, `${name}.png`) });

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "daylab-widgets-"));
    mkdirSync(screenshots, { recursive: true });
    writeFileSync(path.join(folder, "widgets.ipynb"), JSON.stringify(notebook));
    lab = await JupyterLab.start(folder);
    page = await lab.openNotebook("widgets.ipynb", { width: 1280, height: 1300 });
  });
  after(async () => {
    await lab?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("appear under their cells; a bar and a plot end as plain outputs", async () => {
    await runAllCells(page);
    await cell(0).locator(".widget-hslider").waitFor();
    await cell(0).locator("select").waitFor();
    await cell(0).getByRole("button", { name: "Train" }).waitFor();
    await cell(1).getByText("60/60").waitFor();
    await cell(1).locator(".jp-RenderedSVG").waitFor();
    await cell(2).getByText("sin(5) = -0.959").waitFor();
    await shoot("widgets");
  });

  it("a slider moved with the keyboard reaches the kernel, and its answer comes back", async () => {
    const handle = cell(0).locator(".noUi-handle");
    await handle.focus();
    await page.keyboard.press("ArrowRight");
    await cell(0).getByText("layers 3 → 4").waitFor();
    for (let i = 0; i < 10; i++) await page.keyboard.press("ArrowRight");
    await cell(0).getByText("→ 10").waitFor();
    assert.equal(await handle.getAttribute("aria-valuenow"), "10.0");
  });

  it("a choice in a dropdown reaches the kernel", async () => {
    await cell(0).locator("select").selectOption("adam");
    await cell(0).getByText("optimizer adam").waitFor();
  });

  it("a click runs its handler, whose output appears under the cell of the button", async () => {
    await cell(0).getByRole("button", { name: "Train" }).click();
    await cell(0).getByText("training 10 layers with adam").waitFor();
  });

  it("interact shows the result for what was set", async () => {
    await cell(2).locator("select").selectOption("cos");
    await cell(2).getByText("cos(5) = 0.284").waitFor();
    await cell(2).locator(".noUi-handle").focus();
    await page.keyboard.press("ArrowRight");
    await cell(2).getByText("cos(5.5) = 0.709").waitFor();
    await shoot("widgets-after");
  });
});
