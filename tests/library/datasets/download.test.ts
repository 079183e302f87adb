import assert from "node:assert/strict";
import { download } from "daylab/datasets";
import { progressLine, withFrames } from "../../../library/src/datasets/download.ts";
import { DataFrame } from "../../../library/src/frame/index.ts";
import { recordingHost } from "../recording-host.ts";

describe("library datasets: downloads", () => {
  it("gives tables as frames and images as they are", () => {
    const columns = { survived: [1], fare: [null] } as never;
    const titanic = withFrames("titanic", columns);
    assert.ok(titanic instanceof DataFrame);
    assert.deepEqual(titanic.shape, [1, 2]);
    const tables = {
      ratings: { user: [1] },
      movies: { movie: [2] },
      users: { user: [1] },
    } as never;
    const { movies } = withFrames("movielens-100k", tables) as { movies: DataFrame };
    assert.deepEqual(movies.shape, [1, 1]);
    const images = {} as never;
    assert.equal(withFrames("mnist", images), images);
  });

  it("shows each file's progress in a line of its own, live where a notebook listens", () => {
    const host = recordingHost();
    try {
      const tell = progressLine();
      tell({ file: "a.gz", received: 100_000, size: 2_000_000 });
      tell({ file: "a.gz", received: 2_000_000, size: 2_000_000 });
      tell({ file: "b.gz", received: 2_000_000, size: 2_000_000 });
      const texts = host.published.map(({ bundle }) => bundle["text/plain"]);
      assert.deepEqual(texts, [
        "a.gz: 0.1 of 2.0 MB",
        "a.gz: 2.0 MB downloaded",
        "b.gz: 2.0 MB downloaded",
      ]);
      const [first, second, third] = host.published.map(({ options }) => options);
      assert.equal(first?.displayId, second?.displayId);
      assert.deepEqual([first?.update, second?.update, third?.update], [false, true, false]);
      assert.notEqual(third?.displayId, first?.displayId);
    } finally {
      host.remove();
    }
  });

  it("knows its names and types at compile time", async () => {
    // @ts-expect-error -- no such set
    await assert.rejects(download("minst"), /mean "mnist"/);
    // Never called: the types are what is tried.
    const typed = async () => {
      const { train } = await download("mnist");
      const shape: readonly number[] = train.shape;
      const frame = await download("titanic");
      const ages: readonly (number | null)[] = frame.column("age").values;
      // @ts-expect-error -- no such column
      frame.column("agge");
      return [shape, ages];
    };
    assert.equal(typeof typed, "function");
  });
});
