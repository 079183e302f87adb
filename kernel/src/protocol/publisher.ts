import { XPublisher, type SocketOptions } from "zeromq";
import { log } from "./log.ts";

/** ZMQ_SUBSCRIBE and ZMQ_UNSUBSCRIBE of zmq.h. */
const subscribe = 6;
const unsubscribe = 7;

/**
 * The IOPub socket. Subscriptions take effect when they are read here, not before, so that the
 * welcome is the first message that a new subscriber gets.
 */
export class Publisher extends XPublisher {
  constructor(options: SocketOptions<XPublisher>) {
    super({ ...options, verbosity: "allSubs", manual: true });
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
