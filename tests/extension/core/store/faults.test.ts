import assert from "node:assert/strict";
import {
  ProgressStore,
  readDocument,
  writeDocument,
  type Kept,
  type StoreOptions,
} from "../../../../extension/src/core/index.ts";
import { attempt, check, document } from "../fake.ts";
import { FakeContents, FakeLocal, FakeLocks, ServerError, options } from "./fake-contents.ts";
import type { Fault } from "./fake-contents.ts";

const lost = new TypeError("Failed to fetch");
const faults: Readonly<Record<string, Fault>> = {
  offline: { before: lost },
  "answer lost": { after: lost },
  "400": { before: new ServerError(400) },
  "401": { before: new ServerError(401) },
  "403": { before: new ServerError(403, "Permission denied") },
  "404": { before: new ServerError(404) },
  "409": { before: new ServerError(409) },
  "500": { before: new ServerError(500) },
  "500 after it was done": { after: new ServerError(500) },
  "503": { before: new ServerError(503) },
  "disk full": { before: new ServerError(500, "[Errno 28] No space left on device") },
  "cut to half": { cut: 0.5 },
  "cut to nothing": { cut: 0 },
  "tab ends before": { hang: "before" },
  "tab ends after": { hang: "after" },
};

/** What the learner did, with where the store said that it is. */
interface Session {
  readonly store: ProgressStore;
  readonly told: Map<string, Kept>;
  /** Resolved when all was done, never when the tab ended. */
  readonly end: Promise<void>;
}

function learn(settings: StoreOptions, prefix: string): Session {
  const store = new ProgressStore(settings);
  const told = new Map<string, Kept>();
  const end = (async () => {
    await store.open();
    for (const name of ["one", "two", "three"]) {
      const record = check(name, { attempt: `${prefix}-${name}` });
      const answer = store.addCheck(record);
      // Before the first wait it is in the browser, if that takes it.
      if (settings.local !== undefined) told.set(record.attempt, "browser");
      told.set(record.attempt, await answer);
    }
    told.set(`${prefix}-visit`, await store.addVisit(`${prefix}-visit`, "day-001", 30));
    told.set(`${prefix}-visit`, await store.addVisit(`${prefix}-visit`, "day-001", 60));
    await store.sync();
  })();
  return { store, told, end };
}

/** A server with or without records of another day, which this browser does not have. */
function server(withOlder: boolean): { contents: FakeContents; older: Map<string, Kept> } {
  const contents = new FakeContents();
  if (!withOlder) return { contents, older: new Map() };
  contents.folders.add("progress");
  const records = [attempt({ id: "older-1" }), attempt({ id: "older-2" })];
  contents.files.set("progress/laptop.json", writeDocument(document("laptop", records)));
  return {
    contents,
    older: new Map([
      ["older-1", "file"],
      ["older-2", "file"],
    ]),
  };
}

/** Long enough for every promise of a session that still moves. */
async function settle(end: Promise<void>): Promise<void> {
  await Promise.race([end, new Promise((resolve) => setImmediate(resolve))]);
}

async function afterwards(settings: StoreOptions): Promise<ProgressStore> {
  const store = new ProgressStore(settings);
  await store.open();
  await store.sync();
  return store;
}

function inFiles(contents: FakeContents): Map<string, number> {
  const found = new Map<string, number>();
  for (const [path, text] of contents.files) {
    if (path.includes(".corrupt-")) continue;
    const result = readDocument(text, "?");
    assert.equal(result.state, "ok", path);
    for (const each of result.document.records) {
      found.set(each.id, each.kind === "visit" ? each.seconds : 0);
    }
  }
  return found;
}

function checkNothingLost(
  told: ReadonlyMap<string, Kept>,
  found: ReadonlyMap<string, number>,
): void {
  for (const [id, kept] of told) {
    if (kept !== "memory") assert.ok(found.has(id), `${id}, said to be in the ${kept}, is gone`);
    if (id.endsWith("visit")) assert.equal(found.get(id), 60);
  }
}

