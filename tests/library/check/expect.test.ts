import assert from "node:assert/strict";
import { expect, ExpectationError } from "../../../library/src/check/expect.ts";
import { todo, TodoError } from "../../../library/src/check/todo.ts";

const failsWith = (action: () => void, ...parts: string[]): void => {
  assert.throws(action, (error: unknown) => {
    assert.ok(error instanceof ExpectationError, String(error));
    for (const part of parts) assert.ok(error.message.includes(part), error.message);
    return true;
  });
};

describe("check: expect", () => {
  it("equal compares type and structure, and says both sides", () => {
    expect.equal({ a: [1, "x"] }, { a: [1, "x"] });
    expect.equal(NaN, NaN);
    failsWith(() => expect.equal([1, 2], [1, 3], "the row"), "the row", "[ 1, 3 ]", "[ 1, 2 ]");
    failsWith(() => expect.equal("1", 1), "Expected: 1", "Received: '1'");
  });

  it("close takes numbers, nested arrays, typed arrays and tensors within the tolerance", () => {
    expect.close(0.1 + 0.2, 0.3);
    expect.close([[1, 2.001]], [[1, 2]], 0.01);
    expect.close(Float32Array.of(0.1, 0.2), [0.1, 0.2]);
    expect.close({ arraySync: () => [1, 2] }, [1, 2]);
    expect.close([NaN, Infinity], [NaN, Infinity]);
    failsWith(() => expect.close(1.2, 1, 0.1), "within 0.1", "Received: 1.2");
    failsWith(() => expect.close([1, 2, 5], [1, 2, 3], 1), "largest difference 2 at number 2");
  });

  it("close fails on another shape, a missing number and what is no number", () => {
    failsWith(() => expect.close([1, 2], [1, 2, 3]), "Received: [ 1, 2 ]");
    failsWith(() => expect.close([[1], [2]], [1, 2]));
    failsWith(() => expect.close([1, [2]], [1, 2]));
    failsWith(() => expect.close(NaN, 1));
    failsWith(() => expect.close(1, NaN));
    failsWith(() => expect.close("1", 1), "Received: '1'");
    failsWith(() => expect.close(null, 1), "null");
    assert.throws(() => expect.close(1, "one"), TypeError);
  });

  it("that, type and throws", () => {
    expect.that(true, "never");
    failsWith(() => expect.that(false, "the box must be wide"), "the box must be wide");
    expect.type([], "array");
    failsWith(() => expect.type(null, "object"), "(null)");
    failsWith(() => expect.type(1, "function"), "a value of type function", "1 (number)");
    expect.throws(() => JSON.parse("{"), /JSON/);
    failsWith(() => expect.throws(() => 1), "no error");
    failsWith(
      () =>
        expect.throws(() => {
          throw new Error("other");
        }, /negative/),
      "/negative/",
      "other",
    );
  });

  it("an answer that gives back todo() is unwritten, not wrong", () => {
    const unwritten = (): number => todo();
    assert.throws(() => expect.equal(unwritten(), 1), TodoError);
    assert.throws(() => expect.close([unwritten()], [1]), TodoError);
    assert.throws(() => expect.throws(() => unwritten() + 1, /x/), TodoError);
  });

  it("the failure text stays short for a huge answer", () => {
    const huge = Array.from({ length: 1e5 }, () => "x".repeat(1000));
    assert.throws(
      () => expect.equal(huge, []),
      (error: Error) => error.message.length < 800,
    );
  });
});
