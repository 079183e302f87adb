import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { KMeans } from "../../../../library/src/learn/index.ts";
import { type Answered, JupyterClient } from "../../../kernel/client/jupyter-client.ts";

const view = "application/vnd.jupyter.widget-view+json";
const data = `
  import {
    AdaBoostClassifier, AdaBoostRegressor, BaggingClassifier, BaggingRegressor, crossValScore,
    crossValidate, ExtraTreesClassifier, ExtraTreesRegressor, fromJSON,
    GradientBoostingClassifier, GradientBoostingRegressor, GridSearchCV,
    HistGradientBoostingClassifier, HistGradientBoostingRegressor, KMeans, learningCurve, Matrix,
    RandomForestClassifier, RandomForestRegressor, validationCurve,
  } from "daylab/learn";
  const rows = 2000;
  const x = new Matrix(Float64Array.from({ length: rows * 5 }, Math.random), rows, 5);
  const y = Array.from({ length: rows }, () => Number(Math.random() < 0.5));
  const few = Array.from({ length: 60 }, (_, i) => [i % 7, i % 5]);
  const labels = few.map(([a, b]) => Number(a > b));
`;

/** What a fit published, and where its bars stood. */
function shown({ reply, published }: Answered) {
  assert.equal(reply.status, "ok", String(reply.evalue));
  const of = (type: string) => published.filter((message) => message.type === type);
  const bundles = (type: string) =>
    of(type).map(({ content }) => content.data as Record<string, string>);
  const states = of("comm_msg").map(({ content }) => content.data as { state?: object });
  return {
    begun: bundles("display_data"),
    ended: bundles("update_display_data"),
    opened: of("comm_open").length,
    closed: of("comm_close").length,
    counts: states.flatMap(({ state = {} }) =>
      "value" in state && typeof state.value === "number" ? [state.value] : [],
    ),
  };
}

