import assert from "node:assert/strict";
import { DataFrame } from "daylab/frame";
import { Random } from "@daylab/datasets";

describe("frame: sorting by few different texts", () => {
  const random = new Random("frame", "counting sort");
  const texts = ["b", "a", "", "Ärger", "😀", "zz", "B", "\uFF5E"];
  const rows = Array.from({ length: 5000 }, (_, id) => ({
    text: texts[random.integer(0, texts.length)],
    other: texts[random.integer(0, texts.length)],
    number: random.integer(0, 40),
    id,
  }));
  const frame = new DataFrame(rows);
  // As pandas and the engine: by code points, not by the UTF-16 units of JavaScript's `<`.
  const order = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

  it("gives the order of JavaScript's own stable sort, in each direction", () => {
    for (const [up, down] of [
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ]) {
      const expected = rows.toSorted(
        (a, b) => up * order(a.text, b.text) || down * (a.number - b.number),
      );
      const sorted = frame.sortValues(["text", "number"], { ascending: [up > 0, down > 0] });
      assert.deepEqual(sorted.toRecords(), expected);
    }
  });

  it("sorts by two columns of texts", () => {
    const expected = rows.toSorted((a, b) => order(a.other, b.other) || -order(a.text, b.text));
    const sorted = frame.sortValues(["other", "text"], { ascending: [true, false] });
    assert.deepEqual(
      sorted.column("id").values,
      expected.map(({ id }) => id),
    );
  });

  it("leaves missing texts and columns of many texts to the engine", () => {
    const gaps = rows.map((row) => ({
      ...row,
      text: row.id % 7 === 0 ? null : `t${row.id % 999}`,
    }));
    const sorted = new DataFrame(gaps).sortValues(["text", "number"]);
    const expected = gaps.toSorted((a, b) => {
      if (a.text === null || b.text === null) {
        return Number(a.text === null) - Number(b.text === null) || a.number - b.number;
      }
      return order(a.text, b.text) || a.number - b.number;
    });
    assert.deepEqual(sorted.toRecords(), expected);
  });
});
