import assert from "node:assert/strict";
import { english, say, type Message } from "../../../extension/src/core/index.ts";

const path = "progress/me.json";
const problems = ["records is {}, not a list", "another"];

const messages: Message[] = [
  { key: "offline", path },
  { key: "disk-full", path },
  { key: "read-only", path },
  { key: "server-error", path, text: "HTTP 500" },
  { key: "newer-schema", path, schema: 2 },
  { key: "kept-aside", path, aside: "aside.json", saved: 1, problems },
  { key: "corrupt", path, saved: 2, problems },
  { key: "other-folder", path, used: "home" },
  { key: "copy-found", path, records: 3 },
  { key: "busy", path },
  { key: "log-duplicate", day: 53, times: 2 },
  { key: "log-missing", from: 5, to: 5 },
  { key: "log-missing", from: 5, to: 9 },
  { key: "log-order", day: "Day 15 - 20", after: "Day 53" },
  { key: "log-mojibake", sample: "â€™", times: 4 },
  { key: "log-no-days" },
];

describe("say", () => {
  it("puts every parameter of every message into words", () => {
    for (const message of messages) {
      const words = say(message, english);
      assert.doesNotMatch(words, /%\d|undefined|\[object/, words);
      for (const [name, value] of Object.entries(message)) {
        if (name === "key" || (name === "to" && words.startsWith("Day 5 "))) continue;
        const shown = Array.isArray(value) ? `${String(value[0])} …` : String(value);
        assert.ok(words.includes(shown), `${message.key} lacks ${name}: ${words}`);
      }
    }
  });

  it("asks the translator, with the numbers that choose the plural", () => {
    const asked: unknown[][] = [];
    const trans = {
      __: (...call: unknown[]) => String(asked.push(["__", ...call])),
      _n: (...call: unknown[]) => String(asked.push(["_n", ...call])),
    };
    for (const message of messages) say(message, trans);
    assert.equal(asked.length, messages.length);
    assert.deepEqual(
      asked.filter(([kind]) => kind === "_n").map((call) => call[3]),
      [1, 2, 3, 4],
    );
  });

  it("leaves a hole that has no value", () => {
    assert.equal(english.__("%1 and %2", "a"), "a and %2");
    assert.equal(english._n("%1 day of %2", "%1 days of %2", 2, 100), "2 days of 100");
  });
});
