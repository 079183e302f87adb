import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import {
  DataFrame,
  LabelEncoder,
  OneHotEncoder,
  type OneHotEncoderOptions,
  Series,
} from "daylab/frame";
import { answers, features, hotAnswer, labels } from "./answers.ts";

describe("frame: LabelEncoder, as scikit-learn has it", () => {
  for (const [name, given] of Object.entries(labels))
    it(name, () => {
      const theirs = answers[`label ${name}`] as { classes: unknown[]; codes: number[] };
      const encoder = new LabelEncoder().fit(given);
      assert.deepEqual(encoder.classes_, theirs.classes);
      assert.deepEqual(encoder.transform(given), theirs.codes);
      assert.deepEqual(encoder.inverseTransform(theirs.codes), given);
      const column = new Series<never>(given as never, { name: "y" });
      const codes = new LabelEncoder().fitTransform(column);
      assert.deepEqual([codes.values, codes.name, codes.dtype], [theirs.codes, "y", "int64"]);
    });

  it("tells dates apart by their time, and takes tensors", () => {
    const days = [new Date("2024-02-02"), new Date("2024-01-01"), new Date("2024-02-02")];
    assert.deepEqual(new LabelEncoder().fitTransform(days), [1, 0, 1]);
    const codes = new LabelEncoder().fitTransform(tf.tensor1d([5, 3, 5]));
    assert.deepEqual([codes.dtype, codes.arraySync()], ["int32", [1, 0, 1]]);
    const texts = new LabelEncoder().fit(["b", "a"]).inverseTransform(tf.tensor1d([0, 1, 0]));
    assert.deepEqual(texts.arraySync(), ["a", "b", "a"]);
    assert.deepEqual(new LabelEncoder().fit(["b", "a"]).classes, { a: 0, b: 1 });
    assert.equal(new LabelEncoder().fit(["b", "a"]).nClasses, 2);
  });

  it("says what it cannot do", () => {
    const fitted = new LabelEncoder().fit(["a", "b"]);
    assert.throws(
      () => fitted.transform(["a", "c"]),
      /row 1 is "c", which fit did not see; it saw "a", "b"/,
    );
    assert.throws(() => fitted.transform([null as never]), /row 0 is null, which fit did not see/);
    assert.throws(() => fitted.inverseTransform([2]), /row 0 is 2; there are the labels 0 to 1/);
    assert.throws(() => new LabelEncoder().transform(["a"]), /comes after fit/);
    assert.throws(() => new LabelEncoder().fit(["a", 1]), /of one type; got "a" and 1/);
    assert.throws(() => new LabelEncoder().fit([["a"]] as never), /row 0 is an array of 1/);
    assert.throws(() => new LabelEncoder().fit(tf.zeros([1, 1])), /got \[1, 1\]/);
  });
});

const ways: Record<string, OneHotEncoderOptions> = {
  plain: {},
  "drop first": { drop: "first" },
  "drop binary": { drop: "ifBinary" },
  ignore: { handleUnknown: "ignore" },
};

describe("frame: OneHotEncoder, as scikit-learn has it", () => {
  for (const [name, columns] of Object.entries(features))
    for (const [way, options] of Object.entries(ways))
      it(`${name} ${way}`, () => {
        const frame = new DataFrame(columns) as never;
        const encoder = new OneHotEncoder(options).fit(frame);
        const theirs = hotAnswer(`onehot ${name} ${way}`);
        // pandas' frame of objects calls a missing text None and a truth True.
        const names = theirs.names.map((one) =>
          one
            .replace(/_(None|nan)$/u, "_null")
            .replace(/_True$/u, "_true")
            .replace(/_False$/u, "_false"),
        );
        const made: DataFrame = encoder.transform(frame);
        assert.deepEqual(made.columns, names);
        assert.deepEqual(encoder.categories_, theirs.categories);
        // A frame without columns has no rows either.
        if (names.length === 0) return;
        assert.deepEqual(made.toArrays(), theirs.transformed);
        assert.deepEqual(encoder.inverseTransform(made), theirs.back);
      });

  it("gives labels it has not seen zeros where asked", () => {
    const theirs = hotAnswer("onehot unknown");
    const encoder = new OneHotEncoder({ handleUnknown: "ignore" });
    const strange = new DataFrame({ city: ["Paris", "Oslo"], grade: ["a", "z"] });
    const made = encoder.fit(new DataFrame(features.two)).transform(strange);
    assert.deepEqual(made.toArrays(), theirs.transformed);
    assert.deepEqual(encoder.inverseTransform(made), theirs.back);
  });

  it("answers with the kind it was given", () => {
    assert.deepEqual(new OneHotEncoder().fitTransform([2, 1]), [
      [0, 1],
      [1, 0],
    ]);
    const rows = new OneHotEncoder().fitTransform([
      ["a", "x"],
      ["b", "x"],
    ]);
    assert.deepEqual(rows, [
      [1, 0, 1],
      [0, 1, 1],
    ]);
    const tensor = new OneHotEncoder().fitTransform(tf.tensor1d([7, 5]));
    assert.deepEqual(
      [tensor.shape, tensor.arraySync()],
      [
        [2, 2],
        [
          [0, 1],
          [1, 0],
        ],
      ],
    );
    const column = new Series(["b", "a"], { name: "k", index: ["p", "q"] });
    const frame = new OneHotEncoder().fitTransform(column);
    assert.deepEqual(
      [frame.columns, frame.index],
      [
        ["k_a", "k_b"],
        ["p", "q"],
      ],
    );
    assert.deepEqual(frame.dtypes, ["int64", "int64"]);
  });

  it("says what it cannot do", () => {
    const fitted = new OneHotEncoder().fit(new DataFrame({ k: ["a", "b"] }));
    assert.throws(
      () => fitted.transform(["c"]),
      /row 0 is "c", which fit did not see.*handleUnknown: "ignore"/,
    );
    assert.throws(() => fitted.transform([["a", "b"]]), /fit had 1 features; got 2/);
    assert.throws(() => fitted.transform(new DataFrame({ kk: ["a"] })), /no column "kk"/);
    assert.throws(() => fitted.inverseTransform([[1]]), /there are 2 columns; row 0 has 1/);
    assert.throws(() => new OneHotEncoder().transform(["a"]), /comes after fit/);
    assert.throws(() => new OneHotEncoder().fit([]), /nothing to learn from/);
    assert.throws(
      () => new OneHotEncoder({ drop: "last" as never }),
      /drop is first or ifBinary; got "last"/,
    );
  });
});
