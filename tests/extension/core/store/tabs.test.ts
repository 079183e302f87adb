import assert from "node:assert/strict";
import {
  ProgressStore,
  readDocument,
  type StoreOptions,
} from "../../../../extension/src/core/index.ts";
import { check } from "../fake.ts";
import { Seeded } from "../random.ts";
import { FakeContents, FakeLocal, FakeLocks, fakeChannels, options } from "./fake-contents.ts";

const path = "progress/laptop.json";

function ids(contents: FakeContents): Set<string> {
  const { document } = readDocument(contents.files.get(path) ?? "", "laptop");
  return new Set(document.records.map((each) => each.id));
}

/** Lets the waiting calls of all tabs go on one by one, in a random order. */
class Turns {
  readonly #random: Seeded;
  readonly #waiting: (() => void)[] = [];

  constructor(random: Seeded) {
    this.#random = random;
  }

  readonly turn = (): Promise<void> =>
    new Promise((resolve) => {
      this.#waiting.push(resolve);
    });

  /** Until nothing waits any more; `limit` ends it before that, as when both tabs are closed. */
  async run(limit = Infinity): Promise<void> {
    for (let steps = 0; steps < limit; steps++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#waiting.length === 0) return;
      const [next] = this.#waiting.splice(this.#random.below(this.#waiting.length), 1);
      next();
    }
  }
}

const kinds: Readonly<Record<string, (random: Seeded) => Partial<StoreOptions>[]>> = {
  "two tabs with locks": () => {
    const local = new FakeLocal();
    const locks = new FakeLocks();
    return fakeChannels(2).map((channel) => ({ local, locks, channel }));
  },
  "two tabs without locks": () => {
    const local = new FakeLocal();
    return fakeChannels(2).map((channel) => ({ local, channel }));
  },
  "two browsers of one user, each with locks of its own": () =>
    [0, 1].map(() => ({ local: new FakeLocal(), locks: new FakeLocks() })),
  "two browsers of one user, without locks": () => [0, 1].map(() => ({ local: new FakeLocal() })),
};

for (const [name, make] of Object.entries(kinds)) {
  describe(name, () => {
    it("write one file and lose nothing, in 150 random orders of their calls", async () => {
      for (let seed = 0; seed < 150; seed++) {
        const random = new Seeded(seed);
        const turns = new Turns(random);
        const contents = new FakeContents();
        contents.turn = turns.turn;
        const stores = make(random).map(
          (each) => new ProgressStore(options(contents, { ...each, ticks: () => 0 })),
        );
        const wanted = new Set<string>();
        const work = stores.map(async (store, tab) => {
          await store.open();
          for (const exercise of ["one", "two"]) {
            const attempt = `${String(tab)}-${exercise}`;
            wanted.add(attempt);
            await store.addCheck(check(exercise, { attempt }));
          }
        });
        await turns.run();
        await Promise.all(work);
        // What one has written over, the other sees at its next look.
        for (let round = 0; round < 2; round++) {
          const looks = stores.map((store) => store.sync());
          await turns.run();
          await Promise.all(looks);
        }
        assert.deepEqual(ids(contents), wanted, `seed ${String(seed)}`);
        for (const store of stores) {
          assert.deepEqual(new Set(store.state.records.keys()), wanted);
          assert.equal(store.state.kept, "file");
          store.dispose();
        }
      }
    });

    it("lose nothing when both are closed at any moment: 150 times", async () => {
      for (let seed = 0; seed < 150; seed++) {
        const random = new Seeded(1000 + seed);
        const turns = new Turns(random);
        const contents = new FakeContents();
        contents.turn = turns.turn;
        const settings = make(random).map((each) => options(contents, { ...each, ticks: () => 0 }));
        const wanted = new Set<string>();
        settings.forEach((each, tab) => {
          const store = new ProgressStore(each);
          void (async () => {
            await store.open();
            for (const exercise of ["one", "two"]) {
              const attempt = `${String(tab)}-${exercise}`;
              wanted.add(attempt);
              await store.addCheck(check(exercise, { attempt }));
            }
          })();
        });
        await turns.run(random.below(40));
        contents.turn = () => Promise.resolve();
        for (const each of settings) {
          const { local } = each;
          const more = { ...(local && { local }), locks: new FakeLocks(), ticks: () => 0 };
          const store = new ProgressStore(options(contents, more));
          await store.open();
          await store.sync();
        }
        const found = ids(contents);
        for (const id of wanted) assert.ok(found.has(id), `${id} with seed ${String(seed)}`);
      }
    });
  });
}

describe("two tabs", () => {
  it("tell each other", async () => {
    const contents = new FakeContents();
    const local = new FakeLocal();
    const locks = new FakeLocks();
    const [a, b] = fakeChannels(2).map(
      (channel) => new ProgressStore(options(contents, { local, locks, channel })),
    );
    await Promise.all([a.open(), b.open()]);
    let told = 0;
    b.subscribe(() => told++);
    await a.addCheck(check("one"));
    await b.sync();
    assert.ok(told > 0);
    assert.equal(b.state.lessons.get("day-001")?.exercises.get("one")?.passed, true);
  });

  it("count an attempt that both saw once", async () => {
    const contents = new FakeContents();
    const locks = new FakeLocks();
    const local = new FakeLocal();
    const stores = [0, 1].map(() => new ProgressStore(options(contents, { local, locks })));
    const record = check("one");
    await Promise.all(stores.map((store) => store.addCheck(record)));
    await stores[0].sync();
    assert.equal(stores[0].state.lessons.get("day-001")?.exercises.get("one")?.attempts, 1);
    assert.equal(ids(contents).size, 1);
  });
});
