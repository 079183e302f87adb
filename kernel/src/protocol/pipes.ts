import { captureOutput, type Capture } from "../capture/index.ts";
import { Barrier } from "../threads/barrier.ts";
import { OutputFlow } from "../threads/flow.ts";
import type { FromMain } from "../threads/messages.ts";
import { weightOf } from "../threads/weight.ts";
import type { ProtocolOptions } from "./index.ts";
import type { Kernel } from "./kernel.ts";
import { log } from "./log.ts";

export const notCaptured: Capture = { drain() {}, pause() {}, resume() {}, restore() {} };

/** Captures descriptors 1 and 2 for the kernel's cells, where the platform allows it. */
export async function capturedBy(kernel: Kernel): Promise<Capture> {
  try {
    const pipes = await captureOutput((name, text, urgent) => {
      kernel.captured(name, text, urgent);
      if (kernel.hasRoom) return;
      pipes.pause();
      kernel.whenRoom(() => pipes.resume());
    });
    return pipes;
  } catch (error) {
    const { message } = error as Error;
    log(`output of child processes and native code stays in this log: ${message}`);
    return notCaptured;
  }
}

/**
 * Hands the main thread's messages to the kernel, in order with what the pipes hold: once a turn of
 * the event loop they are emptied first, since what native code prints comes mostly before the
 * message that ended the wait; and before all that is not text, above all the end of a cell, so that
 * its output is in it.
 */
export function receiver(
  kernel: Pick<Kernel, "receive" | "hasRoom" | "whenRoom">,
  pipes: Capture,
  options: Pick<ProtocolOptions, "flow" | "barrier">,
): (message: FromMain) => void {
  const flow = new OutputFlow(options.flow);
  const barrier = new Barrier(options.barrier);
  let drained = false;
  // What waits for slow clients still counts as under way, so that a cell that prints waits too.
  const took = (weight: number): void => {
    if (kernel.hasRoom) flow.received(weight);
    else kernel.whenRoom(() => flow.received(weight));
  };
  const newTurn = () => void (drained = false);
  return (message) => {
    if (!drained || message.kind !== "stream") pipes.drain();
    if (!drained) setImmediate(newTurn);
    drained = true;
    if (message.kind === "settle" && message.leaving) pipes.restore();
    if (message.kind === "settle") return barrier.pass(message.turn);
    const weight = weightOf(message);
    kernel.receive(message);
    if (weight > 0) took(weight);
  };
}
