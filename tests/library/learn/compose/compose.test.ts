import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { DataFrame } from "../../../../library/src/frame/index.ts";
import { jupyterDisplay } from "../../../../library/src/host/index.ts";
import {
  columnSelector,
  ColumnTransformer,
  DecisionTreeClassifier,
  DummyRegressor,
  fromJSON,
  kindOf,
  LinearRegression,
  makeColumnTransformer,
  makePipeline,
  OneHotEncoder,
  Pipeline,
  SimpleImputer,
  StandardScaler,
  TfidfVectorizer,
} from "../../../../library/src/learn/index.ts";

const frame = new DataFrame({
  age: [20, null, 40, 60, 30, 50],
  city: ["Rome", "Oslo", "Rome", null, "Oslo", "Rome"],
  note: ["good stay", "bad bed", "good bed", "bad stay", "bad", "good"],
});
const y = ["yes", "no", "yes", "no", "no", "yes"];
const columns = (): ColumnTransformer =>
  new ColumnTransformer([
    [
      "num",
      makePipeline(new SimpleImputer(), new StandardScaler()),
      columnSelector({ dtypeInclude: "number" }),
    ],
    [
      "cat",
      new Pipeline([
        ["fill", new SimpleImputer({ strategy: "mostFrequent" })],
        ["hot", new OneHotEncoder()],
      ]),
      ["city"],
    ],
    ["words", new TfidfVectorizer(), "note"],
  ]);

describe("pipelines", () => {
  it("learn from a frame with gaps, texts and words, and predict labels", () => {
    const pipe = makePipeline(columns(), new DecisionTreeClassifier()).fit(frame, y);
    const labels: string[] = pipe.predict(frame);
    assert.deepEqual(labels, y);
    assert.equal(pipe.score(frame, y), 1);
    assert.deepEqual(pipe.classes_, ["no", "yes"]);
    assert.deepEqual(pipe.predictProba(frame).names, ["no", "yes"]);
    const read = fromJSON(JSON.stringify(pipe)) as Pipeline;
    assert.deepEqual(read.predict(frame), y);
  });

  it("have only the methods of their last step", () => {
    const pipe = makePipeline(new StandardScaler(), new DummyRegressor());
    assert.equal(pipe.predictProba, undefined);
    assert.equal(pipe.transform, undefined);
    assert.equal(makePipeline(new StandardScaler()).predict, undefined);
    assert.equal(kindOf(pipe), "regressor");
    assert.equal(kindOf(makePipeline(columns(), new DecisionTreeClassifier())), "classifier");
    assert.equal(kindOf(makePipeline(columns())), "transformer");
  });

  it("set parameters deep inside, and exchange steps", () => {
    const pipe = makePipeline(columns(), new DummyRegressor());
    pipe.setParams({ columnTransformer__cat__hot__drop: "first", dummyRegressor: "passthrough" });
    const [[, inner], [, last]] = pipe.getParams().steps;
    assert.match(String(inner), /OneHotEncoder\(\{ drop: 'first' \}\)/);
    assert.equal(last, "passthrough");
    assert.throws(() => pipe.setParams({ columnTransformers__x: 1 }), /no option/);
  });

  it("leave the estimators that they were given as they were", () => {
    const scaler = new StandardScaler();
    const pipe = makePipeline(scaler, new LinearRegression());
    pipe.fit([[1], [2], [3]], [2, 4, 6]);
    assert.equal(scaler.isFitted, false);
    assert.deepEqual([...pipe.slice(0, -1).transform([[2]]).data], [0]);
    assert.equal(pipe.finalEstimator.coef_.length, 1);
    assert.deepEqual((pipe.namedSteps.standardScaler as StandardScaler).mean_[0], 2);
  });

  it("say what is wrong with their steps", () => {
    const model = new DummyRegressor();
    assert.throws(() => new Pipeline().fit([[1]], [1]), /no steps/);
    assert.throws(
      () => makePipeline(model, new StandardScaler()).fit([[1]], [1]),
      /step "dummyRegressor" is DummyRegressor, which has no transform/,
    );
    const twice = new Pipeline([
      ["a", new StandardScaler()],
      ["a", model],
    ]);
    assert.throws(() => twice.fit([[1]], [1]), /two steps called "a"/);
    assert.throws(() => new Pipeline([["a__b", model]]).fit([[1]], [1]), /two underscores/);
  });

  it("name steps of one class by numbers", () => {
    const pipe = makePipeline(new StandardScaler(), new StandardScaler());
    assert.deepEqual(
      pipe.steps.map(([name]) => name),
      ["standardScaler-1", "standardScaler-2"],
    );
  });
});

