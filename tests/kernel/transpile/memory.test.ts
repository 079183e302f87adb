import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, it } from "mocha";
import { prepareCell, type PreparedCell } from "../../../kernel/src/transpile/index.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes in use that nothing can free. */
function used(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

const count = 200;

describe("what is kept of a cell", () => {
  for (const [name, statement] of Object.entries({
    "plain JavaScript": "total = total + values[1] * (2 + 3);\n",
    "with types": "total = (total as number) + values[1]! * (2 + 3);\n",
    "with an enum": "enum E { A }\ntotal = (total as number) + values[1]! * (2 + 3);\n",
    "with a global's name": "let URL = 5;\ntotal = total + values[1] * (2 + 3);\n",
  })) {
    it(`is a small multiple of its text, ${name}`, () => {
      const source = (i: number): string =>
        `let total${i} = 0;\n${statement}${statement.slice(statement.indexOf("total")).repeat(50)}`;
      prepareCell(source(count), { url: "warm-up", loader: "memoryTest" });
      const cells: PreparedCell[] = [];
      const before = used();
      for (let i = 0; i < count; i++) {
        cells.push(prepareCell(source(i), { url: `cell-${i}`, loader: "memoryTest" }));
      }
      const each = (used() - before) / count;
      assert.equal(cells.length, count);
      assert.ok(each < 8 * source(0).length, `${each} bytes for a text of ${source(0).length}`);
    });
  }
});
