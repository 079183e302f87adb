import assert from "node:assert/strict";
import {
  ProgressStore,
  english,
  say,
  troubleOf,
  writeDocument,
} from "../../../../extension/src/core/index.ts";
import { attempt, check, document } from "../fake.ts";
import { FakeContents, FakeLocal, FakeLocks, ServerError, options } from "./fake-contents.ts";

const path = "progress/laptop.json";

function withFile(text: string): FakeContents {
  const contents = new FakeContents();
  contents.folders.add("progress");
  contents.files.set(path, text);
  return contents;
}

async function opened(contents: FakeContents, more = {}): Promise<ProgressStore> {
  const store = new ProgressStore(options(contents, { locks: new FakeLocks(), ...more }));
  await store.open();
  return store;
}

describe("a corrupt file", () => {
  const good = writeDocument(document("laptop", [attempt({ id: "a" }), attempt({ id: "b" })]));

  it("is kept aside with all its bytes, reported, and its good records go on", async () => {
    const broken = good.slice(0, -30);
    const contents = withFile(broken);
    const store = await opened(contents);
    const aside = "progress/laptop.corrupt-2026-11-21T09-30-00.json";
    assert.equal(contents.files.get(aside), broken);
    assert.deepEqual([...store.state.records.keys()], ["a"]);
    const [notice] = store.state.notices;
    assert.match(
      say(notice, english),
      /^progress\/laptop.json could not be read \(is no JSON: .*\)\. It was kept as progress\/laptop\.corrupt-2026-11-21T09-30-00\.json, and 1 record in it was saved\.$/,
    );
    assert.equal(await store.addCheck(check("one")), "file");
    store.dismiss(notice);
    assert.deepEqual(store.state.notices, []);
    const again = await opened(contents);
    assert.equal(again.state.records.size, 2);
    assert.deepEqual(again.state.notices, []);
  });

  it("never takes the name of one that was kept before", async () => {
    const contents = withFile("first");
    await opened(contents);
    contents.files.set(path, "second");
    await opened(contents);
    assert.equal(contents.files.get("progress/laptop.corrupt-2026-11-21T09-30-00.json"), "first");
    assert.equal(
      contents.files.get("progress/laptop.corrupt-2026-11-21T09-30-00-2.json"),
      "second",
    );
  });

  it("is not written over when it cannot be moved", async () => {
    const contents = withFile("broken");
    contents.fault = (call) =>
      call === "rename" ? { before: new ServerError(403, "Permission denied") } : undefined;
    const store = await opened(contents, { local: new FakeLocal() });
    assert.equal(await store.addCheck(check("one")), "browser");
    assert.equal(contents.files.get(path), "broken");
    assert.deepEqual(store.state.trouble, { key: "read-only", path });
  });

  it("of another writer is shown as far as it goes and not touched", async () => {
    const contents = withFile(good);
    contents.files.set("progress/desk.json", good.replace('"epoch":0', '"epoch":"no"'));
    const before = new Map(contents.files);
    const store = await opened(contents);
    assert.equal(store.state.notices[0].key, "corrupt");
    assert.match(say(store.state.notices[0], english), /1 record in it is shown/);
    assert.deepEqual(contents.files, before);
  });
});

describe("a file of a newer schema", () => {
  const newer = writeDocument(document("laptop", [attempt({ id: "a" })])).replace(
    '"schema":1',
    '"schema":2',
  );

  it("is shown, never written, and the state says so", async () => {
    const contents = withFile(newer);
    const local = new FakeLocal();
    const store = await opened(contents, { local });
    assert.equal(store.state.readOnly, true);
    assert.deepEqual(store.state.trouble, { key: "newer-schema", path, schema: 2 });
    assert.match(say(store.state.trouble, english), /newer version of Daylab \(schema 2\)/);
    assert.deepEqual([...store.state.records.keys()], ["a"]);
    assert.equal(await store.addCheck(check("one")), "browser");
    assert.equal(contents.files.get(path), newer);
    assert.equal(store.state.records.size, 2);
  });

  it("can be written again when it is gone", async () => {
    const contents = withFile(newer);
    const store = await opened(contents, { local: new FakeLocal() });
    await store.addCheck(check("one"));
    contents.files.delete(path);
    await store.sync();
    assert.equal(store.state.readOnly, false);
    assert.equal(store.state.kept, "file");
  });
});

