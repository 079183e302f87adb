import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { contents, violations, type MessageType } from "./message-spec/index.ts";
import { ReceivedViolations } from "./message-spec/received-violations.ts";

const date = "2026-01-31T12:00:00.123Z";
const from = { session: "s", username: "daylab", date, version: "5.4" };
const request = { ...from, msg_id: "r1", msg_type: "execute_request" };

type Content = Readonly<Record<string, unknown>>;

function message(msg_type: string, content: unknown) {
  const header = { ...from, msg_id: "m1", msg_type };
  return { header, parent_header: request as object, metadata: {}, content };
}

function channelOf(type: string): string {
  if (type === "input_request") return "stdin";
  if (/^debug_reply$|subshell/.test(type)) return "control";
  return type.endsWith("_reply") ? "shell" : "iopub";
}

const problemsOf = (type: string, content: unknown, channel = channelOf(type)): string[] =>
  violations(channel, message(type, content));

const error = { ename: "TypeError", evalue: "no", traceback: ["TypeError: no"] };
const data = { "text/plain": "1" };
const language_info = {
  name: "typescript",
  version: "6.0",
  mimetype: "text/typescript",
  file_extension: ".ts",
  codemirror_mode: { name: "javascript", typescript: true },
};
const dap = { type: "response", seq: 1, request_seq: 2, success: true, command: "initialize" };

/** One message of each type that the documentation allows; and what may stand there besides. */
const conforming: readonly [MessageType, Content, ...Content[]][] = [
  ["execute_input", { code: "", execution_count: 1 }],
  ["execute_result", { execution_count: 1, data, metadata: {} }],
  ["error", error],
  [
    "execute_reply",
    { status: "ok", execution_count: 1 },
    {
      status: "ok",
      execution_count: 1,
      payload: [{ source: "page", data, start: 0 }],
      user_expressions: {
        sum: { status: "ok", data, metadata: {} },
        bad: { status: "error", ...error },
      },
    },
    { status: "error", execution_count: 0, ...error },
    { status: "aborted", execution_count: 0 },
  ],
  ["stream", { name: "stdout", text: "a" }],
  [
    "display_data",
    { data, metadata: {} },
    { data: { ...data, "application/json": [1] }, metadata: {}, transient: { display_id: "d" } },
  ],
  ["update_display_data", { data, metadata: {}, transient: { display_id: "d" } }],
  ["clear_output", { wait: true }],
  [
    "complete_reply",
    { status: "ok", matches: ["a"], cursor_start: 0, cursor_end: 1, metadata: {} },
    { status: "error", ...error },
  ],
  ["inspect_reply", { status: "ok", found: false, data: {}, metadata: {} }],
  [
    "history_reply",
    {
      status: "ok",
      history: [
        [1, 1, "a"],
        [1, 2, ["b", null]],
        [1, 3, ["b", "2"]],
      ],
    },
  ],
  [
    "is_complete_reply",
    { status: "complete" },
    { status: "incomplete", indent: "  " },
    { status: "error", ...error },
  ],
  ["status", { execution_state: "busy" }],
  ["iopub_welcome", { subscription: "" }],
  [
    "kernel_info_reply",
    {
      ...{ status: "ok", protocol_version: "5.5", implementation: "daylab", banner: "" },
      ...{ implementation_version: "0.1.0", language_info },
    },
    {
      ...{ status: "ok", protocol_version: "5.5", implementation: "daylab", banner: "" },
      ...{ implementation_version: "0.1.0", language_info, debugger: true },
      help_links: [{ text: "Docs", url: "https://a.b" }],
      supported_features: ["kernel subshells", "debugger"],
    },
  ],
  ["connect_reply", { status: "ok", shell_port: 1 }],
  ["shutdown_reply", { status: "ok", restart: false }],
  ["interrupt_reply", { status: "ok" }, { status: "error", ...error }],
  [
    "comm_open",
    { comm_id: "c", target_name: "t", data: {} },
    { comm_id: "c", target_name: "t", data: {}, target_module: "m" },
  ],
  ["comm_msg", { comm_id: "c", data: { any: [1] } }],
  ["comm_close", { comm_id: "c", data: {} }],
  ["comm_info_reply", { status: "ok", comms: { c: { target_name: "t" } } }],
  ["input_request", { prompt: "", password: false }],
  ["debug_reply", dap, { ...dap, success: false, message: "no", body: { error: {} } }, {}],
  [
    "debug_event",
    { type: "event", seq: 0, event: "initialized" },
    { type: "event", seq: 0, event: "stopped", body: { reason: "step" } },
  ],
  ["create_subshell_reply", { status: "ok", subshell_id: "s1" }, { status: "error", ...error }],
  ["delete_subshell_reply", { status: "ok" }],
  ["list_subshell_reply", { status: "ok", subshell_id: ["s1"] }],
];