let tick = 0;

for (const withLocks of [true, false]) {
  const settings = (contents: FakeContents, local: FakeLocal | undefined): StoreOptions =>
    options(contents, {
      ...(local && { local }),
      // A tab that ended holds no lock.
      ...(withLocks && { locks: new FakeLocks() }),
      fallbackFolder: "home",
      // Every read comes late enough to take what it finds in the file out of the browser.
      ticks: () => (tick += 20_000),
    });

  describe(`no record is lost ${withLocks ? "with" : "without"} locks`, () => {
    let calls = 0;
    before(async () => {
      const contents = new FakeContents();
      await learn(settings(contents, new FakeLocal()), "clean").end;
      calls = contents.calls.length;
    });

    for (const [name, fault] of Object.entries(faults)) {
      it(`when any one call ends with: ${name}`, async () => {
        for (let i = 0; i < 2 * calls; i++) {
          const { contents, older } = server(i % 2 === 0);
          const at = Math.floor(i / 2);
          const local = new FakeLocal();
          let n = 0;
          contents.fault = () => (n++ === at ? fault : undefined);
          const { told, end } = learn(settings(contents, local), "a");
          await settle(end);
          contents.fault = () => undefined;
          await afterwards(settings(contents, local));
          checkNothingLost(new Map([...older, ...told]), inFiles(contents));
        }
      });

      it(`when every call from any one on ends with: ${name}`, async () => {
        for (let i = 0; i < 2 * calls; i++) {
          const { contents, older } = server(i % 2 === 0);
          const at = Math.floor(i / 2);
          const local = new FakeLocal();
          let n = 0;
          contents.fault = () => (n++ >= at ? fault : undefined);
          const { told, end } = learn(settings(contents, local), "a");
          await settle(end);
          contents.fault = () => undefined;
          await afterwards(settings(contents, local));
          checkNothingLost(new Map([...older, ...told]), inFiles(contents));
        }
      });
    }

    it("when any two calls fail, each in any way", async () => {
      const kinds = ["answer lost", "404", "409", "500", "cut to half", "tab ends after"];
      for (let first = 0; first < calls; first += 3) {
        for (let second = first + 1; second < calls + 4; second += 8) {
          for (const a of kinds) {
            for (const b of kinds) {
              const contents = new FakeContents();
              const local = new FakeLocal();
              let n = -1;
              contents.fault = () => {
                n++;
                return n === first ? faults[a] : n === second ? faults[b] : undefined;
              };
              const { told, end } = learn(settings(contents, local), "a");
              await settle(end);
              contents.fault = () => undefined;
              await afterwards(settings(contents, local));
              checkNothingLost(told, inFiles(contents));
            }
          }
        }
      }
    });

    it("when the browser keeps nothing, as long as the tab lives", async () => {
      for (const [name, fault] of Object.entries(faults)) {
        if (fault.hang) continue;
        for (let at = 0; at < calls; at++) {
          const contents = new FakeContents();
          let n = 0;
          contents.fault = () => (n++ >= at && n < at + 6 ? fault : undefined);
          const { store, told, end } = learn(settings(contents, undefined), "a");
          await end;
          contents.fault = () => undefined;
          await store.sync();
          assert.equal(store.state.kept, "file", `${name} at ${String(at)}`);
          const found = inFiles(contents);
          for (const id of told.keys())
            assert.ok(found.has(id), `${id} after ${name} at ${String(at)}`);
        }
      }
    });

    it("and a full browser says so", async () => {
      const contents = new FakeContents();
      contents.fault = () => faults["offline"];
      const local = new FakeLocal();
      local.full = true;
      const { store, told, end } = learn(settings(contents, local), "a");
      await end;
      assert.equal(store.state.kept, "memory");
      assert.deepEqual([...new Set(told.values())], ["memory"]);
    });
  });
}
