import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import {
  checklistOf,
  exportLog,
  importLog,
  imagesOf,
  linksOf,
  shapes,
  spanWords,
  tableOf,
  type Block,
  type DayPart,
  type ImportedLog,
} from "../../../../extension/src/core/index.ts";
import { assertNothingLost } from "./nothing-lost.ts";

const folder = new URL("logs/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");

const days = ({ log }: ImportedLog): DayPart[] => log.parts.filter((part) => part.kind === "day");
const headings = (log: ImportedLog): string[] =>
  days(log).map(({ span, dates, title }) =>
    [span ? spanWords(span) : "", dates?.from ?? "", dates?.to ?? "", title].join("|"),
  );
const blocks = (log: ImportedLog, day: number): Block[] =>
  days(log)
    .filter((part) => part.span?.numbers.includes(day))
    .flatMap((part) => part.blocks);

describe("a real-world-shaped log", () => {
  const names = readdirSync(folder);

  it("is one of five", () => assert.equal(names.length, 5));

  for (const name of names) {
    it(`${name} is imported without loss and round-trips in every shape`, () => {
      assertNothingLost(read(name));
    });
  }

  it("has merged days, a missing one, listings, results and a list of its own", () => {
    const log = importLog(read("colon-merged-days.md"));
    assert.deepEqual(headings(log), [
      "Day 1|||Getting ready",
      "Day 2|||Straight lines",
      "Day 3 & 4|||Two short evenings",
      "Day 6|||A day is missing",
      "Day 7 - 9|||Weekend with trees",
      "Day 10 & 11 & 12|||Forests",
    ]);
    assert.deepEqual(log.notices, [{ key: "log-missing", from: 5, to: 5 }]);
    const learning = blocks(log, 2)[1];
    assert.equal(learning.kind, "learning");
    assert.match(learning.text, /surprised me\.\n\nI will try/);
    assert.match(blocks(log, 6)[0].text, /# Day 7 is not here/);
    assert.deepEqual(tableOf(blocks(log, 7)[0])?.rows[1], ["12", "1.00", "0.71"]);
    assert.deepEqual(
      blocks(log, 9).map((each) => each.kind),
      ["text", "metrics"],
    );
    const last = log.log.parts.at(-1);
    assert.ok(last?.kind === "section");
    assert.equal(last.heading, "# Things I want to read");
    assert.deepEqual(
      checklistOf(last.blocks[0]).map((each) => each.done),
      [false, true],
    );
  });

  it("has ordinal dates, and keeps those that are none", () => {
    const log = importLog(read("ordinal-dates.md"));
    assert.deepEqual(headings(log), [
      "Day 1|2020-04-09||Vectors",
      "Day 2|2020-04-10||Products",
      "Day 3|2020-04-10||Still products",
      "Day 4|2020-04-13||Least squares",
      "Day 5|||31<sup>st</sup> April 2020 : A date that never was",
      "Day 6|||15th April : No year",
      "Day 7|||03/05/2020 : Which one is it",
      "Day 8|2020-04-17||Sums",
      "Day 8|2020-04-18||Sums again",
    ]);
    assert.deepEqual(log.notices, [{ key: "log-duplicate", day: 8, times: 2 }]);
    const [head] = log.log.parts;
    const topics = head.blocks.find((each) => each.kind === "topics")!;
    assert.deepEqual(tableOf(topics)?.rows[1], ["2-3", "Matrix product | by rows", "notebook"]);
    assert.deepEqual(blocks(log, 1).flatMap(imagesOf), [
      { text: "unit circles", url: "images/day1/circles.png" },
    ]);
    assert.deepEqual(
      blocks(log, 4)
        .flatMap(linksOf)
        .map((each) => each.url),
      ["https://example.org/normal", "https://example.org/lsq"],
    );
    const end = log.log.parts.at(-1)!;
    assert.deepEqual(
      end.blocks.map((each) => each.kind),
      ["resources", "projects"],
    );
  });

  it("has CRLF, mojibake, nested checklists, a day of rest and weeks", () => {
    const text = read("checklist-crlf-mojibake.md");
    assert.match(text, /\r\n/);
    const log = importLog(text);
    assert.deepEqual(
      headings(log).map((each) => each.split("|")[0]),
      ["Day 1", "Day 2", "Day 3", "Day 4", "Week 2 (14 days)", "Week 3 (21 days)", "Day 22"],
    );
    assert.equal(JSON.stringify(log.log).includes("\\r"), false);
    assert.deepEqual(
      blocks(log, 2)
        .map((each) => each.kind)
        .slice(0, 2),
      ["checklist", "learning"],
    );
    assert.equal(days(log)[2].blocks[0].kind, "rest");
    assert.deepEqual(
      days(log)[3].blocks.map((each) => each.kind),
      ["done", "learning"],
    );
    assert.deepEqual(
      log.notices.map((each) => each.key),
      ["log-missing", "log-mojibake"],
    );
    assert.match(JSON.stringify(log.log), /â€™/, "kept as it is");
  });

  it("has dates in brackets, runs downwards and labels within lines", () => {
    const log = importLog(read("bracket-dates.md"));
    assert.deepEqual(headings(log), [
      "Day 8|2019-01-19||",
      "Day 7|2019-01-18||",
      "Day 6|2019-01-16|2019-01-17|",
      "Day 5|2019-01-15||",
      "Day 4|||[2019-01-32]",
      "Day 3|||[2019-01-13](https://example.org/posts/3)",
      "Day 2|||",
      "Day 1|2019-01-10||Hello",
      "|2019-01-09||",
    ]);
    assert.deepEqual(log.notices, []);
    assert.deepEqual(
      blocks(log, 8).map((each) => each.kind),
      ["text", "done", "learning", "links"],
    );
    assert.deepEqual(
      blocks(log, 7).map((each) => each.kind),
      ["learning", "checklist"],
    );
  });

  it("has headings of every make", () => {
    const log = importLog(read("compact-loose.md"));
    assert.deepEqual(headings(log), [
      "Day 1|||",
      "Day 2|||Noise",
      "Day 3|||",
      "Day 4|||",
      "Day 5|||",
      "Day 6|||",
      "Day 7|||a title with a dash – and another",
      "Day 8|||3 ways to fail",
      "Day 53|||",
      "Day 53|||",
      "Day 15 - 20|||",
      "Day 21|2020-01-05||",
      "Day 22 & 23|||C#",
    ]);
    assert.deepEqual(
      blocks(log, 3).map((each) => each.kind),
      ["text", "learning"],
    );
    assert.deepEqual(
      log.notices.map((each) => each.key),
      ["log-duplicate", "log-missing", "log-missing", "log-order"],
    );
  });

  for (const shape of shapes) {
    it(`says the same days in the shape ${shape}`, () => {
      for (const name of names) {
        const log = importLog(read(name));
        const again = importLog(exportLog(log.log, shape));
        assert.deepEqual(headings(again), headings(log), name);
        assert.deepEqual(
          days(again).map((each) => each.blocks.map((block) => block.kind)),
          days(log).map((each) => each.blocks.map((block) => block.kind)),
          name,
        );
      }
    });
  }
});
