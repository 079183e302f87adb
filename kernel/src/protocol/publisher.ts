import { XPublisher, type SocketOptions } from "zeromq";

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
      if (frame === undefined || frame.length === 0) continue;
      const topic = Buffer.from(frame.subarray(1));
      this.setStringOption(frame[0] === 1 ? subscribe : unsubscribe, topic);
      if (frame[0] === 1) subscribed(topic.toString());
    }
  }
}
