import assert from "node:assert/strict";
import { inRounds } from "../../../benchmarks/report/rounds.ts";

describe("benchmarks: rounds", () => {
  it("begins each round with another peer, and goes on without one that failed", async () => {
    const order: string[] = [];
    const peer = (name: string, failsAt = Infinity) => {
      let times = 0;
      const measure = async () => {
        order.push(name);
        if (times++ === failsAt) throw new Error(`${name} does not start`);
        return { samples: {}, counts: {} };
      };
      return [name, measure] as const;
    };
    const { runs, failures } = await inRounds(
      3,
      new Map([peer("a"), peer("b"), peer("c", 1)]),
      () => {},
    );
    assert.equal(order.join(""), "abc" + "bca" + "ab");
    assert.deepEqual(
      runs.map(({ peer, round }) => `${peer}${round}`),
      ["a0", "b0", "c0", "b1", "a1", "a2", "b2"],
    );
    assert.deepEqual([...failures], [["c", "c does not start"]]);
  });
});
