import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { exportLog, importLog } from "../../../../extension/src/core/index.ts";
import { Seeded } from "../random.ts";
import { assertNothingLost } from "./nothing-lost.ts";

const folder = new URL("logs/", import.meta.url);
const logs = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));

/** What breaks readers of Markdown. */
const pieces = [
  ...["\n", "\n\n", "\r\n", "\r", "\t", " ", "   ", "    ", "\u00a0", "\u2028", "\u0000", "\ufeff"],
  ...[
    "#",
    "##",
    "# ",
    "####### ",
    "\n# Day ",
    "\n## Day 7",
    "\n#Day7\n",
    "\n**Day 8**\n",
    "\nDay 9\n---\n",
  ],
  ...[
    "\n```\n",
    "\n~~~\n",
    "```js",
    "`",
    "*",
    "**",
    "_",
    "- [ ] ",
    "- [x] ",
    "|",
    "|---|---|\n",
    "\\|",
  ],
  ...[
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "<",
    ">",
    "<!--",
    "-->",
    "&amp;",
    "<sup>th</sup>",
    "[2019-01-19]",
  ],
  ...[
    "1",
    "99",
    "0000",
    " & 11",
    " - 20",
    ", 12",
    " (21 days)",
    ":-",
    " : ",
    "2020-02-30",
    "9th April 2020",
  ],
  ...[
    "\nDate: 2020-01-05\n",
    "**Learned**",
    "\n### Learning from today\n",
    "\n# Resources\n",
    "\n---\n",
    "\n===\n",
  ],
  ...["Week 3", "Rest day", "é", "日本", "🎉", "\ud83c", "â€™", "\ufffd"],
];

function mutated(random: Seeded): string {
  let text = random.pick(logs);
  if (random.below(3) === 0) {
    const [from, to] = [random.below(text.length), random.below(text.length)];
    text = text.slice(Math.min(from, to), Math.max(from, to));
  }
  for (let n = 1 + random.below(8); n > 0; n--) {
    const at = random.below(text.length + 1);
    const rest = text.slice(at + (random.below(2) === 0 ? 0 : random.below(30)));
    const lines = text.split("\n");
    switch (random.below(4)) {
      case 0:
        text = lines.map((line) => (random.below(20) === 0 ? random.pick(lines) : line)).join("\n");
        break;
      case 1:
        text = text.slice(0, at) + random.pick(pieces) + random.pick(pieces) + rest;
        break;
      default:
        text = text.slice(0, at) + random.pick(pieces) + rest;
    }
  }
  return text;
}

describe("importing a mutilated log", () => {
  it("loses nothing and round-trips in every shape: 1000 seeded ones", () => {
    for (let seed = 0; seed < 1000; seed++) {
      const text = mutated(new Seeded(seed));
      try {
        assertNothingLost(text);
      } catch (error) {
        throw new Error(`seed ${String(seed)}: ${JSON.stringify(text).slice(0, 3000)}`, {
          cause: error,
        });
      }
    }
  });

  it("takes pieces in any order: 3000 texts of nothing else", () => {
    for (let seed = 0; seed < 3000; seed++) {
      const random = new Seeded(50_000 + seed);
      const text = Array.from({ length: 1 + random.below(14) }, () => random.pick(pieces)).join("");
      try {
        assertNothingLost(text);
      } catch (error) {
        throw new Error(`seed ${String(seed)}: ${JSON.stringify(text)}`, { cause: error });
      }
    }
  });

  // A step that looked at all lines for each line, or at all characters for each character, would
  // take hours here and end at mocha's minute.
  const size = 200_000;
  for (const [name, text] of Object.entries({
    days: "# Day 5\n\nA line\n\n".repeat(size / 16),
    "one long line": `# Day 1 ${"a ".repeat(size)}`,
    spaces: `# Day 1${" ".repeat(size)}x`,
    marks: `# ${"#".repeat(size)}x`,
    "marks after a day": `# Day 1 ${"#".repeat(size)}x`,
    fences: "```\n".repeat(size / 4),
    "fences that differ": "```\n~~~\n".repeat(size / 8),
    "open brackets": "[".repeat(size),
    stars: `**${"a".repeat(size)}\n\n${"*".repeat(size)}`,
    bars: "|".repeat(size),
    "blank lines": "\n".repeat(size),
    "carriage returns": "\r".repeat(size),
    numbers: `# Day 1${" & 2".repeat(size)}`,
    mojibake: "â€".repeat(size),
  })) {
    it(`takes time in proportion to its size: ${name}`, () => {
      const { log, sources } = importLog(text);
      assert.equal(sources.join("").length, text.length);
      assert.ok(exportLog(log, "colon").length > 0 || text.trim() === "");
    });
  }
});
