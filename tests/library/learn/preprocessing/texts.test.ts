import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { DataFrame } from "../../../../library/src/frame/index.ts";
import {
  type AnyEstimator,
  CountVectorizer,
  fromJSON,
  LabelEncoder,
  type Matrix,
  NotFittedError,
  OneHotEncoder,
  OrdinalEncoder,
  SimpleImputer,
  TargetEncoder,
  TfidfVectorizer,
} from "../../../../library/src/learn/index.ts";

interface Transforming extends AnyEstimator {
  fit(x: unknown, y?: unknown): Transforming;
  transform(x: unknown): Matrix;
  getFeatureNamesOut(): string[];
}
const frame = new DataFrame({
  city: ["Rome", "Oslo", null, "Rome", "Oslo", "Bern"],
  rooms: [1, 2, 2, 1, 3, 3],
});
const y = [1.5, 2.5, 3, 2, 4, 4.5];
const words = ["red wine", "red rose", "white rose"];

const cases: [Transforming, unknown, unknown?][] = [
  [new OneHotEncoder(), frame],
  [new OrdinalEncoder(), frame],
  [new TargetEncoder({ randomState: 3 }), frame, y],
  [new SimpleImputer({ strategy: "mostFrequent" }) as never, frame],
  [new CountVectorizer() as never, words],
  [new TfidfVectorizer() as never, words],
];
const told = (out: Matrix | DataFrame): unknown =>
  out instanceof DataFrame ? out.toArrays() : out.toArray();

describe("transformers of texts", () => {
  for (const [made, x, target] of cases) {
    describe(made.name, () => {
      it("keep the contract: not fitted, clone, JSON, refit, names", () => {
        assert.throws(() => made.clone().transform(x), NotFittedError);
        const fitted = made.clone().fit(x, target);
        const expected = told(fitted.transform(x));
        const read = fromJSON(JSON.stringify(fitted)) as Transforming;
        assert.deepEqual(told(read.transform(x)), expected);
        assert.deepEqual(told(fitted.clone().fit(x, target).transform(x)), expected);
        assert.deepEqual(told(fitted.fit(x, target).transform(x)), expected);
        const width = (expected as unknown[][])[0].length;
        assert.equal(fitted.getFeatureNamesOut().length, width);
        assert.throws(() => made.setParams({ noSuch: 1 }), /no option "noSuch"/);
      });
      it("refuse what has no samples", () => {
        assert.throws(() => made.clone().fit([], []), /at least one|no words/);
        assert.throws(() => made.clone().fit(7, target), new RegExp(`${made.name}.*(7|number)`));
      });
    });
  }

  it("take a frame's columns by name, whatever their order", () => {
    const turned = frame.select(["rooms", "city"]);
    const made = new OneHotEncoder().fit(frame);
    assert.deepEqual(made.transform(turned).toArray(), made.transform(frame).toArray());
    assert.throws(
      () => made.transform(frame.select(["rooms"])),
      /features that are not here: "city"\. Here are: rooms/,
    );
    assert.throws(() => made.transform([["Rome"]]), /2 features; it received 1/);
  });

  it("say which category they do not know, where, and what helps", () => {
    const more = new DataFrame({ city: ["Rome", "Lima"], rooms: [1, 1] });
    assert.throws(
      () => new OneHotEncoder().fit(frame).transform(more),
      /OneHotEncoder does not know "Lima" of feature "city" \(row 1\)\. It knows: "Bern", "Oslo", "Rome", null\. With handleUnknown/,
    );
    assert.throws(() => new OrdinalEncoder().fit(frame).transform(more), /"Lima".*useEncodedValue/);
    const zeros = new OneHotEncoder({ handleUnknown: "ignore" }).fit(frame).transform(more);
    assert.deepEqual([...zeros.row(1)], [0, 0, 0, 0, 1, 0, 0]);
    const coded = new OrdinalEncoder({ handleUnknown: "useEncodedValue", unknownValue: -1 });
    assert.equal(coded.fit(frame).transform(more).at(1, 0), -1);
    const rare = new OneHotEncoder({ handleUnknown: "infrequentIfExist", minFrequency: 2 });
    const out = rare.fit(frame).transform(more).toFrame();
    assert.deepEqual(out.column("city_infrequent").values, [0, 1]);
    assert.deepEqual(rare.infrequentCategories_, [["Bern", null], []]);
  });

  it("turn columns of 0 and 1 back into categories", () => {
    for (const drop of [null, "first", ["Oslo", 2]] as const) {
      const made = new OneHotEncoder({ drop });
      assert.deepEqual(made.inverseTransform(made.fitTransform(frame)), frame.toArrays());
    }
    const ordinal = new OrdinalEncoder();
    assert.deepEqual(ordinal.inverseTransform(ordinal.fitTransform(frame)), frame.toArrays());
    assert.throws(
      () => new OneHotEncoder({ drop: ["Lima", 2] }).fit(frame),
      /drop names "Lima" for feature "city"/,
    );
  });

  it("fill texts in frames, numbers in matrices", () => {
    const filled = new SimpleImputer({ strategy: "mostFrequent" }).fitTransform(frame);
    assert.ok(filled instanceof DataFrame);
    assert.deepEqual(filled.column("city").values[2], "Oslo");
    assert.deepEqual(filled.column("rooms").values, frame.column("rooms").values);
    assert.throws(
      () => new SimpleImputer().fit(frame),
      /needs numbers, but column "city", row 0 holds "Rome"/,
    );
  });

  it("do not leak a sample's own target: a unique category tells nothing", () => {
    const x = Array.from({ length: 20 }, (_, i) => [`only ${i}`]);
    const target = x.map((_, i) => i + 0.5);
    const encoder = new TargetEncoder({ cv: 4, shuffle: false });
    const crossed = encoder.fitTransform(x, target).column(0);
    assert.equal(new Set(crossed).size, 4);
    assert.equal(new Set(encoder.transform(x).column(0)).size, 1 + 19);
  });

  it("encode labels, and say which are unknown", () => {
    const encoder = new LabelEncoder().fit([true, false]);
    assert.deepEqual([...encoder.transform([true, false])], [1, 0]);
    assert.deepEqual(encoder.inverseTransform([0]), [false]);
    assert.throws(
      () => new LabelEncoder().fit<string>(["a"]).transform(["b"]),
      /does not know "b"/,
    );
    assert.throws(() => encoder.inverseTransform([2]), /2 \(sample 0\) stands for no label/);
  });

  it("count words of a series and name a text that is missing", () => {
    const { columns } = new CountVectorizer().fitTransform(frame.column("city").dropNa());
    assert.equal(columns, 3);
    assert.throws(() => new CountVectorizer().fit(frame.column("city")), /sample 2 has null/);
    assert.throws(() => new CountVectorizer({ minDf: 4 }).fit(words), /none of 4 words is left/);
  });
});
