import assert from "node:assert/strict";
import {
  ProgressStore,
  curriculumView,
  exportLog,
  importDrafts,
  importLog,
  journalDraft,
  journalEntries,
  journalLog,
  newBlock,
  planImport,
  restEntry,
  shapes,
  todaysEntry,
  withTick,
  type DayPart,
  type JournalEntry,
} from "../../../../extension/src/core/index.ts";
import { attempt, check, smallCurriculum } from "../fake.ts";
import { FakeContents, FakeLocks, options } from "../store/fake-contents.ts";

const day = (number: number, text: string): DayPart => ({
  ...{ kind: "day", title: "", span: { unit: "day", numbers: [number], range: false } },
  blocks: [newBlock("done", text)],
});
const fresh = { entry: "e", position: 1, clock: {} };
const entriesOf = (store: ProgressStore): JournalEntry[] =>
  journalEntries(store.state.records.values());
const texts = (entry: JournalEntry): string[] =>
  [entry.part, ...entry.conflicts].map((part) => part.blocks[0].text).sort();

async function writers(names = ["a", "b"]): Promise<ProgressStore[]> {
  const contents = new FakeContents();
  const locks = new FakeLocks();
  const stores = names.map((writer) => new ProgressStore(options(contents, { writer, locks })));
  for (const store of stores) await store.open();
  return stores;
}

describe("a journal of two devices", () => {
  it("keeps both versions of an entry that both changed, until somebody decides", async () => {
    const [a, b] = await writers();
    await a.add([journalDraft("a", day(1, "first"), fresh)]);
    await b.sync();
    const [known] = entriesOf(b);
    await a.add([journalDraft("a", day(1, "by a"), entriesOf(a)[0])]);
    await b.add([journalDraft("b", day(1, "by b"), known)]);
    await Promise.all([a.sync(), b.sync()]);
    for (const store of [a, b]) assert.deepEqual(texts(entriesOf(store)[0]), ["by a", "by b"]);
    await b.add([journalDraft("b", day(1, "both"), entriesOf(b)[0])]);
    await a.sync();
    assert.deepEqual(texts(entriesOf(a)[0]), ["both"]);
  });

  it("keeps both versions where two tabs of one device changed it, each as an author", async () => {
    const tabs = await writers(["a", "a"]);
    const [here, there] = tabs;
    await here.add([journalDraft("a", day(1, "first"), fresh)]);
    await there.sync();
    const [known] = entriesOf(there);
    await here.add([journalDraft("a", day(1, "here"), known)]);
    await there.add([journalDraft("a~2", day(1, "there"), known)]);
    await here.sync();
    for (const tab of tabs) assert.deepEqual(texts(entriesOf(tab)[0]), ["here", "there"]);
  });

  it("shows a change over what it changed, and no conflict where both say the same", async () => {
    const [a, b] = await writers();
    await a.add([journalDraft("a", day(1, "one"), fresh)]);
    await b.sync();
    await b.add([journalDraft("b", day(1, "two"), entriesOf(b)[0])]);
    await a.sync();
    assert.deepEqual(texts(entriesOf(a)[0]), ["two"]);
    await a.add([journalDraft("a", day(2, "same"), { ...fresh, entry: "f" })]);
    await b.add([journalDraft("b", day(2, "same"), { ...fresh, entry: "f" })]);
    await a.sync();
    assert.deepEqual(texts(entriesOf(a)[1]), ["same"]);
  });

  it("forgets a deleted entry, and not one that another changed meanwhile", async () => {
    const [a, b] = await writers();
    await a.add([journalDraft("a", day(1, "one"), fresh)]);
    await b.sync();
    const [known] = entriesOf(b);
    await a.add([journalDraft("a", undefined, entriesOf(a)[0])]);
    assert.deepEqual(entriesOf(a), []);
    await b.add([journalDraft("b", day(1, "changed"), known)]);
    await a.sync();
    assert.deepEqual(texts(entriesOf(a)[0]), ["changed"]);
  });
});

describe("importing into a journal", () => {
  const text = "My log\n\n# Day 1\nHello\n\n# Day 2\nMore\n";

  it("is previewed: what is new, the same, or another entry of the same day", async () => {
    const [store] = await writers();
    let n = 0;
    const take = async (log: string, choice?: "replace"): Promise<string[]> => {
      const plan = planImport(importLog(log), entriesOf(store));
      const newId = (): string => `entry-${String(++n)}`;
      const choose = choice && ((): "replace" => choice);
      await store.add(importDrafts(plan, entriesOf(store), "a", newId, choose));
      return plan.map((each) => each.status);
    };
    assert.deepEqual(await take(text), ["new", "new", "new"]);
    assert.equal(
      exportLog(journalLog(entriesOf(store)), "checklist").includes("### Day 2\n\nMore"),
      true,
    );
    assert.deepEqual(await take(text), ["same", "same", "same"]);
    assert.equal(entriesOf(store).length, 3);
    const other = text.replace("More", "Less");
    assert.deepEqual(await take(other), ["same", "same", "differs"]);
    assert.equal(entriesOf(store).length, 4, "both are kept");
    await take("# Day 1\nChanged\n", "replace");
    assert.equal(entriesOf(store).length, 4);
    assert.match(exportLog(journalLog(entriesOf(store)), "compact"), /# Day1\n\nChanged/);
  });
});

describe("today's entry", () => {
  it("begins with what was done on that local date, and survives every shape", async () => {
    const [store] = await writers();
    await store.addCheck(check("one", { title: "One", time: "2026-11-21T00:10:00+05:30" }));
    await store.addCheck(check("two", { title: "Two", time: "2026-11-20T23:50:00+05:30" }));
    const { records, lessons } = store.state;
    const view = curriculumView(smallCurriculum, lessons);
    const entry = todaysEntry(21, "2026-11-21", view, records.values());
    assert.deepEqual(
      entry.blocks.map(({ kind, text }) => [kind, text]),
      [
        ["done", "- [ ] Day 1: Lesson 1"],
        ["checklist", "- [x] One"],
        ["learning", ""],
      ],
    );
    for (const shape of shapes) {
      const text = exportLog({ parts: [entry, restEntry("2026-11-22")] }, shape);
      assert.deepEqual(importLog(text).log.parts, [entry, restEntry("2026-11-22")], text);
    }
  });

  it("can be ticked", () => {
    const block = newBlock("checklist", "- [ ] a\n- [x] b");
    assert.equal(withTick(withTick(block, 0, true), 1, false).text, "- [x] a\n- [ ] b");
    assert.equal(block.text, "- [ ] a\n- [x] b");
  });

  it("with a heading or an open listing in its text swallows no other day", () => {
    const parts = [day(1, "```\nopen"), day(2, "# Day 9\ninside"), day(3, "three")];
    for (const shape of shapes) {
      const text = exportLog({ parts }, shape);
      const { log } = importLog(text);
      assert.equal(exportLog(log, shape), text);
      const numbers = log.parts.map((part) => part.kind === "day" && part.span?.numbers[0]);
      assert.deepEqual(numbers, [1, 2, 9, 3]);
    }
  });

  it("ignores what is no progress", () => {
    const entry = todaysEntry(1, "2026-11-21", curriculumView(smallCurriculum, new Map()), [
      attempt({ time: "2026-11-20T10:00:00Z" }),
    ]);
    assert.deepEqual([entry.title, entry.blocks.length], ["", 1]);
  });
});
