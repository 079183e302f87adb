import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { JupyterLab } from "./jupyterlab.ts";

const screenshots = path.resolve(import.meta.dirname, "../../results/screenshots");

const sources = [
  `import * as tf from "@tensorflow/tfjs-node";
import { generate, toTensors } from "daylab/datasets";
import { glorotUniform, heNormal, Random, train, trainingOf } from "daylab/nn";

const { x, y } = toTensors(generate.strokeDigits({ count: 1200, seed: 1 }));
const random = new Random(1);
const model = tf.sequential({ layers: [
  tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3, activation: "relu",
    kernelInitializer: heNormal(random) }),
  tf.layers.maxPooling2d({ poolSize: 2 }),
  tf.layers.flatten(),
  tf.layers.dense({ units: 10, activation: "softmax", kernelInitializer: glorotUniform(random) }),
] });
model.compile({ optimizer: tf.train.adam(0.002), loss: "categoricalCrossentropy",
  metrics: ["accuracy"] });
const kept = "kept";`,
  `const result = await train(model, { x, y }, { epochs: 500, seed: 1, validationSplit: 0.2 });
console.log("it was not stopped");`,
  `const sofar = trainingOf(model)!;
console.log(kept, sofar.epochs > 0, sofar.epochs < 500, sofar.toFrame().columns.join(" "));
tf.tidy(() => (model.predict(x.slice(0, 2)) as tf.Tensor).shape.join())`,
  `await train(model, { x, y }, { epochs: 4, seed: 2, validationSplit: 0.2 })`,
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

describe("a training in JupyterLab", function () {
  this.timeout(240_000);
  let folder: string;
  let lab: JupyterLab;
  let page: Page;

  const cell = (index: number) => page.locator(".jp-Notebook .jp-CodeCell").nth(index);
  const shoot = (name: string) => page.screenshot({ path: path.join(screenshots, `${name}.png`) });

  async function run(index: number): Promise<void> {
    await cell(index).locator(".cm-content").click();
    await page.keyboard.press("Shift+Enter");
  }

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "daylab-train-"));
    mkdirSync(screenshots, { recursive: true });
    writeFileSync(path.join(folder, "train.ipynb"), JSON.stringify(notebook));
    lab = await JupyterLab.start(folder);
    page = await lab.openNotebook("train.ipynb", { width: 1280, height: 1300 });
  });
  after(async () => {
    await lab?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("shows a bar, and curves of loss and accuracy that grow", async () => {
    await run(0);
    await run(1);
    const curves = cell(1).locator(".jp-RenderedSVG");
    await curves.waitFor({ timeout: 60_000 });
    await cell(1)
      .getByText(/epoch [1-9]\d*\/500/)
      .first()
      .waitFor({ timeout: 60_000 });
    const points = async () =>
      Number(/after (\d+) epoch/.exec((await describing(curves)) ?? "")?.[1] ?? 0);
    await until(async () => (await points()) >= 3);
    const early = await points();
    await until(async () => (await points()) > early);
    const text = await describing(curves);
    for (const name of ["loss", "acc", "val_loss", "val_acc"])
      assert.match(text ?? "", new RegExp(`\\b${name} [\\d.]+`));
    await shoot("train-live");
  });

  it("Stop ends it at once", async () => {
    await cell(1).locator(".cm-content").click();
    await page.keyboard.press("Escape");
    const start = performance.now();
    await page.keyboard.press("i");
    await page.keyboard.press("i");
    await cell(1).getByText("interrupted", { exact: false }).first().waitFor({ timeout: 5_000 });
    console.log(`      stopped within ${Math.round(performance.now() - start)} ms`);
    await page.getByText("TypeScript (Daylab) | Idle").waitFor({ timeout: 5_000 });
    const shown = await cell(1).locator(".jp-OutputArea").innerText();
    assert.doesNotMatch(shown, /it was not stopped/);
    // Nothing goes on behind the notebook's back.
    await page.waitForTimeout(1_000);
    assert.equal(await cell(1).locator(".jp-OutputArea").innerText(), shown);
    await shoot("train-stopped");
  });

  it("the session keeps its variables, the model and the history, and another cell runs", async () => {
    await run(2);
    await cell(2).getByText("kept true true epoch loss acc val_loss val_acc").waitFor();
    await cell(2).getByText("'2,10'").waitFor();
  });

  it("the model goes on learning, and the last curves stay as a picture with words", async () => {
    await run(3);
    await cell(3).getByText("TrainResult: 4 epochs").waitFor({ timeout: 60_000 });
    await cell(3).locator('img[src^="data:image/png"]').waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+s");
    await page.locator(".jp-mod-dirty").waitFor({ state: "hidden" });
    const saved = readFileSync(path.join(folder, "train.ipynb"), "utf8");
    assert.match(saved, /"alt": "Training curves after 4 epochs: loss .* val_acc /);
    await cell(3).scrollIntoViewIfNeeded();
    await shoot("train-done");
  });

  async function until(met: () => Promise<boolean>): Promise<void> {
    for (let i = 0; i < 300; i++) {
      if (await met()) return;
      await page.waitForTimeout(100);
    }
    assert.fail("It did not come.");
  }

  /** JupyterLab shows an SVG as an image; its source holds the words. */
  async function describing(curves: ReturnType<typeof cell>): Promise<string | undefined> {
    const html = decodeURIComponent(await curves.innerHTML());
    return /<title>(.*?)<\/title>/.exec(html)?.[1];
  }
});
