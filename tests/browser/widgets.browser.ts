import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { JupyterLab, runAllCells } from "./jupyterlab.ts";

const screenshots = path.resolve(import.meta.dirname, "../../results/screenshots");

const sources = [
  `import { Button, Dropdown, HBox, IntSlider, Label, VBox } from "daylab/widgets";
import { interact, livePlot, progress } from "daylab/widgets";

const layers = new IntSlider({ value: 3, min: 1, max: 10, description: "layers" });
const optimizer = new Dropdown({ options: ["sgd", "adam", "rmsprop"], description: "optimizer" });
const button = new Button({ description: "Train", icon: "play", buttonStyle: "primary" });
const said = new Label({ value: "nothing yet" });
layers.observe(({ old, new: now }) => { said.value = \`layers \${old} → \${now}\`; });
optimizer.observe((change) => { said.value = \`optimizer \${change.new}\`; });
button.onClick(() => { console.log(\`training \${layers.value} layers with \${optimizer.value}\`); });
new VBox([new HBox([layers, optimizer]), new HBox([button, said])])`,
  `import { existsSync } from "node:fs";
const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
const plot = livePlot({ title: "Training", x: "step" });
for (const step of progress(120, { description: "step" })) {
  plot.add({ loss: Math.exp(-step / 30), val_loss: Math.exp(-step / 40) + 0.02 * Math.sin(step) });
  do pause(); while (step === 60 && existsSync("hold"));
}
plot.done();`,
  `interact(({ x, kind }) => \`\${kind}(\${x}) = \${Math[kind](x).toFixed(3)}\`, {
  x: [0, 10, 0.5],
  kind: ["sin", "cos"],
})`,
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
    page = await lab.openNotebook("widgets.ipynb", { width: 1280, height: 1045 });
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
    await cell(1).getByText("120/120").waitFor();
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
    await page
      .locator(".jp-Notebook")
      .screenshot({ path: path.join(screenshots, "widgets-used.png") });
  });

  it("a page that is loaded anew shows them as they were, and they still work", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+s");
    await page.locator(".jp-mod-dirty").waitFor({ state: "hidden" });
    await page.reload();
    const handle = cell(0).locator(".noUi-handle");
    await handle.waitFor({ timeout: 60_000 });
    assert.equal(await handle.getAttribute("aria-valuenow"), "10.0");
    await cell(2).getByText("cos(5.5) = 0.709").waitFor();
    await handle.focus();
    await page.keyboard.press("ArrowLeft");
    await cell(0).getByText("layers 10 → 9").waitFor();
  });

  it("a bar and a plot move while a loop blocks the kernel", async () => {
    // At its end the bar is no widget any more: the loop goes no further until it was looked at.
    const hold = path.join(folder, "hold");
    writeFileSync(hold, "");
    await cell(1).locator(".cm-content").click();
    await page.keyboard.press("Shift+Enter");
    await cell(1).locator(".widget-hprogress").waitFor();
    await cell(1).getByText("[*]").waitFor();
    const early = /^(\d+)\/120/.exec(
      (await cell(1).locator(".widget-label").last().innerText()).trim(),
    );
    assert.ok(early && Number(early[1]) < 120, String(early));
    await cell(1).locator(".jp-RenderedSVG").waitFor();
    await shoot("widgets-live");
    rmSync(hold);
    await cell(1).getByText("120/120").waitFor();
    await cell(1).locator(".widget-hprogress").waitFor({ state: "detached" });
  });

  it("a kernel that was started anew makes new ones", async () => {
    await page.getByRole("menuitem", { name: "Kernel", exact: true }).click();
    await page.locator('.lm-Menu [data-command="kernelmenu:restart"]').click();
    await page.locator(".jp-Dialog .jp-mod-accept").click();
    await page.locator(".jp-Dialog").waitFor({ state: "hidden" });
    await page.getByText("TypeScript (Daylab) | Idle").waitFor({ timeout: 60_000 });
    await runAllCells(page);
    await cell(0).getByText("nothing yet", { exact: true }).waitFor();
    await cell(0).locator(".noUi-handle").focus();
    await page.keyboard.press("ArrowRight");
    await cell(0).getByText("layers 3 → 4").waitFor();
  });
});
