import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { chooseTheme, JupyterLab, runAllCells } from "./jupyterlab.ts";

const screenshots = path.resolve(import.meta.dirname, "../../results/screenshots");
const plotlyFile = createRequire(import.meta.url).resolve("plotly.js-dist-min/plotly.min.js");

const sources = [
  `import { load } from "daylab/datasets";
import { animatedScatter, line3d, plotly, scatter3d, surface } from "daylab/plot";
const penguins = await load("penguins");
scatter3d(penguins, { x: "bill_length_mm", y: "bill_depth_mm", z: "body_mass_g", color: "species",
  title: "Penguins in space", height: 420 })`,
  `const at = Array.from({ length: 41 }, (_, i) => (i - 20) / 5);
surface(at.map((y) => at.map((x) => Math.sin(x) * Math.cos(y))), { x: at, y: at, zTitle: "height", height: 380 })`,
  `animatedScatter(penguins, { x: "bill_length_mm", y: "body_mass_g", frame: "island", color: "species",
  title: "Island by island", duration: 100, height: 420 })`,
  `const figure = line3d({ t: at, x: at.map((v) => Math.cos(3 * v)), y: at.map((v) => Math.sin(3 * v)) }, { z: "t" });
figure.spec.layout.title = { text: "Edited by hand" };
figure`,
  `plotly({ data: [{ type: "pie", labels: ["a", "b"], values: [1, 2] }], layout: { height: 250 } })`,
  `({ [Symbol.for("Jupyter.display")]: () => ({
  "application/vnd.plotly.v1+json": { data: "nothing" }, "text/plain": "broken" }) })`,
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

/** What a drawn figure holds that a test can count, read from the page of plotly.js itself. */
interface Drawn {
  readonly traces: string[];
  readonly paper: string;
  readonly text: string;
  readonly width: number;
}

describe("Plotly figures in JupyterLab", function () {
  this.timeout(240_000);
  let folder: string;
  let lab: JupyterLab;
  let page: Page;
  const requests: string[] = [];

  const figure = (index: number): Locator =>
    page.locator(".jp-Notebook .jp-CodeCell").nth(index).locator(".daylab-Plotly");
  const shoot = (name: string) => page.screenshot({ path: path.join(screenshots, `${name}.png`) });
  const drawn = async (index: number): Promise<Drawn> =>
    figure(index)
      .locator(".js-plotly-plot")
      .evaluate((element) => {
        const plot = element as unknown as {
          _fullData: { type: string }[];
          _fullLayout: { paper_bgcolor: string; font: { color: string }; width: number };
        };
        return {
          traces: plot._fullData.map(({ type }) => type),
          paper: plot._fullLayout.paper_bgcolor,
          text: plot._fullLayout.font.color,
          width: plot._fullLayout.width,
        };
      });

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "daylab-plotly-"));
    mkdirSync(screenshots, { recursive: true });
    writeFileSync(path.join(folder, "plotly.ipynb"), JSON.stringify(notebook));
    lab = await JupyterLab.start(folder);
    page = await lab.openNotebook("plotly.ipynb", { width: 1280, height: 2600 });
    page.on("request", (request) => requests.push(request.url()));
  });
  after(async () => {
    await lab?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("are drawn; plotly.js comes with the first, once, from the same server", async () => {
    await runAllCells(page);
    for (const index of [0, 1, 2, 3, 4])
      await figure(index).locator(".main-svg").first().waitFor({ timeout: 60_000 });
    assert.deepEqual((await drawn(0)).traces, ["scatter3d", "scatter3d", "scatter3d"]);
    assert.deepEqual((await drawn(1)).traces, ["surface"]);
    assert.deepEqual((await drawn(2)).traces, ["scatter", "scatter", "scatter"]);
    assert.deepEqual((await drawn(4)).traces, ["pie"]);
    await figure(3).getByText("Edited by hand").waitFor();
    const chunks = requests.filter((url) => url.includes("@daylab/labextension"));
    assert.ok(chunks.some((url) => /\/\d+\.[0-9a-f]+\.js/.test(url)));
    assert.equal(new Set(chunks).size, chunks.length, "nothing is asked for twice");
    const origin = new URL(page.url()).origin;
    assert.deepEqual(
      requests.filter((url) => /^https?:/.test(url) && !url.startsWith(origin)),
      [],
    );
  });

  it("in space show more than an empty canvas", async () => {
    for (const index of [0, 1, 3]) {
      const canvas = figure(index).locator("canvas").first();
      await canvas.waitFor();
      await page.waitForTimeout(500);
      const png = await canvas.screenshot();
      const blank = await figure(index).locator(".no-webgl").count();
      assert.equal(blank, 0, "WebGL works");
      assert.ok(png.length > 12_000, `figure ${index}: ${png.length} bytes`);
    }
    await shoot("plotly-light");
  });

  it("carry a description for readers who cannot see them", async () => {
    assert.match(
      (await figure(0).getAttribute("aria-label")) ?? "",
      /Scatter plot in space of 342/,
    );
    assert.equal(await figure(0).getAttribute("role"), "figure");
  });

  it("say in words what is wrong with a figure that cannot be drawn", async () => {
    await figure(5)
      .getByText(/cannot be drawn: The figure's data is no list of traces/)
      .waitFor();
  });

  it("play their frames", async () => {
    const shown = () => figure(2).locator(".slider-label").first().textContent();
    assert.equal(await shown(), "island: Biscoe");
    await figure(2).getByText("Play").click();
    await figure(2).getByText("island: Torgersen").waitFor();
  });

  it("take the colours of a dark theme when it is chosen, and give them back", async () => {
    const light = await drawn(0);
    await chooseTheme(page, "JupyterLab Dark");
    await page.waitForFunction(() => document.body.dataset["jpThemeLight"] === "false");
    await page.waitForTimeout(1500);
    const dark = await drawn(0);
    assert.notEqual(dark.paper, light.paper);
    assert.notEqual(dark.text, light.text);
    await shoot("plotly-dark");
    await chooseTheme(page, "JupyterLab Light");
    await page.waitForFunction(() => document.body.dataset["jpThemeLight"] === "true");
    await page.waitForTimeout(1500);
    assert.equal((await drawn(0)).paper, light.paper);
  });

  it("follow the width of their cell", async () => {
    const before = await drawn(2);
    await page.setViewportSize({ width: 900, height: 2600 });
    await page.waitForFunction(
      (width) =>
        [...document.querySelectorAll(".js-plotly-plot")].every(
          (plot) =>
            (plot as unknown as { _fullLayout: { width: number } })._fullLayout.width < width,
        ),
      before.width,
    );
    await page.setViewportSize({ width: 1280, height: 2600 });
  });

  it("are what plotly.js itself calls valid", async () => {
    await page.addScriptTag({ content: readFileSync(plotlyFile, "utf8") });
    const saved = JSON.parse(await savedNotebook()) as {
      cells: { outputs: { data?: Record<string, { data: object[]; layout: object }> }[] }[];
    };
    const specs = saved.cells
      .slice(0, 5)
      .map((cell) => cell.outputs[0]?.data?.["application/vnd.plotly.v1+json"]);
    const problems = await page.evaluate((figures) => {
      const { Plotly } = window as unknown as {
        Plotly: { validate(data: unknown, layout: unknown): { msg: string }[] | undefined };
      };
      return figures.flatMap((spec) => {
        // plotly.js 4.1.2's own check fails on any legend, and finds each argument of a button reset.
        const parts = Object.entries(spec?.layout ?? {});
        const layout = Object.fromEntries(parts.filter(([name]) => name !== "legend"));
        const found = Plotly.validate(spec?.data, layout) ?? [];
        return found.map(({ msg }) => msg).filter((msg) => !/\.args\[\d\]/.test(msg));
      });
    }, specs);
    assert.equal(specs.filter((spec) => spec !== undefined).length, 5);
    assert.deepEqual(problems, []);
  });

  it("free what they hold when their output goes", async () => {
    await page.locator(".jp-Notebook .jp-CodeCell").first().click();
    await page.getByRole("menuitem", { name: "Edit", exact: true }).click();
    await page.locator('.lm-Menu [data-command="editmenu:clear-all"]').click();
    await page.locator(".daylab-Plotly").first().waitFor({ state: "detached" });
    assert.equal(await page.locator(".js-plotly-plot").count(), 0);
  });

  async function savedNotebook(): Promise<string> {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+s");
    await page.locator(".jp-mod-dirty").waitFor({ state: "hidden" });
    return readFileSync(path.join(folder, "plotly.ipynb"), "utf8");
  }
});
