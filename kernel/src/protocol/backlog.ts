import { setTimeout as sleep } from "node:timers/promises";

export type Frames = readonly (Uint8Array | string)[];

/** What the backlog sends to. */
export interface Outlet {
  /** False where a client's queue is full; then nothing was sent, to nobody. */
  send(frames: Frames): Promise<boolean>;
  /** `true`: from now on a client whose queue is full does not get what is sent, and others do. */
  skipFullQueues(skip: boolean): void;
}

/** How soon to try again, in milliseconds, at first and at last; libzmq does not tell of room. */
const soon = 1;
const later = 16;

/** Pause between messages, in milliseconds, while full queues are skipped: for those who do read. */
const skippingPause = 4;

/** Bytes that may wait before output is held back where it comes from. */
const limit = 4 << 20;

/**
 * Messages on their way to clients that read slowly. They wait here, in order, and beyond 4 MiB the
 * cells wait that print them. Only a client that takes nothing at all for `patience`, as one that
 * was suspended, loses what comes then, so that the cells and the other clients can go on; it gets
 * what is published once it reads again. As long as there is such a client, others are not waited
 * for either: messages go out with pauses, 250 a second, and who is still slower loses some.
 */
export class Backlog {
  readonly #outlet: Outlet;
  readonly #patience: number;
  readonly #waiting: Frames[] = [];
  readonly #relieved: (() => void)[] = [];
  #bytes = 0;
  #sending: Promise<void> | undefined;
  /** True since a client took nothing for so long, until all have room again. */
  #stuck = false;
  #skipping = false;
  /** When to see whether all have room. */
  #lookAgain = 0;

  /** `patience` in milliseconds. */
  constructor(outlet: Outlet, patience: number) {
    this.#outlet = outlet;
    this.#patience = patience;
  }

  get hasRoom(): boolean {
    return this.#bytes <= limit;
  }

  /** Calls `action` once there is room. */
  whenRoom(action: () => void): void {
    if (this.hasRoom) action();
    else this.#relieved.push(action);
  }

  push(frames: Frames): void {
    this.#waiting.push(frames);
    this.#bytes += sizeOf(frames);
    this.#sending ??= this.#send();
  }

  /** Resolves when nothing waits any more. */
  async emptied(): Promise<void> {
    await this.#sending;
  }

  /** One after the other: whether a message was taken is known only after a turn of promises. */
  async #send(): Promise<void> {
    for (let frames; (frames = this.#waiting.shift());) {
      await this.#deliver(frames);
      this.#bytes -= sizeOf(frames);
      if (this.hasRoom) for (const action of this.#relieved.splice(0)) action();
    }
    this.#sending = undefined;
  }

  async #deliver(frames: Frames): Promise<void> {
    if (this.#skipping && performance.now() > this.#lookAgain) this.#skip(false);
    let taken = await this.#outlet.send(frames);
    if (this.#skipping) await sleep(skippingPause);
    else if (taken) this.#stuck = false;
    const end = performance.now() + (this.#stuck ? 0 : this.#patience);
    for (let pause = soon; !taken && performance.now() < end; pause = Math.min(2 * pause, later)) {
      await sleep(pause);
      taken = await this.#outlet.send(frames);
    }
    if (taken) return;
    this.#stuck = true;
    this.#skip(true);
    this.#lookAgain = performance.now() + this.#patience;
    await this.#outlet.send(frames);
  }

  #skip(skip: boolean): void {
    this.#skipping = skip;
    this.#outlet.skipFullQueues(skip);
  }
}

function sizeOf(frames: Frames): number {
  return frames.reduce((size, frame) => size + frame.length, 0);
}
