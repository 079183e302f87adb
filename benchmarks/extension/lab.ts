/// <reference lib="dom" />
/**
 * What the extension costs a page of JupyterLab with a curriculum of 500 lessons: the activation of its
 * plugins (by the page's clock), and what the panel does when it is shown, searched and scrolled (the
 * main thread's own processor time, which other programs on the machine change little). Run it with
 * `node benchmarks/extension/lab.ts`; it needs Chromium.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { JupyterLab } from "../../tests/browser/jupyterlab.ts";

export interface ExtensionCost {
  readonly plugins: number;
  /** Milliseconds of all plugins together. */
  readonly activation: number;
  /** Milliseconds of the main thread, by what was done. */
  readonly steps: Readonly<Record<string, number>>;
  /** Lines of the tree while all tracks were unfolded. */
  readonly lines: number;
}

const lessons = 500;
const tracks = 20;

export async function measureExtension(): Promise<ExtensionCost> {
  const folder = mkdtempSync(path.join(tmpdir(), "daylab-lessons-"));
  mkdirSync(path.join(folder, "notebooks"));
  writeFileSync(path.join(folder, "notebooks/curriculum.json"), JSON.stringify(curriculum()));
  const lab = await JupyterLab.start(folder);
  try {
    return await measurePage(await lab.openLab(await lab.newContext()));
  } finally {
    await lab.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measurePage(page: Page): Promise<ExtensionCost> {
  const activations = await page.evaluate(() =>
    performance
      .getEntriesByType("measure")
      .filter(({ name }) => name.startsWith("daylab:activate "))
      .map(({ duration }) => duration),
  );
  // JupyterLab goes on loading behind its first picture.
  await page.waitForTimeout(5000);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN);
  };
  const steps: Record<string, number> = {};
  const measure = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    const before = await spent();
    await work();
    // Twice: what the first frame shows may change sizes, which the second one lays out.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    steps[what] = Math.max(steps[what] ?? 0, (await spent()) - before);
  };
  const search = page.locator(".daylab-Progress input[type=search]");
  const tree = page.locator(".daylab-Progress-tree");
  await measure("first sight of the panel", async () => {
    await page.locator('.lm-TabBar-tab[data-id="daylab-progress"]').click();
    await tree.locator(".daylab-Progress-row").first().waitFor();
  });
  await measure("a search that keeps all lessons", () => search.fill("lesson"));
  const lines = await tree.locator(".daylab-Progress-row").count();
  for (let i = 0; i < 20; i++) {
    await measure("a twentieth of the way down, the worst of 20", () =>
      tree.evaluate((node) => node.scrollBy(0, node.scrollHeight / 20)),
    );
  }
  await measure("a search that keeps one lesson in nine", () => search.fill("lesson 1"));
  await measure("all lessons again", () => search.fill("lesson"));
  await measure("no search", () => search.fill(""));
  const activation = activations.reduce((sum, each) => sum + each, 0);
  return { plugins: activations.length, activation, steps, lines };
}

function curriculum(): unknown {
  return {
    version: 1,
    tracks: Array.from({ length: tracks }, (_, i) => ({ id: `t${i}`, title: `Track ${i + 1}` })),
    lessons: Array.from({ length: lessons }, (_, i) => ({
      ...{ id: `day-${String(i + 1).padStart(3, "0")}`, day: i + 1, slug: `slug-${i + 1}` },
      ...{ title: `Lesson ${i + 1} of a long course`, track: `t${i % tracks}`, prerequisites: [] },
      ...{ data: "", method: "means", exercises: ["One", "Two", "Three"], outcome: "rows" },
      ...{ exerciseIds: ["one", "two", "three"], outcomes: [{ metric: "rows", equals: 1 }] },
    })),
  };
}

if (process.argv[1] === import.meta.filename) {
  const { plugins, activation, steps, lines } = await measureExtension();
  const say = (ms: number, what: string) => console.log(`${ms.toFixed(1).padStart(8)} ms  ${what}`);
  say(activation, `activation of ${plugins} plugins, by the clock`);
  for (const [what, ms] of Object.entries(steps)) say(ms, what);
  console.log(`${lines} lines with all tracks unfolded`);
}
