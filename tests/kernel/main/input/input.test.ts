import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { JupyterClient, streamText } from "../../client/jupyter-client.ts";

const asking = { allow_stdin: true };

describe("input", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await JupyterClient.start();
  });
  after(() => kernel.stop());

  /** Runs a cell whose questions are answered one after the other; gives prompts and the result. */
  async function converse(code: string, answers: readonly unknown[]) {
    const id = kernel.begin(code, asking);
    const prompts: unknown[] = [];
    for (const [index, value] of answers.entries()) {
      const question = await kernel.question(id, index + 1);
      prompts.push(question.content.prompt);
      kernel.reply(question, value);
    }
    const answered = await kernel.answer(id);
    const result = answered.published.find(({ type }) => type === "execute_result");
    const data = result?.content.data as Record<string, string> | undefined;
    return { ...answered, answered, prompts, text: data?.["text/plain"] };
  }

  const cells: [what: string, code: string, answers: string[], prompts: string[], text: string][] =
    [
      ["prompt gives the text", "prompt('Name?')", ["Åsa 😀"], ["Name? "], "'Åsa 😀'"],
      ["prompt without a message", "prompt()", ["x"], [""], "'x'"],
      ["prompt gives the default for nothing", "prompt('N:', '7')", [""], ["N: [7] "], "'7'"],
      ["prompt gives what replaces a default", "prompt('N:', '7')", ["8"], ["N: [7] "], "'8'"],
      ["prompt gives the empty text", "prompt('Name? ')", [""], ["Name? "], "''"],
      ["prompt gives null at the end of input", "prompt('Name?')", ["\x04"], ["Name? "], "null"],
      ["confirm takes y", "confirm('Sure?')", ["y"], ["Sure? [y/N] "], "true"],
      ["confirm takes Yes", "confirm('Sure?')", [" Yes "], ["Sure? [y/N] "], "true"],
      [
        "confirm takes anything else for no",
        "confirm('Sure?')",
        ["yeah"],
        ["Sure? [y/N] "],
        "false",
      ],
      ["confirm takes nothing for no", "confirm('Sure?')", [""], ["Sure? [y/N] "], "false"],
      ["alert waits", "alert('Look'); 'seen'", [""], ["Look [Enter] "], "'seen'"],
      ["password", "password('Key:')", ["s3cret"], ["Key: "], "'s3cret'"],
      ["input, awaited", "(await input('How many?')) + 1", ["4"], ["How many? "], "'41'"],
      ["two questions", "[prompt('a'), prompt('b')]", ["1", "2"], ["a ", "b "], "[ '1', '2' ]"],
      [
        "two inputs at once come one after the other",
        "await Promise.all([input('a'), input('b')])",
        ["1", "2"],
        ["a ", "b "],
        "[ '1', '2' ]",
      ],
      [
        "sync and async questions mixed",
        "const inputLater = input('later'); [prompt('now'), await inputLater]",
        ["1", "2"],
        ["later ", "now "],
        "[ '2', '1' ]",
      ],
      [
        "readline.question",
        "import * as readline from 'node:readline/promises';\n" +
          "const inputLines = readline.createInterface(process.stdin, process.stdout);\n" +
          "const inputAnswers = [await inputLines.question('a? '), await inputLines.question('b? ')];\n" +
          "inputLines.close(); inputAnswers",
        ["1", "zwölf"],
        ["", ""],
        "[ '1', 'zwölf' ]",
      ],
      [
        "for await over process.stdin",
        "const inputRead: string[] = [];\nfor await (const line of process.stdin) inputRead.push(String(line)); inputRead",
        ["1", "2", "\x04"],
        ["", "", ""],
        "[ '1\\n', '2\\n' ]",
      ],
      [
        "stdin of node:process, left by a break",
        "import { stdin } from 'node:process';\nlet inputFirst = '';\n" +
          "for await (const line of stdin) { inputFirst = String(line); break } inputFirst",
        ["1"],
        [""],
        "'1\\n'",
      ],
    ];
  for (const [what, code, answers, prompts, text] of cells) {
    it(what, async () => {
      const conversation = await converse(code, answers);
      assert.deepEqual(conversation.reply.status, "ok", String(conversation.reply.evalue));
      assert.deepEqual(conversation.prompts, prompts);
      assert.equal(conversation.text, text);
    });
  }

  it("only a password is hidden while it is typed", async () => {
    const id = kernel.begin("password('p'); prompt('q')", asking);
    for (const [index, hidden] of [true, false].entries()) {
      const question = await kernel.question(id, index + 1);
      assert.equal(question.content.password, hidden);
      kernel.reply(question, "x");
    }
    await kernel.answer(id);
  });

  it("what was printed before comes before the question", async () => {
    const id = kernel.begin("process.stdout.write('above'); prompt('?')", asking);
    const question = await kernel.question(id);
    const text = await kernel.published(id, ({ type }) => type === "stream");
    assert.equal(text.content.text, "above");
    assert.ok(text.date <= question.date, `${text.date} ${question.date}`);
    kernel.reply(question, "");
    await kernel.answer(id);
  });

  it("the thread goes on while input() waits", async () => {
    const id = kernel.begin(
      "const inputSlow = input('?'); console.log('meanwhile'); await inputSlow",
      asking,
    );
    const question = await kernel.question(id);
    await kernel.published(id, ({ type }) => type === "stream");
    kernel.reply(question, "x");
    assert.equal((await kernel.answer(id)).reply.status, "ok");
  });

  for (const code of ["prompt('?')", "await input('?')", "for await (const _ of process.stdin);"]) {
    for (const way of ["message", "SIGINT"] as const) {
      it(`${code} is interrupted by ${way}, and a late answer is nobody's`, async () => {
        const id = kernel.begin(code, asking);
        const question = await kernel.question(id);
        if (way === "message") kernel.interrupt();
        else kernel.signal("SIGINT");
        assert.equal((await kernel.answer(id)).reply.ename, "KeyboardInterrupt");
        kernel.reply(question, "late");
        const next = await converse("prompt('again?')", ["fresh"]);
        assert.equal(next.text, "'fresh'");
      });
    }
  }

  it("an answer that came too late is dropped, also while the next question is open", async () => {
    const id = kernel.begin("prompt('first')", asking);
    const first = await kernel.question(id);
    kernel.interrupt();
    await kernel.answer(id);
    const second = kernel.begin("prompt('second')", asking);
    const question = await kernel.question(second);
    kernel.reply(first, "to the first");
    kernel.reply(question, "to the second");
    const { published } = await kernel.answer(second);
    const result = published.find(({ type }) => type === "execute_result");
    assert.deepEqual(result?.content.data, { "text/plain": "'to the second'" });
  });

  it("a terminal answers without saying which question", async () => {
    const id = kernel.begin("prompt('?')", asking);
    await kernel.question(id);
    kernel.send("stdin", "input_reply", { value: "from a terminal" });
    const { published } = await kernel.answer(id);
    const result = published.find(({ type }) => type === "execute_result");
    assert.deepEqual(result?.content.data, { "text/plain": "'from a terminal'" });
  });

  for (const [value, received] of [
    [5, "5"],
    [null, "null"],
    [["a"], '\\["a"\\]'],
  ] as const) {
    it(`an answer of the wrong type is an error that shows it: ${received}`, async () => {
      const { reply } = await converse("prompt('?')", [value]);
      assert.equal(reply.ename, "InputError");
      assert.match(
        String(reply.evalue),
        new RegExp(`must have a string as "value", received ${received}`),
      );
    });
  }

  it("an answer that says nothing is an error", async () => {
    const id = kernel.begin("prompt('?')", asking);
    const { header } = await kernel.question(id);
    kernel.send("stdin", "input_reply", { status: "error" }, { parent: header });
    const { reply } = await kernel.answer(id);
    assert.match(String(reply.evalue), /prompt\(\) got no answer: .* status "error"/);
  });

  for (const code of ["prompt('?')", "confirm('?')", "password('?')", "await input('?')"]) {
    it(`${code} says so where nobody can be asked`, async () => {
      const { reply } = await kernel.execute(code);
      assert.equal(reply.ename, "InputError");
      assert.match(String(reply.evalue), /^\w+\(\) got no answer: .*allow_stdin is false.* Write/);
    });
  }

  it("process.stdin says so where nobody can be asked", async () => {
    const { reply } = await kernel.execute("for await (const _ of process.stdin);");
    assert.equal(reply.ename, "InputError");
    const next = await converse(cells.at(-2)![1], ["\x04"]);
    assert.equal(next.reply.status, "ok");
  });

  it("alert still shows its message where nobody can be asked", async () => {
    const answered = await kernel.execute("alert('mind the gap')");
    assert.equal(answered.reply.status, "ok");
    assert.equal(streamText(answered, "stdout"), "mind the gap\n");
  });

  it("input() that is not awaited fails when its cell ends", async () => {
    const id = kernel.begin(
      "void input('?').catch((error) => console.log(error.message)); 1",
      asking,
    );
    const { reply } = await kernel.answer(id);
    assert.equal(reply.status, "ok");
    const printed = await kernel.published(id, ({ type }) => type === "stream");
    assert.match(String(printed.content.text), /the cell ended before an answer came/);
    assert.equal((await converse("prompt('next')", ["a"])).text, "'a'");
  });

  it("asking after the end of the cell is an error", async () => {
    const id = kernel.begin(
      "setTimeout(() => { try { prompt('?') } catch (error) { console.log(String(error)) } }, 50); 1",
      asking,
    );
    await kernel.answer(id);
    const printed = await kernel.published(id, ({ type }) => type === "stream");
    assert.match(String(printed.content.text), /only a cell that is running can ask/);
  });

  it("an answer that nobody waits for changes nothing", async () => {
    kernel.send("stdin", "input_reply", { value: "unasked" });
    kernel.send("stdin", "input_reply", {});
    assert.equal((await converse("prompt('?')", ["asked"])).text, "'asked'");
    assert.match(kernel.log(), /input_reply ignored/);
  });
});