describe("a folder that cannot be written", () => {
  it("leads to the configured one, and says so", async () => {
    const contents = withFile(writeDocument(document("laptop", [attempt({ id: "a" })])));
    contents.readOnly.add("progress");
    const store = await opened(contents, { fallbackFolder: "home/progress" });
    assert.equal(await store.addCheck(check("one")), "file");
    assert.equal(store.state.path, "home/progress/laptop.json");
    assert.equal(store.state.readOnly, false);
    assert.match(contents.files.get("home/progress/laptop.json")!, /"exercise":"one"/);
    assert.equal(store.state.records.size, 2);
    assert.equal(
      say(store.state.notices[0], english),
      "progress cannot be written; your progress goes to home/progress.",
    );
    const again = await opened(contents, { fallbackFolder: "home/progress" });
    assert.equal(again.state.records.size, 2, "both folders are read");
  });

  it("without another one keeps the records in the browser", async () => {
    const contents = new FakeContents();
    contents.folders.add("progress");
    contents.readOnly.add("progress");
    const store = await opened(contents, { local: new FakeLocal() });
    assert.equal(await store.addCheck(check("one")), "browser");
    assert.equal(store.state.readOnly, true);
    assert.deepEqual(store.state.trouble, { key: "read-only", path });
  });
});

describe("a file that is gone", () => {
  it("comes back from the browser's copy when the learner wants it", async () => {
    const contents = new FakeContents();
    const local = new FakeLocal();
    let tick = 0;
    const more = { local, ticks: () => (tick += 20_000) };
    const store = await opened(contents, more);
    await store.addCheck(check("one", { attempt: "x" }));
    await store.sync();
    contents.files.clear();
    const again = await opened(contents, more);
    assert.equal(again.state.records.size, 0);
    assert.deepEqual(again.state.notices, [{ key: "copy-found", path, records: 1 }]);
    assert.equal(await again.restoreCopy(), "file");
    assert.deepEqual([...again.state.records.keys()], ["x"]);
  });
});

describe("a reset", () => {
  it("undoes the lesson, and an old output that is seen again does not undo the reset", async () => {
    const contents = new FakeContents();
    const store = await opened(contents);
    const record = check("one");
    await store.addCheck(record);
    await store.resetLesson("day-001");
    assert.equal(store.state.lessons.get("day-001")?.started, false);
    await store.addCheck(record);
    assert.equal(store.state.lessons.get("day-001")?.started, false);
    await store.addCheck(check("one"));
    assert.equal(store.state.lessons.get("day-001")?.exercises.get("one")?.passed, true);
    assert.equal(store.state.lessons.get("day-001")?.epoch, 1);
  });
});

describe("troubleOf", () => {
  it("knows what servers say", () => {
    const failure = (error: unknown): string => troubleOf(error).failure;
    assert.equal(failure(new TypeError("Failed to fetch")), "offline");
    assert.equal(failure({ response: { status: 404 }, message: "gone" }), "missing");
    assert.equal(failure(new ServerError(500, "[Errno 28] No space left on device: 'x'")), "full");
    assert.equal(failure(new ServerError(500, "[Errno 122] Disk quota exceeded")), "full");
    assert.equal(failure(new ServerError(500, "[Errno 30] Read-only file system")), "forbidden");
    assert.equal(failure(new ServerError(413)), "full");
    assert.equal(failure(new ServerError(403)), "forbidden");
    assert.equal(failure(new ServerError(409)), "conflict");
    assert.equal(failure(new ServerError(504)), "offline");
    assert.equal(failure(new ServerError(500)), "server");
    assert.equal(failure(undefined), "offline");
  });
});

describe("a store", () => {
  it("says which writers it takes", () => {
    for (const writer of ["", "a/b", "..", "é", "x".repeat(65)]) {
      assert.throws(
        () => new ProgressStore(options(new FakeContents(), { writer })),
        new RegExp(`this is ${JSON.stringify(writer).replaceAll(".", "\\.")}`),
      );
    }
  });
});
