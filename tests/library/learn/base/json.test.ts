import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { decode, encode, type Nested } from "../../../../library/src/learn/base/codec.ts";
import {
  DummyClassifier,
  fromJSON,
  Matrix,
  StandardScaler,
} from "../../../../library/src/learn/index.ts";

const none: Nested = { is: () => false, write: () => ({}), read: () => undefined };
const around = (value: unknown): unknown =>
  decode(JSON.parse(JSON.stringify(encode(value, none))), none);

describe("an estimator's state as JSON", () => {
  const values: [string, unknown][] = [
    ["numbers that JSON lacks", [NaN, Infinity, -Infinity, -0, 0.1 + 0.2, 5e-324]],
    ["undefined and null", { a: undefined, b: null }],
    ["big integers", [2n ** 70n]],
    ["float64", Float64Array.of(0.1, NaN, -0, Infinity)],
    ["whole numbers", [Int32Array.of(-1, 2), Uint8Array.of(255), Uint16Array.of(1, 2, 3)]],
    ["a part of a buffer", new Float64Array([1, 2, 3]).subarray(1)],
    [
      "a map",
      new Map<unknown, unknown>([
        ["a", Float64Array.of(1)],
        [2, [true]],
      ]),
    ],
    ["a matrix", new Matrix(Float64Array.of(1, NaN), 1, 2, ["a", "ü"])],
  ];
  for (const [what, value] of values) {
    it(`keeps ${what}`, () => assert.deepStrictEqual(around(value), value));
  }

  it("refuses what JSON cannot carry, and says where it stands", () => {
    const held = { list: [1, { f: Math.sin }] };
    assert.throws(
      () => encode(held, none, "Model"),
      /^TypeError: Model\.list\[1\]\.f holds the function sin, which JSON cannot carry/,
    );
    assert.throws(() => encode(new Date(0), none, "Model"), /Model holds an object \(Date\)/);
  });

  const wrong: [string, unknown, RegExp][] = [
    ["no object", "[1]", /no saved estimator/],
    ["null", "null", /no saved estimator/],
    ["another format", { format: "sklearn" }, /no format "daylab-estimator"/],
    ["a later version", { format: "daylab-estimator", version: 2 }, /version 2 of the format/],
    [
      "an unknown estimator",
      { format: "daylab-estimator", version: 1, type: "StandardScalar", params: {} },
      /no estimator "StandardScalar" here\. Did you mean "StandardScaler"/,
    ],
    [
      "an unknown parameter",
      {
        format: "daylab-estimator",
        version: 1,
        type: "StandardScaler",
        params: { withMeen: true },
      },
      /no option "withMeen"\. Did you mean "withMean"/,
    ],
    [
      "a value of an unknown kind",
      {
        format: "daylab-estimator",
        version: 1,
        type: "StandardScaler",
        params: {},
        state: { $: "X" },
      },
      /holds a value of kind "X"/,
    ],
  ];
  for (const [what, json, message] of wrong) {
    it(`refuses ${what}`, () => assert.throws(() => fromJSON(json as string), message));
  }
  it("refuses text that is no JSON", () => assert.throws(() => fromJSON("{"), SyntaxError));

  it("reads back what it wrote, parsed or not", () => {
    const made = new StandardScaler({ withMean: false }).fit([[1], [3], [null]]);
    for (const json of [JSON.stringify(made), JSON.parse(JSON.stringify(made)) as object]) {
      const read = fromJSON(json) as StandardScaler;
      assert.equal(String(read), "StandardScaler({ withMean: false })");
      assert.deepEqual(read.scale_, made.scale_);
    }
  });

  it("keeps an estimator that has not learned", () => {
    assert.equal(fromJSON(JSON.stringify(new DummyClassifier())).isFitted, false);
  });
});
