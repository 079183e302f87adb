import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { temporaryFolder } from "../client/environment.ts";
import { JupyterClient, type Received } from "../client/jupyter-client.ts";

interface Item {
  readonly text: string;
  readonly type: string;
  readonly signature?: string;
  readonly start: number;
  readonly end: number;
}

describe("completion in a notebook", function () {
  this.timeout(120_000);
  let kernel: JupyterClient;
  before(async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "node_modules", "untyped"), { recursive: true });
    writeFileSync(
      join(cwd, "node_modules", "untyped", "index.js"),
      "exports.hidden = { deep: 1 };",
    );
    writeFileSync(join(cwd, "people.csv"), "age,full name,\"the 'q'\"\n1,a,2\n");
    kernel = await JupyterClient.start({ cwd });
    await kernel.evaluate(
      "import { merge, readCSV } from 'daylab/frame'; import { scatter } from 'daylab/plot';\n" +
        "const frame = await readCSV('people.csv');",
    );
    await kernel.evaluate(
      'const loose: any = JSON.parse(\'{"alpha": 1, "beta": {"gamma": [{ "a b": 1 }]}}\');\n' +
        "const untyped = require('untyped'); let ran = 0; const rows: any[] = [{ x: 1, y: 2 }];\n" +
        "const trap: any = { get columns() { ran++; return ['secret']; }, get inner() { ran++; return { deep: 1 }; } };\n" +
        "class Model { fit(epochs: number, rate?: number): Promise<void> { return Promise.resolve(); }\n" +
        "  rate = 0.1; predict(x: string): string; predict(x: number): number; predict(x: any): any { return x; } }\n" +
        "const model = new Model(); const maybe: { a?: Model } = {};",
    );
    // An editor is not kept waiting for types that are still being loaded; a strict cell is.
    await kernel.evaluate("// @daylab types: strict\n1");
  });
  after(() => kernel.stop());

  /** Completes at the `|`. */
  const complete = async (marked: string): Promise<Item[]> => {
    const cursor_pos = [...marked].indexOf("|");
    const request = { code: marked.replace("|", ""), cursor_pos };
    const { reply } = await kernel.request("shell", "complete_request", request);
    assert.equal(reply.status, "ok");
    const items = (reply.metadata as Record<string, Item[]>)._jupyter_types_experimental;
    assert.deepEqual(
      reply.matches,
      items.map(({ text }) => text),
    );
    for (const { start, end } of items)
      assert.deepEqual([start, end], [reply.cursor_start, reply.cursor_end]);
    return items;
  };
  const texts = async (marked: string): Promise<string[]> =>
    (await complete(marked)).map(({ text }) => text);

  it("says of each item what it is and how it is called", async () => {
    const described = (await complete("model.|")).map(
      ({ text, type, signature }) => `${text} ${type} ${signature}`,
    );
    assert.deepEqual(described, [
      "fit method (epochs: number, rate?: number | undefined): Promise<void>",
      "predict method (x: string): string (+1 overload)",
      "rate property : number",
    ]);
    const [first] = await complete("new Mod|");
    assert.deepEqual([first?.text, first?.type, first?.signature], ["Model", "class", "(): Model"]);
  });

  it("goes into values that may be missing", async () => {
    assert.deepEqual(await texts("maybe.a.ra|"), ["rate"]);
    assert.deepEqual(await texts("maybe.a?.ra|"), ["rate"]);
    assert.deepEqual(await texts("maybe?.a!.ra|"), ["rate"]);
  });

  it("names the columns of a frame in the texts that may mean them", async () => {
    const columns = ["age", "full name", "the 'q'"];
    for (const marked of [
      'frame.column("|")',
      'frame.column("|',
      'frame.groupby(["|"]).mean()',
      'frame.groupby("age").mean().sort("|")',
      'frame.select(["age", "|"])',
      'scatter(frame, { x: "|" })',
      'scatter(frame.head(3), { x: "age", y: "|" })',
      'merge({ left: frame, right: frame, on: ["|"] })',
      'const answer = frame["|"]',
    ])
      assert.deepEqual((await texts(marked)).slice(0, 3), columns, marked);
    const [item] = await complete("frame.column('FULL| x')");
    assert.equal(item, undefined);
    const [name] = await complete("'😀'; frame.column('full n|ame')");
    assert.deepEqual(
      [name?.text, name?.type, name?.start, name?.end],
      ["full name", "column", 19, 28],
    );
    assert.deepEqual(await texts("frame.column('th|"), ["the \\'q\\'"]);
    assert.deepEqual(await texts("scatter(rows, { x: '|' })"), ["x", "y"]);
    assert.deepEqual(await texts("loose.beta.gamma[0]['a|']"), ["a b"]);
  });

  it("offers no columns where the type lists what may be written", async () => {
    assert.deepEqual(await texts("merge({ left: frame, right: frame, on: ['age'], how: '|' })"), [
      "inner",
      "left",
      "right",
      "outer",
      "cross",
    ]);
  });

  it("looks at live values where types end", async () => {
    assert.deepEqual(await texts("loose.|"), ["alpha", "beta"]);
    assert.deepEqual(await texts("loose?.beta!.|"), ["gamma"]);
    assert.deepEqual(await texts("(loose as any)['beta'].ga|"), ["gamma"]);
    assert.deepEqual(await texts("untyped.hid|"), ["hidden"]);
    assert.deepEqual(await texts("untyped.hidden.|"), ["deep"]);
    assert.deepEqual(await texts("rows[0].|"), ["x", "y"]);
  });

  it("calls no getter", async () => {
    assert.deepEqual(await texts("trap.|"), ["columns", "inner"]);
    assert.deepEqual(await texts("trap.inner.|"), []);
    assert.ok(!(await texts("trap['|']")).includes("secret"));
    assert.equal(await kernel.evaluate("ran"), "0");
  });

  it("offers live names only where a name can stand", async () => {
    await kernel.execute("eval('globalThis.liveName = 1')");
    assert.deepEqual(await texts("1 + liveN|"), ["liveName"]);
    assert.deepEqual(await texts("`${liveN|}`"), ["liveName"]);
    for (const marked of [
      "import { liveN| } from 'daylab'",
      "let a: liveN|",
      "model.liveN|",
      "`liveN|`",
      "'liveN|'",
      "// liveN|",
      "const liveN| = 1",
    ])
      assert.deepEqual(await texts(marked), [], marked);
    assert.ok((await texts("import { | } from 'daylab/plot'")).includes("scatter"));
    assert.ok(!(await texts("import { | } from 'daylab/plot'")).includes("frame"));
  });

  it("answers while a cell computes, what the types know and what they do not", async () => {
    const printed = ({ type }: Received): boolean => type === "stream";
    const id = kernel.begin("console.log('running'); while (true) {}");
    await kernel.published(id, printed);
    assert.deepEqual(await texts("model.ra|"), ["rate"]);
    assert.deepEqual((await texts("frame.column('|')")).slice(0, 2), ["age", "full name"]);
    kernel.interrupt();
    await kernel.answer(id);
  });

  it("documents the item that is selected, as JupyterLab asks for it", async () => {
    // The text up to the item, the item, and a cursor that may lie behind the end.
    const code = "const means = frame.groupby";
    const request = { code, cursor_pos: code.length + 7, detail_level: 0 };
    const { reply } = await kernel.request("shell", "inspect_request", request);
    const { "text/plain": text } = reply.data as Record<string, string>;
    assert.match(text, /groupby.*\n\n?.*[Gg]roup/s);
  });

  it("hovering shows the live value where the type says nothing", async () => {
    const inspect = async (code: string): Promise<string | undefined> => {
      const request = { code, cursor_pos: code.length, detail_level: 0 };
      const { reply } = await kernel.request("shell", "inspect_request", request);
      return (reply.data as Record<string, string>)["text/plain"];
    };
    assert.equal(
      await inspect("loose"),
      "const loose: any\n\nloose: Object\nObject { alpha: 1, beta: Object }",
    );
    assert.equal(await inspect("loose.beta.gamma"), "loose.beta.gamma: Array\nArray(1) [Object]");
    assert.match((await inspect("trap"))!, /\{ columns: \(getter\), inner: \(getter\) \}$/);
    assert.equal(await inspect("trap.inner"), undefined);
    assert.equal(await inspect("model.nope"), undefined);
    assert.equal(await inspect("model.rate"), "(property) Model.rate: number");
    assert.equal(await kernel.evaluate("ran"), "0");
  });
});