describe("column transformers", () => {
  it("name what they give by the transformer", () => {
    assert.deepEqual(columns().fit(frame, y).getFeatureNamesOut(), [
      "num__age",
      "cat__city_Oslo",
      "cat__city_Rome",
      "words__bad",
      "words__bed",
      "words__good",
      "words__stay",
    ]);
  });

  it("choose columns by dtype, pattern, position and name", () => {
    const chosen = (wanted: Parameters<typeof makeColumnTransformer>[0][number][1]): string[] =>
      makeColumnTransformer([[new SimpleImputer({ strategy: "constant" }), wanted]], {
        verboseFeatureNamesOut: false,
      })
        .fit(frame.select(["age"]).addColumn("ago", [1.5, 2, 3, 4, 5, 6]))
        .getFeatureNamesOut();
    assert.deepEqual(chosen(columnSelector({ pattern: "o$" })), ["ago"]);
    assert.deepEqual(chosen(columnSelector({ dtypeExclude: "int64" })), ["ago"]);
    assert.deepEqual(chosen([-1]), ["ago"]);
    assert.deepEqual(
      chosen((names) => names.slice(0, 1)),
      ["age"],
    );
    assert.throws(() => chosen(["agee"]), /no column "agee"\. Did you mean "age"/);
    assert.throws(() => chosen([2]), /no column at position 2; there are 2/);
  });

  it("need later only the columns that they use", () => {
    const made = new ColumnTransformer([["num", new SimpleImputer(), ["age"]]]).fit(frame);
    assert.equal(made.transform(frame.select(["note", "age"])).columns, 1);
    assert.throws(() => made.transform(frame.select(["note"])), /not here: "age"/);
  });

  it("refuse texts that pass through, and names that come twice", () => {
    const passing = new ColumnTransformer({
      transformers: [["num", new SimpleImputer(), ["age"]]],
      remainder: "passthrough",
    });
    assert.throws(() => passing.fit(frame), /"remainder".*column "city", row 0 holds "Rome"/);
    const twice = new ColumnTransformer({
      transformers: [
        ["a", new SimpleImputer(), ["age"]],
        ["b", new SimpleImputer(), ["age"]],
      ],
      verboseFeatureNamesOut: false,
    });
    assert.throws(() => twice.fit(frame), /two features would be called "age"/);
  });
});

describe("the diagram of a pipeline", () => {
  it("is HTML with its parts, parameters and columns, and text beside", () => {
    const pipe = makePipeline(columns(), new DecisionTreeClassifier({ maxDepth: 3 }));
    const shown = pipe[jupyterDisplay]() as Record<string, string>;
    assert.equal(shown["text/plain"], pipe.toString());
    const html = shown["text/html"];
    for (const word of ["Pipeline", "SimpleImputer", "<summary", "maxDepth", "city", "aria-label"])
      assert.ok(html.includes(word), word);
  });

  it("escapes names", () => {
    const pipe = new Pipeline([["<b>", new StandardScaler()]]);
    const html = (pipe[jupyterDisplay]() as Record<string, string>)["text/html"];
    assert.ok(html.includes("&lt;b&gt;") && !html.includes("<b>"));
  });
});
