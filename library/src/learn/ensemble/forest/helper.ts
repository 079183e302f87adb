import { type MessagePort, workerData } from "node:worker_threads";
import { patience, places } from "./control.ts";
import { type ForestJob, growMember } from "./job.ts";

/** What a helper thread is started with. */
export interface HelperData {
  readonly job: ForestJob;
  readonly control: Int32Array;
  readonly number: number;
  readonly port: MessagePort;
}

/** Thrown when the first thread does not compute any more. */
class Unwanted extends Error {}

/** Grows trees until none are left, or nobody waits for them. */
function help({ job, control, number, port }: HelperData): void {
  let beat = Atomics.load(control, places.beat);
  let heard = performance.now();
  const pulse = (): void => {
    const now = performance.now();
    const latest = Atomics.load(control, places.beat);
    if (latest !== beat) {
      beat = latest;
      heard = now;
    } else if (now - heard > patience) throw new Unwanted();
  };
  for (;;) {
    const index = Atomics.add(control, places.next, 1);
    if (index >= job.seeds.length) break;
    try {
      const tree = growMember(job, index, pulse);
      port.postMessage({ index, tree });
    } catch {
      // The first thread grows it again, if it is still there, and meets the error itself.
      Atomics.store(control, places.abandoned + number, index + 1);
      tell(control);
      break;
    }
    tell(control);
  }
  port.close();
}

function tell(control: Int32Array): void {
  Atomics.add(control, places.news, 1);
  Atomics.notify(control, places.news);
}

help(workerData as HelperData);
