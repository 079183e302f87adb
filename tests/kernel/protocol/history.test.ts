import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { History } from "../../../kernel/src/protocol/history.ts";

function history(...inputs: string[]): History {
  const made = new History();
  inputs.forEach((input, index) => made.add(index + 1, input));
  return made;
}

const inputsOf = (found: ReturnType<History["find"]>) => found.map(([, , input]) => input);

describe("history", () => {
  const cells = history("let a = 1", "a + 1", "plot(a)", "a + 1", "line1\nline2", "a*b", "[x]");

  it("tail gives the last n in order", () => {
    assert.deepEqual(cells.find({ hist_access_type: "tail", n: 2 }), [
      [1, 6, "a*b"],
      [1, 7, "[x]"],
    ]);
  });

  it("tail without n gives all", () => {
    assert.equal(cells.find({ hist_access_type: "tail" }).length, 7);
  });

  it("range includes start and excludes stop, in this session only", () => {
    const range = { hist_access_type: "range", start: 2, stop: 4 };
    assert.deepEqual(inputsOf(cells.find({ ...range, session: 0 })), ["a + 1", "plot(a)"]);
    assert.deepEqual(inputsOf(cells.find({ ...range, session: 1 })), ["a + 1", "plot(a)"]);
    assert.deepEqual(cells.find({ ...range, session: -1 }), []);
  });

  const search = (pattern: string, more = {}) =>
    inputsOf(cells.find({ hist_access_type: "search", pattern, ...more }));

  it("search matches the whole input with * and ?, over lines too", () => {
    assert.deepEqual(search("a*"), ["a + 1", "a + 1", "a*b"]);
    assert.deepEqual(search("a"), []);
    assert.deepEqual(search("a?b"), ["a*b"]);
    assert.deepEqual(search("line1*2"), ["line1\nline2"]);
  });

  it("search takes sets of characters, and nothing else as special", () => {
    assert.deepEqual(search("[pl]*"), ["let a = 1", "plot(a)", "line1\nline2"]);
    assert.deepEqual(search("[^a-l]*"), ["plot(a)", "[x]"]);
    assert.deepEqual(search("a[*]b"), ["a*b"]);
    assert.deepEqual(search("plot(a)"), ["plot(a)"]);
    assert.deepEqual(search("[[]x]"), ["[x]"]);
  });

  it("search takes characters outside the basic plane as one, and ranges of them", () => {
    const history = new History();
    history.add(1, "😀!");
    const search = (pattern: string) =>
      history.find({ hist_access_type: "search", pattern }).length;
    assert.deepEqual(["?!", "[😀-😂]!", "[^😁]?", "??!"].map(search), [1, 1, 1, 0]);
  });

  it("search takes time with the lengths only, and refuses a pattern that is no longer one", () => {
    const history = new History();
    history.add(1, "a".repeat(20_000));
    const search = (pattern: string) =>
      history.find({ hist_access_type: "search", pattern }).length;
    assert.equal(search(`${"*a".repeat(400)}*b`), 0);
    assert.equal(search(`${"*a".repeat(400)}*`), 1);
    assert.throws(
      () => search("x".repeat(1001)),
      /may have 1000 characters, and this one has 1001/,
    );
  });

  it("search survives patterns that make no sense", () => {
    for (const pattern of ["[", "[z-a]*", "(", "\\", "[]", "[^]"])
      assert.deepEqual(search(pattern), []);
  });

  it("search keeps the latest of equal inputs where they must be unique, then the last n", () => {
    assert.deepEqual(cells.find({ hist_access_type: "search", pattern: "a + 1", unique: true }), [
      [1, 4, "a + 1"],
    ]);
    assert.deepEqual(search("*", { n: 1 }), ["[x]"]);
  });

  it("gives outputs when asked, null where a cell had none", () => {
    const made = history("1 + 1", "let b");
    made.setOutput(1, "2");
    assert.deepEqual(made.find({ hist_access_type: "tail", n: 5, output: true }), [
      [1, 1, ["1 + 1", "2"]],
      [1, 2, ["let b", null]],
    ]);
  });

  it("selects nothing for a request it does not understand", () => {
    assert.deepEqual(cells.find({}), []);
    assert.deepEqual(cells.find({ hist_access_type: "everything" }), []);
  });
});
