import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import type { Answered, JupyterClient } from "../client/jupyter-client.ts";
import { sharedKernel } from "../client/shared-kernel.ts";

describe("help", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await sharedKernel();
    await kernel.execute(`
/** Adds two helpings.
 * @param a the first */
function helpAdd(a: number, b: number): number { return a + b }
class HelpDog {
  static legs = 4;
  name = "rex";
  get age(): number { throw new Error("a getter was called") }
  bark(loud: boolean) { return loud }
}
const helpDog = new HelpDog();
const helpLoose: any = { run() { return "runs" } };`);
  });

  /** What a front end with a pager gets to show. */
  const page = async (code: string): Promise<string> => {
    const { reply, published } = await kernel.execute(code, { allow_stdin: true });
    assert.equal(reply.status, "ok", String(reply.evalue));
    assert.equal(
      published.find(({ type }) => /^display|result$/.test(type)),
      undefined,
    );
    const payload = reply.payload as {
      source: string;
      start: number;
      data: Record<string, string>;
    }[];
    assert.deepEqual(
      payload.map(({ source, start }) => [source, start]),
      [["page", 0]],
    );
    return payload[0].data["text/plain"];
  };

  it("shows signature, documentation and TypeScript source of a function of an earlier cell", async () => {
    const text = await page("help(helpAdd)");
    assert.match(text, /^function helpAdd\(a: number, b: number\): number\n/);
    assert.match(text, /Adds two helpings\./);
    assert.match(text, /@param a the first/);
    assert.match(text, /function helpAdd\(a: number, b: number\): number \{ return a \+ b \}$/);
  });

  it("shows what is built in, and a member of an object", async () => {
    assert.match(await page("help(parseFloat)"), /Converts a string to a floating-point number/);
    assert.match(
      await page("await help( helpDog.bark )"),
      /\(method\) HelpDog.bark\(loud: boolean\)/,
    );
  });

  it("lists the members of an instance and of a class, and calls no getter", async () => {
    const text = await page("help(helpDog)");
    assert.match(text, /^const helpDog: HelpDog\n/);
    assert.match(text, /Value: HelpDog \{ name: 'rex' \}/);
    assert.match(text, /Methods: bark\n\nProperties: name, age$/);
    assert.match(await page("help(HelpDog)"), /Methods: bark\n\nProperties: legs, age/);
  });

  it("shows the running source where types end", async () => {
    assert.equal(await page("help(helpLoose.run)"), 'run() { return "runs" }');
  });

  it("shows a value that has no name", async () => {
    assert.equal(await page("help(3 + 4)"), "Value: 7 (number)");
    assert.equal(await page("help(null)"), "Value: null (null)");
    assert.equal(await page("help('just some text')"), "Value: 'just some text' (string)");
  });

  it("takes a text as the name of what has no value", async () => {
    assert.match(await page("help('Array.prototype.map')"), /Array<any>.map<U>/);
    assert.match(await page("help('Partial')"), /^type Partial<T>/);
    assert.match(await page("help('Partial')"), /Make all properties in T optional/);
  });

  it("takes a variable that holds a text as the variable", async () => {
    assert.match(
      await page("const helpText = 'Array'; help(helpText)"),
      /^const helpText: "?\w+"?\n/,
    );
  });

  it("knows the names of the cell that calls, in functions too", async () => {
    const text = await page("const helpMe = (inner: bigint) => {\n  help(inner);\n};\nhelpMe(5n)");
    assert.match(text, /^\(parameter\) inner: bigint/);
  });

  it("makes one page of all, in the order of the calls", async () => {
    const text = await page("help(helpAdd); help(1); help('Partial')");
    const at = ["function helpAdd", "Value: 1 (number)", "type Partial"].map((part) =>
      text.indexOf(part),
    );
    assert.deepEqual(
      at.toSorted((a, b) => a - b),
      at,
    );
    assert.ok(!at.includes(-1), text);
  });

  it("says how it is used where nothing is named", async () => {
    assert.match(await page("help()"), /help\(parseFloat\)/);
  });

  const displayed = ({ published }: Answered) =>
    published
      .filter(({ type }) => type === "display_data")
      .map(({ content }) => content.data as Record<string, string>);

  it("is the cell's output where there is no pager, as in nbconvert", async () => {
    const answered = await kernel.execute("help(helpAdd)", { allow_stdin: false });
    assert.deepEqual(answered.reply.payload, []);
    const [data, ...more] = displayed(answered);
    assert.deepEqual(more, []);
    assert.match(data["text/plain"], /Adds two helpings/);
    assert.match(data["text/markdown"], /^```typescript\nfunction helpAdd/);
  });

  it("is not lost where the cell fails afterwards", async () => {
    const code = "help(helpAdd); await new Promise((r) => setTimeout(r, 500)); throw 1";
    for (const failing of [code, "help(helpAdd); throw 1"]) {
      const id = kernel.begin(failing, { allow_stdin: true });
      assert.equal((await kernel.answer(id)).reply.status, "error");
      const { content } = await kernel.published(id, ({ type }) => type === "display_data");
      assert.match(JSON.stringify(content.data), /Adds two helpings/);
    }
    assert.doesNotMatch(await page("help(2)"), /helpAdd/);
  });

  it("answers while the cell goes on, and does not hold an interrupt up", async () => {
    const id = kernel.begin("help(helpAdd); console.log('begun'); await new Promise(() => {})", {
      allow_stdin: true,
    });
    await kernel.published(id, ({ type }) => type === "stream");
    kernel.interrupt();
    const { reply } = await kernel.answer(id);
    assert.equal(reply.ename, "KeyboardInterrupt");
    assert.equal(await page("help(5)"), "Value: 5 (number)");
  });
});
