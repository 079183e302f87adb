import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { before, describe, it } from "mocha";
import type { JupyterClient } from "../client/jupyter-client.ts";
import { sharedKernel } from "../client/shared-kernel.ts";

describe("requests", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await sharedKernel();
  });

  describe("kernel_info_request", () => {
    for (const channel of ["shell", "control"] as const) {
      it(`is answered on ${channel}, between busy and idle`, async () => {
        const { reply, published } = await kernel.request(channel, "kernel_info_request", {});
        const states = published.map(({ content }) => content.execution_state);
        assert.deepEqual(states, ["busy", "idle"]);
        assert.equal(reply.status, "ok");
        assert.equal(reply.protocol_version, "5.4");
        assert.deepEqual(reply.supported_features, ["debugger", "kernel subshells"]);
        const { name, file_extension } = reply.language_info as Record<string, string>;
        assert.deepEqual([name, file_extension], ["typescript", ".ts"]);
      });
    }
  });

  it("every reply is sent before its idle, and its busy before both", async () => {
    const code = "console.log(1)";
    for (const [type, content] of [
      ["kernel_info_request", {}],
      ["execute_request", { code }],
      ["complete_request", { code, cursor_pos: 4 }],
      ["inspect_request", { code, cursor_pos: 4 }],
      ["is_complete_request", { code }],
      ["history_request", { hist_access_type: "tail", n: 1 }],
      ["comm_info_request", {}],
    ] as const) {
      const id = kernel.send("shell", type, content);
      const { published } = await kernel.answer(id);
      const reply = kernel.received.find(
        ({ channel, parent }) => parent === id && channel === "shell",
      );
      assert.equal(reply?.type, type.replace("_request", "_reply"));
      const [busy, idle] = [published.at(0), published.at(-1)];
      assert.deepEqual(
        [busy, idle].map((status) => status?.content.execution_state),
        ["busy", "idle"],
      );
      assert.ok(busy!.date <= reply.date && reply.date <= idle!.date, type);
    }
  });

  it("the heart beats, also while a cell blocks", async () => {
    const id = kernel.begin("console.log('running'); while (true) {}");
    await kernel.published(id, ({ type }) => type === "stream");
    await sleep(1500);
    assert.equal(await kernel.beating(), true);
    kernel.interrupt();
    await kernel.answer(id);
  });

  it("there are no comms yet, and who opens one is told so", async () => {
    const { reply } = await kernel.request("shell", "comm_info_request", {});
    assert.deepEqual(reply, { status: "ok", comms: {} });
    const id = kernel.send("shell", "comm_open", { comm_id: "c1", target_name: "t", data: {} });
    const close = await kernel.published(id, ({ type }) => type === "comm_close");
    assert.equal(close.content.comm_id, "c1");
  });

  it("what it does not know it logs, between busy and idle, and goes on", async () => {
    const id = kernel.send("shell", "make_coffee_request", {});
    await kernel.published(id, ({ content }) => content.execution_state === "busy");
    await kernel.published(id, ({ content }) => content.execution_state === "idle");
    assert.match(kernel.log(), /unknown type "make_coffee_request" on shell ignored/);
  });

  it("frames that are no message are dropped with a log line", async () => {
    const header = JSON.stringify({ msg_id: "forged", msg_type: "kernel_info_request" });
    const forged = createHmac("sha256", "wrong key").update(`${header}{}{}{}`).digest("hex");
    kernel.sendFrames("shell", ["<IDS|MSG>", forged, header, "{}", "{}", "{}"]);
    kernel.sendFrames("shell", ["no delimiter"]);
    kernel.sendFrames("control", ["<IDS|MSG>", "", "{"]);
    await kernel.until(() => (kernel.log().match(/dropped/g) ?? []).length >= 3, "three log lines");
    assert.match(kernel.log(), /message on shell dropped: the signature does not match/);
    assert.match(kernel.log(), /message on shell dropped: no <IDS\|MSG> delimiter/);
    assert.match(kernel.log(), /message on control dropped: 1 of 4 parts/);
    assert.ok(!kernel.received.some(({ parent }) => parent === "forged"));
    assert.equal(await kernel.evaluate("'alive'"), "'alive'");
  });

  it("history gives what was executed, with outputs", async () => {
    await kernel.execute("'history one'");
    await kernel.execute("'history two'");
    const ask = async (content: object) => {
      const request = { raw: true, output: false, ...content };
      return (await kernel.request("shell", "history_request", request)).reply
        .history as unknown[][];
    };
    const tail = await ask({ hist_access_type: "tail", n: 2 });
    assert.deepEqual(
      tail.map(([, , code]) => code),
      ["'history one'", "'history two'"],
    );
    const found = await ask({ hist_access_type: "search", pattern: "*history one*", output: true });
    assert.deepEqual(found.at(-1)![2], ["'history one'", "'history one'"]);
  });

  describe("complete_request", () => {
    const complete = async (code: string, at?: number) => {
      const cursor_pos = at ?? [...code].length;
      const request = { code, cursor_pos };
      const { reply } = await kernel.request("shell", "complete_request", request);
      assert.equal(reply.status, "ok");
      return reply as { matches: string[]; cursor_start: number; cursor_end: number };
    };
    before(async () => {
      await kernel.execute(
        "class CompleteDog { bark() { return 1 } tail = 1 }; const completeDog = new CompleteDog();\n" +
          "const completeLoose: any = { alpha: 1, beta: { gamma: 2 } };",
      );
    });

    it("gives the members of a typed value", async () => {
      const { matches } = await complete("completeDog.");
      assert.deepEqual(matches.toSorted(), ["bark", "tail"]);
    });

    it("gives the members of the live value where types end", async () => {
      assert.deepEqual((await complete("completeLoose.")).matches.toSorted(), ["alpha", "beta"]);
      assert.deepEqual((await complete("completeLoose.beta.g")).matches, ["gamma"]);
    });

    it("gives names that only the live session knows", async () => {
      await kernel.execute("eval('globalThis.completeEvaluated = 1')");
      assert.deepEqual((await complete("completeEval")).matches, ["completeEvaluated"]);
    });

    it("counts the cursor in code points, both ways", async () => {
      const code = "const 𝒳 = '😀'; completeDog.ba";
      const { matches, cursor_start, cursor_end } = await complete(code);
      assert.deepEqual(matches, ["bark"]);
      assert.deepEqual([cursor_start, cursor_end], [[...code].length - 2, [...code].length]);
      const inTheMiddle = await complete("'😀'; completeDo + 1", 15);
      assert.deepEqual(inTheMiddle.matches, ["completeDog"]);
    });

    it("works while a cell blocks the main thread", async () => {
      const id = kernel.begin("console.log('running'); while (true) {}");
      await kernel.published(id, ({ type }) => type === "stream");
      assert.deepEqual((await complete("completeDog.ba")).matches, ["bark"]);
      kernel.interrupt();
      await kernel.answer(id);
    });

    it("calls no getter and changes nothing", async () => {
      await kernel.execute(
        "let completeCalls = 0; const completeTrap: any = { get danger() { completeCalls++; return {} } };",
      );
      await complete("completeTrap.danger.");
      assert.equal(await kernel.evaluate("completeCalls"), "0");
    });

    it("says what is wrong with a request without code", async () => {
      const { reply } = await kernel.request("shell", "complete_request", { cursor_pos: 1 });
      assert.equal(reply.status, "error");
      assert.match(String(reply.evalue), /"code" must be a string, received undefined/);
    });
  });

  describe("inspect_request", () => {
    const inspect = async (code: string, at: number) => {
      const request = { code, cursor_pos: at, detail_level: 0 };
      const { reply } = await kernel.request("shell", "inspect_request", request);
      assert.equal(reply.status, "ok");
      return reply as { found: boolean; data: Record<string, string> };
    };

    it("gives the signature, as text and as Markdown", async () => {
      const { found, data } = await inspect("parseFloat('1')", 4);
      assert.equal(found, true);
      assert.match(data["text/plain"], /function parseFloat\(string: string\): number/);
      assert.match(data["text/markdown"], /```/);
    });

    it("gives the live value where there is no type", async () => {
      await kernel.execute("eval('globalThis.inspectEvaluated = new Map([[1, 2]])')");
      const { found, data } = await inspect("inspectEvaluated", 3);
      assert.equal(found, true);
      assert.match(data["text/plain"], /inspectEvaluated: Map\nMap\(1\)/);
    });

    it("says so where there is nothing", async () => {
      assert.deepEqual(await inspect("1 +  2", 4), {
        status: "ok",
        found: false,
        data: {},
        metadata: {},
      });
    });
  });

  it("is_complete_request tells complete, incomplete and invalid code apart", async () => {
    for (const [code, status] of [
      ["const a = 1", "complete"],
      ["function f() {", "incomplete"],
      ["const s = `open", "incomplete"],
      ["let = 5 )", "invalid"],
    ]) {
      const { reply } = await kernel.request("shell", "is_complete_request", { code });
      assert.equal(reply.status, status, code);
    }
  });
});
