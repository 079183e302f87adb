import assert from "node:assert/strict";
import { ProgressStore, readDocument } from "../../../../extension/src/core/index.ts";
import { check } from "../fake.ts";
import { FakeContents, FakeLocal, FakeLocks, options } from "./fake-contents.ts";

describe("ProgressStore", () => {
  it("makes the folder and the file with the first record, and finds it again", async () => {
    const contents = new FakeContents();
    const store = new ProgressStore(options(contents, { locks: new FakeLocks() }));
    await store.open();
    assert.deepEqual([...contents.files], []);
    assert.equal(await store.addCheck(check("one")), "file");
    const read = readDocument(contents.files.get("progress/laptop.json")!, "");
    assert.equal(read.state, "ok");
    assert.equal(read.document.records.length, 1);
    const again = new ProgressStore(options(contents));
    await again.open();
    assert.equal(again.state.lessons.get("day-001")?.exercises.get("one")?.passed, true);
  });

  it("keeps in the browser what an offline server does not take, over a restart", async () => {
    const contents = new FakeContents();
    const local = new FakeLocal();
    contents.fault = () => ({ before: new TypeError("Failed to fetch") });
    const store = new ProgressStore(options(contents, { local }));
    await store.open();
    assert.equal(await store.addCheck(check("one")), "browser");
    assert.deepEqual(store.state.trouble, { key: "offline", path: "progress/laptop.json" });
    const again = new ProgressStore(options(contents, { local, locks: new FakeLocks() }));
    await again.open();
    assert.equal(again.state.records.size, 1);
    contents.fault = () => undefined;
    await again.sync();
    assert.equal(again.state.kept, "file");
    assert.equal(again.state.trouble, undefined);
    assert.match(contents.files.get("progress/laptop.json")!, /"exercise":"one"/);
  });
});
