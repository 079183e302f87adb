import { XPublisher, type SocketOptions } from "zeromq";
import { Backlog, type Frames } from "./backlog.ts";
import { log } from "./log.ts";

/** ZMQ_SUBSCRIBE and ZMQ_UNSUBSCRIBE of zmq.h. */
const subscribe = 6;
const unsubscribe = 7;

/** Messages that libzmq keeps for each client that has not read them. */
const queueLength = 64;

/**
 * The IOPub socket. Subscriptions take effect when they are read here, not before, so that the
 * welcome is the first message that a new subscriber gets.
 *
 * What is published goes through a backlog, or a client that does not read would let libzmq's queue
 * grow without bound. Where nobody is subscribed, libzmq keeps nothing.
 */
export class Publisher extends XPublisher {
  readonly #backlog: Backlog;

  /**
   * `patience`: how long a client may take nothing, in milliseconds; default: half a minute. Then
   * Linux ends its connection, with what it has not read; it makes a new one when it reads again, and
   * gets what is published from then on. Where the system does not, the backlog goes on without it.
   */
  constructor(options: SocketOptions<XPublisher>, patience = 30_000) {
    super({
      ...options,
      sendHighWaterMark: queueLength,
      noDrop: true,
      tcpMaxRetransmitTimeout: patience,
      verbosity: "allSubs",
      manual: true,
    });
    this.#backlog = new Backlog(
      {
        send: (frames) => this.#sent(frames),
        skipFullQueues: (skip) => {
          if (skip) log("a client does not read IOPub: it loses what is published now");
          this.noDrop = !skip;
        },
      },
      2 * patience,
    );
  }

  /** Sends in order, when the slowest client has room. */
  publish(frames: Frames): void {
    this.#backlog.push(frames);
  }

  /** False where so much waits for slow clients that no more should be made. */
  get hasRoom(): boolean {
    return this.#backlog.hasRoom;
  }

  whenRoom(action: () => void): void {
    this.#backlog.whenRoom(action);
  }

  emptied(): Promise<void> {
    return this.#backlog.emptied();
  }

  async #sent(frames: Frames): Promise<boolean> {
    try {
      await this.send([...frames]);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EAGAIN") return false;
      if (!this.closed) log(`a message on IOPub was not sent: ${String(error)}`);
    }
    return true;
  }

  /** Serves subscriptions until the socket is closed; `subscribed` is told each topic. */
  async serve(subscribed: (topic: string) => void): Promise<void> {
    // A frame is one byte, 1 to subscribe or 0 to unsubscribe, and the topic.
    for await (const [frame] of this) {
      const wanted = frame?.[0];
      // Whatever else a subscriber sends is not for the kernel.
      if (frame === undefined || (wanted !== 0 && wanted !== 1)) continue;
      const topic = Buffer.from(frame.subarray(1));
      try {
        this.setStringOption(wanted === 1 ? subscribe : unsubscribe, topic);
      } catch (error) {
        log(`subscription on iopub ignored: ${String(error)}`);
        continue;
      }
      if (wanted === 1) subscribed(topic.toString());
    }
  }
}
