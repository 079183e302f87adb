import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, it } from "mocha";
import { Subscriber } from "zeromq";
import { Publisher } from "../../../kernel/src/protocol/publisher.ts";

const megabyte = Buffer.alloc(1 << 20, "x");

describe("publisher", () => {
  let publisher: Publisher;
  let clients: Subscriber[];
  beforeEach(() => {
    clients = [];
  });

  async function start(patience?: number): Promise<void> {
    publisher = new Publisher({ sendTimeout: 0, linger: 0 }, patience);
    await publisher.bind("tcp://127.0.0.1:0");
  }

  afterEach(() => {
    for (const client of clients) client.close();
    publisher.close();
  });

  /** A client that buffers next to nothing, subscribed. */
  async function client(): Promise<Subscriber> {
    const socket = new Subscriber({ receiveHighWaterMark: 1, receiveBufferSize: 1 << 16 });
    clients.push(socket);
    socket.connect(publisher.lastEndpoint!);
    socket.subscribe();
    return socket;
  }

  async function subscribed(count: number): Promise<void> {
    let seen = 0;
    await new Promise<void>((resolve) => {
      void publisher.serve(() => {
        if (++seen === count) resolve();
      });
    });
  }

  async function read(from: Subscriber, count: number): Promise<number[]> {
    const numbers: number[] = [];
    for await (const [number] of from) {
      numbers.push(Number(String(number)));
      if (numbers.length === count) break;
    }
    return numbers;
  }

  const publish = (from: number, to: number): void => {
    for (let i = from; i < to; i++) publisher.publish([String(i), megabyte]);
  };
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => i + from);

  it("keeps nothing where nobody is subscribed", async () => {
    await start();
    publish(0, 1_000);
    await publisher.emptied();
    assert.ok(publisher.hasRoom);
    const { rss } = process.memoryUsage();
    publish(0, 1_000);
    await publisher.emptied();
    assert.ok(process.memoryUsage().rss - rss < 200e6);
  });

  it("says that there is no room while a client does not read, and loses nothing of it", async () => {
    await start();
    const slow = await client();
    await subscribed(1);
    publish(0, 100);
    assert.ok(!publisher.hasRoom);
    let told = false;
    publisher.whenRoom(() => (told = true));
    await sleep(200);
    assert.ok(!told);
    assert.deepEqual(await read(slow, 100), numbers(0, 100));
    await publisher.emptied();
    assert.ok(told && publisher.hasRoom);
  });

  it("goes on without a client that reads nothing for long, and with it once it reads again", async () => {
    await start(300);
    const [stuck, quick] = [await client(), await client()];
    await subscribed(2);
    publish(0, 200);
    assert.deepEqual(await read(quick, 200), numbers(0, 200));
    await publisher.emptied();
    const late: number[] = [];
    const reading = (async () => {
      for await (const [number] of stuck) {
        late.push(Number(String(number)));
        if (late.at(-1)! >= 1_000) break;
      }
    })();
    const first = read(quick, 200);
    for (let i = 1_000; i < 1_200; i++) {
      publish(i, i + 1);
      await sleep(5);
    }
    assert.deepEqual(await first, numbers(1_000, 1_200));
    await reading;
    assert.equal(late[0], 0);
    assert.deepEqual(
      late,
      late.toSorted((a, b) => a - b),
    );
  });
});