/** What no field of the protocol can be. */
const wrong = [null, 1.5, [{}], { no: 1 }, undefined] as const;

describe("message specification", () => {
  it("has a conforming example for each message type", () => {
    assert.deepEqual(conforming.map(([type]) => type).toSorted(), Object.keys(contents).toSorted());
  });

  for (const [type, ...examples] of conforming) {
    describe(type, () => {
      it("is accepted as the documentation has it", () => {
        for (const content of examples) assert.deepEqual(problemsOf(type, content), []);
      });

      it("is refused with a required field missing", () => {
        const [least] = examples;
        for (const field of Object.keys(least)) {
          const rest = Object.fromEntries(Object.entries(least).filter(([name]) => name !== field));
          if (type === "connect_reply" && field !== "status") continue;
          assert.notDeepEqual(problemsOf(type, rest), [], `without ${field}`);
        }
      });

      it("is refused with a field that the documentation does not have", () => {
        for (const content of examples) {
          const problems = problemsOf(type, { ...content, oops: 1 });
          assert.match(problems.join(), type === "debug_reply" ? /content/ : /content.oops is not/);
        }
      });

      it("is refused with a field of the wrong kind", () => {
        for (const content of examples) {
          for (const field of Object.keys(content)) {
            const broken = wrong.filter(
              (value) => problemsOf(type, { ...content, [field]: value }).length > 0,
            );
            assert.ok(broken.length >= (field === "body" ? 0 : 3), `${field} takes anything`);
          }
        }
      });

      it("is refused where the content is no object", () => {
        for (const content of [null, [], "text", 1, undefined]) {
          assert.notDeepEqual(problemsOf(type, content), []);
        }
      });
    });
  }

  const broken: [string, string, unknown, RegExp][] = [
    [
      "an error with fields of a success",
      "execute_reply",
      { status: "error", execution_count: 1, ...error, payload: [] },
      /content.payload is not/,
    ],
    [
      "a status that does not exist",
      "execute_reply",
      { status: "abort", execution_count: 1 },
      /content.status must be "ok" or "error" or "aborted", and is "abort"/,
    ],
    [
      "a payload of an unknown source",
      "execute_reply",
      { status: "ok", execution_count: 1, payload: [{ source: "popup" }] },
      /payload\[0\].source must be "page" or/,
    ],
    [
      "a page without plain text",
      "execute_reply",
      {
        status: "ok",
        execution_count: 1,
        payload: [{ source: "page", data: { "text/html": "" }, start: 0 }],
      },
      /plain text form/,
    ],
    [
      "a traceback that is text",
      "error",
      { ...error, traceback: "no" },
      /content.traceback must be a list/,
    ],
    [
      "a bundle with a key that is no MIME type",
      "display_data",
      { data: { ...data, html: "" }, metadata: {} },
      /key of content.data.html must be a MIME type/,
    ],
    [
      "a form that is no text",
      "display_data",
      { data: { ...data, "text/html": 1 }, metadata: {} },
      /the form text\/html must be a string/,
    ],
    [
      "an empty text",
      "stream",
      { name: "stdout", text: "" },
      /content.text must be a string that is not empty/,
    ],
    [
      "a stream of another name",
      "stream",
      { name: "stdlog", text: "a" },
      /content.name must be "stdout" or "stderr"/,
    ],
    [
      "an update without a display id",
      "update_display_data",
      { data, metadata: {}, transient: {} },
      /display_id must be a string, and is missing/,
    ],
    [
      "a cursor that goes backwards",
      "complete_reply",
      { status: "ok", matches: [], cursor_start: 2, cursor_end: 1, metadata: {} },
      /cursor_start is after cursor_end/,
    ],
    [
      "a history entry of two",
      "history_reply",
      { status: "ok", history: [[1, "a"]] },
      /history\[0\] must have three elements/,
    ],
    [
      "an indent for complete code",
      "is_complete_reply",
      { status: "complete", indent: "" },
      /content.indent is not/,
    ],
    [
      "a state that does not exist",
      "status",
      { execution_state: "sleeping" },
      /execution_state must be "busy" or/,
    ],
    [
      "a feature that does not exist",
      "kernel_info_reply",
      {
        ...conforming.find(([type]) => type === "kernel_info_reply")![1],
        supported_features: ["coffee"],
      },
      /supported_features\[0\]/,
    ],
    [
      "a type that does not exist",
      "make_coffee_reply",
      { status: "ok" },
      /there is no message type make_coffee_reply/,
    ],
  ];
  for (const [what, type, content, reason] of broken) {
    it(`refuses ${what}`, () => assert.match(problemsOf(type, content).join("; "), reason));
  }

  it("refuses a message on a channel where it does not belong", () => {
    for (const [type, content] of conforming) {
      const allowed = ["shell", "control", "iopub", "stdin"].filter(
        (channel) => problemsOf(type, content, channel).length === 0,
      );
      const both = type.endsWith("_reply") && !/^debug|subshell/.test(type);
      const places = both ? ["shell", "control"] : [channelOf(type)];
      if (type === "shutdown_reply") places.push("iopub");
      assert.deepEqual(allowed, places, type);
    }
  });

  const idle = message("status", { execution_state: "idle" });
  const envelopes: [string, object, RegExp][] = [
    [
      "a header without a session",
      { header: { ...idle.header, session: undefined } },
      /header.session/,
    ],
    [
      "a date without a time zone",
      { header: { ...idle.header, date: "2026-01-31T12:00:00" } },
      /header.date must be an ISO 8601 date/,
    ],
    [
      "an old version of the protocol",
      { header: { ...idle.header, version: "5.3" } },
      /header.version/,
    ],
    [
      "a field of its own in the header",
      { header: { ...idle.header, colour: "red" } },
      /header.colour is not/,
    ],
    ["no header", { header: null }, /header must be a JSON object, and is null/],
    ["a parent that is no header", { parent_header: { msg_id: "r1" } }, /parent_header.session/],
    ["no parent", { parent_header: null }, /parent_header must be a JSON object/],
    ["metadata that is a list", { metadata: [] }, /metadata must be a JSON object/],
    [
      "an answer to nobody",
      { ...message("execute_reply", { status: "aborted", execution_count: 1 }), parent_header: {} },
      /execute_reply has no parent header/,
    ],
  ];
  for (const [what, change, reason] of envelopes) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(violations("iopub", idle), []);
      assert.match(violations("iopub", { ...idle, ...change }).join("; "), reason);
    });
  }

  it("accepts a parent with what the client added to its header", () => {
    const parent_header = { ...request, subshell_id: null, trace: "x" };
    assert.deepEqual(violations("iopub", { ...idle, parent_header }), []);
  });

  it("a test is told once of what came, with the message", () => {
    const received = new ReceivedViolations();
    received.look("iopub", message("status", { execution_state: "busy" }));
    received.throw();
    received.look("shell", message("interrupt_reply", { status: "ok" }));
    assert.throws(() => received.throw(), /interrupt_reply on shell: the msg_id m1 came before/);
    received.look("iopub", message("status", { execution_state: "tired" }));
    assert.throws(() => received.throw(), /status on iopub: .*tired/);
    received.throw();
  });
});
