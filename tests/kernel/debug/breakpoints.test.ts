import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { streamText } from "../client/jupyter-client.ts";
import { temporaryFolder } from "../client/environment.ts";
import { murmur2 } from "../../../kernel/src/debug/murmur2.ts";
import { attachedKernel } from "./attached-kernel.ts";
import type { DebugInfo } from "./debug-client.ts";

/** The path of a cell as JupyterLab makes it up. */
const cellPathOf = ({ tmpFilePrefix, tmpFileSuffix, hashSeed }: DebugInfo, code: string) =>
  `${tmpFilePrefix}${murmur2(code, hashSeed)}${tmpFileSuffix}`;

describe("breakpoints", function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const parts = attachedKernel(folder);

  /** Runs a cell with a breakpoint at a line; the line it stops at. */
  async function stopLine(code: string, line: number): Promise<number> {
    const { debug, kernel } = parts;
    const path = await debug.breakpoints(code, line);
    const id = kernel.begin(code);
    const { reason } = await debug.stopped();
    assert.equal(reason, "breakpoint");
    const [frame] = await debug.frames();
    assert.equal(frame.source?.path, path);
    await debug.breakpoints(code);
    await debug.finish(id);
    return frame.line;
  }

  it("stop a cell that had not run when they were set", async () => {
    const { debug, kernel } = parts;
    const code = "const first: number = 1;\nconst second = first + 1;\nsecond * 2";
    const path = await debug.breakpoints(code, 2);
    const id = kernel.begin(code);
    const { reason, threadId } = await debug.stopped();
    assert.deepEqual([reason, threadId], ["breakpoint", 1]);
    const [frame, ...others] = await debug.frames();
    assert.equal(frame.source?.path, path);
    assert.equal(frame.line, 2);
    assert.match(frame.name, /^Cell \[\d+\]$/);
    assert.deepEqual(others, []);
    await debug.finish(id);
    const { published } = await kernel.answer(id);
    assert.ok(published.some(({ type }) => type === "execute_result"));
  });

  const cells: [title: string, code: string, line: number, stopsAt: number][] = [
    ["the first line", "Math.max(1)\n2", 1, 1],
    ["the last line", "const a = 1\na", 2, 2],
    ["a line after type declarations", "interface A {\n  x: 1\n}\ntype B = A\nMath.min(1)", 5, 5],
    ["the line below one without code", "1\n// nothing here\n\nMath.min(2)", 2, 4],
    ["a line inside types, at the code after them", "interface A {\n  x: 1\n}\nMath.min(2)", 2, 4],
    [
      "a line after imports",
      'import os from "node:os"\nimport {\n  join,\n} from "node:path"\njoin(os.EOL)',
      5,
      5,
    ],
    [
      "a line of a function that is called above it",
      "f()\nlet a = 1\nfunction f() {\n  return Math.min(7)\n}",
      4,
      4,
    ],
    ["a line below a hoisted function", "f()\nfunction f() {\n  return 7\n}\nMath.min(2)", 5, 5],
    ["a line below an enum", "enum Colour {\n  Red,\n  Green,\n}\nMath.min(Colour.Red)", 5, 5],
    [
      "a line of a class with decorators",
      "const d = (f: any, _: any) => f\nclass A {\n  @d m() {\n    return Math.min(1)\n  }\n}\nnew A().m()",
      4,
      4,
    ],
    [
      "a line of a cell with using",
      "using x = { [Symbol.dispose]() {} }\nMath.min(1)\nMath.min(2)",
      3,
      3,
    ],
    [
      "a line after an await",
      "await null\nawait new Promise((done) => setTimeout(done, 5))\nMath.min(1)",
      3,
      3,
    ],
    [
      "a line with a name taken from a global",
      "const process = { a: 1 }\nprocess.a\nMath.min(process.a)",
      3,
      3,
    ],
    ["a line of an object literal", "{ a: 1,\n  b: Math.min(2) }", 2, 2],
    ["Windows line ends", "1\r\nMath.min(1)\r\nMath.min(2)", 3, 3],
    ["characters beyond ASCII", "const größe = '😀'\nMath.min(größe.length)", 2, 2],
  ];
  for (const [title, code, line, stopsAt] of cells) {
    it(`stop at ${title}`, async () => {
      assert.equal(await stopLine(code, line), stopsAt);
    });
  }

  it("stop in a function of a cell that had run before they were set", async () => {
    const { debug, kernel } = parts;
    const code = "function twice(n: number) {\n  const result = n * 2;\n  return result;\n}";
    await kernel.execute(code);
    const path = await debug.breakpoints(code, 3);
    const id = kernel.begin("twice(21)");
    await debug.stopped();
    const frames = await debug.frames();
    assert.deepEqual(
      frames.map(({ name, line }) => [name.replace(/\d+/, "N"), line]),
      [
        ["twice", 3],
        ["Cell [N]", 1],
      ],
    );
    assert.equal(frames[0].source?.path, path);
    await debug.finish(id);
  });

  it("stop in a function of a cell that ran before the debugger was attached", async () => {
    const { debug, kernel } = parts;
    await debug.detach();
    const code = "function thrice(n: number) {\n  const result = n * 3;\n  return result;\n}";
    await kernel.execute(code);
    await debug.attach();
    const path = await debug.dumpCell(code);
    const { breakpoints } = await debug.request<DebugProtocol.SetBreakpointsResponse>(
      "setBreakpoints",
      { source: { path }, breakpoints: [{ line: 2 }] },
    );
    assert.deepEqual(
      breakpoints.map(({ verified, line }) => ({ verified, line })),
      [{ verified: true, line: 2 }],
    );
    const id = kernel.begin("thrice(2)");
    await debug.stopped();
    assert.equal((await debug.places())[0], "thrice:2");
    await debug.finish(id);
  });

  it("stop again when the same code runs again", async () => {
    const { debug, kernel } = parts;
    const code = "Math.max(3)\nMath.max(4)";
    await debug.breakpoints(code, 2);
    for (let run = 0; run < 3; run++) {
      const id = kernel.begin(code);
      await debug.stopped();
      await debug.finish(id);
    }
  });

  it("do not stop once they are removed", async () => {
    const { debug, kernel } = parts;
    const code = "Math.max(5)\nMath.max(6)";
    await debug.breakpoints(code, 2);
    await debug.breakpoints(code);
    assert.equal((await kernel.execute(code)).reply.status, "ok");
    assert.deepEqual((await debug.info()).breakpoints, []);
  });

  it("with a condition stop where it holds, in TypeScript", async () => {
    const { debug, kernel } = parts;
    const code = "for (let i = 0; i < 5; i++) {\n  Math.max(i);\n}";
    await debug.breakpoints(code, { line: 2, condition: "(i as number) === 3" });
    const id = kernel.begin(code);
    await debug.stopped();
    assert.equal(await debug.evaluate("i"), "3");
    await debug.finish(id);
  });

  it("with a condition at the very first line stop only where it holds", async () => {
    const { debug, kernel } = parts;
    const code = "Math.max(11)";
    await debug.breakpoints(code, { line: 1, condition: "1 > 2" });
    assert.equal((await kernel.execute(code)).reply.status, "ok");
    await debug.breakpoints(code, { line: 1, condition: "2 > 1" });
    const id = kernel.begin(code);
    await debug.stopped();
    await debug.finish(id);
  });

  it("with a message print it and do not stop", async () => {
    const { debug, kernel } = parts;
    const code = "let log = 1\nfor (const n of [1, 2]) {\n  log += n;\n}";
    await debug.breakpoints(code, { line: 3, logMessage: "n is {n}, log {log as number}" });
    const answer = await kernel.execute(code);
    assert.equal(streamText(answer, "stdout"), "n is 1, log 1\nn is 2, log 2\n");
  });

  /** What a front end is told of breakpoints in a cell that did not run: their lines, or none. */
  async function foreseen(code: string, ...lines: number[]): Promise<(number | undefined)[]> {
    const { debug } = parts;
    const { breakpoints } = await debug.request<DebugProtocol.SetBreakpointsResponse>(
      "setBreakpoints",
      {
        source: { path: await debug.dumpCell(code) },
        breakpoints: lines.map((line) => ({ line })),
      },
    );
    return breakpoints.map(({ verified, line }) => (verified ? line : undefined));
  }

  it("stand at the next line with code, known before the cell runs", async () => {
    const code = "// one\n// two\nMath.max(12)";
    assert.deepEqual(await foreseen(code, 1, 3), [3, 3]);
    assert.deepEqual((await parts.debug.info()).breakpoints, [
      {
        source: cellPathOf(await parts.debug.info(), code),
        breakpoints: [{ line: 3 }, { line: 3 }],
      },
    ]);
    assert.deepEqual(await foreseen("await null\nimport os from 'node:os'\nos.EOL;", 1, 3), [1, 3]);
    assert.deepEqual(await foreseen("enum A {\n  B,\n}\nusing x = null;\nMath.max(A.B);", 5), [5]);
    assert.deepEqual(await foreseen("Math.max(1)\n// the end", 2), [undefined]);
    assert.deepEqual(await foreseen("this is not TypeScript", 1), [undefined]);
  });

  it("stop at a line that only awaits", async () => {
    assert.equal(await stopLine("let waited = 1\nawait null\nwaited", 2), 2);
    assert.equal(await stopLine("let other = 1\nother = await 2\nother", 2), 2);
  });

  it("stop in a local file, before and after an edit", async () => {
    const { debug, kernel } = parts;
    const path = join(folder, "helper.ts");
    writeFileSync(
      path,
      "export function helper(n: number) {\n  const m = n + 1;\n  return m;\n}\n",
    );
    await debug.request("setBreakpoints", { source: { path }, breakpoints: [{ line: 2 }] });
    for (const version of ["", "// edited\n"]) {
      writeFileSync(
        path,
        `export function helper(n: number) {\n  const m = n + 1;\n  return m;\n}\n${version}`,
      );
      const id = kernel.begin('import { helper } from "./helper";\nhelper(1)');
      await debug.stopped();
      const [frame] = await debug.frames();
      assert.deepEqual([frame.name, frame.line, frame.source?.path], ["helper", 2, path]);
      await debug.finish(id);
    }
    await debug.request("setBreakpoints", { source: { path }, breakpoints: [] });
  });

  it("stop in a local file that has to be compiled", async () => {
    const { debug, kernel } = parts;
    const path = join(folder, "colours.ts");
    writeFileSync(
      path,
      "export enum Colour {\n  Red,\n}\n\nexport function paint() {\n  return Colour.Red;\n}\n",
    );
    await debug.request("setBreakpoints", { source: { path }, breakpoints: [{ line: 6 }] });
    const id = kernel.begin('import { paint } from "./colours";\npaint()');
    await debug.stopped();
    assert.equal((await debug.places())[0], "paint:6");
    await debug.finish(id);
    await debug.request("setBreakpoints", { source: { path }, breakpoints: [] });
  });
});
