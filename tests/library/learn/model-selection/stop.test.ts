import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { JupyterClient } from "../../../kernel/client/jupyter-client.ts";

/** A frame with missing values and categories, and a search over everything that prepares it. */
const prepared = `
  import { load } from "daylab/datasets";
  import {
    ColumnTransformer, LogisticRegression, OneHotEncoder, Pipeline, RandomForestClassifier,
    RandomizedSearchCV, SimpleImputer, StandardScaler, randint, trainTestSplit,
  } from "daylab/learn";
  const penguins = load("penguins").dropNa({ subset: ["species"] });
  const features = penguins.drop({ columns: ["species"] });
  const species = penguins.column("species");
  const numbers = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"];
  const prepare = new ColumnTransformer([
    ["num", new Pipeline([["fill", new SimpleImputer()], ["scale", new StandardScaler()]]), numbers],
    ["cat", new OneHotEncoder({ handleUnknown: "ignore" }), ["island", "sex"]],
  ]);
  const model = new Pipeline([
    ["prepare", prepare],
    ["forest", new RandomForestClassifier({ nEstimators: 20, randomState: 1 })],
  ]);
  const search = new RandomizedSearchCV({
    estimator: model,
    paramDistributions: { forest__maxDepth: randint(2, 8), forest__minSamplesLeaf: randint(1, 10) },
    nIter: 4, cv: 3, randomState: 1,
  });
`;

describe("a randomized search over a pipeline, in the kernel", function () {
  this.timeout(120_000);
  let kernel: JupyterClient;
  before(async () => (kernel = await JupyterClient.start({ env: { DAYLAB_TYPES: "off" } })));
  after(() => kernel.stop());

  it("learns from a frame with missing values and categories", async () => {
    const { reply } = await kernel.execute(prepared);
    assert.equal(reply.status, "ok", String(reply.evalue));
    await kernel.evaluate("search.fit(features, species); search.isFitted");
    assert.ok(
      Number(await kernel.evaluate("features.isNa().sum().values.reduce((a, b) => a + b)")) > 0,
    );
    assert.ok(Number(await kernel.evaluate("search.bestScore_")) > 0.95);
    assert.equal(
      await kernel.evaluate("search.predict(features.head(2)).join()"),
      "'Adelie,Adelie'",
    );
    assert.equal(await kernel.evaluate("search.cvResults_.length"), "4");
  });

  it("is stopped half-way, and the session goes on with what it had", async () => {
    const before = await kernel.evaluate("JSON.stringify(search.bestParams_)");
    await kernel.evaluate("search.setParams({ nIter: 100_000 }); 0");
    const id = kernel.begin("let ended = false; search.fit(features, species); ended = true");
    await new Promise((done) => setTimeout(done, 1500));
    kernel.interrupt();
    const { reply } = await kernel.answer(id);
    assert.equal(reply.ename, "KeyboardInterrupt");
    assert.equal(await kernel.evaluate("ended"), "false");
    assert.equal(await kernel.evaluate("JSON.stringify(search.bestParams_)"), before);
    assert.equal(await kernel.evaluate("search.predict(features.head(1))[0]"), "'Adelie'");
    assert.equal(
      await kernel.evaluate(
        "search.setParams({ nIter: 2 }).fit(features, species).cvResults_.length",
      ),
      "2",
    );
  });
});