describe("the progress of a long fit, in the kernel", function () {
  this.timeout(60_000);
  let kernel: JupyterClient;
  before(async () => {
    // An empty CI is none: the bar moves.
    kernel = await JupyterClient.start({ env: { DAYLAB_TYPES: "off", CI: "" } });
    const { reply } = await kernel.execute(data);
    assert.equal(reply.status, "ok", String(reply.evalue));
  });
  after(() => kernel.stop());

  it("is a bar that moves, and plain text and HTML at the end", async () => {
    const bar = shown(
      await kernel.execute(
        `void new RandomForestClassifier({ nEstimators: 100, verbose: true }).fit(x, y);`,
      ),
    );
    assert.equal(bar.begun.length, 1);
    assert.ok(view in bar.begun[0]);
    assert.match(bar.begun[0]["text/plain"], /^RandomForestClassifier: {3}0%.* 0\/100 /);
    assert.ok(bar.counts.some((count) => count > 0 && count < 100));
    assert.deepEqual(
      bar.counts,
      bar.counts.toSorted((a, b) => a - b),
    );
    assert.equal(bar.ended.length, 1);
    assert.deepEqual(Object.keys(bar.ended[0]).sort(), ["text/html", "text/plain"]);
    assert.match(bar.ended[0]["text/plain"], /100%.* 100\/100 .*trees\/s/);
    assert.ok(bar.opened > 0);
    assert.equal(bar.closed, bar.opened);
  });

  it("counts the trees of several threads", async () => {
    const bar = shown(
      await kernel.execute(
        `void new ExtraTreesClassifier({ nEstimators: 2000, nJobs: 2, verbose: true, maxDepth: 1 }).fit(x, y);`,
      ),
    );
    assert.match(bar.ended[0]["text/plain"], / 2000\/2000 /);
  });

  const fits: readonly (readonly [string, string, string])[] = [
    ...["RandomForest", "ExtraTrees", "GradientBoosting", "AdaBoost", "Bagging"].flatMap((family) =>
      ["Classifier", "Regressor"].map(
        (kind) => [`${family}${kind}`, "nEstimators: 7", "few, labels"] as const,
      ),
    ),
    ["HistGradientBoostingClassifier", "maxIter: 7", "few, labels"],
    ["HistGradientBoostingRegressor", "maxIter: 7", "few, labels"],
    ["KMeans", "nClusters: 2, nInit: 7", "few"],
  ];
  for (const [name, steps, given] of fits) {
    it(`of ${name} is shown with verbose alone, which JSON and clones keep`, async () => {
      const fit = `.fit(${given}); undefined`;
      const silent = shown(await kernel.execute(`new ${name}({ ${steps} })${fit}`));
      assert.deepEqual([silent.begun, silent.ended, silent.opened], [[], [], 0]);
      const made = `new ${name}({ ${steps}, verbose: true })`;
      const bar = shown(await kernel.execute(`${made}${fit}`));
      // A perfect fit ends AdaBoost's rounds.
      const end = name.startsWith("AdaBoost") ? / \d\/7 / : / 7\/7 /;
      assert.ok(bar.ended[0]["text/plain"].startsWith(`${name}: `));
      assert.match(bar.ended[0]["text/plain"], end);
      const kept = `[${made}].flatMap((model) => [model.clone(), fromJSON(JSON.parse(JSON.stringify(model)))]).map((one) => (one.getParams() as { verbose: boolean }).verbose).join()`;
      assert.equal(await kernel.evaluate(kept), "'true,true'");
    });
  }

  for (const call of [
    "crossValScore(model, few, labels, { cv: 3, verbose: true })",
    "crossValidate(model, few, labels, { cv: 3, verbose: true })",
    "learningCurve(model, few, labels, { cv: 3, trainSizes: [1], verbose: true })",
    'validationCurve(model, few, labels, { cv: 3, paramName: "maxDepth", paramRange: [3], verbose: true })',
    "new GridSearchCV({ estimator: model, paramGrid: { maxDepth: [3] }, cv: 3, refit: false, verbose: 1 }).fit(few, labels)",
  ]) {
    it(`is shown by ${call.split("(")[0]}, with the bars of the fits within`, async () => {
      const run = (verbose: boolean) =>
        kernel.execute(
          `{ const model = new RandomForestClassifier({ nEstimators: 5, verbose: ${verbose} }); ${call}; } undefined`,
        );
      const alone = shown(await run(false));
      assert.equal(alone.ended.length, 1);
      assert.match(alone.ended[0]["text/plain"], / 3\/3 .*fits\/s/);
      const both = shown(await run(true));
      const ends = both.ended.map((bundle) => bundle["text/plain"]);
      assert.equal(ends.filter((text) => / 5\/5 .*trees\/s/.test(text)).length, 3);
      assert.equal(ends.filter((text) => / 3\/3 .*fits\/s/.test(text)).length, 1);
      assert.equal(both.closed, both.opened);
    });
  }

  it("does no harm where the fit is stopped", async () => {
    const fit = kernel.begin(
      `const forest = new RandomForestClassifier({ nEstimators: 1_000_000, verbose: true }); forest.fit(x, y);`,
    );
    await kernel.published(fit, ({ type }) => type === "display_data");
    await kernel.published(fit, ({ type }) => type === "comm_msg");
    kernel.interrupt();
    const { reply } = await kernel.answer(fit);
    assert.equal(reply.ename, "KeyboardInterrupt");
    assert.equal(await kernel.evaluate("1 + 1"), "2");
    const next = `void new RandomForestClassifier({ nEstimators: 5, verbose: true }).fit(few, labels);`;
    assert.match(shown(await kernel.execute(next)).ended[0]["text/plain"], / 5\/5 /);
  });

  it("is refused for a verbose that is neither true nor false", async () => {
    const { reply } = await kernel.execute(
      `void new KMeans({ nClusters: 2, verbose: "yes" as unknown as boolean }).fit(few);`,
    );
    assert.match(String(reply.evalue), /verbose .*"yes"/);
  });
});

describe("the progress of a long fit, without a notebook", () => {
  it("makes nothing, also with verbose", () => {
    const log = console.log;
    const said: unknown[] = [];
    console.log = (...given) => void said.push(given);
    try {
      new KMeans({ nClusters: 1, nInit: 3, verbose: true }).fit([[1], [2]]);
    } finally {
      console.log = log;
    }
    assert.deepEqual(said, []);
  });
});
