import { setTimeout as sleep } from "node:timers/promises";
import type { MessageLike, Router } from "zeromq";

/** How long a client's channel is waited for, and how often it is tried, in milliseconds. */
const patience = 5000;
const pause = 20;

/**
 * Sends on a router that tells when nobody is there (`mandatory`), again and again until somebody is.
 *
 * @param lost is called when nobody has come
 */
export async function whenReachable(
  router: Router,
  frames: MessageLike[],
  lost: () => void,
): Promise<void> {
  const end = performance.now() + patience;
  while (!router.closed) {
    try {
      return await router.send(frames);
    } catch (error) {
      const nobody = (error as { code?: unknown }).code === "EHOSTUNREACH";
      if (nobody && performance.now() < end) {
        await sleep(pause);
        continue;
      }
      lost();
      throw error;
    }
  }
}
