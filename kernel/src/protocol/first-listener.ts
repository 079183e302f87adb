import { setTimeout as sleep } from "node:timers/promises";
import type { RequestChannel } from "./sockets.ts";
import type { Message } from "./wire.ts";

/**
 * Longest that the first requests wait for somebody to listen to their output, in milliseconds. A
 * client's sockets find the kernel one after the other, up to 200 ms apart, since each tries anew by
 * a clock of its own; what is published before is lost, and nbclient or a console may wait for it
 * for ever.
 */
const patience = 1_000;

export type Receive = (channel: RequestChannel, message: Message) => void;

/**
 * Keeps messages back, in order, until somebody listens to output. Only `kernel_info_request` is
 * answered at once: a client asks it until it has heard something, and it puts nothing out.
 */
export function whenHeard(subscribed: Promise<void>, receive: Receive): Receive {
  let waiting: Parameters<Receive>[] | undefined = [];
  void Promise.race([subscribed, sleep(patience)]).then(() => {
    const kept = waiting ?? [];
    waiting = undefined;
    for (const message of kept) receive(...message);
  });
  return (channel, message) => {
    const isOrder = message.header.msg_type !== "kernel_info_request";
    if (waiting && isOrder) waiting.push([channel, message]);
    else receive(channel, message);
  };
}
