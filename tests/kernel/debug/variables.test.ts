import assert from "node:assert/strict";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { attachedKernel } from "./attached-kernel.ts";

describe("variables", function () {
  this.timeout(60_000);
  const parts = attachedKernel();

  async function stopAt(code: string, line: number): Promise<string> {
    const { debug, kernel } = parts;
    await debug.breakpoints(code, line);
    const id = kernel.begin(code);
    await debug.stopped();
    return id;
  }

  /** The notebook's variable of a name, while it does not run. */
  async function global(name: string): Promise<DebugProtocol.Variable> {
    const { debug } = parts;
    const { variables } = await debug.request<DebugProtocol.VariablesResponse>("inspectVariables");
    const found = variables.find((variable) => variable.name === name);
    assert.ok(found, `no ${name}`);
    return found;
  }

  /** The children of a value that a cell makes, as `name=value`. */
  async function children(expression: string, page: object = {}): Promise<string[]> {
    const { debug, kernel } = parts;
    await kernel.execute(`const looked = ${expression}`);
    const { variablesReference } = await global("looked");
    assert.ok(variablesReference > 0, `${expression} cannot be opened`);
    const found = await debug.variables(variablesReference, page);
    return found.map(({ name, value }) => `${name}=${value}`);
  }

  it("of a frame are its locals, those around it and the notebook's", async () => {
    const { debug } = parts;
    const code =
      "const top = 1;\nfunction make(a: number) {\n  const around = a;\n" +
      "  return (b: number) => {\n    const sum = around + b;\n    for (let i = 0; i < 1; i++) {\n" +
      "      Math.max(i);\n    }\n    return sum;\n  };\n}\nmake(2)(3);";
    const id = await stopAt(code, 7);
    assert.deepEqual(await debug.scope("Locals"), ["i=0", "b=3", "sum=5"]);
    assert.deepEqual(await debug.scope("Closure"), ["around=2"]);
    const globals = await debug.scope("Globals");
    assert.ok(globals.includes("top=1"));
    assert.ok(
      globals.every((line) => !/^(__daylab|process|require|display|console)/.test(line)),
      globals.join(),
    );
    const [, { id: frameId }] = await debug.frames();
    const { scopes } = await debug.request<DebugProtocol.ScopesResponse>("scopes", { frameId });
    assert.deepEqual(
      scopes.map(({ name }) => name),
      ["Globals"],
    );
    await debug.finish(id);
  });

  it("of the outer frame can be looked at too", async () => {
    const { debug } = parts;
    const code =
      "function low() {\n  return Math.max(1);\n}\nfunction high(x: number) {\n  const y = x + 1;\n  return low() + y;\n}\nhigh(1);";
    const id = await stopAt(code, 2);
    assert.deepEqual(await debug.scope("Locals", 1), ["x=1", "y=2"]);
    await debug.finish(id);
  });

  it("of a method have its object as this", async () => {
    const { debug } = parts;
    const code =
      "class Counter {\n  count = 3;\n  read() {\n    return this.count;\n  }\n}\nnew Counter().read();";
    const id = await stopAt(code, 4);
    assert.deepEqual(await debug.scope("Locals"), ["this=Counter { count: 3 }"]);
    await debug.finish(id);
  });

  it("that hide a global have the name that the user gave", async () => {
    const { debug } = parts;
    const code = "const URL = 5;\nMath.max(URL);";
    const id = await stopAt(code, 2);
    assert.ok((await debug.scope("Globals")).includes("URL=5"));
    assert.equal(await debug.evaluate("URL + 1"), "6");
    await debug.finish(id);
  });

  it("have one line of text each", async () => {
    const { kernel } = parts;
    const values: Record<string, string> = {
      "'it\\'s'": '"it\'s"',
      "12n": "12n",
      "-0": "-0",
      null: "null",
      "Symbol('s')": "Symbol(s)",
      "[1, 'a', { b: 2 }]": "[ 1, 'a', { b: 2 } ]",
      "new Map([['k', 1]])": "Map(1) { 'k' => 1 }",
      "new Set([1])": "Set(1) { 1 }",
      "new Float32Array(3)": "Float32Array(3) [ 0, 0, 0 ]",
      "new Date(0)": "1970-01-01T00:00:00.000Z",
      "(a: number, b = 2) => a + b": "ƒ (a, b = 2)",
      "function named(x: string) { return x }": "ƒ named(x)",
      "class A extends Array {}": "class A extends Array",
      "new Proxy({}, { get() { throw new Error('trap') } })": "Proxy",
      "{ get danger() { throw new Error('getter') } }": "{ danger: [Getter] }",
      "{ [Symbol.for('nodejs.util.inspect.custom')]() { throw new Error('inspected') } }":
        "{ Symbol(nodejs.util.inspect.custom): [Function: [nodejs.util.inspect.custom]] }",
      "Promise.resolve(1)": "Promise { 1 }",
    };
    for (const [expression, text] of Object.entries(values)) {
      await kernel.execute(
        `const shown = ${expression.startsWith("{") ? `(${expression})` : expression}`,
      );
      assert.equal((await global("shown")).value, text, expression);
    }
  });

  it("with long texts are cut", async () => {
    const { kernel } = parts;
    await kernel.execute("const long = 'x'.repeat(50_000_000)");
    const { value } = await global("long");
    assert.ok(value.length < 2000, String(value.length));
  });

  it("open into elements, properties, entries and members", async () => {
    assert.deepEqual(await children("['a', 'b']"), ["0='a'", "1='b'"]);
    assert.deepEqual(await children("({ a: 1, 'b c': 2, [Symbol('s')]: 3 })"), [
      "a=1",
      "b c=2",
      "[Symbol(s)]=3",
    ]);
    assert.deepEqual(await children("new Map<unknown, unknown>([['k', 1], [{ id: 2 }, 'v']])"), [
      "'k'=1",
      "{ id: 2 }='v'",
    ]);
    assert.deepEqual(await children("new Set(['x'])"), ["0='x'"]);
    assert.deepEqual(await children("Object.assign([1], { extra: true })"), ["0=1", "extra=true"]);
    assert.deepEqual(await children("({ get computed() { throw new Error('read') } })"), [
      "computed=[Getter]",
    ]);
  });

  it("show the members that a class keeps to itself", async () => {
    const { debug, kernel } = parts;
    await kernel.execute(
      "class Safe {\n  open = 1;\n  #code = [4, 2];\n  check() {}\n}\nclass Only {\n  #one = 1;\n}",
    );
    assert.deepEqual(await children("new Safe()"), ["open=1", "#code=[ 4, 2 ]"]);
    assert.deepEqual(await children("new Only()"), ["#one=1"]);
    const code = await debug.variables((await global("looked")).variablesReference);
    assert.equal(code.length, 1);
  });

  it("show what an error says", async () => {
    const lines = await children("new TypeError('no', { cause: 'why' })");
    assert.ok(lines.includes("message='no'"));
    assert.ok(lines.includes("cause='why'"));
  });

  it("page through long lists", async () => {
    const page = { filter: "indexed", start: 150, count: 2 };
    assert.deepEqual(await children("new Float64Array(1_000_000).map((_, i) => i)", page), [
      "150=150",
      "151=151",
    ]);
    assert.deepEqual(await children("Array.from({ length: 300 }, (_, i) => i)", page), [
      "150=150",
      "151=151",
    ]);
    assert.deepEqual(
      await children("new Map(Array.from({ length: 300 }, (_, i) => [i, -i]))", page),
      ["150=-150", "151=-151"],
    );
    assert.deepEqual(await children("[1, 2]", { filter: "named" }), []);
  });

  it("open long lists in runs for a front end that does not page", async () => {
    const { debug } = parts;
    assert.deepEqual(await children("new Uint8Array(250)"), [
      "[0 … 99]=",
      "[100 … 199]=",
      "[200 … 249]=",
    ]);
    const outer = await children("new Float64Array(5_000_000).map((_, i) => i)");
    assert.equal(outer.length, 5);
    const { variablesReference } = await global("looked");
    let [, second] = await debug.variables(variablesReference);
    assert.equal(second.name, "[1000000 … 1999999]");
    while (second.variablesReference > 0)
      [, second] = await debug.variables(second.variablesReference);
    assert.deepEqual([second.name, second.value], ["1010101", "1010101"]);
  });

  it("of the notebook are listed while a cell computes", async () => {
    const { kernel } = parts;
    await kernel.execute("let running = 1");
    const id = kernel.begin("while (running < 100) {}");
    assert.equal((await global("running")).value, "1");
    kernel.interrupt();
    await kernel.answer(id);
  });

  it("of the notebook are listed without a debugger", async () => {
    const { debug, kernel } = parts;
    await debug.detach();
    await kernel.execute("let quiet = [1, 2]");
    const { value, variablesReference } = await global("quiet");
    assert.equal(value, "[ 1, 2 ]");
    const inside = await debug.variables(variablesReference);
    assert.deepEqual(
      inside.map(({ value: text }) => text),
      ["1", "2"],
    );
    assert.equal((await kernel.execute("debugger; 1")).reply.status, "ok");
    await debug.attach();
  });

  it("that a failed cell never came to are left out", async () => {
    const { debug, kernel } = parts;
    await kernel.execute("const never = (() => { throw new Error('no') })()");
    const { variables } = await debug.request<DebugProtocol.VariablesResponse>("inspectVariables");
    assert.ok(variables.every(({ name }) => name !== "never"));
  });

  it("are displayed as the notebook would", async () => {
    const { debug, kernel } = parts;
    const rich = async (variableName: string, frameId?: number) =>
      (await debug.request("richInspectVariables", { variableName, frameId })) as {
        data: Record<string, string>;
      };
    await kernel.execute(
      "const records = [{ a: 1 }, { a: 2 }]; const svg = { [Symbol.for('Jupyter.display')]: async () => ({ 'text/plain': 'later' }) }",
    );
    assert.match((await rich("records")).data["text/html"], /<table/);
    assert.equal((await rich("svg")).data["text/plain"], "later");
    const id = await stopAt(
      "function f(rows: object[]) {\n  return rows.length;\n}\nf(records);",
      2,
    );
    const [{ id: frame }] = await debug.frames();
    assert.match((await rich("rows", frame)).data["text/html"], /<table/);
    await debug.finish(id);
  });

  describe("setVariable", () => {
    const set = (variablesReference: number, name: string, value: string) =>
      parts.debug.request<DebugProtocol.SetVariableResponse>("setVariable", {
        variablesReference,
        name,
        value,
      });

    it("changes locals, closures, the notebook's and what is inside them", async () => {
      const { debug, kernel } = parts;
      const code =
        "let level = 1;\nconst box = { inner: [1, 2] };\nfunction outer() {\n  let kept = 'a';\n  return (n: number) => {\n    let local = n + 0;\n" +
        "    Math.max(local);\n    return [level, kept, local, box.inner[1]].join();\n  };\n}\nouter()(1)";
      const id = await stopAt(code, 7);
      assert.equal(
        (await set(await debug.scopeReference("Locals"), "local", "40 as number")).value,
        "40",
      );
      await set(await debug.scopeReference("Closure"), "kept", "'b' + local");
      await set(await debug.scopeReference("Globals"), "level", "level + 9");
      const box = (await debug.variables(await debug.scopeReference("Globals"))).find(
        ({ name }) => name === "box",
      )!;
      const [inner] = await debug.variables(box.variablesReference);
      await set(inner.variablesReference, "1", "local * 2");
      await debug.finish(id);
      const { published } = await kernel.answer(id);
      const result = published.find(({ type }) => type === "execute_result")!;
      assert.deepEqual(
        (result.content.data as Record<string, string>)["text/plain"],
        "'10,b40,40,80'",
      );
    });

    it("says why something cannot be changed", async () => {
      const { debug } = parts;
      const id = await stopAt(
        "function g() {\n  const fixed = 1;\n  return Math.max(fixed);\n}\ng();",
        3,
      );
      const variablesReference = await debug.scopeReference("Locals");
      const message = (name: string, value: string) =>
        debug.failure("setVariable", { variablesReference, name, value });
      assert.match(await message("fixed", "nonsense("), /Unexpected|Expression/i);
      assert.match(await message("fixed", "missing"), /missing is not defined/);
      assert.match(await message("not a name", "1"), /Expected|expected|Missing/);
      await debug.finish(id);
    });
  });

  describe("evaluate", () => {
    it("sees the frame, takes TypeScript, and can change what it sees", async () => {
      const { debug } = parts;
      const id = await stopAt(
        "function h(n: number) {\n  let m = n;\n  return Math.max(m);\n}\nh(4);",
        3,
      );
      assert.equal(await debug.evaluate("(m as number) + n"), "8");
      assert.equal(await debug.evaluate("m = 10"), "10");
      assert.deepEqual(await debug.scope("Locals"), ["n=4", "m=10"]);
      assert.equal(await debug.evaluate("{ a: m }"), "{ a: 10 }");
      await debug.finish(id);
    });

    it("says what was thrown, and goes on", async () => {
      const { debug } = parts;
      const id = await stopAt("Math.max(81);", 1);
      const [{ id: frameId }] = await debug.frames();
      const message = (expression: string) => debug.failure("evaluate", { expression, frameId });
      assert.equal(await message("missing.name"), "ReferenceError: missing is not defined");
      assert.equal(await message("(() => { throw 5 })()"), "5");
      assert.match(await message("1 +"), /Expression expected|Unexpected/);
      assert.equal(await debug.evaluate("1 + 1"), "2");
      await debug.finish(id);
    });

    it("in a hover changes nothing", async () => {
      const { debug } = parts;
      const id = await stopAt("let hovered = 1;\nMath.max(hovered);", 2);
      const [{ id: frameId }] = await debug.frames();
      await debug.failure("evaluate", { expression: "hovered = 2", frameId, context: "hover" });
      assert.equal(await debug.evaluate("hovered"), "1");
      await debug.finish(id);
    });

    it("among the notebook's variables where nothing has stopped", async () => {
      const { debug, kernel } = parts;
      await kernel.execute("let idle: number = 20");
      type Response = DebugProtocol.EvaluateResponse;
      const given = (expression: string) => ({ expression, context: "repl" });
      assert.equal((await debug.request<Response>("evaluate", given("idle! + 1"))).result, "21");
      assert.equal(
        (await debug.request<Response>("evaluate", given("await Promise.resolve(idle)"))).result,
        "20",
      );
    });

    it("does not wait for ever", async () => {
      const { debug } = parts;
      const id = await stopAt("Math.max(91);", 1);
      const [{ id: frameId }] = await debug.frames();
      await debug.failure("evaluate", { expression: "for (;;) {}", frameId });
      assert.equal(await debug.evaluate("2"), "2");
      await debug.finish(id);
    });
  });

  it("copied to globals are the notebook's", async () => {
    const { debug, kernel } = parts;
    const id = await stopAt("function k(n: number) {\n  return Math.max(n);\n}\nk(17);", 2);
    const [{ id: srcFrameId }] = await debug.frames();
    await debug.request("copyToGlobals", {
      srcVariableName: "n",
      dstVariableName: "copied",
      srcFrameId,
    });
    await debug.finish(id);
    assert.equal(await kernel.evaluate("copied"), "17");
    assert.equal((await global("copied")).value, "17");
  });
});
