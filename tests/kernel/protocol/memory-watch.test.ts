import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, it } from "mocha";
import type { CellError } from "../../../kernel/src/errors/types.ts";
import { MemoryWatch } from "../../../kernel/src/protocol/memory-watch.ts";

const gigabyte = 2 ** 30;
const cell = (id: number) => ({ id, count: id, code: "", silent: false });

/** A machine of 16 GB, whose readings a test sets. */
class Machine {
  resident = gigabyte;
  available = 8 * gigabyte;
  heap = 0;
  garbage = 0;
  asked = 0;
  collected = 0;
  readonly stopped: CellError[] = [];
  readonly watch = new MemoryWatch(
    {
      resident: () => this.resident,
      available: () => this.available,
      total: () => 16 * gigabyte,
      heap: {
        used: () => {
          this.asked++;
          return Promise.resolve(this.heap);
        },
        collect: () => void this.collected++,
        collectNow: () => {
          this.heap -= this.garbage;
          this.garbage = 0;
          return Promise.resolve();
        },
      },
    },
    (reason) => this.stopped.push(reason),
  );

  async stops(): Promise<CellError> {
    for (let i = 0; i < 200 && this.stopped.length === 0; i++) await sleep(20);
    return this.stopped.splice(0)[0];
  }

  /** Looks some times. */
  async quiet(): Promise<void> {
    await sleep(300);
    assert.deepEqual(this.stopped, []);
  }
}

describe("memory watch", () => {
  let machine: Machine;
  afterEach(() => machine.watch.ended(1));

  it("stops a cell that takes the machine's last memory, and says so", async () => {
    machine = new Machine();
    machine.watch.began(cell(1));
    machine.resident = 15.2 * gigabyte;
    machine.available = 0.2 * gigabyte;
    const { ename, evalue } = await machine.stops();
    assert.equal(ename, "OutOfMemory");
    assert.match(
      evalue,
      /^The cell was stopped: the kernel takes 15\.2 GB, and the machine has only 0\.2 GB left\. All variables are kept/,
    );
  });

  it("lets the next cell let go of it, and stops one that takes more", async () => {
    machine = new Machine();
    machine.watch.began(cell(1));
    machine.resident = 15.2 * gigabyte;
    machine.available = 0.2 * gigabyte;
    await machine.stops();
    machine.watch.ended(1);
    machine.watch.began(cell(2));
    await machine.quiet();
    machine.resident = 15.35 * gigabyte;
    assert.equal((await machine.stops()).ename, "OutOfMemory");
    machine.watch.ended(2);
  });

  it("does not blame a cell for what other programs take", async () => {
    machine = new Machine();
    machine.watch.began(cell(1));
    machine.resident = 2 * gigabyte;
    machine.available = 0.1 * gigabyte;
    await machine.quiet();
  });

  it("does not ask the main thread as long as the process is small", async () => {
    machine = new Machine();
    machine.watch.heap = { limit: 4 * gigabyte, reserve: 2 * gigabyte };
    machine.watch.began(cell(1));
    await machine.quiet();
    assert.equal(machine.asked, 0);
    machine.resident = 5 * gigabyte;
    await machine.quiet();
    assert.ok(machine.asked > 0);
  });

  it("stops a cell whose heap is beyond the limit, and has garbage collected after it", async () => {
    machine = new Machine();
    machine.watch.heap = { limit: 4 * gigabyte, reserve: 2 * gigabyte };
    machine.watch.began(cell(1));
    machine.resident = 5 * gigabyte;
    machine.heap = 4.1 * gigabyte;
    assert.match((await machine.stops()).evalue, /holds 4\.1 GB, and its limit is 4\.0 GB/);
    machine.watch.ended(1);
    assert.equal(machine.collected, 1);
    machine.heap = gigabyte / 2;
    machine.watch.began(cell(2));
    await machine.quiet();
    machine.watch.ended(2);
    await sleep(0);
    machine.watch.began(cell(3));
    machine.watch.ended(3);
    assert.equal(machine.collected, 2, "it is over once the heap is below its limit");
  });

  it("does not stop a cell for garbage while V8's limit is still raised by an earlier one", async () => {
    machine = new Machine();
    machine.watch.heap = { limit: 4 * gigabyte, reserve: 2 * gigabyte };
    machine.watch.began(cell(1));
    machine.resident = 5 * gigabyte;
    machine.heap = 4.1 * gigabyte;
    await machine.stops();
    machine.heap = 3 * gigabyte;
    machine.watch.ended(1);
    await sleep(0);
    machine.watch.began(cell(2));
    machine.garbage = gigabyte;
    machine.heap = 4.4 * gigabyte;
    await machine.quiet();
    assert.equal(machine.garbage, 0, "it was collected");
    machine.garbage = 0.05 * gigabyte;
    machine.heap = 4.45 * gigabyte;
    assert.match((await machine.stops()).evalue, /holds 4\.4 GB/);
    machine.watch.ended(2);
  });

  it("does not look once no cell runs", async () => {
    machine = new Machine();
    machine.watch.began(cell(1));
    machine.watch.ended(1);
    machine.resident = 15.9 * gigabyte;
    machine.available = 0;
    await machine.quiet();
  });
});
